"""Headings as an answer: those under a section, those with a name, the one that an ordinal picks."""

from __future__ import annotations

import re

from report_qa.answers.asked import Asked
from report_qa.answers.folding import fold
from report_qa.text.document import BlockKind

_DIGITS = "一二三四五六七八九十"
_ORDINAL = re.compile(rf"第([{_DIGITS}])(?:个|项|大|类|条)")
_INTRODUCES = re.compile(r"(?:以下|如下|[一二三四五六七八九十]+个?(?:方面|项)).{0,8}[：:。]?$")
_FEWEST = 3


def ordinal_asked(text: str) -> int | None:
    """Which of a row a question picks (第四个: 4), None where it picks none."""
    match = _ORDINAL.search(text)
    return _DIGITS.index(match[1]) + 1 if match else None


def picked(asked: Asked, headings: list[int]) -> list[int]:
    """The one heading that an ordinal picks (第四个…是什么), else all."""
    ordinal = ordinal_asked(asked.question.clean)
    return headings[ordinal - 1 : ordinal] if ordinal and ordinal <= len(headings) else headings


def naming(asked: Asked) -> list[int]:
    """Headings that carry every name in quotation marks that the question has."""
    names = [fold(name) for name in asked.question.names]
    words = asked.view.words.texts
    return [
        at
        for at, sentence in enumerate(asked.view.document.sentences)
        if names and sentence.kind is BlockKind.HEADING and all(name in words[at] for name in names)
    ]


def under(asked: Asked, sentences: list[int], wanted: int | None) -> list[int]:
    """The headings under the section that the first sentence heads or introduces, or of another one that has as many as
    are wanted; empty where there are few.
    """
    document = asked.view.document
    for at in sentences:
        sentence = document.sentences[at]
        if sentence.kind is not BlockKind.HEADING and not _INTRODUCES.search(sentence.text):
            continue
        for section in _sections(asked, at):
            children = [number for number, other in enumerate(document.sections) if other.parent == section]
            if len(children) >= _FEWEST and (at == sentences[0] or len(children) == wanted):
                extents = {document.sections[number].extent for number in children}
                return [
                    n
                    for n, other in enumerate(document.sentences)
                    if other.kind is BlockKind.HEADING and other.extent in extents
                ]
    return []


def _sections(asked: Asked, at: int) -> list[int]:
    document = asked.view.document
    own = [n for n, section in enumerate(document.sections) if section.extent == document.sentences[at].extent]
    inside = document.sentences[at].section
    return own or ([] if inside is None else [inside])
