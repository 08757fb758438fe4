"""A review as JSON and as CSV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from report_qa.answers.wire import place_to_dict
from report_qa.library.ledger import places_text
from report_qa.library.ledger_csv import csv_text
from report_qa.library.review import Review, ReviewNumber

COLUMNS = ("text", "why", "reason_zh", "reason_en", "rule", "said", "context", "places", "url")


def review_to_dict(review: Review, numbers: Iterable[ReviewNumber], total: int) -> dict[str, Any]:
    """A page of a review: `total` counts the numbers found, of which `numbers` are the page."""
    return {
        "digits": review.digits,
        "in_figures": review.in_figures,
        "explained": review.explained,
        "share": round(review.share, 6),
        "total": total,
        "numbers": [number_to_dict(number) for number in numbers],
    }


def number_to_dict(number: ReviewNumber) -> dict[str, Any]:
    """A number that is no figure."""
    return {
        "text": number.text,
        "why": number.why.value,
        "reason": {"zh": number.why.zh, "en": number.why.en},
        "rule": number.rule,
        "said": number.said,
        "context": number.context,
        "places": [place_to_dict(place) for place in number.places],
        "url": number.url,
    }


def review_csv(numbers: Iterable[ReviewNumber]) -> str:
    """A heading and a row a number, in the form of the ledger's CSV."""
    return csv_text(COLUMNS, map(number_row, numbers))


def number_row(number: ReviewNumber) -> list[Any]:
    """The cells of a number, in the order of the columns; None where there is nothing."""
    return [
        number.text,
        number.why.value,
        number.why.zh,
        number.why.en,
        number.rule,
        number.said,
        number.context,
        places_text(number.places),
        number.url,
    ]
