"""`Evidence`: what decided the period or the status of a figure, and where in the source that stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from report_qa.text.document import BlockKind, Document, Section, Sentence
from report_qa.text.spans import Extent


class EvidenceKind(StrEnum):
    """What may decide a period or a status."""

    OWN_WORDS = "own_words"  # a time or a promise printed in the figure's own sentence
    BEFORE = "before"  # a time named in a sentence before, which the figure's goes on with
    HEADING = "heading"  # the heading of its section, or of one around it
    WORDING = "wording"  # whether the section or paragraph is worded as done or as planned
    PLACE_IN_REPORT = "place_in_report"  # where the section stands among those that are dated
    STARTING = "starting"  # the value that a change starts from: the year before
    ROW = "row"  # a table's row or a caption: dated by nothing but itself
    OVERRULE = "overrule"  # a person says so
    NONE = "none"


EVIDENCE_WORDS: dict[EvidenceKind, tuple[str, str]] = {
    EvidenceKind.OWN_WORDS: ("本句所写", "words of its own sentence"),
    EvidenceKind.BEFORE: ("承接前文所写的时间", "the time named in a sentence before"),
    EvidenceKind.HEADING: ("所在部分的标题", "the heading of its section"),
    EvidenceKind.WORDING: ("所在部分的措辞", "the wording of its section"),
    EvidenceKind.PLACE_IN_REPORT: ("所在部分在报告中的位置", "where its section stands in the report"),
    EvidenceKind.STARTING: ("变化的起点，属上一年", "the value that a change starts from: the year before"),
    EvidenceKind.ROW: ("表格行或图片说明，只看其自身", "a table's row or a caption, dated by nothing but itself"),
    EvidenceKind.OVERRULE: ("人工更正", "a person's correction"),
    EvidenceKind.NONE: ("报告未写明", "the report gives none"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What decided a period or a status: its kind, the words as printed (or empty) and their place in the source."""

    kind: EvidenceKind
    words: str = ""
    extent: Extent | None = None


NO_EVIDENCE = Evidence(EvidenceKind.NONE)
_KINDS = {
    "wording": EvidenceKind.WORDING,
    "problems": EvidenceKind.WORDING,
    "words": EvidenceKind.OWN_WORDS,
    "outline": EvidenceKind.OVERRULE,
    "turn": EvidenceKind.PLACE_IN_REPORT,
    "the section before": EvidenceKind.PLACE_IN_REPORT,
    "the year planned": EvidenceKind.PLACE_IN_REPORT,
}
_FARTHEST = 200  # sentences before in which the words that a sentence goes on with are sought


def evidence_of(document: Document, index: int) -> Evidence:
    """What decided the period and status of the sentence at position `index` of a document, as a whole."""
    sentence = document.sentences[index]
    rule, _, words = sentence.evidence.partition(": ")
    if rule == "words":
        return _printed(document, index, words)
    if sentence.kind is BlockKind.CAPTION:
        return Evidence(EvidenceKind.ROW)
    if rule in ("parent", "", "heading"):
        return _section_evidence(document, sentence, words)
    return Evidence(_KINDS.get(rule, EvidenceKind.NONE))


def _printed(document: Document, index: int, words: str) -> Evidence:
    """The words of a sentence's evidence, in it or in the nearest one before that prints them."""
    evidence = document.sentences[index].evidence
    for at in range(index, max(-1, index - _FARTHEST), -1):
        sentence = document.sentences[at]
        if sentence.evidence != evidence:
            continue
        extent = _part(sentence, words)
        if extent is not None:
            return Evidence(EvidenceKind.OWN_WORDS if at == index else EvidenceKind.BEFORE, words, extent)
    own = document.sentences[index]
    return Evidence(EvidenceKind.OWN_WORDS if _part(own, words) else EvidenceKind.BEFORE, words)


def _part(sentence: Sentence, words: str) -> Extent | None:
    """Where words stand in a sentence, whatever white space is printed between them."""
    at = sentence.text.find(words)
    if at >= 0:
        return sentence.extent.part(at, at + len(words)) if words else None
    found = re.search(r"\s*".join(map(re.escape, words)), sentence.text)
    return sentence.extent.part(*found.span()) if found and words else None


def _section_evidence(document: Document, sentence: Sentence, words: str) -> Evidence:
    """The heading around a sentence that decides its time, or the rule by which a section was dated."""
    at = sentence.section
    while at is not None:
        section = document.sections[at]
        rule, _, said = section.evidence.partition(": ")
        if rule == "heading":
            return Evidence(EvidenceKind.HEADING, said, _part_of_heading(section, said))
        if rule != "parent":
            kind = EvidenceKind.BEFORE if rule == "words" else _KINDS.get(rule, EvidenceKind.NONE)
            return Evidence(kind, said)
        at = section.parent
    return Evidence(EvidenceKind.HEADING, words) if words else NO_EVIDENCE


def _part_of_heading(section: Section, words: str) -> Extent:
    at = section.heading.find(words) if words else -1
    return section.extent.part(at, at + len(words)) if at >= 0 else section.extent
