"""When a figure holds, and whether it is done or promised: its own clause's words, then its sentence's, then its section's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_qa.figures.numerals import chinese
from report_qa.text.periods import Period, ReportDates, Status, find_periods

_COMPARES = re.compile(r"(?:比|较|相比|与|从|由|自|是|为|相当于|高于|低于|超过|对比|同)$")
_BASE_BEHIND = re.compile(
    r"(?:底|末)?(?:的?(?:基础|水平)|的\d|的?同期|相比|(?:来|以来)?(?:最|新高|新低|首次|罕见|同期|之最)|前|之前|以前|及以前|后建|标准)"
)
_NAMES = re.compile(r"^(?:度[^，。；、]|全国|中国|国家|[年]?[“《])")
_OPEN = re.compile(
    r"(?:^|[，；。：、—●到至截在，（(]|截至|截止|力争|确保|争取|全[市省区县国州]|我[市省区国]|和|与|计划|预计|以及|从|自|将|使|实现|其中|目标|后|力促|推动|做好|时间|已|建议)$"
)
_SET_OFF = re.compile(rf"(?:{_OPEN.pattern})|(?:{_COMPARES.pattern})")
_GRANTED = re.compile(r"(?:获评?|荣获|入选|入围|上榜|列入|评为|发布|成立于|始建于|承办|举办|申办)[^，。；、]{0,3}$")
_BARE_YEARS = re.compile(r"[一二两三四五六七八九十]年")
_SINCE = re.compile(r"(?:以来|至今)$")
_SUM = re.compile(
    r"(?:(?<=^)|(?<=[，；。：]))([二两三四五六七八九十])年(?=累计|共|总计|合计)"
    r"|(?<![第近前后这去每来今用力十个连续多期满初隔、])([三四五六七八九])年(?=(?:净)?(?:累计)?(?:增加|新增|减少|共计|累计)(?:了|近|约|超)?\d)"
)
_TOTALS = ("累计", "共", "总计", "合计")
_TOWARD = re.compile(r"(?:增|加|高|升|少|低|大|小|展|减|缩|短|长|降|变|改|整|跃|攀)(?:到|至|为)了?$")
_REACHED = re.compile(r"(?:底|末)?(?:已|就)?(?:达|为\d|增|提高|上升|下降)")
_PAIR = re.compile(r"[从由][^，。；]*\d[^，。；]*(?:到|至|为)[^，。；\d]{0,3}$")
_NEAR = 8  # characters between a year and the number that it alone dates
_ALREADY = re.compile(
    r"(?:截至)?目前[^，。；将要]{0,20}(?:已|有|达|为|是|超过|突破)[^，。；将要]{0,8}$|已经?(?:超过|突破|达到?|有|建成)(?:近|超|约)?$"
)
_SURE = re.compile(r"力争|预期目标|目标(?:是|为)")
_PROMISED = re.compile(
    r"力争|预期目标|目标(?:是|为)|争取(?=达|实现|完成|在|年|今)|计划(?=完成|新|建|实施|开工|投|在|用)|拟(?:建|新|实施)|将(?:达|新|建|实现|完成|增)|确保(?!了)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A printed time: characters `[start, end)` of the sentence. `base` marks a year only compared with (比2020年).

    `alone` marks a year that a change ends in (增加到2002年的…): it dates the number behind it and no other.
    """

    start: int
    end: int
    period: Period
    status: Status | None
    base: bool
    alone: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """Period and status of a figure; either may be None.

    `period_by` and `status_by` are the characters of the sentence that decided them, None where its section or the sentence as
    a whole did. `starting` says that the period is only the year before, of a value that a change starts from.
    """

    period: Period | None
    status: Status | None
    period_by: tuple[int, int] | None = None
    status_by: tuple[int, int] | None = None
    starting: bool = False


def find_mentions(text: str, default: When, dates: ReportDates) -> list[Mention]:
    """The times that date the figures of a sentence, and those that they are only compared with, in order."""
    mentions = []
    summed = _summed(text, dates)
    for start, end, period, status in sorted([*find_periods(text, dates, default.period), *summed], key=_start):
        before = text[:start]
        toward = _TOWARD.search(before) is not None and text[start].isdigit()
        if toward or (_REACHED.match(text, end) and text[start].isdigit() and not _SET_OFF.search(before)):
            mentions.append(Mention(start, end, period, status, False, True))
            continue
        base = bool(_COMPARES.search(before) or _BASE_BEHIND.match(text, end))
        if _NAMES.match(text[end:]) or _GRANTED.search(before):
            continue
        if (start, end, period, status) in summed:
            mentions.append(Mention(start, end, period, status, False, not text.startswith(_TOTALS, end)))
            continue
        if _BARE_YEARS.fullmatch(text[start:end]) and before and before[-1] not in "，；。：":
            continue
        if base or _OPEN.search(before) or not text[start].isdigit():
            mentions.append(Mention(start, end, period, status, base))
    return mentions


def _summed(text: str, dates: ReportDates) -> list[tuple[int, int, Period, Status | None]]:
    """五年累计, at the head of a clause: the years that end with the year reviewed."""
    found: list[tuple[int, int, Period, Status | None]] = []
    for match in _SUM.finditer(text):
        count = chinese(match[1] or match[2])
        if count and dates.last is not None:
            found.append((*match.span(), Period(match[0], dates.last - int(count) + 1, dates.last), "actual"))
    return found


def _start(found: tuple[int, int, Period, Status | None]) -> int:
    return found[0]


def date_figure(text: str, clause: tuple[int, int], at: int, mentions: list[Mention], default: When) -> When:
    """Date a figure at position `at` of a sentence.

    `clause` bounds its clause; `default` is what the sentence and its section say.
    """
    own = [
        mention
        for mention in mentions
        if mention.end <= at and not mention.base and (not mention.alone or _dates_alone(mention, text, clause[0], at))
    ]
    period, status = default.period, default.status
    period_by = status_by = None
    if own:
        period = own[-1].period
        period_by = status_by = (own[-1].start, own[-1].end)
        if default.period is not None and (period.start, period.end) == (default.period.start, default.period.end):
            period = default.period  # the same years under the name that the section gives them
        status = _status(own[-1], text, default)
    already = _ALREADY.search(text[clause[0] : at]) if status == "target" and not own else None
    if already is not None:
        return When(None, "actual", None, (clause[0] + already.start(), clause[0] + already.end()))
    promised = _promise(text[clause[0] : at], status, bool(own))
    if promised is not None:
        status, status_by = "target", (clause[0] + promised.start(), clause[0] + promised.end())
    return When(period, status, period_by, status_by)


def _promise(words: str, status: Status | None, dated: bool) -> re.Match[str] | None:
    """The words of a clause that promise, where its status is open, or done only by its section."""
    if status is None:
        return _PROMISED.search(words)
    return _SURE.search(words) if status == "actual" and not dated else None


def _dates_alone(mention: Mention, text: str, clause: int, at: int) -> bool:
    """Whether a year that a change ends in dates this number: the one behind it, or the end of a like change."""
    between = text[mention.end : at]
    if not re.search(r"[\d，。；]", between) and len(between) <= _NEAR:
        return True
    return "；" not in between and _PAIR.search(text[clause:at]) is not None


def _status(mention: Mention, text: str, default: When) -> Status | None:
    """A year behind us is done and one ahead promised; the report's own year is what its section says."""
    if _SINCE.search(text[mention.start : mention.end]) or _SINCE.match(text[mention.end : mention.end + 2]):
        return "actual"
    if mention.status == "target" and default.status == "actual" and mention.period == default.period:
        return "actual"
    return mention.status or default.status


def starting_when(at: int, mentions: list[Mention], reported: When, last: int | None) -> When:
    """A starting value (从75%提高到…) is an actual of the year printed with it, else of the year before the one reported.

    What starts a promise for years ahead is an actual of `last`, the year reviewed.
    """
    printed = [mention for mention in mentions if mention.base and mention.end <= at and at - mention.end <= 8]
    if printed:
        return _of(printed[-1])
    period = reported.period
    if period is None:
        return When(None, "actual", starting=True)
    compared = [mention for mention in mentions if mention.base and mention.end <= at]
    if compared and compared[-1].period.one_year and compared[-1].period.end < period.start:
        return _of(compared[-1])  # the year that its sentence compares with
    year = period.start - 1
    return When(Period.year(year if last is None else min(year, last)), "actual", starting=True)


def _of(mention: Mention) -> When:
    where = mention.start, mention.end
    return When(mention.period, "actual", where, where)
