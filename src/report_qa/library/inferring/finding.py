"""`Finding`, `Conflict`, `Inferred`: what was inferred of a report, and from which words of it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Generic, TypeVar

from report_qa.library.manifest import Manifest
from report_qa.library.place_names import Town

T = TypeVar("T", covariant=True)


class Origin(StrEnum):
    """What a finding rests on; the value is how it is told."""

    SESSION = "the session"  # ——2024年1月16日在苏州市第十七届人民代表大会第三次会议上
    SPEECH = "who speaks"  # 我代表苏州市人民政府
    OFFICE = "the speaker's office"  # 苏州市市长
    TITLE = "the title"
    HEADING = "a heading"
    WORDS = "the text"
    MENTIONS = "named most"
    OTHER_YEAR = "the other year"  # planned is the year after reviewed
    OTHER_FIELDS = "place and year"  # a title that is printed nowhere
    FILE_NAME = "the file's name"


@dataclass(frozen=True, slots=True)
class Finding(Generic[T]):
    """A value and its evidence: `words` of the report, white space left out, on `line` (from 1), or how many `times` the text
    has it; nothing of these where the evidence is not in the text.
    """

    value: T
    origin: Origin
    words: str = ""
    line: int | None = None
    times: int | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """The content of a file says one thing of `field` and its name another; the content was followed."""

    field: str
    content: str
    name: str


@dataclass(frozen=True, slots=True)
class Inferred:
    """What was inferred of a report; None is for what nothing says. `delivered` is ISO, as much of it as is known."""

    place: Finding[Town] | None = None
    delivered: Finding[str] | None = None
    reviews: Finding[int] | None = None
    plans: Finding[int] | None = None
    title: Finding[str] | None = None
    conflicts: tuple[Conflict, ...] = ()

    def manifest(self, report: str) -> Manifest:
        """The manifest of a report of that id."""
        town = self.place.value if self.place else None
        return Manifest(
            id=report,
            title=self.title.value if self.title else None,
            place=town.name if town else None,
            level=town.level if town else None,
            delivered=self.delivered.value if self.delivered else None,
            reviews=self.reviews.value if self.reviews else None,
            plans=self.plans.value if self.plans else None,
        )

    def findings(self) -> tuple[tuple[str, Finding[object]], ...]:
        """Each field that was found, by name, in the order in which people read them."""
        named = ((field.name, getattr(self, field.name)) for field in fields(self))
        return tuple((name, found) for name, found in named if isinstance(found, Finding))
