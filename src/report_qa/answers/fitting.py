"""How a figure's period, status and side of the metric fit a question."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from report_qa.answers.units import kind_of
from report_qa.figures.figure import Figure
from report_qa.questions.asking import asks_amount, asks_growth
from report_qa.questions.question import Aspect, Question
from report_qa.text.periods import Period

Floats = NDArray[np.float32]

_RISES = re.compile(
    r"增|涨|升|上调|上浮|提标|提高(?!到|至)|下降(?!到|至)|降低?(?!到|至)|减|缩|压减|压缩(?!到|至)|跌|翻|扩大(?!到|至)|快于|高于|低于"
)
_MANIFOLD = re.compile(r"倍|翻|\btimes\b|\bfold\b", re.IGNORECASE)
_ACCUMULATES = re.compile(r"截至|截止|累计|年?末|年?底|总共|一共|现在|目前|如今|到\d{4}年|已")


@dataclass(frozen=True, slots=True)
class Fits:
    """How each figure (F,) of a report fits a question: its unit, side, period and status, each from -1 to 1."""

    unit: Floats
    aspect: Floats
    period: Floats
    status: Floats


def is_growth(figure: Figure) -> bool:
    """Whether a figure says by how much its metric changed, and not how much it is."""
    kind, change = kind_of(figure), figure.change or ""
    if kind == "points":
        return True
    if _RISES.search(change) and not re.search(r"[到至]$", change):
        return True
    return kind == "multiple"


def asks_manifold(text: str) -> bool:
    """Whether the words ask how many times as much something is, or has become."""
    return _MANIFOLD.search(text) is not None


def aspect_fit(question: Question, figure: Figure) -> float:
    """1 where the figure is of the side asked, -1 where it cannot be, 0 where the question does not tell."""
    if question.aspect is None and asks_amount(question.topic, question.clean):
        return -1.0 if is_growth(figure) else 0.0
    if question.aspect is None or any(sought.kind not in ("share", "points", "multiple") for sought in question.sought):
        return 0.0
    growth = is_growth(figure)
    if question.aspect is Aspect.GROWTH:
        if growth:
            if kind_of(figure) == "multiple":  # 增长132.3倍 answers 翻了几番, and 增长多少 only where nothing else does
                return 1.0 if asks_manifold(question.clean) else 0.3
            return 1.0 if kind_of(figure) in ("share", "points") else -0.4
        reaches = re.search(r"[到至]$", figure.change or "") is not None
        return -1.0 if reaches or asks_growth(question.clean) else -0.4
    return -1.0 if growth else 0.5


def period_fit(question: Question, period: Period | None) -> float:
    """The best fit of a period to the times asked: 1 as asked, between 0 and 1 a term that ends with the year asked and the
    like, -1 another period; 0 where none is asked, or none is printed.
    """
    if not question.times or period is None:
        return 0.0
    return max(_fit(question, period, asked) for asked in question.times)


def _fit(question: Question, period: Period, asked: Period) -> float:
    if (period.start, period.end) == (asked.start, asked.end):
        return 1.0
    if asked.one_year and not period.one_year:
        return 0.5 if period.end == asked.end and _ACCUMULATES.search(question.clean) else -1.0
    if not asked.one_year and not period.one_year:
        shared = min(period.end, asked.end) - max(period.start, asked.start) + 1
        return 0.8 if shared >= 4 or period.end == asked.end else -1.0
    if not asked.one_year and period.one_year:
        ends = period.start == asked.end and re.search(r"末|底|前后|期末|达到|变成|到了", question.clean)
        starts = period.start == asked.start - 1 and re.search(r"从|由|前后|原来|变成|期初", question.clean)
        return 0.6 if ends or starts else -1.0
    return -1.0


_CONTRASTS = tuple(
    tuple(re.compile(word) for word in words)
    for words in (
        (r"境外|国外|海外|外国", r"境内|国内(?!生产)"),
        (r"(?<!进)出口", r"进口(?!和?出口)", r"进出口|外贸总额"),
        (r"公办|公立", r"民办|私立"),
        (r"城镇|城市居民", r"农村|乡村"),
        (r"国家级", r"省级", r"市级", r"县级"),
        (r"小学", r"初中", r"高中", r"幼儿园", r"大学|高校"),
        (r"男", r"女"),
        (r"一产|第一产业", r"二产|第二产业", r"三产|第三产业"),
        (r"上半年", r"下半年"),
        (r"流入", r"流出"),
        (r"新增|解决|引进", r"流失"),
        (r"开工", r"竣工|完工|投产"),
        (r"制定", r"废止|取消"),
        (r"线上", r"线下"),
        (r"国际(?!化)", r"国内(?!生产)"),
    )
)


Sides = tuple[re.Pattern[str], ...]


def sides_taken(question: str) -> tuple[tuple[Sides, Sides], ...]:
    """The contrasts (境外 and 国内) of which a question takes a side: the sides that it takes, and the others."""
    taken = []
    for sides in _CONTRASTS:
        own = tuple(side for side in sides if side.search(question))
        if own:
            taken.append((own, tuple(side for side in sides if side not in own)))
    return tuple(taken)


def contradicts(taken: tuple[tuple[Sides, Sides], ...], metric: str, sentence: str) -> bool:
    """Whether a metric is of another side of a contrast than the question, whose own side the sentence lacks."""
    return any(
        any(side.search(metric) for side in others) and not any(side.search(sentence) for side in own)
        for own, others in taken
    )


_NEGATED = re.compile(r"非([\u4e00-\u9fff]{2})")


def negates(question: str, metric: str) -> bool:
    """Whether a metric is of what the question's thing is not, or the reverse (非金融类 and 金融类)."""
    return any(
        f"非{word}" not in other and word in other
        for text, other in ((metric, question), (question, metric))
        for word in _NEGATED.findall(text)
    )


_NUMBER = re.compile(
    r"(?<![\d.])\d+(?:\.\d+)?(?=[万亿千百]*(?:元|人|亩|吨|公里|米|千瓦|平方米|岁)?(?:及?以上|以下|以内|级|号线)|[A-Z])"
)


def numbers_named(question: Question) -> frozenset[str]:
    """Numbers that a question names and does not ask about: a threshold (10亿元以上项目), a name (5G); years left out."""
    if question.claims:
        return frozenset()
    return frozenset(number for number in _NUMBER.findall(question.topic) if not re.fullmatch(r"(?:19|20)\d\d", number))
