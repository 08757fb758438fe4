"""Times that a question names, resolved against the report's dates: 去年, 今年, 这五年, 2021年, “十四五”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from report_qa.questions.question import TimeMention
from report_qa.text.periods import FIVE_YEAR_PLANS, Period, ReportDates, Status

_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_ENGLISH_PLANS = {"11th": 2006, "12th": 2011, "13th": 2016, "14th": 2021, "15th": 2026, "16th": 2031}

_RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年?\s*(?:[-—–~～至到]|to)+\s*((?:19|20)\d\d)\s*年?(?!\d)")
_COUNTED = (  # 2023 households is a number of them
    r"\s+(?:new\s+|old\s+)?(?:households?|families|people|persons|residents|jobs|homes|houses|units|projects|companies|firms|enterprises|schools|places"
    r"|beds|villages|communities|vehicles|buses|stations|km|kilomet(?:er|re)s?|mu|tons?|tonnes|hectares|yuan|students|teachers|cases|items|times)\b"
)
_YEAR = re.compile(
    rf"(?<![\d.])((?:19|20)\d\d)(?:\s*年(?:年?底|末|度)?|(?![\d.%]|\s*[个家户人名万亿元件项条套座处台亩吨公里所]|{_COUNTED}))"
)
_HAN_YEAR = re.compile(r"([二一][〇零九][〇零一二三四五六七八九]{2})年")
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d\d)年(?![来内间前后])")
_PLAN = re.compile(
    r"[“\"'「]?(?<!第)(十[一二三四五六]?|[八九])五[”\"'」]?(?:规划)?(?:时期|期间|以来|末|前后|这五年|规划|开局)|[“\"「]十([一二三四五六]?)五[”\"」]"
    r"|(?<![第一二三四五六七八九百千])十(?P<bare>[一二三四五六])五(?![届次年天个家万亿户人名%％\d])"
)
_ENGLISH_PLAN = re.compile(r"\b(1[1-6]th)\s+five[- ]year\s+plan(?:\s+period)?", re.IGNORECASE)

_LAST = re.compile(r"去年|上年度?|上一年|过去的?一年|旧年|\b(?:last|past|previous)\s+year(?:'s)?\b", re.IGNORECASE)
_THIS = re.compile(
    r"今年|本年度?|这一年|年内|\bthis\s+year(?:'s)?\b|\bthe\s+(?:current|coming)\s+year\b", re.IGNORECASE
)
_BEFORE_LAST = re.compile(r"(?<!大)前年|\bthe\s+year\s+before\s+last\b", re.IGNORECASE)
_NEXT = re.compile(r"明年|下一年|来年|\bnext\s+year\b", re.IGNORECASE)
_AFTER_NEXT = re.compile(r"(?<!大)后年")
_THREE_AGO = re.compile(r"大前年")
_THREE_ON = re.compile(r"大后年")
_TERM = re.compile(
    r"(?:过去|近|这|最近|前|上)的?五年(?:来|间|里|以来)?|五年(?:来|间|里|以来|下来)|(?:这|近|最近)(?:几|些)年来?|(?:上次)?换届(?:以来|以后|后|到现在|至今)|(?:这|本|上)一?届(?:政府|zf|班子)?(?:任期|任上|这?几年|五年)?"
    r"|(?:任期|任上)(?:内|里|间)?|[一二三四五六七八九十]+届人大一次会议以来|[一二三四五六七八九十]+届(?:政府)?任期"
    r"|\b(?:past|last|previous)\s+(?:five|5)\s+years\b|since the first session of [^,?]*?congress"
    r"|\b(?:over|during|in)\s+(?:the|its|this)\s+(?:government's\s+)?(?:five-year\s+)?term\b",
    re.IGNORECASE,
)
_COMING_TERM = re.compile(
    r"(?:今后|未来|下)一?个?五年|往后五年|\b(?:next|coming)\s+(?:five|5)\s+years\b", re.IGNORECASE
)


def find_times(text: str, dates: ReportDates) -> tuple[TimeMention, ...]:
    """Times named in a clean question, in order, none overlapping an earlier rule's.

    Relative words count from the year that the report plans (今年), or what of the dates is known.
    """
    found: list[TimeMention] = []
    for start, end, period, status in _mentions(text, _this_year(dates), dates):
        if all(end <= other.start or other.end <= start for other in found):
            found.append(TimeMention(start, end, period, status))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _this_year(dates: ReportDates) -> int | None:
    if dates.plans:
        return dates.plans
    if dates.delivered:
        return int(dates.delivered[:4])
    return dates.reviews + 1 if dates.reviews else None


def _mentions(text: str, this: int | None, dates: ReportDates) -> Iterator[tuple[int, int, Period, Status | None]]:
    yield from _absolute(text)
    if this is None:
        return
    for match in _TERM.finditer(text):
        last = dates.reviews or this - 1
        yield *match.span(), Period(match[0], last - 4, last), "actual"
    for match in _COMING_TERM.finditer(text):
        yield *match.span(), Period(match[0], this, this + 4), "target"
    shifts: tuple[tuple[re.Pattern[str], int], ...] = (
        (_LAST, -1), (_THIS, 0), (_BEFORE_LAST, -2), (_NEXT, 1), (_AFTER_NEXT, 2), (_THREE_AGO, -3), (_THREE_ON, 3),
    )  # fmt: skip
    for pattern, shift in shifts:
        for match in pattern.finditer(text):
            yield *match.span(), Period.year(this + shift), None


def _absolute(text: str) -> Iterator[tuple[int, int, Period, Status | None]]:
    for match in _RANGE.finditer(text):
        start, end = int(match[1]), int(match[2])
        if start < end:
            yield *match.span(), Period(f"{start}—{end}年", start, end), None
    for match in _PLAN.finditer(text):
        name = match[1] or f"十{match[2] or match['bare'] or ''}"
        if first := FIVE_YEAR_PLANS.get(name):
            yield *match.span(), Period(f"“{name}五”时期", first, first + 4), None
    for match in _ENGLISH_PLAN.finditer(text):
        first = _ENGLISH_PLANS[match[1].lower()]
        yield *match.span(), Period(match[0], first, first + 4), None
    years: tuple[tuple[re.Pattern[str], Callable[[str], int]], ...] = (
        (_YEAR, int),
        (_HAN_YEAR, lambda digits: int(digits.translate(_DIGITS))),
        (_SHORT_YEAR, lambda digits: 2000 + int(digits)),
    )
    for pattern, read in years:
        for match in pattern.finditer(text):
            yield *match.span(), Period.year(read(match[1])), None
