"""Which heading heads which units of a page: the cheapest reading of it.

Costs are in log odds of the wording. They were chosen on baotou-2022 and on newspaper prints of clean reports: 40 settings at
random on 24 prints, then 12 of `_WEAK`, `_UNNAMED` and `_WORDING` on 24 others, where these date 99.9% of the sentences as in the
clean text; on 120 prints of 60 reports they date 97.1% so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from report_qa.text.boxes import Unit
from report_qa.text.periods import Period, Status

_UNDER = 1.0  # a heading printed right under its text
_AWAY = 1.5  # one printed further below, with nothing to head where it stands
_WIDER = 3.0  # the same, but before other text
_AHEAD = 25.0  # one printed before its text and apart from it
_INSIDE = 6.0  # one with its text on both sides
_IDLE = 6.0  # one that heads nothing
_NESTED = 0.5  # the same, but right over a heading of a lower rank
_UNHEADED = 2.5  # text before all headings, a unit
_SHORT = 0.2  # the same for a salutation or an opening sentence
_WEAK = 2.0  # a section that begins where no box does
_MIDDLE = 2.0  # one that begins in the middle of a numbering
_AGAIN = 3.0  # one in which a numbering starts a second time
_VAGUE = 1.5  # an undated heading before all others
_UNNAMED = 2.0  # a section whose first words do not name its period
_WORDING = 0.5  # of a unit's log odds, as paragraphs beside each other are worded alike
_SPAN, _MOST_SPAN = 1.5, 4.0  # words of a single year in a term's section
_TERM_IN_YEAR = 0.4  # words of a term in a year's section, which mostly has some


@dataclass(frozen=True, slots=True)
class Top:
    """A heading to be placed: the position of its block, the number of units printed before it, and what it says.

    `empty` tells that nothing to head follows it; `parent` that a heading of a lower rank does.
    """

    block: int
    text: str
    position: int
    number: int | None
    empty: bool
    parent: bool
    period: Period | None
    status: Status | None


Chosen = tuple[tuple[int, int], ...]  # (heading, unit that it starts at)


@dataclass(slots=True)
class _Search:
    """A page being read: dynamic programming over units and the set of headings already used (a bit each)."""

    tops: Sequence[Top]
    units: Sequence[Unit]
    strange: list[list[float]]
    known: dict[tuple[int, int], tuple[float, Chosen]] = field(default_factory=dict)

    def best(self, unit: int, used: int) -> tuple[float, Chosen]:
        """The least cost of the units from `unit` on, which begin a section, and its sections."""
        if unit == len(self.units):
            return sum(_NESTED if top.parent else _IDLE for at, top in enumerate(self.tops) if not used >> at & 1), ()
        if (unit, used) not in self.known:
            found: tuple[float, Chosen] = (float("inf"), ())
            for at in range(len(self.tops)):
                if self._allowed(at, used):
                    found = min(found, self._under(at, unit, used, found[0]), key=lambda option: option[0])
            self.known[unit, used] = found
        return self.known[unit, used]

    def _under(self, at: int, start: int, used: int, limit: float) -> tuple[float, Chosen]:
        """The least cost below `limit` of a section of heading `at` that begins at `start`, and of all that follows it."""
        top, found = self.tops[at], (limit, ())
        best: tuple[float, Chosen] = found
        cost = _start_cost(top, self.units[start], first=not used)
        again = 0
        for end in range(start + 1, len(self.units) + 1):
            again += self.units[end - 1].first
            cost += _unit_cost(top, self.units[end - 1]) + self.strange[at][end - 1]
            cost += _AGAIN if self.units[end - 1].first and again > 1 else 0.0
            if cost >= best[0]:
                break
            rest, chosen = self.best(end, used | 1 << at)
            total = cost + _place_cost(top, start, end) + rest
            if total < best[0] - 1e-9:
                best = total, ((at, start), *chosen)
        return best if best[1] else (float("inf"), ())

    def _allowed(self, at: int, used: int) -> bool:
        """Whether a heading may come next: unused, and numbered headings in the order of their numbers."""
        if used >> at & 1:
            return False
        top = self.tops[at]
        if top.number is None:
            return True
        numbers = [other.number for other in self.tops if other.number is not None]
        ordered = len(set(numbers)) == len(numbers)
        for place, other in enumerate(self.tops):
            if other.number is None or other.parent or place == at or used >> place & 1:
                continue
            if (other.number < top.number) if ordered else place < at:
                return False
        return True


def assign(tops: Sequence[Top], units: Sequence[Unit]) -> list[int | None]:
    """For each heading the unit that it starts at, or None to leave it where it stands."""
    search = _Search(tops, units, [_strangeness(top, units) for top in tops])
    unheaded = 0.0
    cost, choice = search.best(0, 0)
    for lead in range(1, len(units) + 1):
        unheaded += _UNHEADED if len(units[lead - 1].text) > 150 else _SHORT
        rest, chosen = search.best(lead, 0)
        if unheaded + rest < cost - 1e-9:
            cost, choice = unheaded + rest, chosen
    starts: list[int | None] = [None] * len(tops)
    for at, unit in choice:
        starts[at] = unit
    return starts


def _start_cost(top: Top, unit: Unit, first: bool) -> float:
    cost = (0.0 if unit.strong else _WEAK) + (_MIDDLE if unit.later else 0.0)
    if first and top.period is None and top.number is None:
        cost += _VAGUE
    if top.period is not None and (top.period.start, top.period.end) not in unit.periods:
        cost += _UNNAMED
    return cost


def _strangeness(top: Top, units: Sequence[Unit]) -> list[float]:
    """For each unit how little of an undated heading's words stand in it, 0 to 1; one half for a dated one."""
    if top.status is not None:
        return [0.5] * len(units)
    words = sorted({top.text[at : at + 2] for at in range(len(top.text) - 1)})
    spread = {word: sum(word in unit.text for unit in units) for word in words}
    likeness = [sum(1 / spread[word] for word in words if word in unit.text) for unit in units]
    most = max(likeness, default=0.0) or 1.0
    return [1 - value / most for value in likeness]


def _unit_cost(top: Top, unit: Unit) -> float:
    """What speaks against a unit's standing under a heading."""
    cost = 0.0
    if top.status is not None:
        cost += _WORDING * max(0.0, -unit.wording if top.status == "actual" else unit.wording)
    if top.period is not None and not top.period.one_year:
        cost += min(_MOST_SPAN, max(0, unit.yearly) * _SPAN)
    elif top.period is not None and top.status == "actual" and unit.yearly < 0:
        cost += _TERM_IN_YEAR
    return cost


def _place_cost(top: Top, start: int, end: int) -> float:
    """What speaks against a heading printed at its place heading the units `[start, end)`."""
    if top.position == start:
        return 0.0
    if top.position == end:
        return _UNDER
    if top.position > end:
        return _AWAY if top.empty else _WIDER
    return _AHEAD if top.position < start else _INSIDE
