"""What the words of a heading or a sentence say about time: done or planned, of a year or of a term."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_qa.text.periods import Found, Period, ReportDates, Status, find_periods

_REVIEW = re.compile(
    r"回顾|回眸|总结|成就|成绩|完成情况|工作情况|主要工作(?!安排|任务|目标)|取得|历程|不平凡|成效|这一年|这五年"
)
_PLAN = re.compile(
    r"安排|部署|打算|展望|任务|目标|总体要求|重点工作|工作重点|思路|建议|预期|计划|指导思想|蓝图|要求|意见|举措|措施|奋斗|新的一年|今后|未来"
)
_PLAIN_REVIEW = re.compile(r"回顾|回眸")
_PLAIN_PLAN = re.compile(r"总体要求|预期目标|目标任务|主要任务|重点工作|工作安排|工作重点|工作任务")
_ARRANGES = re.compile(r"安排|打算|部署|展望|总体要求|预期目标|重点工作|工作建议")
_PART = re.compile(
    r"(?:(?:19|20)\d\d年|[二一][〇零○九][〇零○一二三四五六七八九]{2}年|过去|今后|未来|今年|去年|本届政府|新的?一年|[“\"]?十[二三四五六]五[”\"]?(?:时期|期间|规划)"
    r"|五年|(?<!来)一年(?!来)|届.{0,10}会议以来).{0,30}?(?:回顾|回眸|总结|成就|安排|任务|目标|打算|展望|要求|工作|建议|部署|成绩|完成|思路|重点)"
    r"|(?:政府|发展|工作|经济社会)?(?:工作)?(?:回顾|回眸|安排|总体要求|目标任务|主要任务|重点工作|成就)$"
)
_TIME = re.compile(
    r"\d{4}年|[二一][〇零○九][〇零○一二三四五六七八九]{2}年|过去|今后|未来|[今去明本]年|年来|[一五]年|届|时期|期间"
)
_GOVERNMENT = re.compile(
    r"政府(?:系统|自身)?[^，。]{0,4}(?:建设|治理|效能|能力|作风|执行力|公信力|履职|水平)|自身建设|履职(?:能力|水平|效能)|政务水平"
    r"|(?:型|法治|效能|廉洁|清廉|满意的?|有为|高效)政府"
)
_GOVERNMENT_PART = re.compile(
    r"(?:(?:全面|切实|持续|不断|进一步|着力|努力|大力|深入|坚持|始终)?(?:加强|提升|推进|深化|打造|建设|强化|抓好|优化|提高|锻造|建好))?[^，。；：]{0,16}"
    r"(?:建设|政府|水平|能力|效能|治理|执行力|公信力|作风)"
)
_NUMBERED_PLAN = re.compile(r"第([一二三四五六七八九十]{1,3})个五年规划[^。]{0,40}(?:建议|纲要|草案)")
_DRAFT = re.compile(r"《?纲要[（(]草案[)）]》?[^。]{0,40}(?:提出|明确|细化|部署|确定)")
_THAN = "比较同超高低快"
_COMPARED = re.compile(r"(?:比|较|按照?|以|与|同|相[比对]于)$")
_BASIS = re.compile(r"(?:的?(?:不变|可比)价|价格?计算)|(?:的|水平的?)?基[础数期]|相比|为基")
_INTRODUCES = re.compile(r"[，,]?(?:我们|全[市省区县州盟国]上下|是(?![^，。]*\d))")
_FIGURE = re.compile(r"[0-9０-９]")
_NEAR = 50  # characters after a year in which a figure stands that it dates
_LEAD = re.compile(
    r"(?:(?:各位代表|同志们)[！，!,：:]?|其中[，：]|同时[，]|[一二三四]是|[—●■◆\s-]+|(?:[一二三四五六七八九十]+、)|[（(][一二三四五六七八九十]+[)）]|回顾|刚刚|过去的(?=\d)|在|到)*"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A period and a status with what decided them."""

    period: Period | None
    status: Status | None
    evidence: str


UNDATED = Dated(None, None, "")


def names_a_part(text: str) -> bool:
    """Whether a heading names a part of a report by its time (2021年工作回眸, 今后五年工作的总体要求)."""
    return "，" not in text and bool(_PART.search(text))


def names_time(text: str) -> bool:
    """Whether a heading names a time at all (总体要求和目标任务 does not)."""
    return bool(_TIME.search(text))


def heading_says(text: str, dates: ReportDates) -> Dated:
    """What a heading's own words say; undated where they say nothing."""
    found = find_periods(text, dates)
    words = _review_or_plan(text)
    if found:
        _, _, period, status = found[0]
        if words == "target" and _ARRANGES.search(text) and not _PLAIN_REVIEW.search(text):
            status = "target"  # whatever year the manifest takes for the reviewed one
        return Dated(period, status or words, f"heading: {text[found[0][0] : found[-1][1]]}")
    plain = _PLAIN_REVIEW.search(text)
    if words == "actual" and plain and dates.last is not None:
        return Dated(Period.year(dates.last), "actual", f"heading: {plain[0]}")
    plain = _PLAIN_PLAN.search(text)
    if words == "target" and plain and dates.this is not None:
        return Dated(Period.year(dates.this), "target", f"heading: {plain[0]}")
    return UNDATED


def speaks_of_several(text: str, dates: ReportDates) -> bool:
    """Whether a heading names more than one period (2025年及“十四五”时期工作回顾)."""
    return len({(period.start, period.end) for *_, period, _ in find_periods(text, dates)}) > 1


def speaks_of_government(text: str) -> bool:
    """Whether a heading is of the government itself (全面加强政府自身建设, 提升政府治理效能)."""
    return bool(_GOVERNMENT.search(text))


def opens_government(text: str) -> bool:
    """Whether an unmarked heading begins the part on the government itself that ends a report (全面加强政府自身建设)."""
    return len(text) <= 24 and bool(_GOVERNMENT_PART.fullmatch(text)) and speaks_of_government(text)


def presents_outline(text: str, planned: Period | None) -> bool:
    """Whether a text presents the draft outline of a five-year plan of those years (第十五个五年规划的建议, 《纲要（草案）》提出)."""
    named = _NUMBERED_PLAN.search(text)
    if named is not None:
        tens, ten, ones = named[1].rpartition("十")
        number = (
            ("一二三四五六七八九".find(tens) + 1 or 1) * 10 * bool(ten) + "一二三四五六七八九".find(ones or "〇") + 1
        )
        return planned is not None and 1981 + 5 * (number - 6) == planned.start
    return bool(_DRAFT.search(text))


def names_year(text: str, year: int, dates: ReportDates) -> bool:
    """Whether a heading names a single year."""
    return any((period.start, period.end) == (year, year) for *_, period, _ in find_periods(text, dates))


def then_plans(text: str, dates: ReportDates) -> Dated | None:
    """The plan that a heading names after a review (“十四五”时期发展成就和“十五五”时期主要目标)."""
    found = find_periods(text, dates)
    plans = [hit for hit in found if hit[3] == "target"]
    if not plans or plans[0] is found[0] or found[0][3] == "target":
        return None
    return Dated(plans[0][2], "target", f"heading: {text[plans[0][0] : plans[0][1]]}")


def _review_or_plan(text: str) -> Status | None:
    """The later of the last review word and the last plan word: Chinese headings end with their head."""
    review = max((match.start() for match in _REVIEW.finditer(text)), default=-1)
    plan = max((match.start() for match in _PLAN.finditer(text)), default=-1)
    if review == plan:
        return None
    return "actual" if review > plan else "target"


def leading_period(text: str, dates: ReportDates, around: Period | None) -> Found | None:
    """The time expression that a sentence begins with, if any; a year that it only compares with is none (按2010年价格)."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    for hit in find_periods(text[: start + 40], dates, around):
        if hit[0] <= start + 2:
            compared = _COMPARED.search(text[: hit[0]]) or text[hit[0]] in _THAN or _BASIS.match(text, hit[1])
            return None if compared else hit
    return None


def tells_a_level(lead: Found, text: str, around: Dated, first: bool) -> bool:
    """Whether a sentence in a review of a term only tells of a year of it (2007年，国内生产总值达到…): the next goes on with the term.

    `first` says that the sentence begins its paragraph.
    """
    start, end, period, _ = lead
    term = around.period
    inside = term is not None and not term.one_year and period.one_year and term.start <= period.start <= term.end
    if not inside or around.status != "actual" or not text[start].isdigit():
        return False
    if _INTRODUCES.match(text, end) or text[:start].endswith("过去的"):
        return False
    return not first or bool(_FIGURE.search(text, end, end + _NEAR))
