"""Ranks and remarks that a sentence attaches to its figures (增速均位列全区第一)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_qa.figures.clauses import Clause
from report_qa.figures.spots import Named

_RANK = re.compile(
    r"第[一二三四五六七八九十\d]+(?:[位名]|$|、|，|的|和)|第[一二]方阵|首位|前列|榜首|之首|前茅|领先(?!性|地位|企业|水平|优势)|新高|最好水平|最高水平|最多|最大|前[一二三四五六七八九十\d]+(?:位|名|强)?$|第[一二三四五六七八九十\d]+$|"
    r"(?:高于|低于|快于|好于|优于|超过)(?:全[国省市区]|预期|年度目标|平均)|超历史|两位数"
)
_PLACED = r"(?:全[国省市区州](?:市州|各市|同类城市)?|世界|全球|[东中西]部|同类城市|长三角)(?:第[一二三四五六七八九十\d]|首位|前列|前茅|领先|前[一二三四五六七八九十\d])"
_OWN = re.compile(
    r"、?(?:左右|以上|，)?(?:总量|增速|增幅|规模|数量|总数|均|都|双双|分别|稳|再|持续|继续|连续[一二三四五六七八九十\d]+[年月季个]*)*"
    rf"(?:{_PLACED}|居(?!民|家|住)|位|列(?!车|入)|排|保持|为|继续|创|名列|领|高于|低于|快于|好于|优于|超过|跃居|升至)"
)
_OF_BEFORE = re.compile(
    r"(?:(?:总量|增速|增幅|规模|数量|总额|水平|各项|主要|指标|经济|均|都|双双|分别|其中|稳|也|再|持续|继续|并|且|一直|跃|首次|连续[一二三四五六七八九十\d]+[年月季个度]*)*"
    rf"(?:{_PLACED}|居(?!民|家|住)|位|列(?!车|入)|排|保持|为|名列|领|高于|低于|快于|好于|优于|超过|创|是|实现|进入|跻身|走在|升至|均|达到))"
)
_ALL = re.compile(r"(?<![平年人])均|都|皆|全部|双双|分别|主要(?:经济)?指标|上述|三项|四项|五项|两项|增速")
_EVERY = re.compile(r"(?<![平年人])均|都|皆|全部|双双|主要|各项|上述|[两三四五]项")
_PACE = re.compile(r"增速|增幅|主要(?:经济)?指标")
_GROWS = re.compile(r"增|降|升|涨|减|提高")
_PLACE = re.compile(r"第[一二三四五六七八九十百\d]+[位名]?")
_LONGEST = 30  # characters of a clause that is nothing but a remark


def find_remarks(text: str, clauses: Sequence[Clause], named: Sequence[Named]) -> list[str | None]:
    """The remark of each named quantity, in order, or None.

    A clause with a rank and no figure of its own belongs to the figures of the clause before it, or, where it says 均, to
    those of one unit in a row; as many ranks as figures are one each. A value that a change starts from has no remark.
    """
    remarks: list[str | None] = [None] * len(named)
    run: list[int] = []
    for clause in clauses:
        own = [index for index, entry in enumerate(named) if entry.quantity in clause.quantities]
        words = text[clause.start : clause.end]
        if own:
            run += own
            for at, index in enumerate(own):
                following = named[own[at + 1]].quantity.start if at + 1 < len(own) else None
                said = _said(
                    text[named[index].quantity.end : clause.end if following is None else following], following
                )
                if said:
                    _attach(remarks, named, own[: at + 1] if _ALL.search(said) else [index], said)
        elif _RANK.search(words) and len(words) <= _LONGEST and run and _OF_BEFORE.match(words):
            _attach(remarks, named, _meant(run, named, words), words)
        else:
            run = []
    return remarks


def _said(gap: str, following: int | None) -> str | None:
    """The remark in the words behind a figure, up to the next figure or the end of its clause, or None."""
    said = gap if following is None else gap.lstrip("、").partition("、")[0] if gap.count("、") > 1 else ""
    return said if said and _OWN.match(said) and _RANK.search(said) else None


def _meant(run: Sequence[int], named: Sequence[Named], words: str) -> list[int]:
    """The figures that a clause without one speaks of."""
    ends = [index for index in run if not named[index].starting]
    last = [index for index in ends if named[index].clause is named[run[-1]].clause]
    every = _EVERY.search(words) is not None
    if _PACE.search(words):
        rates = [index for index in (ends if every else last) if named[index].quantity.unit == "%"]
        rates = [index for index in rates if _GROWS.search(named[index].change or "")] or rates
        if rates:
            return rates
    if not every or len(last) > 1:
        return last
    like = [index for index in ends if named[index].quantity.unit == named[run[-1]].quantity.unit]
    return like if len(like) > 1 else ends[-2:]


def _attach(remarks: list[str | None], named: Sequence[Named], indices: Sequence[int], words: str) -> None:
    ends = [index for index in indices if not named[index].starting]
    places = list(_PLACE.finditer(words))
    apart = len(places) == len(ends) > 1
    for at, index in enumerate(ends):
        said = words[: places[0].start()].replace("分别", "") + places[at][0] if apart else words
        if remarks[index] is None:
            remarks[index] = said.strip("、，；。 ")
