"""How a figure is asked for, in a sentence that a person would say: 2023年新建了多少所学校？"""

from __future__ import annotations

import re

from report_qa.answers.fitting import is_growth
from report_qa.answers.units import kind_of
from report_qa.figures.figure import Figure
from report_qa.questions.lexicon import Lexicon
from report_qa.text.periods import Period

_VERB = re.compile(
    r"^(?:累计)?(?:新建|改建|扩建|改造|建成|建设|完成|实施|引进|培育|打造|发放|开工|竣工|整治|治理|投入|推广|安置|修复|认定|招引|签约|种植|培训|接待|办理|落实|筹集|开展|启动|创建|减少|化解|盘活|帮扶|资助|救助|制定|设立)(?=[\u4e00-\u9fff]{2})|新(?:增|设|建|改|引进|认定|筹集|开工|创建|登记|培育)"
)
_SINGULAR = re.compile(r"(?:rate|ratio|index|deficit|level|length|mileage|area|economy|value|price|coverage)$")
_SUMS = re.compile(
    r"(?:总额|总量|总数|总值|产值|产量|人数|余额|里程|面积|总收入|支出|投资|资金|率|比重|占比|标准|浓度)$"
)
_FALLS = re.compile(r"下降|减少|降低|缩短")
_RISES = re.compile(r"增长|提高|增加|上升|上涨")
_MOST_OF = 0.75  # share of a metric's characters that one concept must cover to stand for it in English
_LONGEST_LABEL = 8


def chinese(figure: Figure, period: Period) -> str:
    """A question in Chinese for a figure of a period."""
    when = period.label if len(period.label) <= _LONGEST_LABEL else f"{period.label}，"
    target = figure.status == "target"
    if is_growth(figure) and (side := _side(figure)):
        return f"{when}{figure.metric}的{side}目标是多少？" if target else f"{when}{figure.metric}{side}了多少？"
    counted = kind_of(figure) in ("count", "people", "households", "area", "length") and figure.unit is not None
    if counted and _VERB.search(figure.metric) and not _SUMS.search(figure.metric):
        return f"{when}{'计划' if target else ''}{figure.metric}多少{figure.unit}？"
    if counted and not _SUMS.search(figure.metric):
        return f"{when}{figure.metric}{'的目标是' if target else '有'}多少{figure.unit}？"
    return f"{when}{figure.metric}的目标是多少？" if target else f"{when}{figure.metric}是多少？"


def english(figure: Figure, period: Period, lexicon: Lexicon) -> str | None:
    """A question in English for a figure of a period, or None where the lexicon has no English for its metric."""
    name = _english_name(figure.metric, lexicon)
    if name is None:
        return None
    years = f"in {period.start}" if period.one_year else f"from {period.start} to {period.end}"
    target = figure.status == "target"
    if is_growth(figure) and _side(figure):
        if "growth" in name:
            return f"What is the target for {name} {years}?" if target else f"What was {name} {years}?"
        verb = "fall" if _FALLS.search(figure.change or "") else "grow"
        if target:
            return f"What is the growth target for {name} {years}?" if verb == "grow" else None
        return f"By how much did {name} {verb} {years}?"
    return f"What is the target for {name} {years}?" if target else f"What was the figure for {name} {years}?"


def _side(figure: Figure) -> str:
    found = _FALLS.search(figure.change or "") or _RISES.search(figure.change or "")
    return found[0] if found else ""


def _english_name(metric: str, lexicon: Lexicon) -> str | None:
    """The first English name of the one concept that a metric is, by a name of its first group."""
    mentions = [one for one in lexicon.concepts_in(metric) if one.via in ("name", "short")]
    if len(mentions) != 1 or mentions[0].end - mentions[0].start < _MOST_OF * len(metric):
        return None
    concept = mentions[0].concept
    own = {form.lower() for form in (*concept.groups[0], *concept.short)}
    names = [name for name in concept.english if "…" not in name and name.isascii()]
    if not names or mentions[0].form not in own:
        return None
    return f"the {names[0]}" if _SINGULAR.search(names[0]) else names[0]
