"""Who knows every answer is right, faithful and cited in every development case; who always gives the trap is not."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from report_qa.evaluation.cases import Case, read_cases
from report_qa.evaluation.scorecard import Scorecard, run
from report_qa.text.source import Source
from tests.evaluation.conftest import MakeReply, citation, figure

Answer = Callable[[Case, MakeReply], dict[str, Any]]


@pytest.fixture
def cases(shared: Path) -> tuple[Case, ...]:
    """The development cases to tune on."""
    return read_cases(sorted((shared / "cases" / "tune").glob("*.jsonl")))


@pytest.fixture
def source_lines(shared: Path, root: Path) -> Callable[[str], list[str]]:
    """The lines of a development report."""
    files = {path.stem: path for path in sorted((shared / "reports").rglob("*.txt"))}
    files["baotou-2022"] = root / "data" / "reports" / "baotou-2022" / "source.txt"

    @cache
    def lines(report: str) -> list[str]:
        source = Source.from_bytes(files[report].read_bytes())
        return [source.line(number) for number in range(1, source.line_count + 1)]

    return lines


def knows(case: Case, make_reply: MakeReply) -> dict[str, Any]:
    """The reply that the case asks for, its figures each with the line they stand on."""
    if case.kind == "unanswerable":
        return make_reply(status="not_found", reason=case.reason)
    if case.kind == "smalltalk":
        return make_reply("您好！", "smalltalk")
    report = case.report or ""
    cited = [citation(lines.start, lines.end, n, report) for n, lines in enumerate(case.gold_lines, 1)]
    cited += [citation(gold.line or 1, (gold.line or 1) + 3, n, report) for n, gold in enumerate(case.gold_figures, 90)]
    figures = [figure(gold.text, ("2022年", 2022, 2022), n) for n, gold in enumerate(case.gold_figures, 90)]
    said = "，".join([*(gold.text for gold in case.gold_figures), *(phrases[0] for phrases in case.gold_phrases)])
    return make_reply(f"2022年：{said}。", verdict=case.verdict, figures=figures, citations=cited)


def falls_for_traps(case: Case, make_reply: MakeReply) -> dict[str, Any]:
    """The reply that gives the traps first."""
    reply = knows(case, make_reply) | {"status": "answered"}
    return reply | {"figures": [figure(trap) for trap in case.wrong_figures] + reply["figures"]}


def card(
    cases: tuple[Case, ...], answer: Answer, lines: Callable[[str], list[str]], make_reply: MakeReply
) -> Scorecard:
    replies = {(case.report, case.turns): answer(case, make_reply) for case in cases}
    return run(cases, lambda asked: replies[asked["report"], (*asked["history"], asked["question"])], lines)


@pytest.mark.shared
def test_who_knows_the_answers_is_right_and_cited(
    cases: tuple[Case, ...], source_lines: Callable[[str], list[str]], make_reply: MakeReply
) -> None:
    found = card(cases, knows, source_lines, make_reply)
    wrong = {outcome.case.id: list(map(str, outcome.judgement.failures)) for outcome in found.outcomes}
    assert {name: failures for name, failures in wrong.items() if failures} == {}
    rates = {name: tally.rate for name, tally in found.totals.items()}
    assert rates["cited"] == rates["reason_right"] == rates["refused"] == rates["pairs"] == 1
    assert rates["faithful"] == 1
    assert rates["trapped"] == rates["falsely_abstained"] == 0


@pytest.mark.shared
def test_who_gives_the_traps_is_wrong(
    cases: tuple[Case, ...], source_lines: Callable[[str], list[str]], make_reply: MakeReply
) -> None:
    trapped = tuple(case for case in cases if case.wrong_figures and (case.gold_figures or not case.answerable))
    found = card(trapped, falls_for_traps, source_lines, make_reply)
    assert [outcome.case.id for outcome in found.outcomes if outcome.judgement.right] == []
    assert found.totals["trapped"].rate == 1
