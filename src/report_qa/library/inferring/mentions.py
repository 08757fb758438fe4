"""The place that a text names most, among places of the kind that speaks in it."""

from __future__ import annotations

import re
from collections import Counter

from report_qa.library.inferring.finding import Finding, Origin
from report_qa.library.inferring.folded import Folded
from report_qa.library.place_names import PlaceNames, Town

_KINDS = ("省", "自治区", "市", "州", "盟", "县", "区", "旗")
_WITHIN_COUNTIES = ("镇", "乡", "街道")  # the gazetteer has none of these
_WITHIN = 100_000  # characters
LEAST, LEAD = 5, 1.4  # of 153 city and province reports, the place named most is right in all where both hold


def most_named(report: Folded, spoken: str, names: PlaceNames) -> Finding[Town] | None:
    """The place named at least five times and clearly more often than any other of its kind; `spoken` is who speaks (`市`)."""
    text = report.flat[:_WITHIN]
    kind = kind_of(spoken) or kind_spoken_of(spoken, text)
    if kind is None:
        return None
    counted = _counts(text, names, kind).most_common(2)
    if not counted or counted[0][1] < LEAST or (len(counted) > 1 and counted[0][1] < LEAD * counted[1][1]):
        return None
    return Finding(counted[0][0], Origin.MENTIONS, times=counted[0][1])


def kind_of(spoken: str) -> str | None:
    """The last word of a place's name that who speaks gives: 市 of 苏州市 or of 市 alone; None where there is none."""
    return next((kind for kind in _KINDS if spoken.endswith(kind)), None)


def speaks_of(text: str, town: Town) -> int:
    """How often a report says that it speaks of a place of this kind (全市, 我市, 市长)."""
    kind = town.name[-1]
    return len(re.findall(f"[全我]{kind}|(?<![副前]){kind}长", text))


def kind_spoken_of(spoken: str, text: str) -> str | None:
    """The kind of place that a text calls its own most (全市, 我县); None where a town or township speaks."""
    if spoken.endswith(_WITHIN_COUNTIES):
        return None
    counted = Counter(re.findall("[全我](省|市|州|盟|县|旗)", text)).most_common(1)
    return counted[0][0] if counted else None


def _counts(text: str, names: PlaceNames, kind: str) -> Counter[Town]:
    """How often each place of a kind is named; a name inside a longer one (鞍山 in 马鞍山) is not counted."""
    towns = {name: town for name, town in names.rows if town.name.endswith(kind) and _tells(name, town)}
    counted: Counter[Town] = Counter()
    for name in sorted(towns, key=lambda name: (-len(name), name)):
        if found := text.count(name):
            counted[towns[name]] += found
            text = text.replace(name, "\0")
    return counted


def _tells(name: str, town: Town) -> bool:
    """Whether a name names a place wherever it stands: 城区 and 郊区 do not."""
    return len(name) > 2 or name != town.name
