"""`Outcome`: what an answer will say, before a template says it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from report_qa.answers.draft import Draft
from report_qa.answers.reply import AnswerStatus, Reason


@dataclass(frozen=True)
class Outcome:
    """The template `name` and its context, the draft with what it cites, and how sure it is (0 to 1)."""

    name: str
    draft: Draft
    status: AnswerStatus = "answered"
    context: dict[str, Any] = field(default_factory=dict)
    verdict: Literal["yes", "no"] | None = None
    reason: Reason | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """One figure as a template says it: `label` when and whether done, `words` metric, change and figure, `n` its
    citation, `remark` the rank attached, `clause` the source's words, `converted` the plain number in English.
    """

    label: str
    words: str
    text: str
    n: int
    remark: str
    clause: str
    converted: str
