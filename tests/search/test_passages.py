"""Passages: a row a sentence, then a row a figure, each with the source's own words."""

from __future__ import annotations

from report_qa.figures.figure import Figure
from report_qa.search.passages import describe, make_passages, tidy
from report_qa.text.document import Document


def test_rows_are_sentences_then_figures(document: Document, figures: tuple[Figure, ...]) -> None:
    passages = make_passages("r", document, figures, 100)
    assert [passage.row for passage in passages] == list(range(100, 106))
    assert [(passage.sentence, passage.figure) for passage in passages] == [
        (0, None), (1, None), (2, None), (3, None), (2, 0), (2, 1),
    ]  # fmt: skip


def test_a_passage_is_the_source_at_its_extent(document: Document, figures: tuple[Figure, ...]) -> None:
    for passage in make_passages("r", document, figures, 0):
        assert tidy(document.source.cut(passage.extent)) == passage.text
        assert (passage.line_start, passage.line_end) == document.source.lines_of(passage.extent)


def test_a_figure_is_described_before_its_clause(document: Document, figures: tuple[Figure, ...]) -> None:
    passage = make_passages("r", document, figures, 0)[4]
    assert describe(figures[0]) == "2022年 目标 粮食产量 达到 25.5亿斤以上"
    assert passage.embedded == "2022年 目标 粮食产量 达到 25.5亿斤以上：确保粮食产量达到25.5亿斤以上"
    assert passage.text == "确保粮食产量达到25.5亿斤以上"
    assert (passage.line_start, passage.line_end) == (3, 4)
    assert passage.section == ("一、2022年工作安排",)


def test_spaces_stay_between_latin_words_only() -> None:
    assert tidy(" 达到 25.5 亿\n 斤 Gross  Domestic Product 增长 ") == "达到25.5亿斤Gross Domestic Product增长"
