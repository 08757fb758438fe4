"""`Passage` and `Hit`: what is retrieved, and how well it did."""

from __future__ import annotations

from dataclasses import dataclass, field

from report_qa.text.spans import Extent


@dataclass(frozen=True, slots=True)
class Passage:
    """What is embedded and retrieved: a sentence, or a figure described in words.

    `row` is its position in the index (passages of one report are contiguous, in source order). `text` is the source's own
    words at `extent`; `embedded` is what the vector is made of (context added). `sentence` is a position in the report's
    `Document.sentences`; `figure` one in its ledger, for a figure's description, else None.
    """

    row: int
    report: str
    text: str
    embedded: str
    extent: Extent
    sentence: int
    figure: int | None
    line_start: int
    line_end: int
    section: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question; higher is better. `parts` is the score of each retriever."""

    passage: Passage
    score: float
    parts: dict[str, float] = field(default_factory=dict)
