"""`Question`: how a question was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from report_qa.figures.quantity import Quantity
from report_qa.questions.places import PlaceMention
from report_qa.text.periods import Period, Status

Language = Literal["zh", "en"]
Origin = Literal["question", "history", "default"]


class Intent(StrEnum):
    """What a question wants."""

    FIGURE = "figure"
    COMPARE = "compare"
    LIST = "list"
    TEXT = "text"
    YESNO = "yesno"
    RANK = "rank"
    SMALLTALK = "smalltalk"
    OUT_OF_SCOPE = "out_of_scope"


class Aspect(StrEnum):
    """Which side of a metric is sought: how much it is, or by how much it changed."""

    LEVEL = "level"
    GROWTH = "growth"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words of a question, code points `[start, end)` of its clean text, that name a time."""

    start: int
    end: int
    period: Period
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Sought:
    """The unit that a question asks for: `kind` (people, money, share, …) and the classifier that it names, if any."""

    kind: str
    classifier: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One of several things that a question asks about: its `topic`, and its `words` with what asks."""

    topic: str
    words: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A slip of the keyboard: the words as typed, and as they were read."""

    typed: str
    meant: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as read, its history used.

    `text` is what was typed, `clean` the full question after the history was used (Simplified, width folded, noise left
    out), `body` the same without its times, `topic` the words of `clean` that say what is asked about, `parts` what a question about several things asks about.
    `times` are the periods named (empty where the question leaves it open), `soft_times` those of the question
    before, which hold only where several periods would answer. `claims` are quantities that a yes/no question
    states. `names` stand in quotation marks,
    `within` are parts of the report's place, and bodies named after a place (某市人民医院): what answers says them itself. `ordinal` picks one of the figures asked for before (第二个), counted from 1,
    -1 the last. `source` asks where the answer stands, `needs` are words that
    the figure's own metric must have, or its clause where no metric has them. `otherwise` is another reading of a turn that leans on the history,
    for where the report refuses this one. `corrected` are the slips of the question as typed.
    """

    text: str
    clean: str
    body: str
    language: Language
    intent: Intent
    topic: str
    parts: tuple[Part, ...]
    sought: tuple[Sought, ...]
    aspect: Aspect | None
    times: tuple[Period, ...]
    soft_times: tuple[Period, ...]
    status: Status | None
    places: tuple[PlaceMention, ...]
    names: tuple[str, ...]
    within: tuple[str, ...]
    claims: tuple[Quantity, ...]
    ordinal: int | None
    plural: bool
    origin: dict[str, Origin]
    source: bool = False
    needs: tuple[str, ...] = ()
    otherwise: Question | None = None
    corrected: tuple[Correction, ...] = ()
