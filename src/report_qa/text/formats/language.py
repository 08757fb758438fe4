"""Whether a text is Chinese at all: refused before anything is read out of a file in another language or encoding."""

from __future__ import annotations

import unicodedata
from collections import Counter

from report_qa.errors import SourceError

_LEAST_HAN = 0.05  # share of a text's letters that are Han in any Chinese text, one with much English in it too
_MOST_KANA = 0.1  # share of kana among Han and kana; Japanese reports have 0.3 and more
_MOST_HANGUL = 0.3
_JUDGED = 200  # Han characters from which their commonness is judged
_LEAST_COMMON = 0.12  # share of the commonest characters among Han in any Chinese text; reports have 0.3 and more
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十"
    "三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全"
    "發會經國為來時們個這對過產種後實還點業電從開應環農動現進學機當體兩"
)  # the commonest of written Chinese, in both ways of writing it


def check_language(text: str) -> None:
    """Refuse a text that is not Chinese.

    Raises:
        SourceError: no Han characters, hardly any among other letters, Japanese, Korean, or characters that were decoded wrong.
    """
    counts = Counter(text)
    letters = Counter[str]()
    for char, count in counts.items():
        script = _script(char)
        if script:
            letters[script] += count
    han, kana, hangul = letters["han"], letters["kana"], letters["hangul"]
    common = sum(count for char, count in counts.items() if char in _COMMON)
    if han >= _JUDGED and common < _LEAST_COMMON * han and not hangul:
        raise SourceError(
            "The characters of the file make no Chinese text; it seems to be in an encoding other than UTF-8 and GB18030.",
            "Open it where it reads well, save it as UTF-8 and add that.",
        )
    if hangul > _MOST_HANGUL * (han + hangul):
        raise _refused("Korean")
    if kana > _MOST_KANA * (han + kana):
        raise _refused("Japanese")
    if han == 0 or han < _LEAST_HAN * letters.total():
        raise _refused("a language other than Chinese")


def _refused(language: str) -> SourceError:
    return SourceError(
        f"The file is in {language}; only Chinese reports can be read.", "Add the report's Chinese text."
    )


def _script(char: str) -> str:
    """`han`, `kana`, `hangul` or `other` for a letter, nothing for any other character."""
    if "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char >= "\U00020000":
        return "han"
    if "\u3041" <= char <= "\u30ff" and char != "・" and char != "ー":
        return "kana"
    if "\uac00" <= char <= "\ud7a3":
        return "hangul"
    return "other" if unicodedata.category(char)[0] == "L" else ""
