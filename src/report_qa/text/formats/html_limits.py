"""Limits on a page's markup, checked before it is parsed: what would take a parser minutes or all memory is no report."""

from __future__ import annotations

import re
from collections import Counter

from report_qa.errors import SourceError

MAX_LENGTH = 32 * 2**20  # characters of markup
MAX_DEPTH = 20_000  # elements in one another
MAX_WORK = 300_000_000  # tags times the deepest nesting: the steps in which a parser looks for what a tag closes
MAX_COPIES = (
    5_000_000  # tags times the formatting left open: the copies that a parser makes of `<b>` in each new paragraph
)
MAX_ATTRIBUTES = 2_000  # of one tag
_TAG = re.compile(r"<(/?)([a-z][a-z0-9:-]{0,30})", re.IGNORECASE)
_LONG_TAG = re.compile(r"<[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*'){4000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_CLOSE_THEMSELVES = frozenset(
    "p li dt dd tr td th tbody thead tfoot option optgroup colgroup col caption br img hr input meta link base area embed source "
    "track wbr param html head body rb rt rp rtc frame".split()
)
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())


def check_markup(markup: str) -> None:
    """Refuse a page that no parser should be given.

    Raises:
        SourceError: too long, nested too deep, or with a tag of thousands of attributes.
    """
    if len(markup) > MAX_LENGTH:
        raise _refused("The page is larger than a report can be.")
    count = depth = deepest = 0
    open_formatting = Counter[str]()
    most = formatting = 0
    for match in _TAG.finditer(markup):
        count += 1
        tag = match[2].lower()
        if tag in _CLOSE_THEMSELVES:
            continue
        step = -1 if match[1] else 1
        depth = max(0, depth + step)
        deepest = max(deepest, depth)
        if tag in _FORMATTING and open_formatting[tag] + step >= 0:
            open_formatting[tag] += step
            formatting += step
            most = max(most, formatting)
    if deepest > MAX_DEPTH or deepest * count > MAX_WORK or most * count > MAX_COPIES:
        raise _refused("The page nests its elements too deep.")
    for long in _LONG_TAG.finditer(markup):
        if len(_QUOTED.sub(" ", long[0]).split()) > MAX_ATTRIBUTES:
            raise _refused("A tag of the page has thousands of attributes.")


def _refused(message: str) -> SourceError:
    return SourceError(message, "Open the page in a browser and save its text as .txt, or print it to PDF.")
