"""Words of a question that ask for a result or for a target."""

from __future__ import annotations

import re

from report_qa.text.periods import Status

TARGET = re.compile(
    r"预期目标|目标|计划|打算|准备|预期|预计|力争|拟(?=安|新|建|按|投|增|引|实)|要(?=建|修|改|治|引|吸|落|达|到|做|推|新|增|实|完|搞|弄|种|办|多|涨|升|降|整|添|开|加|给|投|通|占|控|保|装|翻)|将(?=会|要|达|新|建|实|完)|会(?=建|修|新增)"
    r"|想(?=涨|要|做|增|吸|建|新|在|把|达|让|加|招|引)|任务|争取|安排(?!了)|再建|\b(?:target|plan(?:s|ned)?|aim|will|goal|expect(?:ed|s)?|intend|should)\b",
    re.IGNORECASE,
)
ACTUAL = re.compile(
    r"实际(?!利用|使用|到位|增长|投资|吸收)|实绩|完成了|做到了|已经|建成了|干了|达到了|结果|(?:增长|涨|降|减|新增|建|修|改|发|挣|赚|花|来|多|少|升|提高|引进|投入|拿)了|实现了|\b(?:actual(?:ly)?|did|was|were|grew|rose|fell|achieved|reached|has|have|had)\b",
    re.IGNORECASE,
)


def status_of(text: str) -> Status | None:
    """`target` or `actual` where the words tell, else None; words of a target count first."""
    if TARGET.search(text) and not re.search(
        r"(?:完成|达到|实现)了?(?:年度|预期)?目标|实际(?!利用|使用|到位|增长|投资|吸收)", text
    ):
        return "target"
    return "actual" if ACTUAL.search(text) else None
