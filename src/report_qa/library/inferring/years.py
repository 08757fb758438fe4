"""The years that a report reviews and plans: its headings say them; else a session, the title, the text, the file's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from report_qa.library.inferring.finding import Finding, Origin
from report_qa.library.inferring.folded import Folded, FoldedLine
from report_qa.text.periods import FIVE_YEAR_PLANS

_YEAR = r"(?<!\d)((?:19|20)\d{2})年"
_WORK = r"(?:的)?(?:主要|全?市|全?省|政府|国内)?(?:的)?工作"
_REVIEW = re.compile(
    rf"{_YEAR}(?:(?:和|及|与)[“\"]?[^。,，\n]{{0,12}}?)?{_WORK}(?:的)?(?:主要)?(?:回顾|回眸|情况|总结)"
    rf"|回顾{_YEAR}|报告{_YEAR}的?工作"
)
_PLAN = re.compile(
    rf"{_YEAR}(?:[^。,，;；\n]{{0,12}}?)(?:工作安排|重点工作|主要任务|工作任务|工作重点|工作建议|总体要求|预期目标|主要目标|目标任务"
    r"|总体部署|工作部署|政府工作(?!报告)|工作打算|工作总体|工作思路|重点任务|各项工作|奋斗目标|的工作$)"
)
_HEADING = 40  # characters that a heading has at most
_BARE_HEADING = 24  # and a heading without any word that tells
_ANY = re.compile(_YEAR)
_PAST = re.compile(
    rf"过去的{_YEAR}|意见。?{_YEAR}(?:是|,)"
)  # the opening sentence ends in 提出意见, then the review begins
_FIVE_YEARS = re.compile(r"“([八九十一二三四五六]{1,2})五”(?:时期|期间)[^。,]{0,20}(?:回顾|成就|情况)")
_CONGRESS = re.compile(r"第([一二三四五六七八九十]+)届全国人民代表大会第([一二三四五六七八九十]+)次会议(以来的五年)?")
_TITLE = re.compile(r"(?:^|\D)((?:19|20)\d{2})年?[\u4e00-\u9fff]{0,14}政府工作报告")
_FIFTH_CONGRESS = 1978  # the first session of the fifth National People's Congress; each has five yearly sessions
_FEW = 3  # namings of a year that are not yet evidence

Years = tuple[Finding[int] | None, Finding[int] | None]


def find_years(report: Folded, session: Finding[int] | None, named: int | None) -> Years:
    """The year reviewed and the year planned. `session` is the year of the session, `named` that of the file's name."""
    reviews = _heading(_REVIEW, report)
    plans = _heading(_PLAN, report, after=reviews.value if reviews else None)
    if reviews is None and plans is None:
        reviews, plans = _bare_headings(report)
    if reviews is None and plans is None:
        plans = session or _congress(report) or title_year(report)
    if reviews is None and plans is None:
        reviews = _past(report) or _five_years(report)
    if reviews is None and plans is None:
        plans = Finding(named, Origin.FILE_NAME) if named else None
    if reviews is None and plans is None:
        reviews = _most_named(report)
    if reviews is None and plans is not None:
        reviews = Finding(plans.value - 1, Origin.OTHER_YEAR)
    if plans is None and reviews is not None:
        plans = Finding(reviews.value + 1, Origin.OTHER_YEAR)
    return reviews, plans


def title_year(report: Folded) -> Finding[int] | None:
    """The year that the title names."""
    for line in report.head_lines():
        if found := _TITLE.search(line.text):
            return Finding(int(found[1]), Origin.TITLE, line.text[:_HEADING], line.number)
    return None


def _heading(pattern: re.Pattern[str], report: Folded, after: int | None = None) -> Finding[int] | None:
    """The year that a kind of heading names first on a line of its own, else first at all."""
    first: Finding[int] | None = None
    for line, match in _found(pattern, report):
        year = int(next(group for group in match.groups() if group))
        if after is not None and year != after + 1:
            continue
        if len(line.text) <= _HEADING:
            return Finding(year, Origin.HEADING, line.text, line.number)
        first = first or Finding(year, Origin.WORDS, match[0], line.number)
    return first


def _found(pattern: re.Pattern[str], report: Folded) -> Iterator[tuple[FoldedLine, re.Match[str]]]:
    for line in report.lines:
        for match in pattern.finditer(line.text):
            yield line, match


def _bare_headings(report: Folded) -> Years:
    """Two headings that name a year each, the second one the next year (奋力完成2023年的任务, 全力实现2024年的目标)."""
    named: dict[int, FoldedLine] = {}
    for line in report.lines:
        if len(line.text) > _BARE_HEADING or line.text.endswith(("。", ",", ":", ";")):
            continue
        years = {int(year) for year in _ANY.findall(line.text)}
        if len(years) != 1:
            continue
        (year,) = years
        if (before := named.get(year - 1)) is not None:
            return _by_heading(year - 1, before), _by_heading(year, line)
        named.setdefault(year, line)
    return None, None


def _by_heading(year: int, line: FoldedLine) -> Finding[int]:
    return Finding(year, Origin.HEADING, line.text, line.number)


def _congress(report: Folded) -> Finding[int] | None:
    """The year that a session of the National People's Congress was held in."""
    for match in _CONGRESS.finditer(report.flat):
        congress, session = _small(match[1]), _small(match[2])
        year = _FIFTH_CONGRESS + 5 * (congress - 5) + session - 1
        if match[3]:
            return Finding(year + 5, Origin.WORDS, match[0], report.line_of(match.start()))
        if match.start() < len(report.head):
            return Finding(year, Origin.SESSION, match[0], report.line_of(match.start()))
    return None


def _small(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    digits = "〇一二三四五六七八九"
    return (digits.index(tens) if tens else 1) * 10 * bool(ten) + (digits.index(ones) if ones else 0)


def _past(report: Folded) -> Finding[int] | None:
    """The year that the opening calls past, or begins to speak of."""
    match = _PAST.search(report.head)
    return Finding(int(match[1] or match[2]), Origin.WORDS, match[0], report.line_of(match.start())) if match else None


def _five_years(report: Folded) -> Finding[int] | None:
    """The last year of the five-year plan that a heading reviews (“九五”时期国民经济和社会发展的回顾)."""
    for line, match in _found(_FIVE_YEARS, report):
        first = FIVE_YEAR_PLANS.get(match[1])
        if first and len(line.text) <= _HEADING:
            return Finding(first + 4, Origin.HEADING, line.text, line.number)
    return None


def _most_named(report: Folded) -> Finding[int] | None:
    """The year reviewed where a year and the next one are the two that the text names most."""
    years = Counter(int(year) for year in _ANY.findall(report.flat))
    pairs = {year: min(count, years[year + 1]) for year, count in years.items()}
    best = max(sorted(pairs), key=lambda year: (pairs[year], years[year] + years[year + 1]), default=None)
    if best is None or pairs[best] < _FEW:
        return None
    return Finding(best, Origin.MENTIONS, f"{best}年", times=years[best])
