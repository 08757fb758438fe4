"""Amounts that name and do not measure: thresholds in a metric's name, sizes of a class, spans of years."""

from __future__ import annotations

import re

from report_qa.figures.units import is_measure, is_size

_THING = (
    "项目|企业|公司|集团|工程|产业|集群|园区|基地|平台|机构|城镇|乡镇|品牌|产品|单品|大户|主体|纳税户|开发区|上市公司|"
    "考生|特优生|装置|机组|锅炉|码头|航道|船舶|泊位|变电站|电站|城市|税源|经济体|俱乐部|大县|强镇|强县|名村|村|镇|县"
)
_BOUND = re.compile(r"(?:及)?以[上下](?:规模)?(?:的)?")
_CLASS = re.compile(rf"(?:及)?(?:以[上下])?(?:的)?[^，。；、：,;:\d]{{0,10}}?(?:{_THING})")
_NEXT = re.compile(
    rf"(?:的)?[^，。；、：,;:\d的]{{0,10}}?(?:{_THING})(?:数量?|数|总数)?(?:分别)?(?:达到?|超过?|突破|增至|增加到|累计|为|近|约)?(?:[\d]|[一二三四五六七八九十百]+[个家项])"
)
_LISTED = re.compile(rf"[、或和]\d+(?:\.\d+)?[万亿]*(?:元|吨|千瓦|美元)(?:以上)?[^，。；、\d]{{0,8}}(?:{_THING})")
_CLUSTER = re.compile(
    r"(?:、(?:超|过|近)?\d+(?:\.\d+)?亿元?){0,8}[^，。；、：,;:\d的]{0,12}?(?:产业集群|集群|产业链|强县|强镇)(?=[，。；、和及与\d]|$)"
)
_COUNTED = re.compile(r"(?:及)?以[上下]\d+[个家项户]")  # 100亿元以上项目5个、50亿元以上15个
_WITH = re.compile(
    r"(?:(?:及)?以[上下])?的[^，。；、：,;:\d]{1,8}?(?:有|达到?|共|增至|为)?(?<=[\u4e00-\u9fff])\d+[种个家项条户县区市村镇所名人]"
)
_OVER = re.compile(r"(?:超过?|[突打]破|大于|高于|不低于|(?<![通经])过|达到?)$")
_EACH_OVER = re.compile(r"[个家项批](?:超过?|过)$")
_GROUP = re.compile(
    r"(?:、(?:超过?|过)?\d+(?:\.\d+)?[万亿]*元(?:以上)?){0,8}(?:(?:及)?以[上下])?(?:的)?[^，。；、：\d]{0,6}?"
    r"(?:群体|村集体|家庭|农户|人群|村)(?:的)?(?:占比|比例|比重|数量|总数|户数)"
)
_AGED = re.compile(r"(?:及?以[上下])?(?:的)?[^，。；、：\d]{2,14}[\d]+[个家所处]")
_OF_AGE = re.compile(
    r"(?:及?以[上下])?(?:的)?[^，。；、：\d]{0,8}?(?:婴幼儿|幼儿|托位|育幼|托育|孩|老年|老人|人口|人群|妇女|女性|男性|儿童|居民|残疾|"
    r"青年|少年|学生|职工|农民|群众|人员|患者)"
)
_SPAN_BEFORE = re.compile(r"(?:过去|近|今后|未来|这|那|前|后|最近|本届|以往|每|第|上|下|再用|用|力争|经过|努力)$")
_SPAN_BEHIND = re.compile(
    r"(?:来|间|行动|计划|规划|攻坚|滚动|内|以来|新增|累计|中|期|前|后|里|任期|共|投入|完成|翻|倍增|大变样|提升|目标|任务|建设|打造|实施)"
)
_LASTS = re.compile(
    r"(?:连续|历时|为期|提前|缩短|延长|时隔|延续|延包|就读|烂尾|停滞|历经|长达|(?<!届)满|[从由]|达到?|[提延缩增][高长短加][到至]?|为)(?:近|超过?|约|逾|了)?$"
)
_AGO = re.compile(r"(?<![提目])前$")
_FAR = 20  # characters before a number that may say what it is
_DURATION = re.compile(
    r"(?:连续|历时|为期|缩短|延长|提前|平均|已有|长达|至少|寿命|期限|年限|时间|超过?|约|不少于|工作|坚持|运行|连增|保持|近|服务|跨越|晚)$"
)


def is_threshold(text: str, end: int, unit: str | None, start: int | None = None) -> bool:
    """Whether an amount that ends at `end` is part of a name (10万元以上项目, 亿元以上企业, 30万吨级码头), and no figure of the report.

    `start` is where its number begins, where what stands before it may tell (超10%的有44种).

    >>> is_threshold("投资10亿元以上项目50个", 6, "元"), is_threshold("投资10亿元以上", 6, "元")
    (True, False)
    """
    if text.startswith("级", end) or (unit == "级" and text[end - 2] in "十百千万亿"):
        return True
    if unit in ("千伏", "kV", "KV", "伏"):
        return re.match(r"[\u4e00-\u9fff]", text[end : end + 1]) is not None
    if unit in ("岁", "周岁"):
        return (_AGED.match(text, end) or _OF_AGE.match(text, end)) is not None
    if not is_size(unit):
        return False
    if start is not None and unit != "%" and _EACH_OVER.search(text, max(0, start - 4), start):
        return True  # 3个超100亿元产业集群
    if _COUNTED.match(text, end) and unit != "%":
        return True
    if start is not None and _WITH.match(text, end):
        bound = _BOUND.match(text, end) or _OVER.search(text, max(0, start - 3), start)
        if bound:
            return True
    return _names_a_class(text, end, unit)


def _names_a_class(text: str, end: int, unit: str | None) -> bool:
    bound = _BOUND.match(text, end)
    if bound and unit != "%":
        named = _CLASS.match(text, bound.end()) or _GROUP.match(text, end)
        return named is not None and (is_measure(unit) or unit in ("人", "户", "张"))
    if unit in ("%", "成") or not is_measure(unit):
        return False
    if _LISTED.match(text, end) or _GROUP.match(text, end):
        return True
    if text.startswith(
        ("亿元", "亿"), end - 2 if unit == "元" and text[end - 1] == "元" else end - 1
    ) and _CLUSTER.match(text, end):
        return True
    return not text.startswith("的", end) and _NEXT.match(text, end) is not None


def is_period_word(text: str, start: int, end: int, unit: str | None) -> bool:
    """Whether a number of years says when (近5年, 5年来, 3年行动) and not how long (连续13年).

    >>> is_period_word("近5年新增", 1, 3, "年"), is_period_word("连续13年", 2, 5, "年")
    (True, False)
    """
    before = text[max(0, start - _FAR) : start]
    if unit in ("个月", "季度", "个季度", "天") and _AGO.search(before):
        return True
    if unit != "年":
        return False
    if text.startswith(("来", "以来", "间"), end):
        return True
    if text[end - 2 : end - 1] in ("多", "余") and not text.startswith(("前", "内", "中"), end):
        return False  # 10多年的历史遗留问题
    if _LASTS.search(before):
        return False
    if _SPAN_BEHIND.match(text, end) or _SPAN_BEFORE.search(before):
        return True
    return not before or before[-1] in "，。；、：,;:（(—" or not _DURATION.search(before)
