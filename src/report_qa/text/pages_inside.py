"""Page numbers that stand inside a line of running text (…贯彻— 1 —落实…)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from report_qa.text.paging import counting_up

_N = "[0-9０-９]{1,3}"
_NUMBER = re.compile(
    rf"(?<![—–－\-A-Za-z])(?P<mark>[—–－\-])\s?(?P<n>{_N})\s?(?P=mark)(?![—–－\-A-Za-z])|"
    rf"(?P<open>[（(【\[—–－\-]\s?)?第\s?(?P<of>{_N})\s?[页頁](?P<all>[\s,，、/／|]{{0,2}}共\s?{_N}\s?[页頁])?(?(open)\s?[）)】\]—–－\-]|)"
)
_APART = 60  # code points of text between two of them, in the middle


def numbers_inside(texts: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int, int]]:
    """The ranges of page numbers inside texts, each given with a number of its own: (that number, start, end).

    第3页共20页 can be nothing else; a number in dashes, or 第3页 alone, is one where at least three of its kind count up by one
    through the report, a page's text apart.
    """
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    places: dict[int, tuple[int, int, int]] = {}
    at = 0  # code points of all texts before this one
    for number, text in texts:
        for match in _NUMBER.finditer(text):
            place = (number, match.start(), match.end())
            if match["all"]:
                yield place
            else:
                groups[match["mark"] or "page"].append((at + match.start(), int(match["n"] or match["of"])))
                places[at + match.start()] = place
        at += len(text)
    for seen in groups.values():
        for start in counting_up(seen, _APART):
            yield places[start]
