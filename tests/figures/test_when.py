"""Period, status and remark of a figure: its own clause's words before its sentence's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report_qa.figures.figure import Figure
from report_qa.figures.when import When
from report_qa.text.periods import Period

Read = Callable[..., list[Figure]]
PLANNED = When(Period.year(2022), "target")
TERM = When(Period("五年来", 2017, 2021), "actual")


def dated(figures: list[Figure]) -> list[tuple[int | None, int | None, str | None]]:
    return [
        (figure.period.start if figure.period else None, figure.period.end if figure.period else None, figure.status)
        for figure in figures
    ]


@pytest.mark.parametrize(
    ("sentence", "default", "expected"),
    [
        ("财政收入增长7%。", When(Period.year(2021), "actual"), [(2021, 2021, "actual")]),
        ("财政收入增长7%。", PLANNED, [(2022, 2022, "target")]),
        ("今年财政收入增长7%左右。", PLANNED, [(2022, 2022, "target")]),
        ("到2025年，森林覆盖率达到20%。", PLANNED, [(2025, 2025, "target")]),
        ("去年粮食产量10万吨，今年达到12万吨。", PLANNED, [(2021, 2021, "actual"), (2022, 2022, "target")]),
        ("力争产值达到2600亿元。", When(Period.year(2022), None), [(2022, 2022, "target")]),
        ("财政收入比2020年增长7%。", When(Period.year(2021), "actual"), [(2021, 2021, "actual")]),
        ("签约项目1134个，是2020年的3.4倍。", When(Period.year(2021), "actual"), [(2021, 2021, "actual")] * 2),
        ("优良比例从75%提高到83.3%。", When(Period.year(2021), "actual"), [(2020, 2020, "actual"), (2021, 2021, "actual")]),
        ("优良比例由75%提升至83.3%。", PLANNED, [(2021, 2021, "actual"), (2022, 2022, "target")]),
        ("品种由16种增至31种。", TERM, [(2016, 2016, "actual"), (2017, 2021, "actual")]),
        ("品种由2018年的16种增至31种。", TERM, [(2018, 2018, "actual"), (2017, 2021, "actual")]),
        ("目前财政支出已超过2万亿元。", PLANNED, [(None, None, "actual")]),
        ("五年累计新增就业22万人。", When(Period.year(2021), "actual"), [(2017, 2021, "actual")]),
        ("外贸总额由2016年的32亿美元增加到2020年的62亿美元，年均增长7%。", TERM,
         [(2016, 2016, "actual"), (2020, 2020, "actual"), (2017, 2021, "actual")]),
        ("研发经费是2010年的1.8倍，占比从2.5%提高到3.3%。", When(Period.year(2021), "actual"),
         [(2021, 2021, "actual"), (2010, 2010, "actual"), (2021, 2021, "actual")]),
        ("人均期望寿命2020年达76岁，卫生费用5亿元。", TERM, [(2020, 2020, "actual"), (2017, 2021, "actual")]),
        ("五年内毕业生1300万人。", When(Period.year(2021), "actual"), [(2017, 2021, "actual")]),
        ("五年内改造小区300个。", PLANNED, [(2022, 2022, "target")]),
        ("仅此一项五年增加489亿元。", When(Period.year(2021), "actual"), [(2017, 2021, "actual")]),
        ("年产20万吨。", When(None, None), [(None, None, None)]),
    ],
)  # fmt: skip
def test_period_and_status(read: Read, sentence: str, default: When, expected: list[tuple[int, int, str]]) -> None:
    assert dated(read(sentence, default)) == expected


def test_a_year_in_a_name_dates_nothing(read: Read) -> None:
    (figure,) = read("累计新增市场主体12.8万户，荣获2020年度十佳城市称号。", TERM)
    assert figure.period == TERM.period
    (figure,) = read("2000年前建成的小区改造300个。", PLANNED)
    assert figure.period == PLANNED.period


@pytest.mark.parametrize(
    ("sentence", "remarks"),
    [
        ("地区生产总值增长8%，工业增加值增长14%，增速均位列全区第一。", ["增速均位列全区第一"] * 2),
        ("税收增长3%，进出口总额完成246亿元，增长55%，总量位居全区第一。", [None, None, "总量位居全区第一"]),
        ("粮食产量1.39万亿斤，再创历史新高。", ["再创历史新高"]),
        ("财政收入增长7%，营商环境位居全省首位。", [None]),
        ("财政收入增长7%。", [None]),
        ("新增工厂10家，甲率、乙率分别达到69%和85%，均高于全国平均水平。", [None, "均高于全国平均水平", "均高于全国平均水平"]),
        ("城镇、农村居民收入分别增长4.8%、7%，居全国第五和第六。", ["居全国第五", "居全国第六"]),
        ("电话用户由8354万户增加到4.21亿户，居世界首位。", [None, "居世界首位"]),
        ("工业增加值增长9.6%、居全国第三，投资增长7.9%、居全国第四。", ["居全国第三", "居全国第四"]),
        ("生产总值增长5.6%，粮食产量135亿斤，投资增长8%，主要指标增速居全国前列。",
         ["主要指标增速居全国前列", None, "主要指标增速居全国前列"]),
        ("投资增长7%、全省第一，经营主体增长13%，增速全省第一。", ["全省第一", "增速全省第一"]),
        ("投资增长17%，失业率控制在5%以内，主要经济指标增速位居全国前列。", ["主要经济指标增速位居全国前列", None]),
        ("推动6个项目量产，保持行业领先性。", [None]),
    ],
)  # fmt: skip
def test_remarks(read: Read, sentence: str, remarks: list[str | None]) -> None:
    assert [figure.remark for figure in read(sentence)] == remarks
