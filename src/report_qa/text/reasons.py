"""Why a section or a sentence has its period and status: the rule that decided, the words that it saw and where they stand."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from report_qa.text.document import Document, Section

NONE = "none"  # nothing decided: there is no period and no status


@dataclass(frozen=True, slots=True)
class Reason:
    """What decided a period and a status: a dating rule of `rules.py`, the words, and the line (1-based) that they stand on."""

    rule: str
    words: str | None
    line: int | None


class Reasons:
    """The reasons of a report's sections and sentences, named by their positions in the document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._printed: dict[
            str, list[int]
        ] = {}  # by evidence, where the sentences begin that are dated so by their own words
        for sentence in document.sentences:
            words = _split(sentence.evidence)[1]
            if words is None or words in sentence.text:
                self._printed.setdefault(sentence.evidence, []).append(sentence.extent.start)

    def of_section(self, at: int) -> Reason:
        """Why a section is dated so; its parents are asked where it only follows them."""
        sections = self._document.sections
        section = sections[at]
        while section.evidence == "parent" and section.parent is not None:
            section = sections[section.parent]
        rule, words = _split(section.evidence)
        if rule == "words" and words and words not in section.heading:
            return Reason(rule, words, self._nearest(section.extent.start, section.evidence))
        return Reason(rule, words, self._line(section) if rule != NONE else None)

    def of_sentence(self, at: int) -> Reason:
        """Why a sentence is dated so: by its own words, an earlier sentence's or its section's."""
        sentence = self._document.sentences[at]
        if sentence.section is not None and sentence.evidence == self._document.sections[sentence.section].evidence:
            return self.of_section(sentence.section)
        rule, words = _split(sentence.evidence)
        if rule in ("parent", "heading"):
            return self._above(sentence.section, sentence.evidence)
        start = sentence.extent.start
        return Reason(rule, words, self._nearest(start, sentence.evidence) if rule != NONE else None)

    def _above(self, at: int | None, evidence: str) -> Reason:
        """The section over a sentence that its evidence is of."""
        rule, words = _split(evidence)
        while at is not None:
            section = self._document.sections[at]
            if section.evidence == evidence:
                return self.of_section(at)
            if words is not None and words in section.heading:
                return Reason(rule, words, self._line(section))
            at = section.parent
        return Reason(rule, words, None)

    def _nearest(self, start: int, evidence: str) -> int:
        """The line of the sentence at a code point, or the nearest before it, else behind it, that is dated so by its own words."""
        starts = self._printed.get(evidence, [start])
        before = bisect_right(starts, start)
        return self._document.source.line_of(starts[max(0, before - 1)])

    def _line(self, section: Section) -> int:
        return self._document.source.line_of(section.extent.start)


def _split(evidence: str) -> tuple[str, str | None]:
    rule, _, words = evidence.partition(": ")
    return rule or NONE, words or None
