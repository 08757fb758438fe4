"""`Base`: what a figure is compared with (较上年, 同比, 2020年的), as the report prints it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_qa.figures.clauses import Clause
from report_qa.figures.quantity import Quantity
from report_qa.figures.words import COMPARED_WITH_SEVERAL
from report_qa.text.periods import Period, ReportDates, find_periods

_YEAR = r"(?:19|20)\d\d年"
_EARLIER = (
    rf"(?:{_YEAR}|上年|去年|前年|上一年|前一年|上半年|同期|上届|往年|年初|期初|[年月季]初|[年月季期]末|[年月]底|\d+年前|[一二三四五六七八九十]年前|“[^”]{{2,8}}”)"
    r"(?:同期|底|末|初|同口径|时|水平)?"
)
_THAN = re.compile(
    rf"(?<![同环对占正可性类评])(?:比(?![例重率值])|较)(?:[^，；。、：\d比较]{{0,12}}?{_EARLIER}|[^，；。、：\d比较]{{0,12}}?(?:平均(?:水平|值|数|增速)?|目标|计划)"
    r"|[^，；。、：\d比较]{1,12}?(?=(?:分别|累计|大幅|年均|均)?(?:增长|增加|提高|提升|上升|下降|减少|降低|缩短|压减|回落|回升|高出?|低|快|多|少)(?:了|近|约|超)?$))"
)
_BESIDE = re.compile(rf"(?:与|同|和|比|较)(?:[^，；。、\d与同和]{{0,12}}|[^，；。、\d与同和]{{0,8}}{_EARLIER})相比")
_LIKE = re.compile(r"同比(?!例)|环比")
_TIMES = re.compile(
    rf"(?:是|为|达到?|相当于)(?P<what>(?:[^，；。、\d是为]{{0,6}}?{_EARLIER}|[^，；。、\d是为]{{0,8}}(?:平均(?:水平|值)?|全[国省市区]|总[量额数])|[^，；。、]{{2,26}}?总和)的)(?:近|约|超)?$"
)
_OVER = re.compile(
    r"(?<!达到或)(?<!达到及)(?<!达)(?P<what>(?:不?(?:高于|低于)|快于|慢于|优于|好于|高出|超出|领先|超过|大于)[^，；。、\d例]{0,12}?"
    r"(?:全[国省市区州]|平均|同期|上年|目标|预期|计划|[东中西]部|周边)[^，；。、\d]{0,8}?)(?:了|近|约|超)?$"
)
_EVEN = re.compile(r"[，、]?(?P<words>(?:与|同|和)[^，；。、\d]{2,14}?持平|持平于[^，；。、\d]{2,10})")
_CLAUSE_BEFORE = re.compile(r"(?:^|[。；：])[^。；：，]{0,4}?(?P<words>(?:与|同|和|比|较)[^，；。]{2,14}相比)，$")
_GOES_ON = re.compile(r"[、和与及]$")
_YEAR_BEFORE = re.compile(r"上年|去年|上一年|前一年|同比|年初|上年同期")


@dataclass(frozen=True, slots=True)
class Base:
    """What a figure is compared with: the words as printed, and the years of it where they say."""

    text: str
    period: Period | None = None


def find_bases(text: str, clauses: Sequence[Clause]) -> dict[int, str]:
    """The words of the comparison base of each quantity that has one, by where the quantity begins.

    Numbers joined to one before (5%、6%和7%) are compared with what that one is.
    """
    found: dict[int, str] = {}
    for clause in clauses:
        before: Quantity | None = None
        waiting: list[str] = []  # what the next numbers are compared with, one each
        for at, quantity in enumerate(clause.quantities):
            left = text[before.end if before else clause.start : quantity.start]
            following = clause.quantities[at + 1].start if at + 1 < len(clause.quantities) else clause.end + 24
            several = COMPARED_WITH_SEVERAL.search(left)
            if several:
                waiting = [several["verb"] + base for base in re.split("[、和]", several["bases"])]
            words = (
                waiting.pop(0)
                if waiting
                else base_words(left, text[quantity.end : following], quantity.unit, text[: clause.start])
            )
            if words is None and before and before.start in found and _GOES_ON.fullmatch(left):
                words = found[before.start] if before.unit == quantity.unit else None
            if words is not None:
                found[quantity.start] = words
            before = quantity
    return found


def base_words(left: str, right: str, unit: str | None, before: str) -> str | None:
    """What a number is compared with, or None: `left` and `right` of it, and the sentence `before` its clause.

    >>> base_words("规上工业增加值比上年增长", "，", "%", ""), base_words("，是2020年的", "，", "倍", "")
    ('比上年', '2020年的')
    """
    times = _TIMES.search(left) if unit == "倍" else None
    if times:
        return times["what"]
    over = _OVER.search(left)
    if over:
        return over["what"]
    for pattern in (_BESIDE, _THAN, _LIKE):
        if said := list(pattern.finditer(left)):
            return said[-1][0]
    behind = _EVEN.match(right) or _CLAUSE_BEFORE.search(before)
    return behind["words"] if behind else None


def base_of(words: str, of: Period | None, dates: ReportDates) -> Base:
    """The base that words name for a figure of the period `of`: 上年 is the year before that.

    >>> base_of("比上年", Period.year(2022), ReportDates()).period
    Period(label='2021年', start=2021, end=2021)
    """
    if _YEAR_BEFORE.search(words) and of is not None:
        return Base(words, Period.year(of.start - 1) if of.one_year else None)
    periods = find_periods(words, dates)
    return Base(words, periods[0][2] if periods and not _YEAR_BEFORE.search(words) else None)
