"""`Scorecard`: every case asked and judged, with totals by kind, persona and report."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from report_qa.errors import ReportQAError
from report_qa.evaluation.calibration import brier, calibration
from report_qa.evaluation.cases import Case
from report_qa.evaluation.judge import Judgement, judge
from report_qa.evaluation.measures import Tally, add_up, quantile

Ask = Callable[[dict[str, Any]], dict[str, Any]]
Progress = Callable[[int], None]
_TWIN = re.compile(r"(.*\d)([ab])$")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case, what it got back in the contract's JSON shape, and the judgement on it."""

    case: Case
    reply: dict[str, Any]
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All outcomes of one run, in the order of the cases."""

    outcomes: tuple[Outcome, ...]

    @property
    def totals(self) -> dict[str, Tally]:
        """Each measure over all cases."""
        return totals_of(self.outcomes)

    def by(self, key: Callable[[Case], str]) -> dict[str, dict[str, Tally]]:
        """Each measure over the cases of each group, groups in alphabetical order."""
        groups: dict[str, list[Outcome]] = {}
        for outcome in self.outcomes:
            groups.setdefault(key(outcome.case), []).append(outcome)
        return {name: totals_of(groups[name]) for name in sorted(groups)}

    @property
    def index(self) -> str | None:
        """Digest of the index that answered; several digests, joined by a space, when it changed during the run."""
        digests = [str(outcome.reply["index"]) for outcome in self.outcomes if outcome.reply.get("index")]
        return " ".join(dict.fromkeys(digests)) or None

    @property
    def cases_digest(self) -> str:
        """SHA-256 of what was asked and expected: two runs compare where it is equal."""
        return hashlib.sha256("\n".join(repr(outcome.case) for outcome in self.outcomes).encode()).hexdigest()

    def latency(self) -> dict[str, float | None]:
        """Milliseconds that the service says it spent: median, 95th in a hundred, longest."""
        spent = [outcome.reply["elapsed_ms"] for outcome in self.outcomes if "elapsed_ms" in outcome.reply]
        return {name: quantile(spent, share) for name, share in (("p50", 0.5), ("p95", 0.95), ("max", 1.0))}

    def confidences(self) -> list[tuple[float, bool]]:
        """What each reply said of its confidence, and whether it was right."""
        return [
            (outcome.reply["confidence"], outcome.judgement.right)
            for outcome in self.outcomes
            if outcome.reply.get("confidence") is not None
        ]

    def failures(self) -> tuple[Outcome, ...]:
        """The outcomes that are wrong or not faithful."""
        return tuple(entry for entry in self.outcomes if not entry.judgement.right or entry.judgement.unfaithful)


def run(
    cases: Sequence[Case], ask: Ask, lines: Callable[[str], list[str]], progress: Progress | None = None
) -> Scorecard:
    """Ask every case and judge the reply.

    `ask` takes the request of `POST /api/v1/ask` and gives its response, both as dictionaries; `lines` gives a report's
    source lines, line 1 first. A request that fails is an outcome that is wrong, never the end of the run.
    """
    known_lines = cache(lines)
    outcomes = []
    for number, case in enumerate(cases, start=1):
        reply = _ask(case, ask)
        outcomes.append(Outcome(case, reply, judge(case, reply, known_lines)))
        if progress is not None:
            progress(number)
    return Scorecard(tuple(outcomes))


def totals_of(outcomes: Sequence[Outcome]) -> dict[str, Tally]:
    """Each measure over some outcomes, pairs of twins included."""
    return add_up([*(outcome.judgement.tallies for outcome in outcomes), {"pairs": _pairs(outcomes)}])


def to_json(scorecard: Scorecard) -> dict[str, Any]:
    """The run as plain JSON: digests, totals with intervals, groups, and one entry a case."""
    return {
        "index": scorecard.index,
        "cases": scorecard.cases_digest,
        "count": len(scorecard.outcomes),
        "totals": _tallies(scorecard.totals),
        "by_kind": {name: _tallies(row) for name, row in scorecard.by(kind_of).items()},
        "by_persona": {name: _tallies(row) for name, row in scorecard.by(persona_of).items()},
        "by_report": {name: _tallies(row) for name, row in scorecard.by(report_of).items()},
        "latency_ms": scorecard.latency(),
        "brier": brier(scorecard.confidences()),
        "calibration": [asdict(group) for group in calibration(scorecard.confidences())],
        "outcomes": [_outcome(outcome) for outcome in scorecard.outcomes],
    }


def kind_of(case: Case) -> str:
    """The group of a case by kind."""
    return case.kind


def persona_of(case: Case) -> str:
    """The group of a case by who asks."""
    return case.persona or "unknown"


def report_of(case: Case) -> str:
    """The group of a case by report."""
    return case.report or "all reports"


def _ask(case: Case, ask: Ask) -> dict[str, Any]:
    try:
        return ask({"question": case.question, "history": list(case.turns[:-1]), "report": case.report})
    except ReportQAError as error:
        return {"error": f"{error.code}: {error}"}


def _pairs(outcomes: Sequence[Outcome]) -> Tally:
    """Twins are cases whose ids differ in a last a or b only; a pair counts where both are there."""
    pairs: dict[str, dict[str, bool]] = {}
    for outcome in outcomes:
        twin = _TWIN.fullmatch(outcome.case.id)
        if twin:
            pairs.setdefault(twin[1], {})[twin[2]] = outcome.judgement.right
    whole = [pair for pair in pairs.values() if len(pair) == 2]
    return Tally(sum(all(pair.values()) for pair in whole), len(whole))


def _tallies(row: dict[str, Tally]) -> dict[str, Any]:
    return {
        name: {"hits": tally.hits, "of": tally.total, "rate": tally.rate, "interval": tally.interval}
        for name, tally in row.items()
        if tally.total
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    judged = outcome.judgement
    return {
        "id": outcome.case.id,
        "kind": outcome.case.kind,
        "report": outcome.case.report,
        "right": judged.right,
        "failures": [failure.name for failure in judged.failures],
        "unfaithful": list(judged.unfaithful),
        "status": outcome.reply.get("status"),
        "reason": outcome.reply.get("reason"),
        "confidence": outcome.reply.get("confidence"),
    }
