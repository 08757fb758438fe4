"""Contradictions: two figures of one metric, period and status that cannot both be true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from report_qa.figures.aspects import side_of
from report_qa.figures.bounds import bounds_of
from report_qa.figures.figure import Figure
from report_qa.figures.identity import MetricKey, metric_keys
from report_qa.figures.metric_words import MetricWords
from report_qa.figures.unit_kinds import exact_kind
from report_qa.text.document import BlockKind, Document

REASONS: dict[str, tuple[str, str]] = {
    "values": (
        "同一指标、同一时期，既说{one}，又说{other}。",
        "For one metric and period the report says {one} and {other}.",
    ),
    "bounds": (
        "同一指标、同一时期，{one}与{other}不能同时成立。",
        "For one metric and period {one} and {other} cannot both be true.",
    ),
    "direction": (
        "同一指标、同一时期，一处说上升{one}，一处说下降{other}。",
        "For one metric and period the report says up {one} and down {other}.",
    ),
}
"""The reasons of a contradiction, in Chinese and in English; `one` and `other` are the figures as printed, the rise before
the fall."""

_PART = re.compile(
    r"片区|园区|开发区|新区|高新区|经开区|自贸|保税|综保|港区|城区|主城|示范区|试验区|合作区|集聚区|功能区|县|(?<!城)镇|(?<!城)乡(?!村)|旗(?!舰|帜)|街道|山区|地市|市州"
    r"|(?<![全我本省城])市(?!场|民|政|级|域|内|外|值|属|直|委|人大|政府|工程|盈)|(?<![全我地社小景校灾牧林库矿自治特专])区(?!域|间|位|块|划)"
    r"|其中|贡献|来自|带动|拉动|累计|总计|平均|相比|前\d+[强家名]"
)
_OF_A_YEAR = re.compile(r"上半年|下半年|季度|[\d一二三四五六七八九十]月|月[末底份]|截至|截止|同期|年初")
_SPEAKS_OF_GROWTH = ("growth", "yearly_growth", "lead")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two figures, by their positions in the ledger (`one` before `other`), their `key`, and a reason of `REASONS`."""

    one: int
    other: int
    key: MetricKey
    reason: str

    def text(self, figures: Sequence[Figure], language: str) -> str:
        """The reason in words, in Chinese (`zh`) or English (`en`)."""
        one, other = figures[self.one], figures[self.other]
        if self.reason == "direction" and _falls(one):
            one, other = other, one
        return REASONS[self.reason][language != "zh"].format(one=one.text, other=other.text)


def find_contradictions(
    figures: Sequence[Figure], document: Document, words: MetricWords, home: str | None = None
) -> tuple[Contradiction, ...]:
    """Pairs of a report's figures that cannot both be true, in source order.

    Only metrics that `metrics.toml` knows are held against each other: other words are too often said of different things.
    Left alone are figures of one sentence (it gives the parts and the whole), of sentences that speak of a part of the place
    or of the year, and undated ones. Qualifiers and rounding count: 超100亿元 and 102.3亿元 agree.

    Args:
        figures: the report's ledger.
        document: the report that it was read from.
        words: the lexicon of metrics.
        home: the report's own place (某市), None in a report of the nation.
    """
    groups: dict[object, list[int]] = {}
    keys = metric_keys(figures, words, home)
    for at, (figure, key) in enumerate(zip(figures, keys, strict=True)):
        if figure.period is None or figure.status is None or key.aspect == "streak" or not words.knows(key.concept):
            continue
        if figure.metric and _speaks_of_the_whole(document, figure, home):
            groups.setdefault((key, figure.period.start, figure.period.end, figure.status), []).append(at)
    found = [pair for group in groups.values() if len(group) > 1 for pair in _of_group(group, figures, keys)]
    return tuple(sorted(found, key=lambda pair: (pair.one, pair.other)))


def _of_group(group: Iterable[int], figures: Sequence[Figure], keys: Sequence[MetricKey]) -> Iterable[Contradiction]:
    for one, other in combinations(group, 2):
        reason = (
            None
            if figures[one].sentence == figures[other].sentence
            else _reason(figures[one], figures[other], keys[one])
        )
        if reason is not None:
            yield Contradiction(one, other, keys[one], reason)


def _reason(one: Figure, other: Figure, key: MetricKey) -> str | None:
    """Why two figures of one metric cannot both be true, or None where they can."""
    if key.aspect in _SPEAKS_OF_GROWTH and _falls(one) != _falls(other):
        return "direction" if one.amount and other.amount else None
    if bounds_of(one).meet(bounds_of(other)):
        return None
    return "bounds" if one.qualifier or other.qualifier else "values"


def _falls(figure: Figure) -> bool:
    return side_of(figure.change, exact_kind(figure.unit)).falls


def _speaks_of_the_whole(document: Document, figure: Figure, home: str | None) -> bool:
    """Whether a figure's sentence speaks of the whole place and year, as far as its words tell."""
    sentence = document.sentences[figure.sentence]
    return sentence.kind is not BlockKind.CAPTION and not speaks_of_a_part(sentence.text, home)


def speaks_of_a_part(text: str, home: str | None = None) -> bool:
    """Whether words speak of a part of the place or of the year, or of several years together (累计). `home` is the place.

    >>> speaks_of_a_part("累计建成公园20个"), speaks_of_a_part("某市粮食产量3万吨", "某市")
    (True, False)
    """
    text = text if home is None else text.replace(home, "")
    return bool(_PART.search(text) or _OF_A_YEAR.search(text))
