"""An explanation shows the reading, the candidates with the parts of their scores, and what was rejected and why."""

from __future__ import annotations

import pytest

from report_qa.answers.explanation import Candidate, Explanation
from report_qa.errors import ReportUnknown
from report_qa.library.library import Ask, Library
from report_qa.questions.question import Intent
from report_qa.settings import Settings


@pytest.fixture(scope="module")
def one(one_built: Settings) -> Library:
    return Library.open(one_built)


@pytest.fixture(scope="module")
def two(two_built: Settings) -> Library:
    return Library.open(two_built)


def adds_up(candidate: Candidate) -> bool:
    strengths = [abs(part.given) for part in candidate.parts]
    return strengths == sorted(strengths, reverse=True) and sum(
        part.given for part in candidate.parts
    ) == pytest.approx(candidate.score, abs=1e-3)


@pytest.mark.parametrize("question", ["2023年粮食产量是多少？", "What was the grain output in 2023?"])
def test_the_answer_is_the_best_candidate_and_its_parts_add_up(one: Library, question: str) -> None:
    explained = one.explain(Ask(question))
    assert explained.reply == one.ask(Ask(question))
    assert explained.report == "苏州-2024"
    assert (explained.promise, explained.checked) == (True, len(explained.reply.figures))
    best = explained.figures[0]
    assert "18.2亿斤" in best.words
    assert best.line == 6
    assert best.certainty >= explained.bar
    assert not best.rejected
    assert all(map(adds_up, (*explained.figures, *explained.rejected, *explained.sentences)))


def test_a_rejected_figure_says_why(one: Library) -> None:
    explained = one.explain(Ask("2023年地区生产总值增长多少？"))
    reasons = {candidate.words: candidate.rejected for candidate in explained.rejected}
    assert reasons
    assert all(reasons.values())
    targets = [why for words, why in reasons.items() if "5%以上" in words]
    assert targets
    assert all(set(why) & {"period", "status"} for why in targets)


def test_a_mended_slip_stands_in_the_reading(one: Library) -> None:
    explained = one.explain(Ask("2023年地区生产总直增长多少？"))
    assert explained.question.corrected
    assert "地区生产总值" in explained.question.clean
    assert "地区生产总直" in explained.question.text


def test_smalltalk_and_several_reports_weigh_nothing(one: Library, two: Library) -> None:
    hello = one.explain(Ask("你好"))
    assert hello.question.intent is Intent.SMALLTALK
    several = two.explain(Ask("地区生产总值增长多少？"))
    assert several.reply.status == "clarify"
    for explained in (hello, several):
        assert weighed(explained) == 0
        assert explained.report is None
        assert explained.promise


def weighed(explained: Explanation) -> int:
    return len(explained.figures) + len(explained.rejected) + len(explained.sentences) + len(explained.anchors)


def test_what_the_report_lacks_is_named(one: Library) -> None:
    explained = one.explain(Ask("2023年火星基地建了几个？"))
    assert explained.reply.status == "not_found"
    assert any(not anchor.forms for anchor in explained.anchors)
    assert all(candidate.certainty < explained.bar for candidate in explained.figures)


def test_an_unknown_report_is_refused(one: Library) -> None:
    with pytest.raises(ReportUnknown):
        one.explain(Ask("粮食产量是多少？", report="nowhere-1999"))
