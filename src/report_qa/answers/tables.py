"""What of a report's figures and sentences does not depend on the question, as arrays."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from report_qa.answers.fitting import is_growth
from report_qa.figures.figure import Figure
from report_qa.figures.unit_kinds import exact_kind
from report_qa.text.document import BlockKind, Document, Sentence
from report_qa.text.periods import Period, ReportDates, Status

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

STATUS_CODES: dict[Status | None, int] = {None: 0, "actual": 1, "target": 2}
_BEFORE_A_START = re.compile(r"(?:[从由]|现行)[^，。；]{0,6}$")
_BEHIND_A_START = re.compile(
    r"[^，。；0-9]{0,6}(?:提高|提升|增加?|升|扩大|下降|降|缩短|压缩|减少?|上升|增长|跃升|跃|拓展|扩展|发展|攀升|进)"
)


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Columns over a report's figures, each (F,). `period` and `side` are positions in `periods` and `sides`, the distinct
    periods and the distinct (unit, change) of its figures, by one figure that has them; `starting` marks a starting value
    (从75%提高到…), `streak` so many in a row (九连冠, 连续六年), `reviewed` a period that ends with the year reviewed; figures of one `metric` number are of
    one metric and unit.
    """

    sentence: Ints
    period: Ints
    periods: tuple[Period | None, ...]
    side: Ints
    sides: tuple[Figure, ...]
    status: Ints
    undated: Bools
    reviewed: Bools
    starting: Bools
    streak: Bools
    caption: Bools
    growth: Bools
    metric: Ints


@dataclass(frozen=True, slots=True)
class SentenceTable:
    """Columns over a report's sentences, each (S,); `start` and `end` are the years of the period, 0 where there is none."""

    start: Ints
    end: Ints
    status: Ints
    heading: Bools
    title: Bools
    caption: Bools
    short: Bools
    figures: Bools


def figure_table(document: Document, figures: tuple[Figure, ...], dates: ReportDates) -> FigureTable:
    """Look every figure over once."""
    periods = tuple(dict.fromkeys(figure.period for figure in figures))
    sides: dict[tuple[str | None, str | None], Figure] = {}
    for figure in figures:
        sides.setdefault((figure.unit, figure.change), figure)
    keys = list(sides)
    names = {name: at for at, name in enumerate(dict.fromkeys(map(_measured, figures)))}
    sentences = document.sentences
    return FigureTable(
        sentence=np.array([figure.sentence for figure in figures], np.int64),
        period=np.array([periods.index(figure.period) for figure in figures], np.int64),
        periods=periods,
        side=np.array([keys.index((figure.unit, figure.change)) for figure in figures], np.int64),
        sides=tuple(sides.values()),
        status=np.array([STATUS_CODES[figure.status] for figure in figures], np.int64),
        undated=np.array([figure.period is None for figure in figures], bool),
        reviewed=np.array(
            [figure.period is not None and figure.period.end == dates.reviews for figure in figures], bool
        ),
        starting=np.array([_starts(sentences[figure.sentence], figure) for figure in figures], bool),
        streak=np.array([exact_kind(figure.unit) == "streak" or figure.change == "连续" for figure in figures], bool),
        caption=np.array([sentences[figure.sentence].kind is BlockKind.CAPTION for figure in figures], bool),
        growth=np.array([is_growth(figure) for figure in figures], bool),
        metric=np.array([names[_measured(figure)] for figure in figures], np.int64),
    )


def _measured(figure: Figure) -> tuple[str, str | None, bool]:
    return figure.metric, figure.unit, is_growth(figure)


def sentence_table(document: Document, with_figures: set[int]) -> SentenceTable:
    """Look every sentence over once; `with_figures` are the positions of those that have figures."""
    sentences = document.sentences
    return SentenceTable(
        start=np.array([one.period.start if one.period else 0 for one in sentences], np.int64),
        end=np.array([one.period.end if one.period else 0 for one in sentences], np.int64),
        status=np.array([STATUS_CODES[one.status] for one in sentences], np.int64),
        heading=np.array([one.kind is BlockKind.HEADING for one in sentences], bool),
        title=np.array([one.kind is BlockKind.TITLE for one in sentences], bool),
        caption=np.array([one.kind is BlockKind.CAPTION for one in sentences], bool),
        short=np.array([len(one.text) < 12 for one in sentences], bool),
        figures=np.array([at in with_figures for at in range(len(sentences))], bool),
    )


def _starts(sentence: Sentence, figure: Figure) -> bool:
    before, behind = sentence.text[max(0, figure.start - 8) : figure.start], sentence.text[figure.end : figure.end + 12]
    return _BEFORE_A_START.search(before) is not None and _BEHIND_A_START.match(behind) is not None
