"""Judge one reply against its case: right or wrong with named reasons, and the contract's counted measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from report_qa.evaluation.amounts import fold, squash
from report_qa.evaluation.cases import Case, GoldFigure
from report_qa.evaluation.cited import Lines, cited_lines, overlaps
from report_qa.evaluation.counted import GIVEN, count
from report_qa.evaluation.faithful import unfaithful_figures, unfaithful_numbers
from report_qa.evaluation.match import (
    figures_match,
    phrase_stands_in,
    read_quantity,
    stands_in,
)
from report_qa.evaluation.measures import Tally

SHORT = 600


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a case is wrong: a stable name, and what was seen."""

    name: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.name}: {self.detail}" if self.detail else self.name


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one reply. `failures` is empty when it is right; `tallies` holds the measures that apply to it."""

    failures: tuple[Failure, ...]
    tallies: dict[str, Tally]
    unfaithful: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        """Whether the contract calls the case right."""
        return not self.failures


def judge(case: Case, reply: dict[str, Any], lines: Lines) -> Judgement:
    """Judge a reply in the contract's JSON shape; `lines` gives a report's source lines, line 1 first.

    Source of the method: the contract, "A case is right when".
    """
    if "error" in reply:
        return Judgement((Failure("error", str(reply["error"])),), {"right": Tally(0, 1)})
    unfaithful = unfaithful_numbers(reply, lines, case.question) + unfaithful_figures(reply, lines)
    if case.kind == "unanswerable":
        failures = _judge_refusal(reply)
    elif case.kind == "smalltalk":
        failures = _judge_smalltalk(reply)
    else:
        failures = _judge_answer(case, reply, lines)
    tallies = {"right": Tally.of(not failures), "faithful": Tally.of(not unfaithful)}
    tallies |= count(case, reply, lines)
    return Judgement(tuple(failures), tallies, unfaithful)


def _judge_refusal(reply: dict[str, Any]) -> list[Failure]:
    failures = []
    if reply["status"] != "not_found":
        failures.append(Failure("should_refuse", f"the status is {reply['status']}"))
    if reply["figures"]:
        failures.append(Failure("figures_in_refusal", _texts(reply)))
    return failures


def _judge_smalltalk(reply: dict[str, Any]) -> list[Failure]:
    failures = []
    if reply["status"] != "smalltalk":
        failures.append(Failure("smalltalk", f"the status is {reply['status']}"))
    if reply["figures"]:
        failures.append(Failure("figures_in_smalltalk", _texts(reply)))
    return failures


def _judge_answer(case: Case, reply: dict[str, Any], lines: Lines) -> list[Failure]:
    if reply["status"] not in GIVEN:
        return [Failure("refused", f"{reply['status']}, {reply['reason']}")]
    failures = _judge_length(case, reply, lines)
    failures += _judge_gold(case, reply)
    failures += _judge_figures(case, reply)
    if case.verdict is not None and reply["verdict"] != case.verdict:
        failures.append(Failure("verdict", f"{reply['verdict']}, not {case.verdict}"))
    return failures + _judge_citations(case, reply)


def _judge_length(case: Case, reply: dict[str, Any], lines: Lines) -> list[Failure]:
    """At most 600 characters, or twice those of the lines cited, each line counted once; never half of a report."""
    length = len(reply["answer"])
    if length <= SHORT or (reply["status"] == "clarify" and case.report is None):
        return []
    rests_on = {
        (entry["report"], entry["line_start"] + at): line
        for entry in reply["citations"]
        for at, line in enumerate(cited_lines(entry, lines))
    }
    limit = max(SHORT, 2 * sum(len(line) for line in rests_on.values()))
    if length > limit:
        return [Failure("not_short", f"{length} characters, at most {limit}")]
    halves = [sum(map(len, map(squash, lines(report)))) / 2 for report, _ in rests_on]
    poured = any(len(squash(reply["answer"])) >= half for half in halves)
    return [Failure("not_short", "a report poured out")] if poured else []


def _judge_gold(case: Case, reply: dict[str, Any]) -> list[Failure]:
    failures = []
    if case.kind == "ambiguous":
        if case.gold_figures and not any(_given_with_period(gold, reply) for gold in case.gold_figures):
            failures.append(Failure("missing_figure", "none of them stands there with its period"))
    else:
        missing = [gold.text for gold in case.gold_figures if not stands_in(gold.text, reply["answer"])]
        failures += [Failure("missing_figure", text) for text in missing]
    for choices in case.gold_phrases:
        if not any(phrase_stands_in(phrase, reply["answer"]) for phrase in choices):
            failures.append(Failure("missing_phrase", " | ".join(choices)))
    return failures


def _given_with_period(gold: GoldFigure, reply: dict[str, Any]) -> bool:
    """Whether the answer gives a gold figure and says its period; one that is no record only has to stand there."""
    if not stands_in(gold.text, reply["answer"]):
        return False
    records = [figure for figure in reply["figures"] if figures_match(figure["text"], gold.text)]
    answer = fold(reply["answer"])
    return any(_period_said(figure["period"], answer) for figure in records) if records else not is_quantity(gold.text)


def _period_said(period: dict[str, Any] | None, answer: str) -> bool:
    if period is None:
        return False
    years = [str(period["start"]), str(period["end"])]
    return fold(period["label"]) in answer or all(phrase_stands_in(year, answer) for year in years)


def _judge_figures(case: Case, reply: dict[str, Any]) -> list[Failure]:
    headline = [figure["text"] for figure in reply["figures"][: len(case.gold_figures)]]
    failures = [
        Failure("trapped", text) for text in headline if any(figures_match(text, trap) for trap in case.wrong_figures)
    ]
    if case.kind == "figure" and case.gold_figures:
        allowed = [*(gold.text for gold in case.gold_figures), *case.ok_figures]
        if not headline:
            if all(is_quantity(gold.text) for gold in case.gold_figures):
                failures.append(Failure("wrong_first", "there is no figure"))
        elif not any(figures_match(headline[0], text) for text in allowed):
            failures.append(Failure("wrong_first", headline[0]))
    return failures


def _judge_citations(case: Case, reply: dict[str, Any]) -> list[Failure]:
    failures = []
    if case.gold_lines and not any(overlaps(case, entry) for entry in reply["citations"]):
        failures.append(Failure("no_citation_overlap", _cited(reply)))
    foreign = [entry["report"] for entry in reply["citations"] if case.reports and entry["report"] not in case.reports]
    return failures + [Failure("foreign_citation", report) for report in dict.fromkeys(foreign)]


def is_quantity(text: str) -> bool:
    """Whether a gold text is a figure of the contract, not a date or a rank that is no record of `figures`."""
    quantity = read_quantity(text)
    if quantity is None:
        return False
    year = quantity.unit.startswith("年") and quantity.amount.scale == 1 and 1900 <= quantity.amount.number < 2100
    return not (year or quantity.unit.startswith(("月", "日", "号", "位", "名次", "st", "nd", "rd", "th")))


def _texts(reply: dict[str, Any]) -> str:
    return ", ".join(figure["text"] for figure in reply["figures"])


def _cited(reply: dict[str, Any]) -> str:
    return ", ".join(f"{entry['line_start']}-{entry['line_end']}" for entry in reply["citations"]) or "nothing cited"
