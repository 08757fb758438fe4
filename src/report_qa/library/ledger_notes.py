"""`LedgerNotes`: what the ledger says of a report's figures beside the figures themselves, stored with them in the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from report_qa.figures.figure import Figure
from report_qa.library.figure_overrules import Dropped, Overruled
from report_qa.library.stored_figures import figures_from_json, figures_to_json, period_from_row, period_to_row
from report_qa.text.document import Sentence


@dataclass(frozen=True, slots=True)
class Contradicted:
    """Two figures, as positions in the ledger, of one metric (its key), period and status whose values differ."""

    one: int
    other: int
    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class LedgerNotes:
    """Keys and what a person overruled, position by position of the figures; contradictions; figures dropped."""

    keys: tuple[str, ...]
    overruled: tuple[Overruled | None, ...]
    dropped: tuple[Dropped, ...] = ()
    contradictions: tuple[Contradicted, ...] = ()


def notes_to_json(notes: LedgerNotes) -> dict[str, Any]:
    """Notes as JSON."""
    return {
        "keys": list(notes.keys),
        "overruled": {str(at): _overruled(known) for at, known in enumerate(notes.overruled) if known is not None},
        "dropped": figures_to_json(one.figure for one in notes.dropped),
        "dropped_for": [one.reason for one in notes.dropped],
        "contradictions": [[one.one, one.other, one.key, one.reason] for one in notes.contradictions],
    }


def notes_from_json(fields: Mapping[str, Any], figures: Sequence[Figure], sentences: Sequence[Sentence]) -> LedgerNotes:
    """The notes that `notes_to_json` gave.

    Raises:
        KeyError, IndexError, TypeError, ValueError: they are none, or not of these figures.
    """
    keys = tuple(map(str, fields["keys"]))
    overruled: list[Overruled | None] = [None] * len(figures)
    for at, row in fields["overruled"].items():
        overruled[int(at)] = _read_overruled(row)
    contradictions = tuple(Contradicted(*row) for row in fields["contradictions"])
    places = (at for one in contradictions for at in (one.one, one.other))
    if len(keys) != len(figures) or not all(0 <= at < len(figures) for at in places):
        raise ValueError("notes of other figures")
    dropped = zip(figures_from_json(fields["dropped"], sentences), map(str, fields["dropped_for"]), strict=True)
    return LedgerNotes(keys, tuple(overruled), tuple(Dropped(*one) for one in dropped), contradictions)


def _overruled(known: Overruled) -> list[Any]:
    return [known.reason, list(known.says), known.metric, period_to_row(known.period), known.status]


def _read_overruled(row: Sequence[Any]) -> Overruled:
    reason, says, metric, period, status = row
    return Overruled(reason, tuple(says), metric, period_from_row(period), status)
