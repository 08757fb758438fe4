"""When a report was delivered: the date of the session, else as much of it as the text or the file's name lets know."""

from __future__ import annotations

import datetime as dt
import re

from report_qa.library.inferring.finding import Finding, Origin
from report_qa.library.inferring.folded import Folded
from report_qa.library.inferring.years import Years, title_year

_HAN_DIGITS = {**{digit: value for value, digit in enumerate("〇一二三四五六七八九")}, "零": 0, "○": 0, "O": 0}
_SMALL = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_DATE = rf"(?<!\d)((?:19|20)\d{{2}}|[一二][〇零○O九][〇零○O一二三四五六七八九]{{2}})年({_SMALL})月({_SMALL})日"
_CONGRESS = r"(?:人民代表大会|人大)[^。]{0,12}?会议"
_BEFORE = re.compile(rf"{_DATE}[^。]{{0,40}}?{_CONGRESS}")
_AFTER = re.compile(rf"{_CONGRESS}上?[^\u4e00-\u9fff\d]{{0,6}}{_DATE}(?!,)")
_DAY = re.compile(
    rf"{_CONGRESS}于({_SMALL})月({_SMALL})日|(?<![年\d])({_SMALL})月({_SMALL})日[^。]{{0,30}}?{_CONGRESS}"
)
_ENDING = re.compile(r"即将过去的(?:这一年|一年|((?:19|20)\d{2})年)")
_ENDED = re.compile(r"刚刚过去的(?:这一年|一年|((?:19|20)\d{2})年)")
_REVIEW_NOW = re.compile(r"今年以来|预计今年|今年(?:继续保持|有望)")
_OPENS_NOW = re.compile(r"(?:回顾|回眸|总结|情况)今年是")
_NOW = re.compile(r"今年.{0,10}")
_PLAN_NOW = re.compile(
    r"做好今年|对今年|今年(?:的)?(?:政府)?工作的?(?:总体|主要)|今年(?:的)?经济社会发展(?:的)?(?:主要|总体|预期)"
)
_DECEMBER = 12  # a session held then plans the next year
_HEADING = 40  # characters that a heading has at most


def find_session(report: Folded) -> Finding[str] | None:
    """The date, ISO, that stands with the session at the top of a report."""
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(report.head):
            if date := _date(*match.groups()):
                return Finding(date, Origin.SESSION, match[0], report.line_of(match.start()))
    return None


def find_delivered(
    report: Folded, session: Finding[str] | None, years: Years, named: int | None
) -> Finding[str] | None:
    """The date of delivery, as much of it as is known: in the year planned or, in December, the year reviewed.

    `session` is the date that stands with a session, `named` the year of the file's name.
    """
    reviews, plans = (year.value if year else None for year in years)
    if session and int(session.value[:4]) in (reviews, plans):
        return session
    match = _DAY.search(report.head)
    if match and plans:
        month, day = (group for group in match.groups() if group)
        year = plans - 1 if _number(month) == _DECEMBER else plans
        if date := _date(str(year), month, day):
            return Finding(date, Origin.SESSION, match[0], report.line_of(match.start()))
    if said := _spoken_in(report, years):
        return said
    title = title_year(report)
    if title and title.value == plans:  # a title or a name may also go by the year reviewed
        return Finding(str(title.value), title.origin, title.words, title.line)
    return Finding(str(named), Origin.FILE_NAME) if named and named == plans else None


def _spoken_in(report: Folded, years: Years) -> Finding[str] | None:
    """The year that a report is spoken in: the one that it calls ending, the one after a year just past, or 今年.

    今年 is mostly the year planned. It is the year reviewed in a report of December, which never says 今年 of its plans: 今年是
    opens the review there, or 今年以来 and 预计今年 tell of what was done. A printed page has no order to go by.
    """
    reviews, plans = years
    if reviews is None or plans is None:
        return None
    ending, ended = _ENDING.search(report.head), _ENDED.search(report.flat)
    if ending and ending[1] in (None, str(reviews.value)):
        return _in_words(reviews, ending, report)
    if ended and ended[1] in (None, str(reviews.value)):
        return _in_words(plans, ended, report)
    if planned := _PLAN_NOW.search(report.flat):
        return _in_words(plans, planned, report)
    if reviewed := _OPENS_NOW.search(report.head) or _REVIEW_NOW.search(report.flat):
        return _in_words(reviews, reviewed, report)
    turn = _turn(report, plans)
    planned = _NOW.search(report.flat, turn) if turn is not None else None
    return _in_words(plans, planned, report) if planned else None


def _in_words(year: Finding[int], said: re.Match[str], report: Folded) -> Finding[str]:
    return Finding(str(year.value), Origin.WORDS, said[0], report.line_of(said.start()))


def _turn(report: Folded, plans: Finding[int]) -> int | None:
    """Where in `flat` the heading stands that what is planned begins with."""
    at = 0
    for line in report.lines:
        named = f"{plans.value}年" in line.text and len(line.text) <= _HEADING
        if named and "政府工作报告" not in line.text and not line.text.endswith(("。", ",")):
            return at
        at += len(line.text)
    return report.flat.find(plans.words) if plans.words and plans.origin is Origin.WORDS else None


def _date(year: str, month: str, day: str) -> str | None:
    """A date as ISO, or None where there is no such day."""
    digits = year if year.isdigit() and year.isascii() else "".join(str(_HAN_DIGITS[sign]) for sign in year)
    try:
        return dt.date(int(digits), _number(month), _number(day)).isoformat()
    except ValueError:
        return None


def _number(numeral: str) -> int:
    """A month or day, in digits or in Chinese numerals from 一 to 三十一."""
    if numeral.isascii():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    return (_HAN_DIGITS[tens] if tens else 1) * 10 * bool(ten) + (_HAN_DIGITS[ones] if ones else 0)
