"""Items that a text lists, and how many a question expects."""

from __future__ import annotations

import re

from report_qa.answers.clauses import clauses_of

_DIGITS = "一二三四五六七八九十"
_NUMERAL = rf"[两{_DIGITS}]"
_ASKED = re.compile(
    rf"[哪这那“]({_NUMERAL})(?![种类]?是)|({_NUMERAL})(?=大|个|项|条|种|类|方面|张|座|件|支|片|区|基地|中心|城|化|新|行动|计划|工程|战略|举措|产业)"
)
_ROW = re.compile(rf"[“「]({_NUMERAL})[\u4e00-\u9fff]({_NUMERAL})[\u4e00-\u9fff](?:({_NUMERAL})[\u4e00-\u9fff])?")
_PLAN = re.compile(r"[“「]?十[一二三四五]?五[”」]?")
_NUMBERED = re.compile(
    rf"(?:^|[，；。：])?(?:[{_DIGITS}]+是|[（(][{_DIGITS}\d]+[）)]|第[{_DIGITS}]+[，、]|其[{_DIGITS}])"
)
_MARKS = re.compile(r"、|(?<=”)(?=“)|和(?=“)|以及")
_IN_MARKS = re.compile(r"“[^”]*”|（[^）]*）|\([^)]*\)")


def count_asked(text: str) -> int | None:
    """How many items a question expects (哪八项, 五大产业, 一区四城: 5), None where it does not say."""
    plain = _PLAN.sub("", text)
    if (row := _ROW.search(plain)) is not None:
        return sum(_value(digit) for digit in row.groups() if digit)
    match = _ASKED.search(plain)
    return _value(match[1] or match[2]) if match else None


def count_listed(text: str) -> int:
    """How many items a text lists: the most that one clause parts by 、, its numbered points, or its parts between ；."""
    plain = _IN_MARKS.sub("“”", text)
    by_mark = max((len(_MARKS.findall(plain[start:end])) + 1 for start, end in clauses_of(plain)), default=1)
    numbered = len(_NUMBERED.findall(plain))
    parts = len([part for part in plain.split("；") if len(part) > 3])
    return max(by_mark, numbered, parts)


def heads_of(name: str) -> list[str]:
    """The nouns that the items of a named row end with: 行动 of 五大行动, 区 and 城 of 一区四城; empty where none is told."""
    counted = re.findall(rf"{_NUMERAL}[大个项条张座类]?([\u4e00-\u9fff]+?)(?={_NUMERAL}|$)", name)
    return [noun[-2:] if len(noun) > 1 else noun for noun in counted]


def _value(digit: str) -> int:
    return _DIGITS.index(digit.replace("两", "二")) + 1
