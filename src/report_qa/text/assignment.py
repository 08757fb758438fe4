"""The cheapest reading of a page: which headings stand where they are printed, and before which block the others belong.

Costs are in log odds. A page is read from its top to its end; where a block is read, a heading that is printed further below may be
read first. Readings that have opened the same sections and used the same headings are one.

The costs were chosen on prints of city reports (`benchmarks/reading/prints.py`, paragraphs as they were before printing): by hand
on 91 detached headings, then each halved and doubled on 400, where no change of one brought more than two. They then place 91 of
91, 132 of 138 and, of reports and seeds not looked at before, 73 of 73, 142 of 147 and 120 of 129; four others are moved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from report_qa.text.periods import Period, Status
from report_qa.text.topics import Strangeness

MOVED = 3.5  # a heading that is not read where it stands
PLACE = 0.8  # of the odds of a boundary where it is read
STAND = 1.5  # of the odds against a boundary where it is printed
TIGHT = 3.0  # one with text right above or below it
WIDE = 2.0  # one that is wider than the box that it stands over
IDLE = 8.0  # one that heads nothing
BROKEN = 7.0  # a numbering that skips or begins in the middle
MISSING = 1.0  # one whose last number does not occur on the page
UNMARKED = 1.0  # a box that begins without a heading
MIDDLE = 3.0  # one that begins in the middle of a list
ADDRESS = 3.0  # a section that begins with a salutation
ROOTLESS = 1.5  # a heading of a lower rank under none, where the page has higher ones
UNHEADED = 3.0  # text before all headings
SHORT = 0.2  # the same for a salutation or an opening sentence
VAGUE = 1.5  # an undated heading before all others
UNNAMED = 2.0  # a section whose first words do not name its period
WORDING = 0.3  # of the log odds of done against planned
GOVERNMENT = 0.5  # of the log odds that a text is of the government itself
STRANGE = 0.6  # text that has none of an undated heading's words
GENERAL = 2.0  # the aims of a part under a heading inside it
DATED = 0.65  # text under a dated heading
SPAN, MOST_SPAN = 1.0, 3.0  # words of a single year in a term's section
TERM_IN_YEAR = 0.4  # words of a term in a year's section
BEAM = 20  # readings kept; 30, 100, 200 and 600 read the same
AHEAD = 30  # headings further below that are looked at: those of a page's end, not of the next pages
RARE = -3.5  # no heading is read where a boundary is less likely

RANK = {"part": 0, "dated": 1, "han": 2, "bare": 3, "han_bracket": 4, "digit": 5, "digit_bracket": 6, "circle": 7}


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: the position of its item, its style and number, what it says of time, and whether it may be moved.

    `tight` says that text stands right above or below it, `wide` that it is wider than the box below; `strange` holds how little of its
    words stand in the texts around it; `government` is for a heading of the government itself;
    `loose` names a part of a report but no time; `restarted` is the style of a list that begins right under it.
    """

    item: int
    style: str
    number: int | None
    movable: bool
    tight: bool
    wide: bool
    period: Period | None
    status: Status | None
    dated: bool
    loose: bool
    restarted: str | None
    government: bool
    strange: Strangeness


@dataclass(frozen=True, slots=True)
class Item:
    """A block as it is printed: a heading (its position among them) or text, whose words are weighed.

    `turn` are the log odds that a box begins before it; `wording` and `yearly` are those of `wording.py`; `weight` is 0 to 1, by
    its length; `marked` says that a box surely begins here; `later` that it goes on with a list (二是); `fills` that a section may
    be of it alone; `general` that it states the aims of a whole part.
    """

    head: int | None
    turn: float
    wording: float
    government: float
    yearly: int
    periods: frozenset[tuple[int, int]]
    weight: float
    long: bool
    fills: bool
    later: bool
    marked: bool
    general: bool


_Stack = tuple[int, ...]
_Moves = tuple[tuple[int, int], ...]  # (heading, item before which it is read)
_State = tuple[
    int, _Stack, bool
]  # headings read before their place (a bit each), open sections, whether the last is empty
_Beam = dict[_State, tuple[float, _Moves]]


def assign(heads: Sequence[Head], items: Sequence[Item]) -> dict[int, int]:
    """The headings that are read elsewhere than they stand: for each the item before which it is read."""
    page = _Page.of(heads, items)
    beam: _Beam = {(0, (), False): (0.0, ())}
    for at in range(len(items)):
        following: _Beam = {}
        for state, (cost, moves) in page.with_insertions(_trimmed(beam), at).items():
            new, more = page.read(state, at)
            _keep(following, new, cost + more, moves)
        beam = following
    ended = ((cost + (IDLE if state[2] else 0.0), moves) for state, (cost, moves) in beam.items())
    return dict(min(ended, key=lambda option: option[0])[1])


def _keep(beam: _Beam, state: _State, cost: float, moves: _Moves) -> None:
    if state not in beam or cost < beam[state][0] - 1e-9:
        beam[state] = cost, moves


def _trimmed(beam: _Beam) -> _Beam:
    if len(beam) <= BEAM:
        return beam
    best = sorted(beam.items(), key=lambda entry: entry[1][0])
    return dict(best[:BEAM])


@dataclass(slots=True)
class _Page:
    """The headings and blocks of a page, and the costs that were worked out."""

    heads: Sequence[Head]
    items: Sequence[Item]
    texts: dict[tuple[_Stack, int], float] = field(default_factory=dict)
    opened: dict[tuple[_Stack, bool, int], tuple[_Stack, float]] = field(default_factory=dict)
    numbers: frozenset[tuple[str, int | None]] = frozenset()  # (style, number) of every heading
    ranked: bool = False  # whether some heading is of the ranks above a bare one
    governed: bool = False  # whether some heading is of the government itself

    @classmethod
    def of(cls, heads: Sequence[Head], items: Sequence[Item]) -> _Page:
        """A page of which nothing is worked out yet."""
        return cls(
            heads,
            items,
            numbers=frozenset((head.style, head.number) for head in heads),
            ranked=any(RANK.get(head.style, 9) < 3 for head in heads),
            governed=any(head.government for head in heads),
        )

    def with_insertions(self, beam: _Beam, at: int) -> _Beam:
        """The readings of a page up to an item, with those that read one or two headings from further below before it."""
        item = self.items[at]
        if item.turn < RARE:
            return beam
        found, fringe = dict(beam), beam
        for _ in range(2):
            added: _Beam = {}
            for state, (cost, moves) in fringe.items():
                if item.head is not None and state[0] >> item.head & 1:
                    continue
                for place, stack, price in self._insertions(state, at):
                    new = (state[0] | 1 << place, stack, True)
                    _keep(added, new, cost + price, (*moves, (place, at)))
            fringe = _trimmed(added)
            for state, (cost, moves) in fringe.items():
                _keep(found, state, cost, moves)
        return found

    def _insertions(self, state: _State, at: int) -> Iterator[tuple[int, _Stack, float]]:
        item = self.items[at]
        price = MOVED - (0.0 if state[2] else PLACE * item.turn)
        if item.head is None:
            price += (0.0 if item.fills else ADDRESS) + (MIDDLE if item.later else 0.0)
        first = bisect_right(self.heads, at, key=attrgetter("item"))
        for place in range(min(len(self.heads), first + AHEAD) - 1, first - 1, -1):
            head = self.heads[place]
            if head.movable and not state[0] >> place & 1:
                stack, cost = self._open(state, place)
                if cost < BROKEN:
                    yield place, stack, cost + price + self._first_words(stack, at)

    def read(self, state: _State, at: int) -> tuple[_State, float]:
        """The state after an item is read where it stands, and what that costs."""
        used, stack, fresh = state
        item = self.items[at]
        if item.head is None:
            cost = UNMARKED if item.marked and not fresh else 0.0
            return (used, stack, fresh and not item.fills), cost + self._text_cost(stack, at)
        head = self.heads[item.head]
        if used >> item.head & 1:
            last = all(other.head is not None for other in self.items[at + 1 :])
            stands = 0.0 if last else STAND * max(0.0, -item.turn)
            return state, stands + (TIGHT if head.tight else 0.0)
        stack, cost = self._open(state, item.head)
        return (used, stack, True), cost + (WIDE if head.wide else 0.0) + self._first_words(stack, at + 1)

    def _open(self, state: _State, place: int) -> tuple[_Stack, float]:
        """The open sections after a heading, and what its number and an empty section before it cost."""
        key = (state[1], state[2], place)
        if key not in self.opened:
            self.opened[key] = self._opened(state[1], state[2], place)
        return self.opened[key]

    def _opened(self, stack: _Stack, fresh: bool, place: int) -> tuple[_Stack, float]:
        head = self.heads[place]
        styles = [self.heads[at].style for at in stack]
        before, depth = 0, len(stack)
        if head.style == "bare" and head.restarted in styles:
            depth = styles.index(head.restarted)
            styles = styles[:depth]
        if head.style in styles:
            depth = styles.index(head.style)
            before = self.heads[stack[depth]].number or 0
        elif head.style in RANK and head.style != "bare" and not (head.loose and fresh and styles[-1] == "han"):
            rank = RANK[head.style]
            depth = next((at for at, style in enumerate(styles) if RANK.get(style, -1) >= rank), depth)
        cost = IDLE if fresh and depth < len(stack) else 0.0
        if head.number is not None and head.number != before + 1:
            known = (head.style, head.number - 1) in self.numbers
            cost += BROKEN if known or head.number <= before else MISSING
        if depth == 0 and RANK.get(head.style, 9) >= 3 and self.ranked:
            cost += ROOTLESS
        return (*stack[:depth], place), cost

    def _first_words(self, stack: _Stack, at: int) -> float:
        head = self.heads[stack[-1]]
        cost = VAGUE if len(stack) == 1 and not head.dated and head.number is None and stack[0] == 0 else 0.0
        if head.period is not None and head.style in ("part", "dated", "han"):
            first = next((item for item in self.items[at : at + 3] if item.head is None), None)
            if first is None or (head.period.start, head.period.end) not in first.periods:
                cost += UNNAMED
        return cost

    def _text_cost(self, stack: _Stack, at: int) -> float:
        key = stack, at
        if key not in self.texts:
            unheaded = UNHEADED if self.items[at].long else SHORT
            self.texts[key] = self._topic_cost(stack, at) + self._time_cost(stack, at) if stack else unheaded
        return self.texts[key]

    def _topic_cost(self, stack: _Stack, at: int) -> float:
        item, inner = self.items[at], self.heads[stack[-1]]
        cost = STRANGE * item.weight * (DATED if inner.dated else inner.strange.of(at))
        cost += GENERAL if item.general and not inner.dated else 0.0
        if self.governed:
            if any(self.heads[place].government for place in stack):
                cost += GOVERNMENT * max(0.0, -item.government)
            elif self.heads[stack[0]].status != "actual":
                cost += GOVERNMENT * max(0.0, item.government)
        return cost

    def _time_cost(self, stack: _Stack, at: int) -> float:
        item = self.items[at]
        dated = next((self.heads[place] for place in reversed(stack) if self.heads[place].dated), None)
        if dated is None:
            return 0.0
        cost = WORDING * max(0.0, -item.wording if dated.status == "actual" else item.wording)
        if dated.period is not None and not dated.period.one_year:
            cost += min(MOST_SPAN, max(0, item.yearly) * SPAN)
        elif dated.period is not None and dated.status == "actual" and item.yearly < 0:
            cost += TERM_IN_YEAR
        return cost
