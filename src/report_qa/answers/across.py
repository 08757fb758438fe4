"""Figures of several reports side by side: one a report, sorted, and kept apart where they cannot be ranked together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from report_qa.answers.view import ReportView
from report_qa.figures.bounds import Precision, bounds_of, precision_of
from report_qa.figures.derived import signed
from report_qa.figures.figure import Figure
from report_qa.figures.identity import MetricKey
from report_qa.text.document import BlockKind
from report_qa.text.periods import Status

_OF_A_PART = re.compile(
    r"上半年|下半年|季度|[\d一二三四五六七八九十]月|同期|其中|贡献|带动|拉动|前\d+[强家名]|片区|园区|开发区|新区|高新区|经开区|港区|示范区"
)
_BOUNDS = (Precision.AT_LEAST, Precision.AT_MOST)
_UNITS = {"％": "%", "名": "人", "位": "人"}


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of one report, and the place that it speaks for."""

    view: ReportView
    figure: Figure
    place: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one metric, period and status: `ranked` best first, `bounded` those that only say a bound or a range, `apart`
    those in another unit than most.
    """

    ranked: tuple[Row, ...]
    bounded: tuple[Row, ...]
    apart: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in the order in which an answer gives them."""
        return (*self.ranked, *self.bounded, *self.apart)

    @property
    def is_exact(self) -> bool:
        """Whether every row is ranked."""
        return not self.bounded and not self.apart

    def leads(self, lowest: bool) -> bool:
        """Whether the first of the ranked is at least the first of all printed numbers of its unit, which alone there are."""
        if not self.ranked or self.apart:
            return False
        first = signed(self.ranked[0].figure)
        others = [signed(row.figure) for row in self.bounded]
        return all(first < other if lowest else first > other for other in others)


def make_table(rows: Sequence[Row], lowest: bool = False) -> Table:
    """Sort rows, the highest first (the lowest where that is asked); equal ones by place."""
    if not rows:
        return Table((), (), ())
    units = Counter(_unit(row.figure) for row in rows)
    unit = max(units, key=lambda one: (units[one], one))
    same = [row for row in rows if _unit(row.figure) in (unit, "")]  # 突破万亿 prints no unit, and is a bound
    bounded = [row for row in same if is_bound(row.figure) or _unit(row.figure) != unit]
    ranked = [row for row in same if not is_bound(row.figure) and _unit(row.figure) == unit]
    apart = [row for row in rows if _unit(row.figure) not in (unit, "")]
    return Table(_sorted(ranked, lowest), _sorted(bounded, lowest), tuple(sorted(apart, key=lambda row: row.place)))


def is_bound(figure: Figure) -> bool:
    """Whether a figure says no amount to rank by: only a bound (突破, 以上), or a range."""
    return figure.value_to is not None or precision_of(figure) in _BOUNDS


def of_time(view: ReportView, positions: Sequence[int], year: int, status: Status) -> list[int]:
    """Those of some figures that are of one year and status, of the whole year and not a picture's caption."""
    found = []
    for at in positions:
        figure = view.figures[at]
        period, sentence = figure.period, view.document.sentences[figure.sentence]
        if period is None or (period.start, period.end) != (year, year) or figure.status != status:
            continue
        words = sentence.text[figure.clause_start : figure.clause_end] + figure.metric
        if sentence.kind is not BlockKind.CAPTION and not _OF_A_PART.search(words):
            found.append(at)
    return found


def main_of(view: ReportView, positions: Sequence[int]) -> list[Figure]:
    """Some figures of one metric without those that are only striven for (增长7%以上、力争达到8%), unless all are."""
    figures = [view.figures[at] for at in positions]
    sure = [
        one
        for one in figures
        if not _STRIVES.search(view.document.sentences[one.sentence].text[max(0, one.start - 8) : one.start])
    ]
    return sure or figures


_STRIVES = re.compile(r"(?:力争|争取|努力|冲刺|奋斗)[^，。；、]*$")


def agreed(figures: Sequence[Figure]) -> Figure | None:
    """The figure that says most exactly what all of one metric, period and status say; None where they disagree."""
    if not figures:
        return None
    best = min(figures, key=lambda figure: (is_bound(figure), precision_of(figure) is not Precision.EXACT))
    if any(signed(one) * signed(best) < 0 for one in figures):
        return None
    if is_bound(best) and len({(one.text, one.qualifier) for one in figures}) > 1:
        return None
    return best if all(bounds_of(best).meet(bounds_of(other)) for other in figures) else None


def common_key(keys: Sequence[MetricKey]) -> MetricKey | None:
    """The key that most of some figures have; of several alike the first."""
    counts = Counter(keys)
    return max(counts, key=lambda key: (counts[key], -list(counts).index(key))) if counts else None


def _unit(figure: Figure) -> str:
    return _UNITS.get(figure.unit or "", figure.unit or "")


def _sorted(rows: list[Row], lowest: bool) -> tuple[Row, ...]:
    def place(row: Row) -> tuple[Decimal, str]:
        amount = signed(row.figure)
        return (amount if lowest else -amount), row.place

    return tuple(sorted(rows, key=place))
