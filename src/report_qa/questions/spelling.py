"""Corrects a question's slips of the keyboard: a noisy channel over the words of the language, the lexicon and the report.

A run of characters is cut into words at the least cost (the negative logarithm of how often a word is used). Where single characters
are left that make no word, words with one slip are let in at a price: the same sound (工业增家值), a key beside the right one, one
character another (可支配收人), missing, doubled, or in the wrong order. The slip is believed where it saves enough.
Source of the method: Kernighan, Church and Gale, "A spelling correction program based on a noisy channel model", 1990.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from report_qa.questions.question import Correction
from report_qa.questions.vocabulary import LONGEST, Vocabulary
from report_qa.questions.wording import Wording

_RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两零〇")
_BUILDS = frozenset("的了在是有到为与和把被给得地着过吗呢吧多少几哪谁咋要会能想将")  # words of grammar
_FIXED = _NUMERALS | _BUILDS  # too common to be a slip for another

# In nats, as the costs of words. Swept with `benchmarks.questions.noise`, and with `benchmarks.questions.clean` on questions that have no slip.
_UNKNOWN = 15.0  # a character that is no word
_PRINTED = 10.5  # words of the report that no list has
_HOMOPHONE, _SOUND, _KEY, _OTHER, _MISSING, _DOUBLED, _SWAPPED = 5.0, 6.0, 8.0, 10.5, 10.0, 3.0, 8.5
_SAVES = 3.0  # what a slip must save to be believed
_MOST = 8  # suspects of one run; more are another language
_RARE = 7.3  # a single character that costs more is suspect
_PLAIN = 6.5  # and one beside others where they cost more than this on average
_WORTH = 15.0  # what words must cost for one with a slip to be cheaper by that
_WINDOW = 8  # code points of the longest word that is mended
_CERTAIN = 8  # code points from which a word is known by all but one character
_WHOLE = 5  # and from which one may be missing: shorter ones are shortened on purpose (高标田)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word at code points `[start, end)` of a run as typed; `text` is it as meant."""

    start: int
    end: int
    text: str
    cost: float


@dataclass(frozen=True, slots=True)
class Speller:
    """Corrects questions put to one report."""

    vocabulary: Vocabulary
    wording: Wording

    def correct(self, text: str) -> tuple[str, tuple[Correction, ...]]:
        """A clean question without its slips, and what was corrected, in its order."""
        found: list[Correction] = []
        parts: list[str] = []
        last = 0
        for run in _RUN.finditer(text):
            words = self._read(run[0])
            parts += [text[last : run.start()], *(word.text for word in words)]
            found += [
                Correction(run[0][word.start : word.end], word.text)
                for word in words
                if word.text != run[0][word.start : word.end]
            ]
            last = run.end()
        return ("".join([*parts, text[last:]]), tuple(found)) if found else (text, ())

    def _read(self, run: str) -> list[_Word]:
        plain = self._words(run)
        words = _cheapest(len(run), plain)
        suspects = self._unprinted(run, _suspects(words)) | self._doubled(run, words)
        if not suspects or len(suspects) > _MOST:
            return [_Word(0, len(run), run, 0.0)]
        slips = [slip for slip in self._slips(run, suspects, words) if slip.text != run[slip.start : slip.end]]
        after = _cheapest(len(run), plain + slips)
        saved = sum(word.cost for word in words) - sum(word.cost for word in after)
        wrong = sum(word.text != run[word.start : word.end] for word in after)
        return after if wrong and saved >= _SAVES * wrong else [_Word(0, len(run), run, 0.0)]

    def _unprinted(self, run: str, suspects: frozenset[int]) -> frozenset[int]:
        """Those of some places whose character the report prints with none of its neighbours, as three in a row."""
        printed = {at for at in range(len(run) - 2) if self.wording.has(run[at : at + 3])} if suspects else set()
        return frozenset(at for at in suspects if printed.isdisjoint((at - 2, at - 1, at)))

    def _doubled(self, run: str, words: list[_Word]) -> frozenset[int]:
        """Places of characters that stand twice in a row, one of them as no part of a word, and are no word so (人人)."""
        single = {word.start for word in words if word.end - word.start == 1 and word.text not in _FIXED}
        again = [at for at in range(1, len(run)) if run[at] == run[at - 1] and single & {at, at - 1}]
        return frozenset(at for at in again if self.vocabulary.cost(run[at] * 2) is None)

    def _words(self, run: str) -> list[_Word]:
        """The words of a run as they are typed."""
        found = []
        for start in range(len(run)):
            found.append(_Word(start, start + 1, run[start], self._single(run[start])))
            for end in range(start + 2, min(len(run), start + LONGEST) + 1):
                word = run[start:end]
                cost = self.vocabulary.cost(word)
                if end - start > 3 and (cost is None or cost > _PRINTED) and self.wording.stands(word):
                    cost = _PRINTED
                if cost is not None:
                    found.append(_Word(start, end, word, cost))
        return found

    def _single(self, letter: str) -> float:
        cost = self.vocabulary.cost(letter)
        return _UNKNOWN if cost is None else cost

    def _slips(self, run: str, suspects: frozenset[int], words: list[_Word]) -> Iterator[_Word]:
        """Words that a stretch of a run with a suspect character in it may stand for, where the words there now cost enough."""
        before = [total for word, total in zip(words, _totals(words), strict=True) for _ in word.text]
        behind = [total + word.cost for word, total in zip(words, _totals(words), strict=True) for _ in word.text]
        for start in range(len(run)):
            for end in range(start + 2, min(len(run), start + _WINDOW) + 1):
                if behind[end - 1] - before[start] < _WORTH:
                    continue
                held = [at - start for at in range(start, end) if at in suspects]
                if held and (end - start < _WHOLE or self._half_known(run[start:end])):
                    for text, price in self._meant(run[start:end], held):
                        yield _Word(start, end, text, price)

    def _half_known(self, typed: str) -> bool:
        """Whether a longer stretch begins or ends as some word does: one slip leaves either end as it is."""
        return self.vocabulary.begins(typed[:2]) or self.vocabulary.ends(typed[-2:]) or self.wording.has(typed[:3])

    def _meant(self, typed: str, held: list[int]) -> Iterator[tuple[str, float]]:
        yield from self._by_sound(typed, held)
        yield from self._by_letter(typed, held)
        yield from self._by_order(typed, held)
        for at in range(2, len(typed) - 1):
            if typed[at] == typed[at - 1]:
                yield from self._once(typed[:at] + typed[at + 1 :])

    def _by_sound(self, typed: str, held: list[int]) -> Iterator[tuple[str, float]]:
        """Words of the report that sound so, with one or more characters another."""
        if len(typed) < 4 or (printed := self.wording.sounding(self.vocabulary.sounds.codes(typed))) is None:
            return
        wrong = [at for at in range(len(typed)) if printed[at] != typed[at]]
        if wrong and set(wrong) <= set(held) - {0, len(typed) - 1}:
            same = all(self.vocabulary.sounds.same(printed[at], typed[at]) for at in wrong)
            yield printed, _PRINTED + (_SOUND if same else _KEY) * (1 + len(wrong)) / 2

    def _in_use(self, word: str) -> bool:
        """Whether the lexicon or the report has a word; what neither has is no reason to doubt what was typed."""
        return self.vocabulary.is_term(word) or self.wording.has(word)

    def _by_letter(self, typed: str, held: list[int]) -> Iterator[tuple[str, float]]:
        """One character another, or one missing."""
        for at in held:
            for word, cost in self._filled(typed[:at], typed[at + 1 :]):
                if (price := self._price(word, typed, at)) is not None:
                    yield word, cost + price
        for at in sorted({gap for place in held for gap in (place, place + 1)}):
            if 0 < at < len(typed) and len(typed) >= _WHOLE - 1:
                for word, cost in self.vocabulary.with_gap(typed[:at], typed[at:]):
                    if self.vocabulary.is_term(word):
                        yield word, cost + _MISSING

    def _price(self, word: str, typed: str, at: int) -> float | None:
        """What it costs to take one character for that of a word; None where that may not be."""
        sounds, one, other = self.vocabulary.sounds, word[at], typed[at]
        if len(word) == 2:
            return _HOMOPHONE if self.vocabulary.is_term(word) and sounds.toned_alike(one, other) else None
        if sounds.same(one, other):
            return _SOUND
        if self.vocabulary.look_alike(one, other):
            return _KEY
        if 0 < at < len(word) - 1 and len(word) > 3 and sounds.near(one, other):  # at an end another word may begin
            return _KEY
        return _OTHER if self.vocabulary.is_term(word) and len(word) >= _CERTAIN else None

    def _filled(self, before: str, after: str) -> Iterator[tuple[str, float]]:
        for word, cost in self.vocabulary.with_gap(before, after):
            if self._in_use(word):
                yield word, cost
        if (
            before and after and len(before) + len(after) > 2
        ):  # at an end of what is only printed, another word may begin
            for word in self.wording.between(before, after)[:3]:
                if _BUILDS.isdisjoint(word):
                    yield word, _PRINTED

    def _by_order(self, typed: str, held: list[int]) -> Iterator[tuple[str, float]]:
        for at in range(len(typed) - 1):
            if (at in held or at + 1 in held) and typed[at] != typed[at + 1]:
                yield from self._known(typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :], _SWAPPED)

    def _once(self, word: str) -> Iterator[tuple[str, float]]:
        """A word of which one character was typed twice."""
        cost = self.vocabulary.cost(word)
        if cost is not None or self.wording.has(word):
            yield word, (_PRINTED if cost is None else cost) + _DOUBLED

    def _known(self, word: str, price: float) -> Iterator[tuple[str, float]]:
        cost = self.vocabulary.cost(word)
        if cost is not None and self._in_use(word):
            yield word, cost + price
        elif len(word) > 3 and self.wording.has(word):
            yield word, _PRINTED + price


def _cheapest(length: int, words: list[_Word]) -> list[_Word]:
    """The words that cover a run of that length at the least cost."""
    best: list[tuple[float, _Word | None]] = [(0.0, None)]
    best.extend((float("inf"), None) for _ in range(length))
    for word in sorted(words, key=lambda one: (one.start, -one.end)):
        total = best[word.start][0] + word.cost
        if total < best[word.end][0]:
            best[word.end] = (total, word)
    found: list[_Word] = []
    at = length
    while at:
        last = best[at][1]
        if last is None:
            return []
        found.append(last)
        at = last.start
    return found[::-1]


def _totals(words: list[_Word]) -> list[float]:
    """What the words before each cost together."""
    return [0.0, *accumulate(word.cost for word in words[:-1])]


def _suspects(words: list[_Word]) -> frozenset[int]:
    """Places of single characters that are rare as words, alone or beside others."""
    found: set[int] = set()
    for single, group in groupby(words, lambda word: word.end - word.start == 1):
        letters = [word for word in group if word.text not in _FIXED] if single else []
        bar = _RARE if len(letters) == 1 else _PLAIN
        if letters and sum(word.cost for word in letters) > bar * len(letters):
            found.update(word.start for word in letters)
    return frozenset(found)
