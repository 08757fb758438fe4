"""`Sounds`: how Chinese characters are read, as one code a syllable, so that texts can be searched by their sound."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from report_qa.errors import LexiconError

_PACKAGE, _TABLE = "pypinyin", "pinyin_dict"
_COMMON = bytes(byte for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF) for byte in (row, cell))  # of GB 2312
_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹḿ", "aaaaeeeeiiiioooouuuuvvvvvennnm")
_READINGS = 2  # of a character that are believed; the others are rare or old
_SYLLABLE = re.compile(r"[a-z]*[aeiouv][a-z]*")
FIRST_CODE = "\ue000"
"""The first code of a syllable, in a private area of Unicode: no text has these."""
_FOLDS = (("zh", "z"), ("ch", "c"), ("sh", "s"))
_ENDS = (("ang", "an"), ("eng", "en"), ("ing", "in"))
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LONGEST_SYLLABLE = 6


class Sounds:
    """Readings of characters, and codes of syllables: one private-use letter each, the same for sounds that speakers mix up
    (z and zh, in and ing). Built once; nothing in it changes.
    """

    __slots__ = ("_codes", "_readings", "_table", "_toned", "syllables")

    def __init__(self, readings: Mapping[str, tuple[str, ...]]) -> None:
        """`readings` of a character with their tone marks, the usual one first."""
        self._toned = dict(readings)
        self._readings = {letter: _without_tones(said) for letter, said in readings.items()}
        self.syllables = frozenset(one for said in self._readings.values() for one in said)
        self._codes = {one: chr(ord(FIRST_CODE) + at) for at, one in enumerate(sorted({*map(_folded, self.syllables)}))}
        self._codes = {one: self._codes[_folded(one)] for one in self.syllables}
        self._table = str.maketrans({letter: self._codes[said[0]] for letter, said in self._readings.items() if said})

    @classmethod
    def open(cls) -> Sounds:
        """The readings of the characters of GB 2312, from the table of `pypinyin`; its table of phrases, which takes ten times as
        long, is not loaded. Raises `LexiconError` where the package is missing.
        """
        table = _pinyin_table()
        common = _COMMON.decode("gb2312", errors="ignore")
        return cls({letter: tuple(table[ord(letter)].split(",")) for letter in common if ord(letter) in table})

    def code(self, syllable: str) -> str:
        """The code of a syllable without tone (`lv` for lü); empty for what is none."""
        return self._codes.get(syllable, "")

    def readings(self, letter: str) -> tuple[str, ...]:
        """The readings of a character, the usual one first."""
        return self._readings.get(letter, ())

    def codes(self, text: str) -> str:
        """One code a character by its usual reading, code point for code point; a letter without a reading stays."""
        return text.translate(self._table)

    def near(self, one: str, other: str) -> bool:
        """Whether two characters sound alike but for what speakers mix up, or, by their usual readings, for one missed key."""
        mine, theirs = self.readings(one), self.readings(other)
        if not mine or not theirs:
            return False
        return _one_key(mine[0], theirs[0]) or not {*map(_folded, mine)}.isdisjoint(map(_folded, theirs))

    def same(self, one: str, other: str) -> bool:
        """Whether two characters have a reading in common, tone aside; a character has one with itself."""
        if one == other:
            return True
        return not set(self.readings(one)).isdisjoint(self.readings(other))

    def toned_alike(self, one: str, other: str) -> bool:
        """Whether two characters have their usual reading in common, tone and all."""
        return self._toned.get(one, (one,))[0] == self._toned.get(other, (other,))[0]

    def begins(self, letters: str, at: int) -> Iterator[str]:
        """The syllables that begin at a place of Latin letters, longest first."""
        for length in range(min(_LONGEST_SYLLABLE, len(letters) - at), 0, -1):
            if letters[at : at + length] in self.syllables:
                yield letters[at : at + length]

    def spelt(self, word: str) -> bool:
        """Whether a Latin word is written pinyin: syllables and nothing else."""
        reached = {0}
        for at in range(len(word)):
            if at in reached:
                reached.update(at + len(one) for one in self.begins(word, at))
        return len(word) in reached


def _pinyin_table() -> Mapping[int, str]:
    found = importlib.util.find_spec(_PACKAGE)
    folders = found.submodule_search_locations if found is not None else None
    if not folders:
        raise LexiconError("The package pypinyin is missing.", "Install report-qa again.")
    name, path = f"{_PACKAGE}.{_TABLE}", Path(folders[0]) / f"{_TABLE}.py"
    loader = importlib.machinery.SourceFileLoader(name, str(path))
    spec = importlib.util.spec_from_loader(name, loader)
    if spec is None:
        raise LexiconError("The package pypinyin cannot be read.", "Install report-qa again.")
    module = importlib.util.module_from_spec(spec)
    try:
        loader.exec_module(module)
        table: Mapping[int, str] = module.pinyin_dict
    except (ImportError, OSError, AttributeError) as error:
        raise LexiconError(f"The package pypinyin cannot be read: {error}.", "Install report-qa again.") from None
    return table


def _without_tones(readings: tuple[str, ...]) -> tuple[str, ...]:
    """The first readings without their tones, each once."""
    plain = dict.fromkeys(one.translate(_TONES) for one in readings)
    return tuple(one for one in plain if _SYLLABLE.fullmatch(one))[:_READINGS]


@lru_cache(maxsize=1024)
def _folded(syllable: str) -> str:
    """A syllable with the sounds made one that speakers mix up."""
    for written, folded in _FOLDS:
        if syllable.startswith(written):
            syllable = folded + syllable[2:]
    for written, folded in _ENDS:
        if syllable.endswith(written):
            syllable = syllable[: -len(written)] + folded
    return re.sub(r"^([nl])ue$", r"\1ve", syllable)


@lru_cache(maxsize=4096)
def _one_key(one: str, other: str) -> bool:
    """Whether two syllables differ by one key that is missed, doubled or next to the right one."""
    if len(one) == len(other):
        wrong = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
        return len(wrong) == 1 and _neighbours(*wrong[0])
    shorter, longer = sorted((one, other), key=len)
    return len(longer) - len(shorter) == 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )


def _neighbours(one: str, other: str) -> bool:
    return any(abs(row.find(one) - row.find(other)) == 1 for row in _ROWS if one in row and other in row)
