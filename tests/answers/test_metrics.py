"""Whether two figures are of one metric, and the columns that a report's figures are looked up in."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.answers.certainty import certainty_row
from report_qa.answers.features import FIGURE_FEATURES, SENTENCE_FEATURES, relative, standard
from report_qa.answers.matching import WORD_EXTRAS, WORD_FEATURES
from report_qa.answers.metrics import alike, same_metric
from report_qa.answers.view import ReportView
from report_qa.answers.weights import (
    EXTRAS,
    FIGURE_CERTAINTY,
    FIGURE_WEIGHTS,
    SENTENCE_CERTAINTY,
    SENTENCE_WEIGHTS,
    Weights,
    weights_for,
)
from report_qa.questions.lexicon import Lexicon

from .conftest import make_figure


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("地区生产总值", "地区生产总值", True),
        ("地区生产总值", "全市地区生产总值", True),
        ("规模以上工业增加值", "规上工业增加值", True),
        ("新建改建幼儿园", "新建幼儿园", True),
        ("粮食产量", "一般公共预算收入", False),
        ("森林覆盖率", "5G基站", False),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入", False),
        ("第二产业增加值", "第三产业增加值", False),
        ("进口总额", "出口总额", False),
    ],
)
def test_metrics_are_alike_by_concept_or_by_words(one: str, other: str, same: bool, lexicon: Lexicon) -> None:
    assert alike(one, other, lexicon) is same
    assert alike(other, one, lexicon) is same


@pytest.mark.parametrize(
    "difference", [{"unit": "%", "change": "增长"}, {"unit": "元"}, {"unit": "个百分点"}, {"unit": "台"}]
)
def test_another_side_or_unit_is_another_metric(difference: dict[str, Any], lexicon: Lexicon) -> None:
    assert same_metric(make_figure(), make_figure(period=None, text="40所"), lexicon)
    assert not same_metric(make_figure(), make_figure(**difference), lexicon)


@pytest.mark.parametrize(
    ("weights", "names", "extras", "word_extras"),
    [
        (FIGURE_WEIGHTS, FIGURE_FEATURES, (), ()),
        (SENTENCE_WEIGHTS, SENTENCE_FEATURES, (), ()),
        (FIGURE_CERTAINTY, FIGURE_FEATURES, EXTRAS, WORD_EXTRAS),
        (SENTENCE_CERTAINTY, SENTENCE_FEATURES, EXTRAS, WORD_EXTRAS),
    ],
)
def test_there_is_a_weight_for_every_feature(
    weights: Weights, names: tuple[str, ...], extras: tuple[str, ...], word_extras: tuple[str, ...]
) -> None:
    plain, worded = weights
    assert plain.shape == (len(names) + len(extras),)
    assert worded.shape == (len(names) + len(WORD_FEATURES) + len(extras) + len(word_extras),)
    assert np.isfinite(plain).all()
    assert np.isfinite(worded).all()
    assert weights_for(np.zeros((2, len(plain)), np.float32), weights) is plain
    assert weights_for(np.zeros((2, len(worded)), np.float32), weights) is worded


def test_a_certainty_row_has_the_features_and_the_extras() -> None:
    features = np.zeros((3, len(FIGURE_FEATURES)), np.float32)
    scores = np.array([1, 2, 9], np.float32)
    allowed = np.array([True, True, False])
    row = certainty_row(features, scores, allowed, allowed, 1, (0.25,))
    said = dict(zip((*FIGURE_FEATURES, *EXTRAS), row.tolist(), strict=True))
    assert (said["unknown"], said["margin"], said["constant"]) == (0.25, 1, 1)
    assert said["blocked"] > 0  # a figure that may not answer fits better


def test_another_reading_of_the_same_metric_makes_an_answer_no_less_sure() -> None:
    features = np.zeros((3, len(FIGURE_FEATURES)), np.float32)
    scores, allowed = np.array([1.9, 2, 1], np.float32), np.array([True, True, True])
    margin = len(FIGURE_FEATURES) + EXTRAS.index("margin")
    alone = certainty_row(features, scores, allowed, np.array([False, False, True]), 1, (0.0,))
    rivalled = certainty_row(features, scores, allowed, allowed, 1, (0.0,))
    assert alone[margin] > rivalled[margin]


@given(st.lists(st.floats(-50, 50, width=32), max_size=12))
def test_scores_of_retrieval_are_made_comparable(values: list[float]) -> None:
    given_scores = np.array(values, np.float32)
    assert np.isfinite(standard(given_scores)).all()
    assert len(standard(given_scores)) == len(values)
    counted = np.abs(given_scores)  # keyword scores are never below 0
    assert relative(counted).max(initial=0) <= 1.0001


def test_the_columns_of_a_report_agree_with_its_figures(view: ReportView) -> None:
    table = view.table
    assert [table.periods[at] for at in table.period] == [figure.period for figure in view.figures]
    assert [table.sides[at].unit for at in table.side] == [figure.unit for figure in view.figures]
    assert [table.sides[at].change for at in table.side] == [figure.change for figure in view.figures]
    starting = [figure.text for figure, starts in zip(view.figures, table.starting, strict=True) if starts]
    assert starting == ["75%"]
    for sentence, positions in view.figures_of.items():
        assert all(view.figures[at].sentence == sentence for at in positions)


def test_a_sentences_context_has_its_heading_and_the_sentence_before(view: ReportView) -> None:
    texts = [sentence.text for sentence in view.document.sentences]
    at = next(n for n, text in enumerate(texts) if text.startswith("市图书馆"))
    assert "2023年工作回顾" in view.contexts[at]
    assert "昆山市改造老旧小区48个" in view.contexts[at]
    assert "2024年工作安排" not in view.contexts[at]
