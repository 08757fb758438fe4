"""A ledger as JSON: the contract's fields of a figure, and what the ledger says beside them (docs/figures.md)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from report_qa.answers.wire import figure_to_dict, period_to_dict, place_to_dict
from report_qa.figures.bases import Base
from report_qa.figures.evidence import Evidence, EvidenceKind
from report_qa.library.figure_overrules import Dropped, Overruled
from report_qa.library.ledger import Contradicting, Ledger, Record
from report_qa.text.source import Place

JsonObject = dict[str, Any]


def record_to_dict(record: Record) -> JsonObject:
    """A record: first the contract's fields, then the ledger's own."""
    figure = record.figure
    return figure_to_dict(figure, record.places) | {
        "id": record.id,
        "key": record.key,
        "base": base_to_dict(figure.base),
        "remark": figure.remark,
        "clause": record.clause,
        "section": list(record.section),
        "evidence": {
            "period": evidence_to_dict(figure.period_evidence, record.period_places),
            "status": evidence_to_dict(figure.status_evidence, record.status_places),
        },
        "url": record.url,
        "overruled": overruled_to_dict(record.overruled),
        "contradicts": list(record.contradicts),
    }


def base_to_dict(base: Base | None) -> JsonObject | None:
    """What a figure is compared with: the words as printed, and their years where they say."""
    return None if base is None else {"text": base.text, "period": period_to_dict(base.period)}


def evidence_to_dict(evidence: Evidence, places: Sequence[Place]) -> JsonObject | None:
    """What decided a period or a status; None where the report gives none."""
    if evidence.kind is EvidenceKind.NONE:
        return None
    return {
        "kind": evidence.kind.value,
        "words": evidence.words or None,
        "places": [place_to_dict(place) for place in places],
    }


def overruled_to_dict(known: Overruled | None) -> JsonObject | None:
    """Why a person changed a record, and what the reader had read in the fields that they changed."""
    if known is None:
        return None
    was = {"period": period_to_dict(known.period), "status": known.status, "metric": known.metric}
    return {"reason": known.reason, "was": {name: was[name] for name in known.says}}


def contradictions_to_list(pairs: Iterable[Contradicting]) -> list[JsonObject]:
    """Pairs of records that contradict each other."""
    return [
        {"key": pair.key, "reason": pair.reason, "figures": [record_to_dict(pair.one), record_to_dict(pair.other)]}
        for pair in pairs
    ]


def dropped_to_list(dropped: Iterable[Dropped], ledger: Ledger) -> list[JsonObject]:
    """Figures that a person made none, as read, with the reason."""
    return [
        figure_to_dict(one.figure, ledger.source.places(one.figure.extent)) | {"reason": one.reason} for one in dropped
    ]
