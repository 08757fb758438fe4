"""What a workbook says of the report whose figures it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from report_qa import __version__
from report_qa.library.ledger import Ledger, Record
from report_qa.library.ledger_filter import LedgerFilter
from report_qa.library.ledger_words import LedgerWords
from report_qa.library.library import Library
from report_qa.library.review import Review


def ledger_facts(
    library: Library,
    ledger: Ledger,
    shown: Sequence[Record],
    review: Review,
    asked: LedgerFilter,
    words: LedgerWords,
) -> list[tuple[str, Any]]:
    """Names of `LedgerWords` and values: the report, what of its ledger is shown, how much of it is explained."""
    summary = library.report(ledger.report).summary
    filters = (
        f"{words[one.name]} = {value}" for one in fields(asked) if (value := getattr(asked, one.name)) is not None
    )
    return [
        ("report", summary.id),
        ("title", summary.title),
        ("place", summary.place),
        ("delivered", summary.delivered),
        ("reviews", summary.reviews),
        ("plans", summary.plans),
        ("lines", summary.lines),
        ("pages", ledger.source.page_count),
        ("sha256", summary.sha256),
        ("shown", len(shown)),
        ("all_figures", len(ledger.records)),
        ("filters", "; ".join(filters) or words["none"]),
        ("digits", review.digits),
        ("in_figures", review.in_figures),
        ("explained", review.explained),
        ("share", round(review.share, 6)),
        ("contradictions", len(ledger.contradictions)),
        ("index", f"{library.digest} (report-qa {__version__})"),
    ]
