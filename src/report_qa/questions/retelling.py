"""Writes a turn out as the full question that it stands for, so that what comes later reads it as any other."""

from __future__ import annotations

import re

from report_qa.questions import asking
from report_qa.questions.followups import Operation
from report_qa.questions.question import Aspect, Language
from report_qa.questions.status_words import TARGET
from report_qa.questions.turn import Turn
from report_qa.text.periods import Period, Status

_SIDE = re.compile(
    r"(?:同比|年均|实际)?(?:增长|增速|增幅|涨幅|降幅|涨|下降|降低|提高|增加|减少|少|多|降|升)?(?:了|到|至)?(?:率(?<=增长率))?\s*$|\s*\b(?:growth|grow|grew|increase|decrease|rise|rose|fall|fell)\s*$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"^(?:那么?|然后|还有|而|and\b|so\b|then\b|but\b)[\s,，]*", re.IGNORECASE)
_CLOSING = re.compile(r"[呢啊呀哦的?？。\s]+$")
_ASKS: dict[str, tuple[str, str]] = {
    "difference": ("相差多少", " difference"),
    "ratio": ("是几倍", " how many times"),
    "sum": ("一共多少", " in total"),
    "most": ("相比哪个高", " compared"),
}


def stem_of(topic: str) -> str:
    """A topic without the side at its end (固定资产投资增长: 固定资产投资), where anything is left."""
    stem = _SIDE.sub("", topic).strip()
    return stem if len(stem) >= 2 else topic


def without_promise(body: str) -> str:
    """A question for a promise, less the word that says so."""
    return re.sub(r"的?(?:预期)?(?:目标|任务|计划)(?=是|有|为|呢|多少|分别|各|$)|\s+(?:target|goal)\b", "", body)


def written_out(body: str, times: tuple[Period, ...], language: Language, status: Status | None = None) -> str:
    """A question with its periods, and the word for a promise where one is asked and no word says so."""
    told = status == "target" and TARGET.search(body) is None
    if language == "en":
        years = " and ".join(str(one.start) if one.one_year else f"{one.start}-{one.end}" for one in times)
        return f"{body}{' target' if told else ''}{f' in {years}' if years else ''}"
    labels = "与".join(period.label for period in times) if len(times) == 2 else "、".join(one.label for one in times)
    return f"{labels}{'目标' if told else ''}{body}"


def asks_with(
    operation: Operation | None, language: Language, status: Status | None = None, aspect: Aspect | None = None
) -> str:
    """The words that ask, behind a topic."""
    if operation is not None:
        return _ASKS[operation][language == "en"]
    if language == "en":
        return f"{' growth' if aspect is Aspect.GROWTH else ''}{' target' if status == 'target' else ''}"
    grows = "增长" if aspect is Aspect.GROWTH else ""
    return f"{grows}目标是多少" if status == "target" else f"{grows}多少" if grows else "是多少"


def said(topic: str, turn: Turn) -> str:
    """A topic with what a turn says of it behind: 外贸总额, 涨了多少; 生产总值, 增速呢."""
    words = _CLOSING.sub("", _OPENING.sub("", turn.body))
    if turn.language == "en":
        return f"{topic} {words}".strip()
    measure = asking.ASKING.sub("", words).strip()
    if measure and topic.endswith(measure):  # 零售总额增长, 总额是多少: the measure stands there already
        return f"{topic}是多少"
    return f"{topic}{words}" if asking.asks_anything(words) else f"{topic}{words}是多少"
