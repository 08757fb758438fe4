"""Reads questions typed in pinyin: syllables become the words of the lexicon, the report and the language that sound so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from report_qa.questions.asking import CLASSIFIERS
from report_qa.questions.vocabulary import LONGEST, Vocabulary
from report_qa.questions.wording import Wording

_HAN = re.compile(r"[\u4e00-\u9fff]")
_NUMBER = re.compile(r"\d\s*$")
_STRETCH = re.compile(r"[a-zü]+(?:['’ ]+[a-zü]+)*", re.IGNORECASE)
_WORD = re.compile(r"[a-zü]+", re.IGNORECASE)
_TONE_DIGIT = re.compile(r"(?<=[a-zü])[1-5](?![\d.])", re.IGNORECASE)
_ENGLISH = frozenset(
    "a an the he she me you we can change share women men long fan ban pan tan ran can gang sang hang dang bang sun gun run fun pin bin tin win sin"
    " hai hen man ten den pen men fen gap app wifi mine fine line die lie pie tie sea tea guide name game lane page range made make"
    " to do so no go in on an at as is it or of by be us up my".split()
)
_SHORT = 12  # letters up to which capitals are an abbreviation
_ALONE = 0.6  # share of the words, English ones aside, from which a question of Latin letters is pinyin

# In nats, as the costs of words.
_PRINTED, _PRINTED_PAIR = 7.0, 8.5  # words that the report prints
_IN_REPORT, _TERM, _SPOKEN = (
    -2.5,
    -1.5,
    -2.5,
)  # a word that the report has, or the lexicon in the words of reports or of citizens
_ASKS = -3.5  # a word that asks or dates
_ASKING = frozenset(
    "几 哪 哪个 哪些 哪几 哪几个 哪里 什么 多少 多少个 几个 第几 排第几 老几 吗 吧 呢 啊 呀 是 是不是 有没有 涨 涨了 挣 挣了 各 各有 咱 咋 啥 怎么 怎样"
    " 谁 咋样 咋办 哪儿 为什么 什么时候 今年 去年 前年 明年 请问 目标 计划 打算 一共 分别 增长 增速 了没".split()
)
_MIXED_UP = 2.5  # a sound that is only like the one typed
_ACROSS = 1.5  # a word that does not end where a typed one does
_UNIT = -5.0  # a unit behind 多少 or 几
_COUNTED = ("多少", "几", "多少个", "几个", "多少万", "几万")
_UNITS = (
    frozenset(re.sub(r"\(.*?\)", "", CLASSIFIERS).split("|")) | frozenset("亩人元钱吨斤米个万亿号") | {"亿元", "万元"}
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A word at letters `[start, end)`; `text` is it in characters."""

    start: int
    end: int
    text: str
    cost: float


@dataclass(frozen=True, slots=True)
class PinyinReader:
    """Turns pinyin into characters, for questions put to one report."""

    vocabulary: Vocabulary
    wording: Wording

    def read(self, text: str) -> str:
        """A question with its pinyin in characters; as it is where it has none."""
        plain = _without_tones(text)
        if plain.isupper() and len(plain) > _SHORT:
            plain = plain.lower()
        if not _HAN.search(plain) and not self.is_pinyin(plain):
            return text
        alone = not _HAN.search(plain)
        turned = _STRETCH.sub(
            lambda match: self._stretch(match[0], alone, bool(_NUMBER.search(plain, 0, match.start()))), plain
        )
        if turned == plain:
            return text
        return re.sub(r"(?<=[\u4e00-\u9fff]) +(?=\S)|(?<=\S) +(?=[\u4e00-\u9fff])", "", turned)

    def is_pinyin(self, text: str) -> bool:
        """Whether a question of Latin letters is pinyin."""
        plain = _without_tones(text)
        capitals = plain.isupper() and len(plain) > _SHORT
        words = [word for word in _WORD.findall(plain) if capitals or not word.isupper()]
        if not words or not all(self._spelt(word) or word.lower() == "gdp" for word in words):
            return False
        return sum(word.lower() not in _ENGLISH for word in words) >= _ALONE * len(words)

    def _spelt(self, word: str) -> bool:
        return self.vocabulary.sounds.spelt(word.lower().replace("ü", "v"))

    def _stretch(self, words: str, alone: bool, counted: bool = False) -> str:
        """A stretch of Latin words in characters; an abbreviation stays, and among characters what may be English or a name.
        `counted` says that a number stands before it.
        """
        found = _WORD.findall(words)
        if not all(self._may_turn(word, alone) for word in found):
            parts = re.split(r"([^A-Za-zü]+)", words)
            return "".join(self._stretch(part, alone) for part in parts) if alone and len(parts) > 1 else words
        letters = "".join(found).lower().replace("ü", "v")
        return (
            "".join(said.text for said in self._cheapest(letters, set(accumulate(map(len, found))), counted)) or words
        )

    def _may_turn(self, word: str, alone: bool) -> bool:
        if (word.isupper() and len(word) > 1) or not self._spelt(word):
            return False
        return alone or (len(word) > 3 and word.lower() not in _ENGLISH)

    def _cheapest(self, letters: str, ends: set[int], number: bool) -> list[_Said]:
        best: list[tuple[float, _Said | None]] = [(0.0, None)]
        best.extend((float("inf"), None) for _ in range(len(letters)))
        for at in range(len(letters)):
            before = best[at]
            if before[0] == float("inf"):
                continue
            counted = before[1].text.endswith(_COUNTED) if before[1] is not None else number
            for said in self._words(letters, at):
                price = said.cost + (0 if said.end in ends else _ACROSS)
                price += _UNIT if counted and said.text in _UNITS else 0
                if before[0] + price < best[said.end][0]:
                    best[said.end] = (before[0] + price, said)
        found: list[_Said] = []
        at = len(letters)
        while at:
            last = best[at][1]
            if last is None:
                return []
            found.append(last)
            at = last.start
        return found[::-1]

    def _words(self, letters: str, start: int) -> Iterator[_Said]:
        """The words that begin at a letter."""
        paths: list[tuple[int, tuple[str, ...]]] = [(start, ())]
        while paths:
            at, said = paths.pop()
            for syllable in self.vocabulary.sounds.begins(letters, at):
                longer = (*said, syllable)
                end = at + len(syllable)
                fitting = [*self._sounding(longer)]
                yield from (_Said(start, end, text, cost) for text, cost in fitting)
                if len(longer) < LONGEST and (fitting or len(longer) < 4):
                    paths.append((end, longer))

    def _sounding(self, said: tuple[str, ...]) -> Iterator[tuple[str, float]]:
        codes = "".join(map(self.vocabulary.sounds.code, said))
        for word, cost in self.vocabulary.sounding(codes):
            yield word, cost + self._bonus(word) + self._mixed_up(word, said)
        if len(said) > 1 and (printed := self.wording.sounding(codes)) and _HAN.match(printed[0]):
            yield printed, (_PRINTED if len(said) > 2 else _PRINTED_PAIR) + self._mixed_up(printed, said)

    def _bonus(self, word: str) -> float:
        """What speaks for a word: that the report has it, that the lexicon has it, that it asks."""
        known = _TERM if self.vocabulary.is_term(word) else _SPOKEN if self.vocabulary.is_spoken(word) else 0
        printed = _IN_REPORT if len(word) > 1 and self.wording.has(word) else 0
        return known + printed + (_ASKS if word in _ASKING else 0)

    def _mixed_up(self, word: str, said: tuple[str, ...]) -> float:
        readings = self.vocabulary.sounds.readings
        return _MIXED_UP * sum(syllable not in readings(letter) for letter, syllable in zip(word, said, strict=True))


def _without_tones(text: str) -> str:
    """Pinyin without its tone marks (nián) and tone digits (nian2)."""
    if text.isascii():
        return _TONE_DIGIT.sub("", text) if re.search(r"[a-z][1-5](?:[a-z\s]|$)", text) else text
    if _HAN.search(text):
        return text
    marked = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", re.sub("[\u0300\u0301\u0304\u030c]", "", marked))
