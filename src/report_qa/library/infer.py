"""What `add` finds out about a report by itself: place, level, dates, title. The content decides first, the file's name second.

What neither says stays unknown; nothing is asked and nothing is guessed. Each finding carries the words that it rests on, and
where the content and the name disagree, that is said.
"""

from __future__ import annotations

import re
import unicodedata

from report_qa.library.inferring.delivery import find_delivered, find_session
from report_qa.library.inferring.finding import Conflict, Finding, Inferred, Origin
from report_qa.library.inferring.folded import Folded
from report_qa.library.inferring.place import find_place
from report_qa.library.inferring.years import Years, find_years
from report_qa.library.place_names import PlaceNames, Town

__all__ = ["Inferred", "infer"]

_TITLE = "政府工作报告"
_TITLE_LENGTH = 40  # characters that a title has at most
_SITE = re.compile(r"[_|>»丨-]+")
_NAME_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


def infer(text: str, stem: str, names: PlaceNames) -> Inferred:
    """What the decoded text of a report and the stem of its file's name say of it."""
    report = Folded.of(text)
    place, conflicts = find_place(report, stem, names)
    match = _NAME_YEAR.search(unicodedata.normalize("NFKC", stem))
    named = int(match[1]) if match else None
    session = find_session(report)
    held = Finding(int(session.value[:4]), session.origin, session.words, session.line) if session else None
    years = find_years(report, held, named)
    delivered = find_delivered(report, session, years, named)
    reviews, plans = years
    return Inferred(
        place=place,
        delivered=delivered,
        reviews=reviews,
        plans=plans,
        title=_title(report, place, years, delivered),
        conflicts=(*conflicts, *_conflicting_year(years, delivered, named)),
    )


def _conflicting_year(years: Years, delivered: Finding[str] | None, named: int | None) -> tuple[Conflict, ...]:
    """The year of the file's name, where it is neither reviewed nor planned."""
    known = [year.value for year in years if year] + ([int(delivered.value[:4])] if delivered else [])
    if named is None or not known or named in known:
        return ()
    return (Conflict("year", "/".join(str(year) for year in dict.fromkeys(known)), str(named)),)


def _title(
    report: Folded, place: Finding[Town] | None, years: Years, delivered: Finding[str] | None
) -> Finding[str] | None:
    """The title: place and year of what is planned as its usual form has them, else a title that the top prints."""
    printed = _printed_title(report)
    if place is None:
        return printed
    year = years[1].value if years[1] else delivered.value[:4] if delivered else ""
    who = "国务院" if place.value.level == "national" else place.value.name
    title = f"{year}年{who}{_TITLE}" if year else f"{who}{_TITLE}"
    same = next((line for line in report.head_lines() if title in line.text), None)
    return Finding(title, Origin.TITLE, title, same.number) if same else Finding(title, Origin.OTHER_FIELDS)


def _printed_title(report: Folded) -> Finding[str] | None:
    """A title at the top, without the names of a web site before or after it (首页>政务公开>…, …_某市人民政府网)."""
    for line in report.head_lines():
        for part in _SITE.split(line.text):
            if _TITLE in part and len(part) <= _TITLE_LENGTH:
                return Finding(part, Origin.TITLE, line.text[:_TITLE_LENGTH], line.number)
    return None
