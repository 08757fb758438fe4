"""Days, and counts in words, that a statement names: the same in a clause of the report, others, or none."""

from __future__ import annotations

import re

from report_qa.answers.standing import ranks, spoken
from report_qa.figures.numerals import chinese

_DAY = re.compile(r"(?<!\d)(\d{1,2})月(?:(\d{1,2})[日号]?)?")
_HOLIDAY = re.compile(
    r"五一|劳动节|十一(?=[^\u4e00-\u9fff]|[前后期假]|$)|国庆|元旦|春节|端午|中秋|年底|年中|上半年|下半年|[一二三四]季度"
)
_ALIAS = {"劳动节": "五一", "国庆": "十一"}
_GRADE = re.compile(r"([一二三四五ⅠⅡⅢⅣⅤIV]+)类(?=[^别似型]|$)")
_ROMAN = {
    "Ⅰ": "一",
    "Ⅱ": "二",
    "Ⅲ": "三",
    "Ⅳ": "四",
    "Ⅴ": "五",
    "I": "一",
    "II": "二",
    "III": "三",
    "IV": "四",
    "V": "五",
}
_LARGE = re.compile(r"[一二两三四五六七八九十百千]+[万亿千百十]+|[两二三四五六七八九十]{2,}(?!五)")
_FEW = re.compile(
    r"([二两三四五六七八九十]+)(所|座|家|条|件|处|台|辆|张|套|户|名|艘|架|列|公里|亩|场|人|个|项)(?![口均月])"
)
_NUMBERED = re.compile(r"([一二三四五六七八九十\d]+)(号线|期工程|期(?![间望末内]))")


def numbers_agree(question: str, sentence: str, clause: str) -> bool | None:
    """True where the sentence has the days and counts that the statement names (or it names none), False where it has another
    day or number of the very thing, None where it has none of the kind.
    """
    verdicts = [
        _days(question, clause if _DAY.search(clause) else sentence),
        _named(_HOLIDAY, _ALIAS, question, clause if _HOLIDAY.search(clause) else sentence),
        _named(_GRADE, _ROMAN, question, clause if _GRADE.search(clause) else sentence),
        _numbered(question, sentence),
        _counts(question, sentence),
    ]
    if False in verdicts:
        return False
    return None if None in verdicts else True


def has_day(text: str) -> bool:
    """Whether a text names a day, a month, a holiday or a part of the year."""
    return _DAY.search(text) is not None or _HOLIDAY.search(text) is not None


def _days(question: str, text: str) -> bool | None:
    asked = _DAY.search(question)
    if not asked:
        return True
    printed = list(_DAY.finditer(text))
    same = [day for day in printed if day[1] == asked[1] and (not asked[2] or not day[2] or day[2] == asked[2])]
    return True if same else False if printed else None


def _named(names: re.Pattern[str], alike: dict[str, str], question: str, text: str) -> bool | None:
    """A holiday, a part of the year or a grade that the statement names: True where the text has it, False where others."""
    stated = {alike.get(word, word) for word in _found(names, question)}
    printed = {alike.get(word, word) for word in _found(names, text)}
    return True if stated <= printed else False if printed else None


def _found(names: re.Pattern[str], text: str) -> list[str]:
    return [match[1] if names.groups else match[0] for match in names.finditer(text)]


def _numbered(question: str, sentence: str) -> bool | None:
    """第三期 or 5号线 is a name: another one says nothing of it."""
    return True if all(_stands(one, sentence) for one in _NUMBERED.finditer(question)) else None


def _counts(question: str, sentence: str) -> bool | None:
    if ranks(question):
        return True
    text = spoken(question)
    if any(number not in sentence for number in _LARGE.findall(text)):
        return None
    return True if all(_stands(count, sentence) for count in _FEW.finditer(text)) else None


def _stands(count: re.Match[str], sentence: str) -> bool:
    """Whether a count stands in a sentence, in Chinese or in Arabic digits."""
    value = chinese(count[1]) if not count[1].isdigit() else None
    digits = f"{value}{count[2]}"
    spelt = count[0] in sentence
    return spelt or (value is not None and re.search(rf"(?<![\d.]){re.escape(digits)}", sentence) is not None)
