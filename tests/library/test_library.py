"""What the library answers: the right report, cited places that hold, and the same reply every time."""

from __future__ import annotations

import json
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.answers.reply import Reply
from report_qa.answers.wire import reply_to_dict
from report_qa.errors import QuestionRejected, ReportUnknown
from report_qa.library.library import Ask, Library
from report_qa.settings import Settings


@pytest.fixture(scope="module")
def one(one_built: Settings) -> Library:
    return Library.open(one_built)


@pytest.fixture(scope="module")
def two(two_built: Settings) -> Library:
    return Library.open(two_built)


def texts(reply: Reply) -> list[str]:
    return [cited.figure.text for cited in reply.figures]


def test_an_answer_is_cited_to_its_line_and_columns(one: Library) -> None:
    reply = one.ask(Ask("2023年粮食产量是多少？"))
    assert (reply.status, texts(reply)) == ("answered", ["18.2亿斤"])
    (citation,) = reply.citations
    assert (citation.report, citation.line_start, citation.line_end) == ("苏州-2024", 6, 6)
    (place,) = reply.figures[0].places
    assert one.source("苏州-2024").line(place.line)[place.column_start : place.column_end] == "18.2亿斤"


def test_a_figure_cut_by_a_line_end_has_its_places(one: Library) -> None:
    source = one.source("苏州-2024")
    for figure in one.figures("苏州-2024"):
        cut = "".join(source.line(p.line)[p.column_start : p.column_end] for p in source.places(figure.extent))
        assert "".join(unicodedata.normalize("NFKC", cut).split()) == unicodedata.normalize("NFKC", figure.text)


def test_the_summary_and_the_sections(one: Library) -> None:
    (summary,) = one.reports()
    assert (summary.id, summary.place, summary.delivered) == ("苏州-2024", "苏州市", "2024-01-16")
    assert (summary.reviews, summary.plans, summary.lines) == (2023, 2024, 12)
    assert summary.figures == len(one.figures("苏州-2024"))
    detail = one.report("苏州-2024")
    assert detail.summary == summary
    headed = {section.heading: section for section in detail.sections}
    assert headed["一、2023年工作回顾"].heading_line == 5
    assert headed["一、2023年工作回顾"].status == "actual"
    assert headed["二、2024年工作安排"].status == "target"


def test_an_unknown_report_is_an_error_everywhere(one: Library) -> None:
    for call in (one.report, one.source, one.figures, one.document, one.view):
        with pytest.raises(ReportUnknown):
            call("无")
    with pytest.raises(ReportUnknown):
        one.ask(Ask("粮食产量？", report="无"))
    with pytest.raises(ReportUnknown):
        one.search("粮食产量？", "无")


def test_a_question_names_its_report(two: Library) -> None:
    assert texts(two.ask(Ask("山东省2025年粮食产量是多少？"))) == ["1150亿斤"]
    assert texts(two.ask(Ask("苏州2023年粮食产量是多少？"))) == ["18.2亿斤"]
    assert texts(two.ask(Ask("2023年粮食产量是多少？", report="苏州-2024"))) == ["18.2亿斤"]


def test_the_history_names_the_report_too(two: Library) -> None:
    reply = two.ask(Ask("粮食产量呢？", history=("山东省2025年地区生产总值增长多少？",)))
    assert {citation.report for citation in reply.citations} <= {"山东省-2026"}


def test_where_several_reports_fit_they_are_named(two: Library) -> None:
    reply = two.ask(Ask("粮食产量是多少？"))
    assert (reply.status, reply.figures, reply.citations) == ("clarify", (), ())
    assert "2024年苏州市政府工作报告" in reply.answer
    assert "2026年山东省政府工作报告" in reply.answer


def test_a_place_that_is_not_in_the_library(two: Library, one: Library) -> None:
    reply = two.ask(Ask("广州市2023年粮食产量是多少？"))
    assert (reply.status, reply.reason, reply.figures) == ("not_found", "unknown_report", ())
    reply = one.ask(Ask("广州市2023年粮食产量是多少？"))
    assert (reply.status, reply.reason, reply.figures) == ("not_found", "other_place", ())


def test_smalltalk_needs_no_report(two: Library) -> None:
    assert two.ask(Ask("你好")).status == "smalltalk"


def test_the_language_of_the_answer_can_be_chosen(one: Library) -> None:
    assert one.ask(Ask("2023年粮食产量是多少？", lang="en")).language == "en"
    assert "18.2亿斤" in one.ask(Ask("2023年粮食产量是多少？", lang="en")).answer


def test_passages_are_bounded_and_fall_in_score(two: Library) -> None:
    hits = two.search("粮食产量", top_k=3)
    assert len(hits) == 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert {hit.passage.report for hit in two.search("粮食产量", "苏州-2024", 20)} == {"苏州-2024"}
    assert len(two.ask(Ask("苏州2023年粮食产量是多少？", top_k=1)).passages) == 1


def test_every_suggestion_is_answered_when_asked_alone(two: Library) -> None:
    for report in two.reports():
        reply = two.ask(Ask("地区生产总值增长多少？", report=report.id))
        assert len(reply.suggestions) <= 4
        for suggestion in reply.suggestions:
            assert two.ask(Ask(suggestion, report=report.id)).status == "answered"


def test_threads_get_the_same_bytes(two_built: Settings) -> None:
    library = Library.open(two_built)
    asked = [
        Ask(text, report=report.id)
        for text in ("粮食产量是多少？", "去年新增就业多少人？")
        for report in library.reports()
    ] * 4

    def ask(one: Ask) -> str:
        return json.dumps(reply_to_dict(library.ask(one), library.digest, 0), ensure_ascii=False)

    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(ask, asked))
    assert together == [ask(one) for one in asked]


@given(st.text(max_size=60))
def test_any_text_is_answered_or_rejected(one: Library, text: str) -> None:
    try:
        asked = Ask(text)
    except QuestionRejected:
        assert not text.strip() or any("\ud800" <= sign <= "\udfff" for sign in text)
        return
    assert one.ask(asked).answer


@pytest.mark.parametrize(
    "bad",
    [
        {"question": ""},
        {"question": " \n\u3000"},
        {"question": "粮" * 1001},
        {"question": "\ud800?"},
        {"question": "粮", "history": ("问",) * 21},
        {"question": "粮", "history": ("\udfff",)},
        {"question": "粮", "top_k": 0},
        {"question": "粮", "top_k": 21},
    ],
)
def test_a_question_out_of_bounds_is_rejected(bad: dict[str, object]) -> None:
    with pytest.raises(QuestionRejected):
        Ask(**bad)  # type: ignore[arg-type]


def test_a_question_at_the_bounds_is_taken(one: Library) -> None:
    assert one.ask(Ask("粮" * 1000, history=("问",) * 20, top_k=20)).answer
