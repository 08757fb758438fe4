"""Ranks and remarks that a sentence attaches to its figures (增速均位列全区第一)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_qa.figures.clauses import Clause
from report_qa.figures.metrics import Named

_RANK = re.compile(
    r"第[一二三四五六七八九十\d]+(?:[位名]|$|、|，|的)|首位|前列|榜首|之首|前茅|领先|新高|最好水平|最高水平|最多|最大|前[一二三四五六七八九十\d]+(?:位|名|强)?$|第[一二三四五六七八九十\d]+$|"
    r"(?:高于|低于|快于|好于|优于|超过)(?:全[国省市区]|预期|年度目标|平均)|超历史|两位数"
)
_OWN = re.compile(
    r"(?:左右|以上|，)?(?:总量|增速|规模|数量|均|都|双双|分别|稳|连续[一二三四五六七八九十\d]+[年月季个]*)*(?:居|位|列|排|保持|为|继续|创|名列|领|高于|低于|快于|好于|优于|超过)"
)
_OF_BEFORE = re.compile(
    r"(?:(?:总量|增速|增幅|规模|数量|总额|水平|各项|主要|指标|经济|均|都|双双|分别|其中|稳|也|再|继续|并|且|一直|跃|首次|连续[一二三四五六七八九十\d]+[年月季个度]*)*"
    r"(?:居|位|列|排|保持|为|名列|领|高于|低于|快于|好于|优于|超过|创|是|实现|进入|跻身|走在|升至|均|达到))"
)
_ALL = re.compile(r"均|都|皆|全部|双双|分别|主要(?:经济)?指标|上述|三项|四项|五项|两项|增速")


def find_remarks(text: str, clauses: Sequence[Clause], named: Sequence[Named]) -> list[str | None]:
    """The remark of each named quantity, in order, or None.

    A clause with a rank and no figure of its own belongs to the figures of the clause before it, or, where it says 均, to
    all those of the sentence since the last clause without a figure.
    """
    remarks: list[str | None] = [None] * len(named)
    run: list[int] = []
    for clause in clauses:
        own = [index for index, entry in enumerate(named) if entry.quantity in clause.quantities]
        words = text[clause.start : clause.end]
        if own:
            run += own
            tail = text[named[own[-1]].quantity.end : clause.end]
            if _RANK.search(tail) and _OWN.match(tail):
                _attach(remarks, own if _ALL.search(tail) else own[-1:], tail)
        elif _RANK.search(words) and len(words) <= 30 and run and _OF_BEFORE.match(words):
            last = named[run[-1]].clause
            _attach(
                remarks, run if _ALL.search(words) else [index for index in run if named[index].clause is last], words
            )
        else:
            run = []
    return remarks


def _attach(remarks: list[str | None], indices: Sequence[int], words: str) -> None:
    for index in indices:
        if remarks[index] is None:
            remarks[index] = words.strip("、，；。 ")
