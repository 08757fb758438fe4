"""A run asks every case once, adds up by kind and persona, and writes what was wrong."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.errors import ReportUnknown
from report_qa.evaluation.calibration import brier, calibration
from report_qa.evaluation.cases import GoldFigure
from report_qa.evaluation.failures import failure_lines, failure_text
from report_qa.evaluation.measures import Tally, add_up, quantile
from report_qa.evaluation.scorecard import Scorecard, kind_of, persona_of, run, to_json
from tests.evaluation.conftest import MakeCase, MakeReply, citation, figure, lines


@pytest.fixture
def scorecard(make_case: MakeCase, make_reply: MakeReply) -> Scorecard:
    """Three cases: a right figure, a figure that is refused, and a refusal that is right."""
    cases = [
        make_case(id="P1a", persona="staff", gold_figures=(GoldFigure("8.5%", 2),)),
        make_case(id="P2a", gold_figures=(GoldFigure("8.5%", 2),), turns=("GDP呢？", "那今年呢？")),
        make_case("unanswerable", id="P1b", turns=("1999年呢？",)),
    ]
    replies = {
        "去年GDP增长多少？": make_reply("增长8.5%[1]。", figures=[figure("8.5%")], citations=[citation(2, 2)]),
        "那今年呢？": make_reply(status="not_found", reason="not_in_report", elapsed_ms=9.0),
        "1999年呢？": make_reply(status="not_found", reason="other_period", elapsed_ms=5.0),
    }
    return run(cases, lambda request: replies[request["question"]], lines)


def test_totals_count_what_applies(scorecard: Scorecard) -> None:
    totals = scorecard.totals
    assert totals["right"] == Tally(2, 3)
    assert totals["falsely_abstained"] == Tally(1, 2)
    assert totals["refused"] == Tally(1, 1)
    assert totals["cited"] == Tally(1, 1)
    assert totals["pairs"] == Tally(1, 1)  # P1a with P1b; P2a has no twin


def test_groups_are_sorted_and_sum_to_the_totals(scorecard: Scorecard) -> None:
    for key in (kind_of, persona_of):
        groups = scorecard.by(key)
        assert list(groups) == sorted(groups)
        assert sum((row["right"] for row in groups.values()), Tally(0, 0)) == scorecard.totals["right"]
    assert list(scorecard.by(persona_of)) == ["staff", "unknown"]


def test_the_last_turn_is_asked_and_the_others_are_its_history(make_case: MakeCase, make_reply: MakeReply) -> None:
    asked: list[dict[str, Any]] = []

    def ask(request: dict[str, Any]) -> dict[str, Any]:
        asked.append(request)
        return make_reply()

    run([make_case(turns=("一？", "二？", "三？"), report=None)], ask, lines)
    assert asked == [{"question": "三？", "history": ["一？", "二？"], "report": None}]


def test_a_request_that_fails_is_an_outcome_and_the_run_goes_on(make_case: MakeCase, make_reply: MakeReply) -> None:
    def ask(request: dict[str, Any]) -> dict[str, Any]:
        if request["report"] == "gone":
            raise ReportUnknown("There is no report gone.", "List them.")
        return make_reply("您好！", "smalltalk")

    seen: list[int] = []
    card = run([make_case(report="gone"), make_case("smalltalk", id="C2")], ask, lines, seen.append)
    assert [outcome.judgement.right for outcome in card.outcomes] == [False, True]
    assert card.outcomes[0].reply == {"error": "report_unknown: There is no report gone. List them."}
    assert seen == [1, 2]
    assert json.loads(failure_lines(card))["failures"] == ["error: report_unknown: There is no report gone. List them."]


def test_json_has_digests_totals_groups_and_an_entry_a_case(scorecard: Scorecard) -> None:
    data = json.loads(json.dumps(to_json(scorecard)))
    assert data["index"] == "digest"
    assert data["totals"]["right"]["hits"] == 2
    assert set(data["by_kind"]) == {"figure", "unanswerable"}
    assert [(entry["id"], entry["right"]) for entry in data["outcomes"]] == [
        ("P1a", True),
        ("P2a", False),
        ("P1b", True),
    ]
    assert data["latency_ms"] == {"p50": 5.0, "p95": 9.0, "max": 9.0}


def test_the_digest_of_the_cases_changes_with_a_case(make_case: MakeCase, make_reply: MakeReply) -> None:
    def digest(**fields: Any) -> str:
        return run([make_case(**fields)], lambda request: make_reply(), lines).cases_digest

    assert digest() == digest()
    assert digest() != digest(ok_figures=("1%",))


def test_the_failures_say_what_was_wanted_and_given(scorecard: Scorecard) -> None:
    (failure,) = map(json.loads, failure_lines(scorecard).splitlines())
    assert failure["id"] == "P2a"
    assert failure["turns"] == ["GDP呢？", "那今年呢？"]
    assert failure["wanted"] == {"figures": ["8.5% (line 2)"]}
    assert failure["failures"] == ["refused: not_found, not_in_report"]


@given(st.integers(0, 200), st.integers(1, 200))
def test_an_interval_holds_its_share_and_stays_between_0_and_1(hits: int, more: int) -> None:
    tally = Tally(hits, hits + more)
    interval = tally.interval
    assert interval is not None
    assert tally.rate is not None
    assert 0 <= interval[0] <= tally.rate <= interval[1] <= 1


def test_nothing_counted_has_no_share_and_no_interval() -> None:
    assert (Tally(0, 0).rate, Tally(0, 0).interval, quantile([], 0.5)) == (None, None, None)


def test_measures_add_up_in_the_order_of_the_tables() -> None:
    added = add_up([{"trapped": Tally(1, 1)}, {"right": Tally(0, 1), "trapped": Tally(0, 1)}])
    assert list(added) == ["right", "trapped"]
    assert added["trapped"] == Tally(1, 2)


def test_the_failures_can_be_read(scorecard: Scorecard) -> None:
    text = failure_text(scorecard)
    assert text.startswith("P2a  r  figure  refused: not_found, not_in_report\n    asked: GDP呢？ / 那今年呢？\n")
    assert "P1a" not in text


def test_a_calibrated_confidence_is_as_often_right_as_it_says() -> None:
    said = [(0.75, True)] * 3 + [(0.75, False)] + [(1.0, True)]
    assert [(group.count, group.said, group.right) for group in calibration(said)] == [(4, 0.75, 0.75), (1, 1.0, 1.0)]
    assert brier(said) == pytest.approx((3 * 0.25**2 + 0.75**2) / 5)
    assert (calibration([]), brier([])) == ((), None)
