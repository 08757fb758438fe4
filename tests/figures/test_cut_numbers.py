"""Half a number is no figure: where repair did not join a line, what is left on either side of the line end is not recorded."""

from __future__ import annotations

import pytest

from report_qa.figures.read import read_figures
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

LONG = "全市上下齐心协力，各项事业都取得了新的进步，城乡面貌发生了深刻变化，"


@pytest.mark.parametrize("cut", ["15\n0个", "1\n50个"])
def test_no_half_of_a_number_is_a_figure(cut: str) -> None:
    dates = ReportDates("2022", 2021, 2022, "某市")
    text = f"一、2021年工作回顾\n{LONG}全年共改造老旧小区{cut}。\n粮食产量达到18.2亿斤。\n"
    figures = read_figures(read_document(Source.from_bytes(text.encode()), dates), dates)
    assert {figure.text for figure in figures} <= {"150个", "18.2亿斤"}
    assert "18.2亿斤" in {figure.text for figure in figures}


@pytest.mark.parametrize("unread", ["1\ufffd5%", "\ufffd.5%", "2\ufffd万人", "1,\ufffd00家", "3.\ufffd%"])
def test_no_figure_beside_a_character_that_could_not_be_read(unread: str) -> None:
    dates = ReportDates("2022", 2021, 2022, "某市")
    text = f"一、2021年工作回顾\n{LONG}全年新增就业{unread}，粮食产量达到18.2亿斤。\n"
    figures = read_figures(read_document(Source.from_bytes(text.encode()), dates), dates)
    assert {figure.text for figure in figures} == {"18.2亿斤"}
