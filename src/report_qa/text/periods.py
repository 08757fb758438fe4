"""`Period`: the years that a figure, a sentence or a section speaks of; `ReportDates`: what the manifest knows of time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

Status = Literal["actual", "target"]


@dataclass(frozen=True, slots=True)
class Period:
    """Whole years `[start, end]`, both inclusive; `label` as the report prints it or as a person says it.

    >>> Period.year(2021)
    Period(label='2021年', start=2021, end=2021)
    """

    label: str
    start: int
    end: int

    @classmethod
    def year(cls, year: int) -> Period:
        """One calendar year."""
        return cls(f"{year}年", year, year)

    @property
    def one_year(self) -> bool:
        """Whether it is a single year and not a term."""
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class ReportDates:
    """The manifest's evidence of time and place; `None` is for what is unknown.

    `delivered` is ISO, as much of it as is known (`2022-02-12`, `2022-02`, `2022`); `reviews` and `plans` are years;
    `place` is the report's own place (`包头市`), `None` for a national report where it is not written.
    """

    delivered: str | None = None
    reviews: int | None = None
    plans: int | None = None
    place: str | None = None

    @property
    def last(self) -> int | None:
        """The year reviewed (去年), from the manifest or one before what is planned or delivered."""
        if self.reviews is not None:
            return self.reviews
        return None if self.this is None else self.this - 1

    @property
    def this(self) -> int | None:
        """The year planned (今年), from the manifest, the delivery date or one after what is reviewed."""
        if self.plans is not None:
            return self.plans
        if self.delivered:
            return int(self.delivered[:4])
        return None if self.reviews is None else self.reviews + 1

    @property
    def now(self) -> int | None:
        """The year that the report calls 今年: that of its delivery, where it is the one reviewed (a report in December) or planned."""
        spoken = int(self.delivered[:4]) if self.delivered else None
        return spoken if spoken is not None and spoken in (self.last, self.this) else self.this


Found = tuple[int, int, Period, Status | None]

_NUMBER = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_N = "([二两三四五六七八九十]|\\d{1,2})"
_HAN_DIGITS = str.maketrans("〇○Ｏ零一二三四五六七八九０１２３４５６７８９", "00001234567890123456789")
FIVE_YEAR_PLANS = {  # the first year of each, by the numeral before 五
    "八": 1991,
    "九": 1996,
    "十": 2001,
    "十一": 2006,
    "十二": 2011,
    "十三": 2016,
    "十四": 2021,
    "十五": 2026,
    "十六": 2031,
}
_Y = "((?:19|20)[0-9]{2}|(?:１９|２０)[０-９]{2}|[一二][〇○Ｏ零九][〇○Ｏ零一二三四五六七八九]{2})"

_RANGE = re.compile(rf"(?<![0-9０-９.]){_Y}年?(?:[—–~～－-]+|至|到){_Y}年")
_YEAR = re.compile(
    rf"(?<![0-9０-９.]){_Y}年(?!代)(?:[0-9０-９]{{1,2}}月(?:[0-9０-９]{{1,2}}日)?|[年]?[底末初]|度|[上下]半年|[一二三四前][一二三四]?季度)?"
)
_SINCE = re.compile(rf"(?<![0-9０-９.]){_Y}年以来")
_LAST = re.compile(r"(?:刚刚|即将)?过去的?[一这]年|(?<![十百〇零])一年来|这一年来?")
_YEAR_AGO = re.compile(r"去年|(?<!以)上一?年度?(?!均)")
_BASE = re.compile(r"(?:比|较|与|同|超过?|高于|低于|快于)(?:上一?年|前一年)")
_BEFORE = re.compile(r"(?<!大)前年(?!前)")
_WHEN = r"(?:年底|年末|底|内|[上下]半年)?"
_THIS = re.compile(rf"(?:今年|本年度?){_WHEN}")
_OF_A_DAY = re.compile(r"\d{1,2}月|以来|元旦|春节")  # 今年1月7日 may lie before the report or after it
_NEW = re.compile(rf"新的?一年{_WHEN}")
_NEXT = re.compile(r"明年|来年")
_BACK = re.compile(
    rf"(?:(?:过去的?|近|这|最近)(?:这?)?{_N}年(?:多)?(?:来|间|以来)?|(?<![第0-9零一二三四五六七八九十]){_N}年(?:来|间)|(?<=[和及与]){_N}年(?=工作|来|的?回顾)|(?<![^。；—])(五)年(?=全|新增|累计|共|，))"
)
_WITHIN = re.compile(rf"(?<![^；。]){_N}年[内里](?!\w{{0,4}}(?:力争|将|要))")
_TERM = re.compile(
    r"第?[一二三四五六七八九十]{1,3}届(?:全国)?人(?:民代表大会|大)第?一次会议以来(?:的?五年)?|本届政府(?:任期|以来|五年)?|(?:上届|政府)?换届以来"
)
_AHEAD = re.compile(rf"(?:今后|未来|下一?个?|往后)(?:的)?{_N}年")
_FIVE_YEAR_PLAN = re.compile(
    r"[“\"「]?(?<![第一二三四五六七八九十])(十[一二三四五六]?|[八九])五[”\"」]?(时期|期间|以来|末|中期|前[两二三四]年|这?五年|(?=开局|收官|规划(?:目标|收官|实施|期)|发展(?!规划)|经济社会|主要目标))"
)
_SECTION = re.compile(r"全年|年内|年底前?|年末|岁末|[上下]半年|[一二三四]季度|前[二三]季度")


def find_periods(text: str, dates: ReportDates, around: Period | None = None) -> list[Found]:
    """Every time expression in a text, in order and apart: start and end in code points, period, and its status if it has one.

    去年 and 今年 count from the year of delivery; without dates they are not found. 全年, 年底 and 上半年 name no year of
    their own: they take that of `around`, when it is a single year, and are otherwise left out.

    >>> find_periods("去年粮食产量", ReportDates(delivered="2022-02-12"))
    [(0, 2, Period(label='2021年', start=2021, end=2021), 'actual')]
    """
    found: list[Found] = []
    for rule in _RULES:
        for hit in rule(text, dates):
            if all(hit[1] <= other[0] or other[1] <= hit[0] for other in found):
                found.append(hit)
    for hit in _within(text, dates, around):
        if all(hit[1] <= other[0] or other[1] <= hit[0] for other in found):
            found.append(hit)
    if around is not None and around.one_year:
        for match in _SECTION.finditer(text):
            if all(match.end() <= other[0] or other[1] <= match.start() for other in found):
                found.append((*match.span(), around, None))
    return sorted(found, key=lambda hit: hit[:2])


def _status(start: int, end: int, dates: ReportDates) -> Status | None:
    if dates.last is not None and end <= dates.last:
        return "actual"
    if dates.this is not None and start >= dates.this:
        return "target"
    return None


def _years(text: str, dates: ReportDates) -> Iterator[Found]:
    for match in _RANGE.finditer(text):
        start, end = (int(year.translate(_HAN_DIGITS)) for year in match.groups())
        if start < end:
            yield *match.span(), Period(f"{start}—{end}年", start, end), _status(start, end, dates)
    for match in _SINCE.finditer(text):
        start = int(match[1].translate(_HAN_DIGITS))
        if dates.last is not None and start <= dates.last:
            yield *match.span(), Period(match[0], start, dates.last), "actual"
    for match in _YEAR.finditer(text):
        year = int(match[1].translate(_HAN_DIGITS))
        yield *match.span(), Period.year(year), _status(year, year, dates)


def _relative(text: str, dates: ReportDates) -> Iterator[Found]:
    last, this, now = dates.last, dates.this, dates.now
    if last is None or this is None or now is None:
        return
    for match in _BASE.finditer(text):
        start = match.start() + len(match[0].rstrip("年上一前"))
        yield start, match.end(), Period.year(last - 1), "actual"
    counted: tuple[tuple[re.Pattern[str], int], ...] = (
        (_LAST, last),
        (_YEAR_AGO, now - 1),
        (_BEFORE, now - 2),
        (_THIS, now),
        (_NEW, this),
        (_NEXT, now + 1),
    )
    for pattern, year in counted:
        for match in pattern.finditer(text):
            status: Status = "actual" if year <= last else "target"
            yield *match.span(), Period.year(year), None if _OF_A_DAY.match(text, match.end()) else status


def _terms(text: str, dates: ReportDates) -> Iterator[Found]:
    last, this = dates.last, dates.this
    if last is None or this is None:
        return
    for match in _TERM.finditer(text):
        yield *match.span(), Period(match[0], last - 4, last), "actual"
    for match in _AHEAD.finditer(text):
        count = _count(match[1])
        yield *match.span(), Period(match[0], this, this + count - 1), "target"
    for match in _BACK.finditer(text):
        count = _count(match[1] or match[2] or match[3] or match[4])
        if 2 <= count <= 10:
            yield *match.span(), Period(match[0], last - count + 1, last), "actual"


def _within(text: str, dates: ReportDates, around: Period | None) -> Iterator[Found]:
    """五年内 at the head of a clause of a review: the years that end with the year reviewed."""
    last = dates.last
    if last is None or (around is not None and around.end > last):
        return
    for match in _WITHIN.finditer(text):
        count = _count(match[1])
        if 2 <= count <= 10:
            yield *match.span(), Period(match[0], last - count + 1, last), "actual"


def _plans(text: str, dates: ReportDates) -> Iterator[Found]:
    for match in _FIVE_YEAR_PLAN.finditer(text):
        start = FIVE_YEAR_PLANS[match[1]]
        end = start + 4
        if match[2] == "以来" and dates.last is not None and start <= dates.last:
            yield *match.span(), Period(match[0], start, min(end, dates.last)), "actual"
        elif match[2] == "末":
            yield *match.span(), Period(match[0], end, end), _status(end, end, dates)
        else:
            yield *match.span(), Period(match[0], start, end), _status(start, end, dates)


def _count(word: str) -> int:
    return _NUMBER[word] if word in _NUMBER else int(word)


_RULES: tuple[Callable[[str, ReportDates], Iterator[Found]], ...] = (_years, _plans, _relative, _terms)
