"""`Figure`: one printed quantity of one metric, with its places, period and status."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from report_qa.figures.bases import Base
from report_qa.figures.evidence import NO_EVIDENCE, Evidence
from report_qa.text.periods import Period, Status
from report_qa.text.spans import Extent


@dataclass(frozen=True, slots=True)
class Figure:
    """A record of the ledger, as the contract's table "A figure" defines its fields.

    `sentence` is a position in `Document.sentences`; `start` and `end` are code points of that sentence's `text`, half-open,
    and cover `text` before white space is removed. `extent` is the same range in the source. `clause_start` and `clause_end`
    bound the clause of the sentence that speaks of this figure (between `，`, `；` and `。`), in code points of the sentence.
    `value` (and `value_to` for a range) times `scale` is the amount in `unit`s.
    `remark` is the rank or remark that the source attaches to the figure (`增速均位列全区第一`), or None.
    `base` is what it is compared with (`较上年`), or None. `period_evidence` and `status_evidence` say what decided the two.
    """

    text: str
    value: Decimal
    value_to: Decimal | None
    scale: int
    unit: str | None
    qualifier: str | None
    metric: str
    change: str | None
    period: Period | None
    status: Status | None
    sentence: int
    start: int
    end: int
    extent: Extent
    clause_start: int
    clause_end: int
    remark: str | None = None
    base: Base | None = None
    period_evidence: Evidence = NO_EVIDENCE
    status_evidence: Evidence = NO_EVIDENCE

    @property
    def amount(self) -> Decimal:
        """`value` times `scale`: the number of units."""
        return self.value * self.scale
