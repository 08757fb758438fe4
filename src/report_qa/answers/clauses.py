"""Clauses of a sentence, and how much of a question's words a text has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from report_qa.answers.anchors import Anchor
from report_qa.answers.folding import fold, stands_in

_CLAUSE = re.compile(r"[^，；：。！？]*[，；：。！？]*[”』」）)]*")
_WHOLE = 0.9  # a word counts as found from this share of its two-character words


def clauses_of(text: str) -> list[tuple[int, int]]:
    """Code points `[start, end)` of a sentence's clauses, in order; they cover it."""
    return [match.span() for match in _CLAUSE.finditer(text) if match.end() > match.start()]


def plain(text: str) -> str:
    """A text as the anchors' forms are written."""
    return fold(unicodedata.normalize("NFKC", text))


def share(anchors: Sequence[Anchor], text: str) -> float:
    """Share (0 to 1) of the anchors' weight that a text has, folded here; 0 where there are no anchors."""
    folded = plain(text)
    total = sum(anchor.weight for anchor in anchors)
    return sum(anchor.weight * found(anchor, folded) for anchor in anchors) / total if total else 0.0


def found(anchor: Anchor, folded: str) -> float:
    """How much of an anchor a folded text has, 0 to 1: all where a form of it stands, else by its two-character words."""
    if any(stands_in(form, folded) for form in anchor.forms):
        return 1.0
    return min(1.0, sum(weight for gram, weight in anchor.grams if gram in folded))


def has(anchor: Anchor, folded: str) -> bool:
    """Whether a folded text has an anchor."""
    return found(anchor, folded) >= _WHOLE
