"""An inspection as JSON: all that is known of how a report is read. The fields stand in docs/reading.md."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from report_qa.library.inspect import Inspection, Surveyed
from report_qa.text.coverage import Coverage, rule_of
from report_qa.text.periods import Period
from report_qa.text.reasons import Reason, Reasons
from report_qa.text.spans import Extent
from report_qa.text.verdicts import LineVerdict, Part

JsonObject = dict[str, Any]


def inspection_to_dict(seen: Inspection) -> JsonObject:
    """A report as read: coverage, sections, sentences, lines, edits, doubts, overrules."""
    document, examined, reasons = seen.document, seen.examined, Reasons(seen.document)
    return {
        "report": seen.id,
        "title": seen.title,
        "sha256": examined.source.sha256,
        "coverage": _coverage(seen.coverage),
        "figures": {"total": len(seen.figures), "undated": sum(one.period is None for one in seen.figures)},
        "sections": [_section(seen, at, reasons) for at in range(len(document.sections))],
        "sentences": [_sentence(seen, at, reasons) for at in range(len(document.sentences))],
        "lines": [_line(seen, line) for line in examined.lines],
        "edits": [
            {"rule": edit.rule, "why": edit.why, "places": _places(seen, Extent((edit.span,)))}
            for edit in examined.edits
        ],
        "not_understood": [
            {
                "taken": "furniture" if doubt.kind is None else doubt.kind.value,
                "reasons": list(doubt.reasons),
                "text": examined.source.cut(doubt.extent),
                "places": _places(seen, doubt.extent),
            }
            for doubt in examined.doubts
        ],
        "overrules": [{"entry": effect.name, "changes": effect.changes} for effect in seen.overrules],
    }


def survey_to_list(surveyed: Iterable[Surveyed]) -> list[JsonObject]:
    """The coverage of every report; of one that cannot be read, why."""
    return [
        {
            "report": one.id,
            "coverage": None if one.coverage is None else _coverage(one.coverage),
            "error": None if one.error is None else one.error.message,
        }
        for one in surveyed
    ]


def _coverage(counted: Coverage) -> JsonObject:
    shares = [
        {"class": one.verdict.value, "rule": one.rule, "lines": one.lines, "characters": one.characters}
        for one in counted.shares
    ]
    return {
        "lines": counted.lines,
        "blank_lines": counted.blank_lines,
        "characters": counted.characters,
        "classes": shares,
    }


def _section(seen: Inspection, at: int, reasons: Reasons) -> JsonObject:
    section = seen.document.sections[at]
    return {
        "heading": section.heading,
        "heading_line": seen.examined.source.line_of(section.extent.start),
        "level": section.level,
        "parent": section.parent,
        "line_start": section.line_start,
        "line_end": section.line_end,
        "period": _period(section.period),
        "status": section.status,
        "evidence": section.evidence,
        "why": _reason(reasons.of_section(at)),
    }


def _sentence(seen: Inspection, at: int, reasons: Reasons) -> JsonObject:
    sentence = seen.document.sentences[at]
    return {
        "text": sentence.text,
        "kind": sentence.kind.value,
        "block": sentence.paragraph,
        "section": sentence.section,
        "period": _period(sentence.period),
        "status": sentence.status,
        "evidence": sentence.evidence,
        "why": _reason(reasons.of_sentence(at)),
        "places": _places(seen, sentence.extent),
    }


def _line(seen: Inspection, line: LineVerdict) -> JsonObject:
    return {
        "line": line.number,
        "page": seen.examined.source.page(line.number),
        "class": "blank" if line.verdict is None else line.verdict.value,
        "begins": line.begins,
        "goes_on": line.goes_on,
        "parts": [_part(seen, line.number, part) for part in line.parts],
        "edits": list(line.edits),
    }


def _part(seen: Inspection, line: int, part: Part) -> JsonObject:
    return {
        "column_start": part.column_start,
        "column_end": part.column_end,
        "class": part.verdict.value,
        "taken": part.taken.value,
        "rule": rule_of(seen.examined, line, part),
        "reasons": list(part.reasons),
        "sentence": part.sentence,
    }


def _places(seen: Inspection, extent: Extent) -> list[JsonObject]:
    return [
        {"line": place.line, "column_start": place.column_start, "column_end": place.column_end}
        for place in seen.examined.source.places(extent)
    ]


def _period(period: Period | None) -> JsonObject | None:
    return None if period is None else {"label": period.label, "start": period.start, "end": period.end}


def _reason(reason: Reason) -> JsonObject:
    return {"rule": reason.rule, "words": reason.words, "line": reason.line}
