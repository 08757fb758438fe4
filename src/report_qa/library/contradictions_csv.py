"""Contradictions as CSV: two rows a pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from report_qa.library.ledger import Contradicting
from report_qa.library.ledger_csv import COLUMNS, MORE_COLUMNS, csv_text, ledger_row


def contradictions_csv(pairs: Iterable[Contradicting]) -> str:
    """The ledger's columns, and before them the pair's number from 1, and why its two figures contradict each other."""
    return csv_text(("pair", "reason_zh", "reason_en", *COLUMNS, *MORE_COLUMNS), _rows(pairs))


def _rows(pairs: Iterable[Contradicting]) -> Iterator[list[Any]]:
    for at, pair in enumerate(pairs, 1):
        for record in (pair.one, pair.other):
            yield [at, pair.told("zh"), pair.told("en"), *ledger_row(record)]
