"""`Wording`: the words of one report, looked up as printed, by their sound, or with one character unknown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cached_property

from report_qa.questions.sounds import Sounds

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_MOST = 40  # places of one sound that are looked at


class Wording:
    """A report's text, sentences parted by line ends. Worked out by the first question that needs it."""

    def __init__(self, text: str, sounds: Callable[[], Sounds]) -> None:
        """`sounds` is asked for once, by the first word that is looked up by its sound."""
        self._text = text
        self._sounds = sounds

    def has(self, words: str) -> bool:
        """Whether the report prints these characters."""
        return words[:2] in self._pairs and words[-2:] in self._pairs and words in self._text

    def stands(self, words: str) -> bool:
        """Whether the report prints these characters as words of their own: not always with the same character behind them
        (可支配收 is always 可支配收入), nor before them.
        """
        if not self.has(words):
            return False
        before: set[str] = set()
        behind: set[str] = set()
        at = self._text.find(words)
        while at >= 0 and not (len(before) > 1 and len(behind) > 1):
            before.add(self._text[at - 1] if at and _HAN.match(self._text[at - 1]) else f"{at}")
            end = at + len(words)
            behind.add(self._text[end] if end < len(self._text) and _HAN.match(self._text[end]) else f"{at}")
            at = self._text.find(words, at + 1)
        return all(len(beside) > 1 or not _HAN.match(next(iter(beside))) for beside in (before, behind))

    def sounding(self, codes: str) -> str | None:
        """What the report prints most often where it sounds so, given as codes; None where nothing does."""
        if not all(codes[at : at + 2] in self._code_pairs for at in range(len(codes) - 1)):
            return None
        found: Counter[str] = Counter()
        at = self._codes.find(codes)
        while at >= 0 and found.total() < _MOST:
            found[self._text[at : at + len(codes)]] += 1
            at = self._codes.find(codes, at + 1)
        return min(found, key=lambda words: (-found[words], words)) if found else None

    def between(self, before: str, after: str) -> list[str]:
        """The words of the report that have one character between these two, each once, in its order."""
        if not self._may_stand(before) or not self._may_stand(after):
            return []
        longer = before if len(before) >= len(after) else after
        offset = 0 if longer is before else -len(before) - 1
        length = len(before) + 1 + len(after)
        found: dict[str, None] = {}
        at = self._text.find(longer)
        while at >= 0:
            words = self._text[max(0, at + offset) : at + offset + length]
            if words.startswith(before) and words.endswith(after) and _HAN.fullmatch(words):
                found[words] = None
            at = self._text.find(longer, at + 1)
        return list(found)

    def _may_stand(self, words: str) -> bool:
        return len(words) < 2 or (words[:2] in self._pairs and words[-2:] in self._pairs)

    @cached_property
    def _codes(self) -> str:
        return self._sounds().codes(self._text)

    @cached_property
    def _code_pairs(self) -> frozenset[str]:
        return frozenset(self._codes[at : at + 2] for at in range(len(self._codes) - 1))

    @cached_property
    def _pairs(self) -> frozenset[str]:
        return frozenset(self._text[at : at + 2] for at in range(len(self._text) - 1))
