"""Words that a later turn of a conversation consists of: 差多少, 这两项, 哪个最快, 出处呢, 展开说说."""

from __future__ import annotations

import re
from typing import Literal

Operation = Literal["difference", "ratio", "sum", "most"]

_PARTICLES = r"[\s,，。.?？!！~～呢吧吗嘛呀啊哦哈的了]*"
_SOURCE = re.compile(
    r"(?:(?:这|那)?(?:一?个|句话?|段话?|条|些)?(?:数字?|数据|数|说法|话|内容|目标|结论)?的?(?:出处|(?<![\u4e00-\u9fff])来源)(?:呢|是(?:什么|哪里|哪儿|啥)|在(?:哪|第几|什么)[\u4e00-\u9fff]{0,3})?"
    r"|(?:这|那)?(?:是|都是)?(?:写|印|登|记|说|提|出现|出自)?(?:在|于)?(?:了)?(?:报告|原文)?(?:里|中)?的?(?:第几|哪一?|什么|哪几)(?:行|页|句话|段话)(?:里|上|写的?|说的?|提到的?|能?(?:看|找)到)*"
    r"|报告(?:里|中)?的?原(?:话|文)(?:是|怎么)?(?:说|写|什么)?的?|原(?:话|文)(?:呢|是(?:什么|怎么说的?|怎么写的?)|怎么(?:说|写)的?|在哪(?:里|儿)?|给我看看)|(?:有(?:什么|没有|啥)?|给个?|说一?下)?(?:出处|依据|根据)(?:呢|吗|是什么)?(?=[\s?？。！!]*$)"
    r"|(?:你)?(?:是)?从(?:哪|报告哪)(?:儿|里|一行)?(?:看|查|得|找)?(?:出来|来|到)?的?(?=[\s?？。！!]*$)"
    r"|\b(?:(?:and )?where (?:does (?:it|the report) say (?:so|that|this|it)|is (?:that|this|it) (?:written|stated|from|printed))|(?:on )?(?:which|what) (?:line|page)(?: (?:is (?:that|this|it)(?: on)?|of the report|does it say (?:so|that)|says (?:so|that)))?|(?:what(?:'s| is) the|your) source|source, please|source(?=\s*[?.]*$)|the exact words))",
    re.IGNORECASE,
)
_MORE = re.compile(
    rf"{_PARTICLES}(?:(?:能不能|能|可以|可不可以|请|麻烦|那|再|给我|帮我|你|关于这[个点]|对此|这[个点块])*"
    rf"(?:展开(?:来|一下|地)?(?:说说|讲讲|谈谈|说|讲|谈)?(?:一下)?|(?:说|讲|介绍)(?:得|的)?(?:再)?(?:详细|具体|细致?)(?:一?点|一?些)?|详细(?:地)?(?:说说|讲讲|介绍|说|讲|一?点|一?些|情况)?(?:一下)?"
    rf"|具体(?:地)?(?:说说|讲讲|介绍|说|讲|一?点|一?些|情况|内容)?(?:一下|怎么样|如何|是什么)?|(?:再)?(?:多)?(?:说|讲)(?:说|讲|多|细)?(?:一?点|一?些)|说说(?:看)?|讲讲|更多(?:信息|内容|情况)?|接着说|继续(?:说)?|还有(?:什么|别的|其他的?)?"
    rf"|(?:can you |could you |please )?(?:tell me more|more details?|elaborate|say more|go on|expand on (?:that|this|it))(?: about (?:that|this|it))?(?: please)?)){_PARTICLES}",
    re.IGNORECASE,
)
_RATIO = re.compile(r"[几多]少?倍|翻了?几番|\bhow many times\b|\bratio\b", re.IGNORECASE)
_SUM = re.compile(
    r"一共|合计|总共|共计|加起来|加在一起|加一起|总和|相加|\bin total\b|\baltogether\b|\bcombined\b|\bsum of\b",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"(?:哪(?:一?[个项类种年样]|方面)?|谁)(?:的)?[^，。？?]{0,4}?(?:最|更|比较)?(?:[快高大多低少慢小长]|涨得[快多])(?!少)|\bwhich (?:one |of them |year )?(?:is|was|grew|rose|fell)? ?(?:the )?(?:most|least|fast\w*|slow\w*|high\w*|low\w*|larg\w*|small\w*|big\w*)",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    r"(?:差|相差|差距)(?:了|有)?(?:多少|几|多大|不?多)|(?:比|较|跟|和|与|同|相对)[^，。]{0,16}?(?:[多少高低快慢大小]了?(?:多少|几|还是|吗|没)|相比|比起来|比(?=[呢，,？?\s]|$)|差)|比起|(?:多|少|高|低|快|慢|涨|降|增加?|减少)了?(?:多少|几)[\u4e00-\u9fff]{0,3}(?=[\s?？]*$)|(?:多|高|大|快|涨|升|增)(?:了)?(?:还是|是)(?:低|少|小|慢|跌|降|减)"
    r"|是增是减|是高是低|是多是少|有什么变化|变化(?:大吗|多大|如何|呢)|对比(?:一下|呢)?|\bcompared?\b|\bdifference\b|\b(?:more|less|fewer|higher|lower) (?:or|than)\b",
    re.IGNORECASE,
)
_BASE_SAID = re.compile(
    r"比|较|跟|和|与|同|差|相对|还是|是增是减|变化|compar|difference|than|more or|higher or", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"(?:这|那|上面|前面|刚才)?(?:(?:两|二|三|四|五|几)(?:[项个者类样种块])|(?:两|二|三)年(?![来以前])|两者|二者|三者|它们|他们)(?:指标|数字|数据|目标|任务)?|分别|各(?:自|是|有|多少|几)|都(?:是|有)?多少|\bboth\b|\beach\b|\bthe two\b|\brespectively\b|\bthey\b|\bthem\b",
    re.IGNORECASE,
)
_LEANING = re.compile(
    r"(?:控制|保持|稳定|设定?|定|安排|降低?|压|升|提高|达|涨|增|减|做|办|搞|弄|要|能|会|将|打算|准备|计划|争取|希望|想)+(?:在|到|至|为|成|了)(?![\u4e00-\u9fff]{2,})|[涨增升降跌长]得(?:更|最|比较)?[快多慢高少大]?|前者|后者|相比|比起来?|对比|变化|还是|哪[一个年项类种]*|谁|最[快高大多低少慢小长]|更[快高大多低少慢小长]|[多少高低快慢大小](?:了|还是|是|多少)|差距?|比|跟|和|与|相|几倍|翻|番|倍",
)
_LEANING_ENGLISH = re.compile(
    r"\b(?:about|target|goal|plan(?:ned|s)?|aim|figure|number|value|amount|change[ds]?|growth|growing|rate|percentage|actual(?:ly)?|result|so|then|same|but|only|more|less|fewer|higher|lower|than|compare[ds]?|versus|vs|just|ok(?:ay)?|or|again|i|mean(?:t)?|sorry|rather|instead|not|no|year'?s?|difference|both|each|one|two|them|they|these|those|total|please|you|tell|me|also|increase[ds]?|rise|rose|fall|fell|times|which|was|came|come|set|expected)\b|'s?\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"为什么|为何|怎么(?!样)|谁|哪里|哪儿|什么时候|啥时候|何时|[吗么]\s*[?？]?$|了?没有?\s*[?？]?$|第几|排名|排多少|\b(?:why|who|when|where)\b",
    re.IGNORECASE,
)
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}


def without_source(clean: str) -> tuple[str, bool]:
    """A turn without its words that ask where something stands (出处呢, 在第几行), and whether it had any."""
    found = _SOURCE.search(clean)
    if not found:
        return clean, False
    return re.sub(r"\s+", " ", f"{clean[: found.start()]} {clean[found.end() :]}").strip(" ,，。?？!！"), True


def asks_otherwise(clean: str) -> bool:
    """Whether a turn asks why, who, when, where or whether of what was asked before, and not how much."""
    return _OTHERWISE.search(clean) is not None


def wants_more(clean: str) -> bool:
    """Whether a turn only asks to say more of what was asked before (展开说说, 详细点)."""
    return _MORE.fullmatch(clean) is not None


def operation_of(clean: str) -> Operation | None:
    """What a turn wants made of two or more figures."""
    if _RATIO.search(clean):
        return "ratio"
    if _SUM.search(clean) and not re.search("比|差", clean):
        return "sum"
    if _DIFFERENCE.search(clean):
        return "difference"
    return "most" if _MOST.search(clean) else None


def names_a_base(clean: str) -> bool:
    """Whether a comparison says that it is against something (比去年, 跟目标, 差多少), and does not only ask for a change."""
    return _BASE_SAID.search(clean) is not None


def several_of(clean: str) -> int:
    """How many of the things asked before a turn points at (这两项: 2); 0 for none."""
    found = _SEVERAL.search(clean)
    if not found:
        return 0
    return next((count for word, count in _COUNTS.items() if word in found[0]), 2)


def without_leaning(text: str) -> str:
    """A turn without words that lean on the turn before and name nothing: what is left is a topic of its own."""
    return _LEANING_ENGLISH.sub(" ", _LEANING.sub(" ", _SEVERAL.sub(" ", text)))
