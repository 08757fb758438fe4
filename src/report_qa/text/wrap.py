"""Hard-wrapped lines: the marks and measures by which it shows where a sentence ends and a box does."""

from __future__ import annotations

import re

TERMINAL = "。！？!?；;…"
CLOSING = "”’」』）)】》〉"
SALUTATION = re.compile(r"(?:各位(?:代表|委员|领导|同志)|同志们|位代表)[：:！!，]")
INDENT = 4  # half-width columns by which the first line of a paragraph is mostly shorter than its box
WIDEST = 200  # half-width columns of a box; longer lines are paragraphs printed on one line


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a full stop or its like, closing quotes and brackets aside."""
    bare = text.rstrip(CLOSING)
    return bool(bare) and bare[-1] in TERMINAL


def keeps_space(before: str, after: str) -> bool:
    """Whether the line end between two lines of a paragraph is a space: between Latin words, not inside an abbreviation (ZU⏎I)."""
    last, first = before[-1], after[0]
    latin = last.isascii() and last.isalpha() and first.isascii() and first.isalpha()
    return latin and not (last.isupper() and first.isupper())
