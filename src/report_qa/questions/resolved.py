"""`Resolved`: a turn of a conversation with what it carries over from the turns before it."""

from __future__ import annotations

from dataclasses import dataclass

from report_qa.questions.question import Intent, Origin, Part
from report_qa.questions.turn import Turn
from report_qa.text.periods import Period


@dataclass(frozen=True, slots=True)
class Resolved:
    """A turn with what it carries over: `turn` as if it had been asked in full, `origin` of what was carried,
    `soft_times` periods of the turn before that hold only where the question would be open without them,
    `required` words of a narrowing turn (其中出口), `thread` the turns so far as if asked in full, oldest first, `intent` where
    the history tells it, `parts` the things asked before that it is about, and `otherwise` another reading, for where the
    report refuses the first.
    """

    turn: Turn
    origin: dict[str, Origin]
    soft_times: tuple[Period, ...] = ()
    required: tuple[str, ...] = ()
    thread: tuple[Turn, ...] = ()
    intent: Intent | None = None
    parts: tuple[Part, ...] = ()
    otherwise: Turn | None = None
    needs: tuple[str, ...] = ()
