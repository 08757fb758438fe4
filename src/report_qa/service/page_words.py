"""The words that all pages share, in Chinese and English, and which of the two a reader gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from starlette.requests import Request

from report_qa.text.periods import Status

Language = Literal["zh", "en"]
COOKIE = "lang"
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """The words of every page in one language; `other` is the name of the other one, `html` the tag of this one."""

    html: str
    other: str
    product: str
    skip: str
    site: str
    ask: str
    source: str
    figures: str
    compare: str
    api: str
    colophon: str
    actual: str
    target: str
    line: str
    lines_counted: str
    figures_counted: str
    delivered: str
    reviews: str
    plans: str
    not_ready: str
    error_titles: Mapping[int, str]
    error_other: str
    error_hint: str
    back: str

    def status(self, status: Status | None) -> str | None:
        """Done or promised; None where the report does not say."""
        return None if status is None else self.actual if status == "actual" else self.target

    def date(self, written: str) -> str:
        """An ISO date, or as much of one as is known, as a reader of this language writes it."""
        parts = [int(part) for part in written.split("-")]
        if self.html == "en":
            return " ".join([str(part) if at != 1 else _MONTHS[part - 1] for at, part in enumerate(parts)][::-1])
        return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False))


WORDS: Mapping[Language, Words] = {
    "zh": Words(
        html="zh-CN",
        other="English",
        product="政府工作报告问答",
        skip="跳到正文",
        site="本站页面",
        ask="提问",
        source="原文",
        figures="数字",
        compare="对照",
        api="接口说明",
        colophon="回答和数字都取自报告原文，逐一标明行号。报告怎样印的，就怎样给出；印出以后的更正不在其中。",
        actual="已完成",
        target="目标",
        line="第{}行",
        lines_counted="{}行",
        figures_counted="{}个数字",
        delivered="作于",
        reviews="回顾",
        plans="安排",
        not_ready="服务还没有准备好：索引尚未建立。请稍后再来。",
        error_titles={404: "没有这个页面", 405: "这个地址不接受这种请求", 422: "请求有误", 503: "服务还没有准备好"},
        error_other="服务出错了",
        error_hint="可以回到首页提问，或从首页打开报告原文。",
        back="返回提问",
    ),
    "en": Words(
        html="en",
        other="中文",
        product="Ask the government work report",
        skip="Skip to content",
        site="Pages of this site",
        ask="Ask",
        source="Source",
        figures="Figures",
        compare="Compare",
        api="API",
        colophon="Answers and figures are cut from the report and carry the line that they stand on. They are given as printed; "
        "whatever was corrected since is not in them.",
        actual="Done",
        target="Target",
        line="Line {}",
        lines_counted="{} lines",
        figures_counted="{} figures",
        delivered="Delivered",
        reviews="Reviews",
        plans="Plans",
        not_ready="The service is not ready: there is no index yet. Please come back later.",
        error_titles={
            404: "Page not found",
            405: "Method not allowed",
            422: "The request is not valid",
            503: "Not ready yet",
        },
        error_other="The service failed",
        error_hint="You can go back and ask, or open a report from the first page.",
        back="Back to asking",
    ),
}


def language_of(request: Request) -> Language:
    """What the address asks for (`?lang=`), else what was chosen before, else what the browser prefers, else Chinese."""
    for chosen in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if chosen in get_args(Language):
            return cast("Language", chosen)
    for part in request.headers.get("accept-language", "").split(","):
        tag = part.split(";")[0].strip().lower()[:2]
        if tag in get_args(Language):
            return cast("Language", tag)
    return "zh"
