"""A scorecard as tables for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from rich.console import Console
from rich.table import Table

from report_qa.evaluation.calibration import brier, calibration
from report_qa.evaluation.compare import Comparison
from report_qa.evaluation.measures import MEASURES, Tally
from report_qa.evaluation.scorecard import Scorecard, kind_of, persona_of, report_of

_COLUMNS = {
    "right": "right",
    "faithful": "faithful",
    "cited": "cited",
    "trapped": "trapped",
    "falsely_abstained": "refused wrongly",
}


def print_scorecard(scorecard: Scorecard, console: Console) -> None:
    """Print totals with intervals, groups, reasons of failure and latency."""
    console.print(_totals(scorecard.totals))
    for title, key in (("kind", kind_of), ("persona", persona_of), ("report", report_of)):
        console.print(_groups(title, scorecard.by(key)))
    console.print(_reasons(scorecard))
    spent = ", ".join(f"{name} {value:.1f}" for name, value in scorecard.latency().items() if value is not None)
    console.print(f"latency in ms: {spent or 'none'}", highlight=False)
    console.print(_calibration(scorecard), highlight=False)
    console.print(f"index: {scorecard.index or 'none'}", highlight=False, soft_wrap=True)


def print_comparison(comparison: Comparison, console: Console) -> None:
    """Print which cases changed, and how sure the difference is."""
    for word, ids in (
        ("now right", comparison.gained),
        ("now wrong", comparison.lost),
        ("other failures", comparison.moved),
    ):
        console.print(f"{word} ({len(ids)}): {' '.join(ids)}", highlight=False, soft_wrap=True)
    low, high = comparison.interval
    console.print(
        f"right {comparison.before} -> {comparison.after} of {comparison.count}; "
        f"difference {percent(comparison.difference)} (95% {percent(low)} to {percent(high)}), "
        f"McNemar p = {comparison.p_value:.3f}",
        highlight=False,
    )


def percent(share: float | None) -> str:
    """A share in per cent with one decimal."""
    return "–" if share is None else f"{100 * share:.1f}%"


def _totals(totals: Mapping[str, Tally]) -> Table:
    table = Table("measure", "share", "95%", "count", title="All cases", title_justify="left")
    for name, tally in totals.items():
        if tally.interval is not None:
            low, high = tally.interval
            table.add_row(
                MEASURES[name][0],
                percent(tally.rate),
                f"{percent(low)} – {percent(high)}",
                f"{tally.hits} of {tally.total}",
            )
    return table


def _groups(title: str, groups: Mapping[str, Mapping[str, Tally]]) -> Table:
    table = Table(title, "cases", *_COLUMNS.values(), title=f"By {title}", title_justify="left")
    for name, row in groups.items():
        cells = [percent(row[column].rate) if column in row else "–" for column in _COLUMNS]
        table.add_row(name, str(row["right"].total), *cells)
    return table


def _calibration(scorecard: Scorecard) -> str:
    said = scorecard.confidences()
    groups = ", ".join(f"said {group.said:.2f} is {group.right:.2f} ({group.count})" for group in calibration(said))
    score = brier(said)
    return "confidence: none" if score is None else f"confidence: Brier score {score:.3f}; {groups}"


def _reasons(scorecard: Scorecard) -> Table:
    counted: Counter[str] = Counter()
    for outcome in scorecard.outcomes:
        counted.update({failure.name for failure in outcome.judgement.failures})
    table = Table("why wrong", "cases", title="Failures", title_justify="left")
    for name, count in sorted(counted.items(), key=lambda entry: (-entry[1], entry[0])):
        table.add_row(name, str(count))
    return table
