"""What stands behind a heading or a lead sentence and belongs to it."""

from __future__ import annotations

import re

from report_qa.answers.asked import Asked
from report_qa.text.document import BlockKind, Sentence

_ENOUGH = 160  # characters behind a lead that make an answer of it
_ROW = 480  # characters up to which sentences that begin alike (瞄准…。瞄准…。) are one row
_SHORT = 22
_INTRODUCES = re.compile(r"(?:主要是|目标是|如下|以下|包括|体现在|表现在|具体是|分别是|就是)[：:]?$|[：:；]$")
_LEADS = re.compile(r"[一二三四五六七八九十]+(?:是|要)|[（(]?[一二三四五六七八九十\d]+[）)、.．]")


def with_body(asked: Asked, sentences: list[int], wanted: int = 0) -> list[int]:
    """Sentences, each heading or lead (五是坚持厉行节约。) with what it leads; `wanted` items at least where it lists."""
    found: list[int] = []
    for at in sentences:
        found.append(at)
        if leads(asked, at):
            found += body_of(asked, at, wanted)
    return found


def leads(asked: Asked, at: int) -> bool:
    """Whether a sentence says little by itself: a heading, a short one without a figure, one that introduces."""
    lead = asked.view.document.sentences[at]
    short = len(lead.text) <= _SHORT and not asked.view.figures_of.get(at)
    return lead.kind is BlockKind.HEADING or short or _INTRODUCES.search(lead.text.strip()) is not None


def body_of(asked: Asked, at: int, wanted: int = 0) -> list[int]:
    """Positions of the sentences that a lead leads: of its paragraph, or of the first one under a heading."""
    sentences = asked.view.document.sentences
    lead, found, size = sentences[at], list[int](), 0
    for after in range(at + 1, len(sentences)):
        follower, before = sentences[after], sentences[after - 1]
        goes_on = before.text.strip().endswith(("；", "：", ":"))
        row = bool(found) and follower.text[:2] == sentences[found[0]].text[:2] and size < _ROW
        if size >= _ENOUGH and after - at > wanted and not goes_on and not row:
            break
        if follower.kind is not BlockKind.PARAGRAPH or not _belongs(
            lead, sentences[found[0]] if found else None, follower
        ):
            break
        if size and not goes_on and not _same_row(lead, follower) and starts_anew(follower):
            break
        found.append(after)
        size += len(follower.text)
    return found


def numbered_behind(asked: Asked, at: int) -> list[int]:
    """The numbered sentences of a paragraph behind one of its sentences (一要…。二要…。), without what each goes on to say."""
    sentences = asked.view.document.sentences
    found: list[int] = []
    for after in range(at + 1, len(sentences)):
        if sentences[after].paragraph != sentences[at].paragraph:
            break
        if _LEADS.match(sentences[after].text):
            found.append(after)
    return found


def starts_anew(sentence: Sentence) -> bool:
    """Whether a sentence opens another point: numbered, or as short as a heading."""
    return _LEADS.match(sentence.text) is not None or len(sentence.text) <= 14


def _belongs(lead: Sentence, first: Sentence | None, follower: Sentence) -> bool:
    """Whether a sentence is of the lead's paragraph, or of the first paragraph under a heading."""
    if follower.paragraph == lead.paragraph:
        return True
    return lead.kind is BlockKind.HEADING and (first is None or follower.paragraph == first.paragraph)


def _same_row(lead: Sentence, follower: Sentence) -> bool:
    """Whether a numbered sentence is one of the row that the lead introduces, not the next of a row of leads."""
    return _LEADS.match(follower.text) is not None and _LEADS.match(lead.text) is None
