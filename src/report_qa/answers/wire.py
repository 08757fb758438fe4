"""The contract's JSON shape of a reply, as plain dictionaries: the one place that says how a type looks on the wire.

The service returns what `reply_to_dict` gives (its pydantic schemas describe it and add nothing), the ledger's route
uses `figure_to_dict`, the search route `hit_to_dict`, and the evaluation judges the same dictionaries in process and
over HTTP.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from report_qa.answers.reply import Citation, CitedFigure, Derived, Interpretation, Reply
from report_qa.figures.figure import Figure
from report_qa.search.passage import Hit
from report_qa.text.periods import Period
from report_qa.text.source import Place

JsonObject = dict[str, Any]


def reply_to_dict(reply: Reply, digest: str, elapsed_ms: float) -> JsonObject:
    """The response of `POST /api/v1/ask`; `digest` is the index's, `elapsed_ms` milliseconds spent in the service."""
    return {
        "status": reply.status,
        "verdict": reply.verdict,
        "answer": reply.answer,
        "reason": reply.reason,
        "figures": [_cited_figure(figure) for figure in reply.figures],
        "derived": [_derived(derived) for derived in reply.derived],
        "citations": [_citation(citation) for citation in reply.citations],
        "nearest": [hit_to_dict(hit) for hit in reply.nearest],
        "passages": [hit_to_dict(hit) for hit in reply.passages],
        "interpretation": _interpretation(reply.interpretation),
        "suggestions": list(reply.suggestions),
        "confidence": reply.confidence,
        "index": digest,
        "elapsed_ms": elapsed_ms,
    }


def figure_to_dict(figure: Figure, places: Sequence[Place]) -> JsonObject:
    """A figure as the contract's table "A figure" has it, without `citation`; `value_to` stands in a range only."""
    fields: JsonObject = {"text": figure.text, "value": json_number(figure.value)}
    if figure.value_to is not None:
        fields["value_to"] = json_number(figure.value_to)
    return fields | {
        "scale": figure.scale,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "metric": figure.metric,
        "change": figure.change,
        "period": period_to_dict(figure.period),
        "status": figure.status,
        "places": [place_to_dict(place) for place in places],
    }


def hit_to_dict(hit: Hit) -> JsonObject:
    """A passage as `passages`, `nearest` and the search route have it."""
    passage = hit.passage
    return {
        "report": passage.report,
        "text": passage.text,
        "line_start": passage.line_start,
        "line_end": passage.line_end,
        "section": list(passage.section),
        "score": hit.score,
        "parts": {name: hit.parts[name] for name in sorted(hit.parts)},
    }


def period_to_dict(period: Period | None) -> JsonObject | None:
    """A period's label, first and last year, or None."""
    return None if period is None else {"label": period.label, "start": period.start, "end": period.end}


def place_to_dict(place: Place) -> JsonObject:
    """A place: line from 1, columns in code points from 0, half-open, and its page where the format has pages."""
    fields: JsonObject = {"line": place.line, "column_start": place.column_start, "column_end": place.column_end}
    return fields if place.page is None else fields | {"page": place.page}


def json_number(value: Decimal) -> int | float:
    """A number as JSON has it: whole ones without a point.

    >>> json_number(Decimal("1200")), json_number(Decimal("25.50"))
    (1200, 25.5)
    """
    return int(value) if value == value.to_integral_value() else float(value)


def _cited_figure(cited: CitedFigure) -> JsonObject:
    return figure_to_dict(cited.figure, cited.places) | {"citation": cited.citation}


def _derived(derived: Derived) -> JsonObject:
    return {"text": derived.text, "formula": derived.formula, "operands": list(derived.operands)}


def _citation(citation: Citation) -> JsonObject:
    return {
        "n": citation.n,
        "report": citation.report,
        "title": citation.title,
        "line_start": citation.line_start,
        "line_end": citation.line_end,
        "places": [place_to_dict(place) for place in citation.places],
        "page": citation.page,
        "quote": citation.quote,
        "section": list(citation.section),
        "url": citation.url,
    }


def _interpretation(read: Interpretation) -> JsonObject:
    return {
        "intent": read.intent,
        "metrics": list(read.metrics),
        "period": period_to_dict(read.period),
        "status": read.status,
        "place": read.place,
        "origin": {name: read.origin[name] for name in sorted(read.origin)},
        "rewritten": read.rewritten,
        "corrected": [{"from": one.typed, "to": one.meant} for one in read.corrected],
    }
