"""What the words of a heading or a sentence say about time: done or planned, of a year or of a term."""

from __future__ import annotations

import re

from report_qa.text.periods import Found, Period, ReportDates, Status, find_periods

_REVIEW = re.compile(r"回顾|回眸|总结|成就|成绩|完成情况|工作情况|主要工作(?!安排|任务|目标)|取得|历程|做了|走过|不平凡|成效|发展历程|这一年|这五年")
_PLAN = re.compile(r"安排|部署|打算|展望|任务|目标|总体要求|重点工作|工作重点|思路|建议|预期|计划|指导思想|蓝图|要求|工作要点|意见|举措|措施|奋斗|新的一年|今后|未来")
_PART = re.compile(
    r"(?:(?:19|20)\d\d年|[二一][〇零○九][〇零○一二三四五六七八九]{2}年|过去|今后|未来|今年|去年|本届政府|新的?一年|[“\"]?十[二三四五六]五[”\"]?(?:时期|期间|规划)|五年|一年).{0,30}?(?:回顾|回眸|总结|成就|安排|任务|目标|打算|展望|要求|工作|建议|部署|成绩|完成|思路|重点)"
    r"|(?:政府|发展|工作|经济社会)?(?:工作)?(?:回顾|回眸|安排|总体要求|目标任务|主要任务|重点工作|成就)$"
)
_LEAD = re.compile(r"(?:各位代表[！，!,：:]?|同志们[！，]|其中[，：]|同时[，]|一是|二是|[—●■◆\s]+|(?:[一二三四五六七八九十]+、)|（[一二三四五六七八九十]+）)*")


def names_a_part(text: str) -> bool:
    """Whether a heading names a part of a report by its time (2021年工作回眸, 今后五年工作的总体要求)."""
    return bool(_PART.search(text))


def heading_says(text: str, dates: ReportDates) -> tuple[Period | None, Status | None, str]:
    """Period, status and the evidence that a heading's own words give; None and empty for what they leave open."""
    found = find_periods(text, dates)
    review, plan = _last(_REVIEW, text), _last(_PLAN, text)
    words: Status | None = None
    if review or plan:
        words = "actual" if (review or "") and (plan is None or _REVIEW.search(text, text.rindex(plan))) else "target"
        if review and plan:
            words = "actual" if text.rindex(review) > text.rindex(plan) else "target"
    if found:
        period, status = _chosen(found, dates)
        status = status or words
        return period, status, f"heading: {text[found[0][0] : found[-1][1]]}"
    if words == "actual" and _REVIEW.search(text) and re.search(r"回顾|回眸", text) and dates.last:
        return Period.year(dates.last), "actual", f"heading: {review}"
    if words == "target" and plan and re.search(r"总体要求|预期目标|目标任务|主要任务|重点工作|工作安排|工作重点", text) and dates.this:
        return Period.year(dates.this), "target", f"heading: {plan}"
    return None, None, ""


def _last(pattern: re.Pattern[str], text: str) -> str | None:
    hits = pattern.findall(text)
    return hits[-1] if hits else None


def _chosen(found: list[Found], dates: ReportDates) -> tuple[Period, Status | None]:
    """Of several periods in a heading the one that ends latest among those with a status; a year before a term."""
    return found[0][2], found[0][3]


def leading_period(text: str, dates: ReportDates, around: Period | None) -> Found | None:
    """The time expression that a sentence begins with, if any: it holds for the sentence and those after it."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    for hit in find_periods(text[: start + 40], dates, around):
        if hit[0] <= start + 2:
            return hit
    return None
