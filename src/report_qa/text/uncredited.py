"""Captions without a credit: small groups of lines between blank lines that are worded unlike the report and part its text.

The log odds are a weighted sum of features. The weights were fitted by `benchmarks/reading/fit_captions.py`, which prints them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from report_qa.text.habits import LINE_FILLED, Habits, read_habits
from report_qa.text.lines import Line
from report_qa.text.wrap import ends_sentence

_NARROW = 26  # half-width columns of a caption set beside its picture
_WIDE = 36  # of a box that one is narrower than
_WIDEST = 200
_ENDS = ("。", "。”", "。）")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_REPORT = re.compile(
    r"我们|工作|必须|坚持|要|今年|全市|全省|加快|推进|推动|实施|加强|提升|深化|落实|审议|意见|发展|各位|"
    "人民|民生|目标|未来|经济|时代|征程|使命|担当|美好|向往|激发|攻坚|优化|健全|完善|增强|促进|全面|不断|持续|着力|确保|力争|、"
)
_SCENE = re.compile(
    r"^(?:图为|[上下左右]图|(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日，)|正在|正|在.{2,12}[里上中内旁边场馆]|一景|航拍"
)
_FIGURE = re.compile(r"[0-9](?:%|％|‰|[万亿余多]?[个家户项亿万元人倍件户座])")
_FITTED = (
    ("bias", -5.91),
    ("strange", 6.37),  # share of its pairs of characters that the rest of the source has nowhere
    ("parts", 1.47),  # how much better the text flows from the line before to the line behind than into the group
    ("inside", 0.90),  # the line behind is as full as one inside a paragraph, and not as a first one
    ("breaks", -1.96),  # the line before breaks off
    ("fresh", 1.93),  # the line before ends a sentence
    ("beside", 2.51),  # captions stand before and behind
    ("report", -4.94),  # words of reports, by number
    ("scene", 4.20),  # words of pictures, by number
    ("figures", -3.33),  # numbers with a unit
    ("narrow", 9.13),  # several lines, narrower than the text
    ("set", 1.75),  # several lines, as wide as the text
    ("sentences", -2.31),  # sentences but the first
    ("long", -3.23),  # characters beyond 36, in tens
    ("short", -0.28),  # the line before a last one, shorter than the text around
)
FEATURES = tuple(name for name, _ in _FITTED)
WEIGHTS = tuple(weight for _, weight in _FITTED)
_FLOW = -0.85, 1.0, 1.2, 2.3  # as in paragraphs.py
_CAUTION = 1.0  # log odds: to lose text of the report is worse than to keep a caption in it
_MOST = 3.0
_ENOUGH, _MIDDLING = 1500, 0.5  # pairs from which strangeness can be told; what it is taken for with fewer
_MOST_LINES, _MOST_CHARS = 8, 70


def is_small(group: Sequence[Line]) -> bool:
    """Whether a group of lines is as short as a caption."""
    return sum(len(line.text) for line in group) <= _MOST_CHARS and len(group) <= _MOST_LINES


def may_be_caption(groups: Sequence[Sequence[Line]], at: int) -> bool:
    """Whether a group is small, ends a sentence and stands beside lines of a box."""
    group = groups[at]
    small = group[-1].text.endswith(_ENDS) and group[0].marker is None and is_small(group)
    return small and _width_beside(groups, at) > 0


def _width_beside(groups: Sequence[Sequence[Line]], at: int) -> int:
    """The width of the widest line of the groups beside one, long lines left aside; 0 where there is none."""
    near = [line.width for other in (at - 1, at + 1) if 0 <= other < len(groups) for line in groups[other]]
    return max((width for width in near if width <= _WIDEST), default=0)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Groups of lines and the pairs of characters that they hold, by number."""

    groups: Sequence[Sequence[Line]]
    pairs: Counter[str]
    habits: Habits
    positions: dict[int, int]  # in the habits' lines, of each line number

    @classmethod
    def of(cls, groups: Sequence[Sequence[Line]]) -> Surroundings:
        """Count the pairs of groups."""
        prose = [group for group in groups if not is_small(group)]
        pairs = Counter(pair for group in prose for line in group for pair in _pairs(line.text))
        lines = [line for group in groups for line in group]
        return cls(groups, pairs, read_habits(lines, frozenset()), {line.number: at for at, line in enumerate(lines)})

    def is_caption(self, at: int, found: Container[int]) -> bool:
        """Whether group `at` is a caption; `found` are those that are by their credit or were told before."""
        features = self.features(at, found)
        return features is not None and sum(map(float.__mul__, WEIGHTS, features)) > _CAUTION

    def features(self, at: int, found: Container[int]) -> tuple[float, ...] | None:
        """The features of a group, in the order of `FEATURES`; None where it is no caption whatever they are."""
        group = self.groups[at]
        before = next((self.groups[other][-1] for other in range(at - 1, -1, -1) if other not in found), None)
        after = next((self.groups[other][0] for other in range(at + 1, len(self.groups)) if other not in found), None)
        wide = _width_beside(self.groups, at)
        if before is None:
            return None
        whole = "".join(line.text for line in group)
        widest = max(line.width for line in group)
        breaks = (
            not ends_sentence(before.text)
            and before.width <= _WIDEST
            and before.marker not in ("part", "han")
            and before.width >= wide - 14
        )
        across = self._flow(before, after) if after is not None and after.marker is None else min(_FLOW)
        several = len(group) > 1
        return (
            1.0,
            self.strangeness(whole),
            across - self._flow(before, group[0]) if breaks else 0.0,
            self._inside(after) if breaks and after is not None else 0.0,
            float(breaks),
            float(ends_sentence(before.text)),
            float(at - 1 in found) + float(at + 1 in found or at - 1 in found and at + 1 == len(self.groups)),
            float(min(3, len(_REPORT.findall(whole)))),
            float(min(2, len(_SCENE.findall(whole)))),
            float(min(2, len(_FIGURE.findall(whole)))),
            float(several and widest <= _NARROW and wide >= _WIDE),
            float(several and abs(group[0].width - wide) <= _NARROW // 3),
            float(min(2, len(re.findall(r"[。！？](?=.)", whole)))),
            max(0, len(whole) - 36) / 10,
            float(not breaks and before.width < wide - 14),
        )

    def strangeness(self, text: str) -> float:
        """The share of a text's pairs of Han characters that stand nowhere else in the source."""
        han = [pair for pair in _pairs(text) if _HAN.fullmatch(pair)]
        if len(self.pairs) < _ENOUGH or not han:
            return _MIDDLING
        return sum(pair not in self.pairs for pair in han) / len(han)

    def _inside(self, line: Line) -> float:
        """Log odds, at most 3, that a line stands inside a paragraph and does not begin one."""
        at = self.positions[line.number]
        room = self.habits.rooms[at]
        if not self.habits.opens[at] or room not in LINE_FILLED:
            return 0.0
        return max(-_MOST, min(_MOST, self.habits.within[room] - self.habits.first_share(at, room)))

    def _flow(self, before: Line, after: Line) -> float:
        """Log odds that the characters on both sides of a line end belong to one text, by how often the prose has them side by side."""
        return _FLOW[min(3, self.pairs[_digits(before.text[-1] + after.text[0])])]


def _pairs(text: str) -> list[str]:
    plain = _digits(text)
    return [plain[at : at + 2] for at in range(len(plain) - 1)]


def _digits(text: str) -> str:
    """A text with every digit as 0: which digit follows a character says nothing."""
    return re.sub(r"[0-9]", "0", text)
