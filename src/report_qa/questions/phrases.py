"""`PhraseTable`: the longest known phrases of a text, from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Value = TypeVar("Value")


class PhraseTable(Generic[Value]):
    """Phrases and what each stands for, looked up in one pass: at every code point the longest phrase that begins there.

    Phrases that begin and end with a Latin letter or digit match whole words only. Case counts: fold it before if it does not.
    """

    __slots__ = ("_lengths", "_values")

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        """Keep the first value of a phrase given twice; empty phrases are left out."""
        self._values: dict[str, Value] = {}
        lengths: dict[str, set[int]] = {}
        for phrase, value in phrases:
            if phrase and phrase not in self._values:
                self._values[phrase] = value
                lengths.setdefault(phrase[0], set()).add(len(phrase))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def get(self, phrase: str) -> Value | None:
        """What `phrase` stands for, or None."""
        return self._values.get(phrase)

    def find(self, text: str) -> Iterator[tuple[int, int, Value]]:
        """`(start, end, value)` in code points of `text`, half-open, in order and never overlapping."""
        at = 0
        while at < len(text):
            end = self._longest(text, at)
            if end:
                yield at, end, self._values[text[at:end]]
            at = end or at + 1

    def find_all(self, text: str) -> Iterator[tuple[int, int, Value]]:
        """Like `find`, but a phrase that begins inside another and ends after it, or inside it, is given too."""
        for at in range(len(text)):
            end = self._longest(text, at)
            if end:
                yield at, end, self._values[text[at:end]]

    def _longest(self, text: str, at: int) -> int:
        """Where the longest phrase that begins at `at` ends, 0 for none."""
        for length in self._lengths.get(text[at], ()):
            end = at + length
            if end <= len(text) and text[at:end] in self._values and _whole_word(text, at, end):
                return end
        return 0


def _whole_word(text: str, start: int, end: int) -> bool:
    if _is_latin(text[start]) and start and _is_latin(text[start - 1]):
        return False
    return not (_is_latin(text[end - 1]) and end < len(text) and _is_latin(text[end]))


def _is_latin(letter: str) -> bool:
    return letter.isalnum() and ord(letter) < 0x250
