"""`Vocabulary`: the words that a question may be made of, each with how surprising it is, found also by sound or with a slip."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice, product
from pathlib import Path

from report_qa.questions.concepts import GAP
from report_qa.questions.lexicon import Lexicon
from report_qa.questions.look_alikes import read_look_alikes
from report_qa.questions.pieces import piece_costs
from report_qa.questions.places import Gazetteer
from report_qa.questions.sounds import FIRST_CODE, Sounds

LONGEST = 10
"""Code points of the longest word that is looked for."""

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_TERM_COST, _OTHER_COST = 9.0, 11.0  # in nats: of a word of the lexicon that is no piece, and of another known word
_SAID_ALIKE, _SAID_ALONE = 6, 24  # words, and single characters, kept under one sound
_SAID = 8  # sounds of one word, where its characters have several


class Vocabulary:
    """Words of the language, of the lexicon and of the gazetteer. `cost` is the negative logarithm of how often a word is used.
    Built once; nothing in it changes but what is worked out by the first question that needs it.
    """

    def __init__(
        self,
        sounds: Callable[[], Sounds],
        shapes: Callable[[], Mapping[str, str]],
        costs: Mapping[str, float],
        terms: Iterable[str],
        others: Iterable[str],
    ) -> None:
        """`costs` of the words of the language; `terms` are what the lexicon says that reports print, `others` are known too.
        `shapes` gives the characters that look like one; it and `sounds` are asked for once, by the first slip.
        """
        self._make_sounds, self._make_shapes = sounds, shapes
        self._costs = dict(costs)
        listed, spoken = tuple(terms), tuple(others)
        for words, most in ((listed, _TERM_COST), (spoken, _OTHER_COST)):
            for word in words:
                self._costs[word] = min(most, self._costs.get(word, most))
        self._terms, self._spoken = frozenset(listed), frozenset(spoken)

    @classmethod
    def open(cls, model: Path, folder: Path, lexicon: Lexicon, gazetteer: Gazetteer) -> Vocabulary:
        """Words from the tokenizer in a model's folder, the lexicon and the gazetteer; look-alikes from the lexicon's folder, or
        the shipped one. Raises `LexiconError` for what cannot be read.
        """
        terms = [form for concept in lexicon.concepts for form in (*concept.names, *concept.short)]
        spoken = [form for concept in lexicon.concepts for form in concept.everyday if GAP not in form]
        places = [name for name in gazetteer.names() if len(name) > 1 and _HAN.fullmatch(name)]
        others = [*filter(_is_word, spoken), *places]
        return cls(Sounds.open, lambda: read_look_alikes(folder), piece_costs(model), filter(_is_word, terms), others)

    @cached_property
    def sounds(self) -> Sounds:
        """How characters are read."""
        return self._make_sounds()

    def cost(self, word: str) -> float | None:
        """How surprising a word is, in nats; None for an unknown one."""
        return self._costs.get(word)

    def is_term(self, word: str) -> bool:
        """Whether the lexicon says that reports print a word."""
        return word in self._terms

    def is_spoken(self, word: str) -> bool:
        """Whether a word is a citizen's, or a place."""
        return word in self._spoken

    def look_alike(self, one: str, other: str) -> bool:
        """Whether two characters look alike."""
        return other in self._shapes.get(one, "")

    def begins(self, pair: str) -> bool:
        """Whether a word of four characters or more begins with two."""
        return pair in self._ends[0]

    def ends(self, pair: str) -> bool:
        """Whether a word of four characters or more ends with two."""
        return pair in self._ends[1]

    def sounding(self, codes: str) -> tuple[tuple[str, float], ...]:
        """The words of a sound, given as codes, with their costs, the most frequent first."""
        return self._by_sound.get(codes, ())

    def with_gap(self, before: str, after: str) -> Iterator[tuple[str, float]]:
        """The words that have one character between two stretches, one of them not empty; with their costs."""
        length = len(before) + 1 + len(after)
        for word in self._by_end.get((length, before[:1], "") if before else (length, "", after[-1]), ()):
            if word.startswith(before) and word.endswith(after):
                yield word, self._costs[word]

    @cached_property
    def _shapes(self) -> Mapping[str, str]:
        return self._make_shapes()

    @cached_property
    def _by_sound(self) -> dict[str, tuple[tuple[str, float], ...]]:
        found: dict[str, list[tuple[str, float]]] = {}
        letters = sorted(set().union(*self._costs))
        several = {letter: said for letter in letters if len(said := self._codes_of(letter)) > 1}
        for word in sorted(self._costs, key=self._costs.__getitem__):  # of equal ones the first that was listed
            for codes in self._said(word, several):
                words = found.setdefault(codes, [])
                if len(words) < (_SAID_ALIKE if len(codes) > 1 else _SAID_ALONE):
                    words.append((word, self._costs[word]))
        return {codes: tuple(words) for codes, words in found.items()}

    def _codes_of(self, letter: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(self.sounds.code, self.sounds.readings(letter))))

    def _said(self, word: str, several: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
        """The sounds that a word may have, as its characters may be read (银行: yin xing, yin hang)."""
        usual = self.sounds.codes(word)
        if min(usual) < FIRST_CODE:
            return ()  # a character that is not read, as those of other scripts
        if several.keys().isdisjoint(word):
            return (usual,)
        said = [several.get(letter, code) for letter, code in zip(word, usual, strict=True)]
        return map("".join, islice(product(*said), _SAID))

    @cached_property
    def _ends(self) -> tuple[frozenset[str], frozenset[str]]:
        longer = [word for word in self._costs if len(word) > 3]
        return frozenset(word[:2] for word in longer), frozenset(word[-2:] for word in longer)

    @cached_property
    def _by_end(self) -> dict[tuple[int, str, str], list[str]]:
        """Words by their length and first, or last, character."""
        found: dict[tuple[int, str, str], list[str]] = {}
        for word in sorted(word for word in self._costs if 2 <= len(word) <= LONGEST):
            found.setdefault((len(word), word[0], ""), []).append(word)
            found.setdefault((len(word), "", word[-1]), []).append(word)
        return found


def _is_word(form: str) -> bool:
    return len(form) > 1 and _HAN.fullmatch(form) is not None
