"""The words of the pages, in Chinese and English, and which of the two a reader gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from starlette.requests import Request

Language = Literal["zh", "en"]
COOKIE = "lang"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the pages in one language; `other` is the name of the other one, `html` the tag of this one."""

    html: str
    other: str
    product: str
    tagline: str
    skip: str
    home: str
    ask_about: str
    all_reports: str
    reports: str
    lines: str
    figures: str
    delivered: str
    reviews: str
    plans: str
    read_source: str
    how: str
    how_cited: str
    how_refused: str
    how_machine: str
    no_script: str
    not_ready: str
    outline: str
    source_note: str
    extracted_note: str
    actual: str
    target: str
    figure_key: str
    page: str
    line: str
    download: str
    error_titles: Mapping[int, str]
    error_other: str
    error_hint: str
    api: str


WORDS: Mapping[Language, Words] = {
    "zh": Words(
        html="zh-CN",
        other="English",
        product="政府工作报告问答",
        tagline="用自己的话提问。回答取自报告原文，每个数字都标明出自哪一行。",
        skip="跳到正文",
        home="返回提问",
        ask_about="提问",
        all_reports="全部报告",
        reports="可以问的报告",
        lines="行",
        figures="个数字",
        delivered="作报告时间",
        reviews="回顾",
        plans="安排",
        read_source="看原文",
        how="这里怎样回答",
        how_cited="回答都从报告里摘出。点角标或“第几行”，就到原文那一行，可以自己核对。",
        how_refused="报告里没有的，就说没有，不猜。相近的内容会单独列出，并注明不是答案。",
        how_machine="标“已完成”的是报告回顾的实绩，标“目标”的是今后的安排。",
        no_script="提问需要浏览器开启 JavaScript；原文不需要。",
        not_ready="服务还没有准备好：索引尚未建立。请稍后再来。",
        outline="目录",
        source_note="以下是收到的原文，逐行编号，未作改动。",
        extracted_note="以下是从收到的文件里提取的文字，逐行编号，未作改动；原件另行保存。",
        actual="已完成",
        target="目标",
        figure_key="原文里的数字",
        page="第{}页",
        line="第{}行",
        download="下载全部数字（CSV）",
        error_titles={404: "没有这个页面", 405: "这个地址不接受这种请求", 422: "请求有误", 503: "服务还没有准备好"},
        error_other="服务出错了",
        error_hint="可以回到首页提问，或从首页打开报告原文。",
        api="接口说明",
    ),
    "en": Words(
        html="en",
        other="中文",
        product="Ask the government work report",
        tagline="Ask in your own words. Answers are cut from the report, and every figure shows the line it stands on.",
        skip="Skip to content",
        home="Back to asking",
        ask_about="Ask",
        all_reports="All reports",
        reports="Reports you can ask",
        lines="lines",
        figures="figures",
        delivered="Delivered",
        reviews="Reviews",
        plans="Plans",
        read_source="Read the source",
        how="How answers are made",
        how_cited="Every answer is cut from the report. Follow a number or a line reference to the source line and check it yourself.",
        how_refused="What the report does not say is not guessed. Related passages are listed apart, and named as no answer.",
        how_machine="“Done” is what the report looks back on; “Target” is what it plans.",
        no_script="Asking needs JavaScript; the source does not.",
        not_ready="The service is not ready: there is no index yet. Please come back later.",
        outline="Contents",
        source_note="The source as received, unchanged, each line with its number.",
        extracted_note="The text extracted from the file as received, unchanged, each line with its number; the file itself is kept.",
        actual="Done",
        target="Target",
        figure_key="Figures in the source",
        page="Page {}",
        line="Line {}",
        download="Download all figures (CSV)",
        error_titles={
            404: "Page not found",
            405: "Method not allowed",
            422: "The request is not valid",
            503: "Not ready yet",
        },
        error_other="The service failed",
        error_hint="You can go back and ask, or open a report from the first page.",
        api="API",
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
