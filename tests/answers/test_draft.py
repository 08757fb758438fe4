"""Citations: numbered in order, one a sentence, and quoting exactly what stands at their places."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.answers.draft import Draft, clause_around, tidy
from report_qa.answers.reply import Citation
from report_qa.answers.view import ReportView
from report_qa.library.library import Library
from report_qa.text.spans import Extent

from .conftest import BAOTOU


@pytest.fixture(scope="session")
def views(view: ReportView, baotou: Library) -> tuple[ReportView, ...]:
    """A made-up report and a printed one, with page furniture and words cut by columns."""
    return view, baotou.view(BAOTOU)


def squash(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def cut(view: ReportView, citation: Citation) -> str:
    source = view.document.source
    return "".join(source.line(place.line)[place.column_start : place.column_end] for place in citation.places)


def left_out(view: ReportView, extent: Extent) -> str:
    """What stands in the source between the spans of an extent, white space aside."""
    return "".join(view.document.source.text[one.end : other.start] for one, other in pairwise(extent.spans)).strip()


def test_citations_are_numbered_by_when_their_sentence_is_first_cited(view: ReportView) -> None:
    draft = Draft(view)
    numbers = [draft.cite(at) for at in (9, 5, 9, 7, 5)]
    assert numbers == [1, 2, 1, 3, 2]
    assert [citation.n for citation in draft.citations()] == [1, 2, 3]
    texts = [view.document.sentences[at].text for at in (9, 5, 7)]
    assert [citation.quote for citation in draft.citations()] == [tidy(text) for text in texts]


def test_ranges_cited_of_one_sentence_are_merged(view: ReportView) -> None:
    draft = Draft(view)
    at = next(n for n, sentence in enumerate(view.document.sentences) if len(sentence.text) > 40)
    draft.cite(at, 20, 30)
    draft.cite(at, 5, 12)
    (citation,) = draft.citations()
    assert citation.quote == draft.quote(at) == tidy(view.document.sentences[at].text[5:30])


def test_a_figure_added_twice_is_one_figure(view: ReportView) -> None:
    draft = Draft(view)
    one, other = view.figures[0], view.figures[17]
    assert [draft.add(figure) for figure in (one, other, one)] == [1, 2, 1]
    assert [cited.figure for cited in draft.cited_figures()] == [one, other]
    assert (draft.position(one), draft.position(other)) == (0, 1)


def test_figures_of_one_sentence_share_a_citation_that_quotes_both(view: ReportView) -> None:
    draft = Draft(view)
    urban, rural = (next(one for one in view.figures if one.text == text) for text in ("82989元", "46385元"))
    assert draft.add(urban) == draft.add(rural) == 1
    (citation,) = draft.citations()
    assert "82989元" in citation.quote
    assert "46385元" in citation.quote


def test_a_citation_says_where_it_stands(view: ReportView) -> None:
    draft = Draft(view)
    figure = next(one for one in view.figures if one.text == "2456亿元")
    draft.add(figure)
    (citation,), (cited,) = draft.citations(), draft.cited_figures()
    assert (citation.report, citation.title) == (view.report, view.title)
    assert (citation.line_start, citation.line_end) == (7, 8)
    assert [place.line for place in cited.places] == [7, 8]  # its digits are cut by the line end
    assert citation.section == ("一、2023年工作回顾",)
    assert citation.url == "/reports/%E8%8B%8F%E5%B7%9E-2024#L7-L8"
    assert citation.page is None


def test_one_line_is_marked_as_one(view: ReportView) -> None:
    draft = Draft(view)
    draft.cite(next(n for n, one in enumerate(view.document.sentences) if one.text.startswith("市图书馆")))
    assert draft.citations()[0].url.endswith("#L14")


def test_an_empty_draft_cites_nothing(view: ReportView) -> None:
    assert (Draft(view).citations(), Draft(view).cited_figures()) == ((), ())


def test_every_figure_is_quoted_by_its_citation_and_stands_at_its_places(views: tuple[ReportView, ...]) -> None:
    for view in views:
        for figure in view.figures:
            draft = Draft(view)
            draft.add(figure)
            (citation,), (cited,) = draft.citations(), draft.cited_figures()
            assert squash(figure.text) in squash(citation.quote)
            source = view.document.source
            places = "".join(source.line(one.line)[one.column_start : one.column_end] for one in cited.places)
            assert squash(places) == squash(figure.text)
            assert citation.line_start <= cited.places[0].line <= cited.places[-1].line <= citation.line_end


def test_a_figures_quotation_is_whole_clauses_of_its_sentence(views: tuple[ReportView, ...]) -> None:
    for view in views:
        for figure in view.figures:
            text = view.document.sentences[figure.sentence].text
            start, end = clause_around(view, figure)
            assert 0 <= start <= figure.start < figure.end <= end <= len(text)
            assert start == 0 or text[start - 1] in "，；。！？："
            assert end == len(text) or text[end - 1] in "，；。！？："


@given(data=st.data())
def test_a_quotation_is_what_its_places_cut_where_nothing_is_left_out(
    views: tuple[ReportView, ...], data: st.DataObject
) -> None:
    view = data.draw(st.sampled_from(views))
    at = data.draw(st.integers(0, len(view.document.sentences) - 1))
    sentence = view.document.sentences[at]
    start = data.draw(st.integers(0, len(sentence.text) - 1))
    end = data.draw(st.integers(start + 1, len(sentence.text)))
    if not sentence.text[start:end].strip():
        return
    draft = Draft(view)
    draft.cite(at, start, end)
    (citation,) = draft.citations()
    assert citation.quote == tidy(citation.quote)
    assert squash(citation.quote) == squash(sentence.text[start:end])
    assert citation.places == tuple(sorted(citation.places, key=lambda place: place.line))
    assert citation.line_start == citation.places[0].line
    assert citation.line_end == citation.places[-1].line
    if left_out(view, sentence.extent.part(start, end)):
        assert len(squash(cut(view, citation))) >= len(squash(citation.quote))
    else:
        assert squash(cut(view, citation)) == squash(citation.quote)


@pytest.mark.parametrize(
    ("printed", "quoted"),
    [
        ("粮食 产量\n达到", "粮食产量达到"),
        ("\u3000\u3000一是 抓好\u00a0项目 ", "一是抓好项目"),
        ("the growth of\nretail sales", "the growth of retail sales"),
        ("R&D 经费", "R&D经费"),
    ],
)
def test_a_quotation_loses_line_ends_and_stray_spaces(printed: str, quoted: str) -> None:
    assert tidy(printed) == quoted
