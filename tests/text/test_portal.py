"""What a web page prints around and between a report's paragraphs goes; the report's own headings and titles stay."""

from __future__ import annotations

import pytest

from report_qa.text.document import BlockKind, Document
from report_qa.text.furniture import find_furniture
from report_qa.text.lines import read_lines
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

DATES = ReportDates("2024-01-20", 2023, 2024, None)
BODY = [
    "各位代表：",
    "现在，我代表市人民政府，向大会报告工作，请予审议，并请市政协委员和其他列席人员提出意见。",
    "一、2023年工作回顾",
    "全市生产总值增长5.5%，城镇新增就业4.3万人，改造老旧小区120个，民生支出占比稳步提高。",
    "二、2024年工作安排",
    "生产总值增长5%以上，新增就业4万人以上，支持企业发展，推进项目建设，办好民生实事。",
    "让我们更加紧密地团结起来，锐意进取、开拓创新，为谱写现代化建设新篇章而努力奋斗！",
]


def left_out(texts: list[str]) -> dict[str, str]:
    lines = read_lines(Source.from_bytes("\n".join(texts).encode()))
    return {texts[number - 1]: rule for number, rule in find_furniture(lines).items()}


def running(document: Document) -> list[str]:
    return [
        sentence.text
        for sentence in document.sentences
        if sentence.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.SALUTATION)
    ]


def read(texts: list[str]) -> Document:
    return read_document(Source.from_bytes("\n".join(texts).encode()), DATES)


@pytest.mark.parametrize(
    "between",
    [
        ["分享到：", "微信", "QQ空间"],
        ["上一页", "1", "2", "3", "下一页"],
        ["【字体：大 中 小】"],
        ["[大] [中] [小]"],
        ["首页", "上页", "[1]", "[2]", "末页"],
        ["扫一扫在手机打开当前页"],
        ["点击查看更多>>"],
        ["首页 > 政务公开 > 政府工作报告"],
        ["责任编辑：王某"],
        ["浏览次数：1286"],
        ["【 第1页 第2页 第3页 】"],
        ["页面正在加载…"],
    ],
)
def test_what_can_be_nothing_else_goes_from_between_the_paragraphs(between: list[str]) -> None:
    assert set(left_out(BODY[:4] + between + BODY[4:])) == set(between)
    assert running(read(BODY[:4] + between + BODY[4:])) == running(read(BODY))


@pytest.mark.parametrize(
    "line",
    [
        "时间：2023年",
        "更多惠民举措",
        "微信支付推广",
        "来源更加多元",
        "关闭散乱污企业",
        "下载中心建设",
        "标题",
        "电话回访制度",
    ],
)
def test_what_may_be_a_heading_stays_between_the_paragraphs(line: str) -> None:
    assert left_out([*BODY[:4], line, *BODY[4:]]) == {}


def test_all_that_stands_over_the_title_goes_with_a_sites_navigation() -> None:
    above = ["网站首页", "某某概况", "要闻动态", "当前位置：", "首页", ">", "政务公开", ">", "工作报告"]
    title = ["2024年某市政府工作报告", "——2024年1月20日在某市第八届人民代表大会第四次会议上", "市长 张三"]
    found = left_out([*above, *title, *BODY])
    assert set(found) == set(above)
    assert running(read([*above, *title, *BODY])) == running(read(BODY))


def test_labels_and_their_values_between_title_and_report_go() -> None:
    labels = [
        "来源：",
        "某某日报",
        "发布时间：2024-02-01 09:30",
        "索引号：000123456/2024-00018",
        "阅读量：",
        "字号：大 中 小",
    ]
    assert set(left_out(["某市政府工作报告", *labels, *BODY])) == set(labels)


def test_a_report_without_a_salutation_loses_its_navigation_and_no_heading() -> None:
    above = ["首页 | 走进本市 | 政务公开 | 互动交流", "当前位置：首页 > 政务公开", "【打印】【关闭】"]
    assert set(left_out([*above, *BODY[2:]])) == set(above)


@pytest.mark.parametrize(
    "below",
    [
        ["扫码阅读手机版", "友情链接", "各县区网站", "版权归市政府所有"],
        ["（此件公开发布）", "相关稿件", "· 市长主持召开座谈会听取意见建议", "您是第 1023345 位访问者"],
        ["热点专题", "一图看懂丨今年政府工作报告划重点", "某ICP备05000001号-1"],
    ],
)
def test_whatever_stands_among_a_sites_notices_under_the_report_goes(below: list[str]) -> None:
    assert set(left_out(BODY + below)) == set(below)


def test_an_annex_of_figures_under_the_report_stays() -> None:
    annex = ["2024年民生实事清单", "新建幼儿园12个", "改造老旧小区120个", "新增养老床位800个", "责任单位：市民政局"]
    assert left_out(BODY + annex) == {}
