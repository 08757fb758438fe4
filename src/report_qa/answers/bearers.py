"""Whether a clause gives what is asked to another bearer: 甘其毛都口岸过货量 is not 满都拉口岸过货量."""

from __future__ import annotations

import re

from report_qa.answers.anchors import Anchor

# Before a noun these are verbs, adverbs and scopes of a report, and bear no name.
_NO_BEARER = re.compile(
    r"(?:新增|净增|新建|改建|扩建|改造|建成|建设|完成|实施|引进|培育|打造|推进|推动|开展|启动|发放|筹集|安排|争取|累计|实现|达到|保持|全[市省区州县国年]|其中|以及|提高|提升|降低"
    r"|[的了和与及、，。；：以为使让将对把向从在至到达超近约个项家所条座处件户人名元年月日%％])$"
)
_LAST = re.compile(r"[\u3400-\u9fffA-Za-z0-9]{2,6}$")


def unknown_names(anchors: tuple[Anchor, ...]) -> tuple[str, ...]:
    """The report's words that the question puts right behind a name that the report has nowhere."""
    found = []
    for at, name in enumerate(anchors):
        if name.forms or not name.formal or len(name.text) < 2:
            continue
        noun, end = "", name.end
        for one in anchors[at + 1 :]:
            if one.start != end or not one.formal or not one.forms:
                break
            noun, end = noun + one.text, one.end
        if len(noun) >= 3:
            found.append(noun)
    return tuple(found)


def another_bearer(nouns: tuple[str, ...], clause: str) -> bool:
    """Whether a clause gives one of the words to a bearer of its own; `nouns` are those of `unknown_names`."""
    for noun in nouns:
        at = clause.find(noun)
        before = clause[:at] if at > 0 else ""
        if before and _LAST.search(before) and not _NO_BEARER.search(before):
            return True
    return False
