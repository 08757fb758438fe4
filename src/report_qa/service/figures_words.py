"""The words of the pages of figures, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report_qa.service.page_words import Language


@dataclass(frozen=True, slots=True)
class FiguresWords:
    """The words of the pages of figures in one language; `{}` stands where a number or a word goes."""

    title: str
    lead: str
    topic: str
    topic_hint: str
    period: str
    status: str
    unit: str
    section: str
    any: str
    undated: str
    no_unit: str
    apply: str
    reset: str
    shown: str
    nothing: str
    metric: str
    figure: str
    change: str
    line: str
    sorted_by: str
    download: str
    download_csv: str
    download_xlsx: str
    pairs: str
    pairs_lead: str
    pairs_none: str
    result: str
    goal: str
    scale: str
    scale_none: str
    table: str
    review: str
    contradicts: str
    overruled: str
    across_title: str
    across_lead: str
    across_metric: str
    across_show: str
    across_none: str
    across_place: str
    across_together: str
    across_apart: str
    across_not: str
    across_two: str
    across_of: str
    across_counted: str
    aspects: Mapping[str, str]


FIGURES_WORDS: Mapping[Language, FiguresWords] = {
    "zh": FiguresWords(
        title="报告里的数字",
        lead="报告里的每一个数字，照印出来的样子，各带时间、性质和行号。",
        topic="主题",
        topic_hint="如：粮食、就业、GDP",
        period="时间",
        status="性质",
        unit="单位",
        section="部分",
        any="全部",
        undated="未注明",
        no_unit="无单位",
        apply="筛选",
        reset="清除筛选",
        shown="显示 {} 个，共 {} 个",
        nothing="没有符合条件的数字。",
        metric="指标",
        figure="数字",
        change="变化",
        line="行",
        sorted_by="按{}排序",
        download="下载",
        download_csv="CSV 表格",
        download_xlsx="Excel 工作簿",
        pairs="去年的结果，今年的目标",
        pairs_lead="同一指标、同一口径、同一单位才放在一起。两边各只有一个数的才列出；报告在一边说了两个不同的数，就不替它挑。",
        pairs_none="没有两边都说到的同一指标。",
        result="{}年结果",
        goal="{}年目标",
        scale="对照",
        scale_none="不宜画在一起",
        table="全部数字",
        review="不算数字的数，及其原因",
        contradicts="与报告别处不一致",
        overruled="人工更正",
        across_title="各地各年的同一指标",
        across_lead="几份报告里同一指标的数字，一格一个出处。",
        across_metric="指标",
        across_show="查看",
        across_none="报告之间没有可以对照的指标。",
        across_place="地区",
        across_together="短线同一比例尺，从零画起。",
        across_apart="各地大小不同，数量不画在一起；短线只在同一地区的各年之间比较。",
        across_not="单位或写法不同，不画线。",
        across_two="报告里有两个不同的数",
        across_of="{}份报告",
        across_counted="{}地，{}个数字",
        aspects={
            "level": "数量",
            "growth": "增长",
            "yearly": "每年",
            "yearly_growth": "年均增长",
            "share": "占比",
            "rank": "位次",
            "lead": "高出",
            "ratio": "之比",
            "plan": "完成计划",
            "streak": "连续",
        },
    ),
    "en": FiguresWords(
        title="Figures of the report",
        lead="Every figure of the report as printed, with its period, whether it is done or a target, and its line.",
        topic="Topic",
        topic_hint="such as grain, 就业, GDP",
        period="Period",
        status="Status",
        unit="Unit",
        section="Section",
        any="All",
        undated="Not given",
        no_unit="No unit",
        apply="Filter",
        reset="Clear filters",
        shown="{} of {} figures",
        nothing="No figure fits.",
        metric="Metric",
        figure="Figure",
        change="Change",
        line="Line",
        sorted_by="Sort by {}",
        download="Download",
        download_csv="CSV",
        download_xlsx="Excel workbook",
        pairs="Last year's result, this year's target",
        pairs_lead="Only the same metric of the same scope and unit stands side by side, and only where each side has one figure: "
        "where the report gives two different ones, none is picked.",
        pairs_none="No metric has both.",
        result="Result {}",
        goal="Target {}",
        scale="Compared",
        scale_none="not on one scale",
        table="All figures",
        review="Numbers that are no figures, and why",
        contradicts="differs from another figure",
        overruled="corrected by a person",
        across_title="One metric over places and years",
        across_lead="The figures of several reports that are of one metric; each leads to its own line.",
        across_metric="Metric",
        across_show="Show",
        across_none="The reports have no metric in common.",
        across_place="Place",
        across_together="All lines are drawn on one scale, from zero.",
        across_apart="Places differ in size, so amounts are not drawn together; lines compare the years of one place only.",
        across_not="Units or forms differ, so no lines are drawn.",
        across_two="the report gives two figures",
        across_of="{} reports",
        across_counted="{} places, {} figures",
        aspects={
            "level": "amount",
            "growth": "growth",
            "yearly": "a year",
            "yearly_growth": "growth a year",
            "share": "share",
            "rank": "rank",
            "lead": "lead",
            "ratio": "ratio",
            "plan": "part of the plan",
            "streak": "in a row",
        },
    ),
}
