"""The unit that a question seeks, held against the unit that a figure is printed in."""

from __future__ import annotations

import pytest

from report_qa.answers.units import fit
from report_qa.figures.unit_kinds import kind_of_unit
from report_qa.questions.question import Sought

from .conftest import make_figure

OTHER_THING = -0.6  # at or below this a figure may not answer


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("%", "share"), ("％", "share"), ("成", "share"), ("百分之", "share"), ("个百分点", "points"), ("倍", "multiple"), ("元", "money"), ("美元", "money"),
        ("人", "people"), ("人次", "people"), ("名", "people"), ("户", "households"), ("亩", "area"), ("平方米", "area"), ("公顷", "area"), ("公里", "length"),
        ("千瓦时", "energy"), ("立方", "volume"), ("立方米", "volume"), ("万立方米", "volume"), ("海里", "length"), ("平方公里", "area"), ("吨", "mass"), ("斤", "mass"), ("标箱", "containers"), ("微克/立方米", "concentration"), ("天", "time"),
        ("岁", "age"), ("所", "count"), ("个", "count"), ("头（只）", "count"), (None, "none"),
    ],
)  # fmt: skip
def test_every_printed_unit_has_a_kind(unit: str | None, kind: str) -> None:
    assert kind_of_unit(unit) == kind


@pytest.mark.parametrize(
    ("kind", "classifier", "unit"),
    [
        ("count", "所", "所"), ("count", "年", "岁"), ("money", None, "元"), ("people", None, "人次"), ("share", None, "%"), ("points", None, "个百分点"),
        ("area", None, "万亩"), ("mass", None, "吨"), ("households", None, "户"), ("concentration", None, "微克"), ("multiple", None, "倍"),
    ],
)  # fmt: skip
def test_a_figure_in_the_unit_asked_fits_best(kind: str, classifier: str | None, unit: str) -> None:
    assert fit(Sought(kind, classifier), make_figure(unit=unit)) == 1


@pytest.mark.parametrize(
    ("kind", "classifier", "unit"),
    [
        ("money", None, "人"), ("money", None, "%"), ("people", None, "元"), ("people", None, "%"), ("share", None, "元"), ("area", None, "%"),
        ("count", "所", "元"), ("count", "个", "%"), ("count", "个", "公里"), ("count", "家", "个百分点"), ("count", None, "元"), ("mass", None, "亩"),
        ("concentration", None, "天"), ("households", None, "元"), ("length", None, "个"), ("money", None, None), ("area", None, None),
    ],
)  # fmt: skip
def test_a_figure_of_another_kind_of_thing_may_not_answer(kind: str, classifier: str | None, unit: str) -> None:
    assert fit(Sought(kind, classifier), make_figure(unit=unit)) <= OTHER_THING


@pytest.mark.parametrize(
    ("kind", "classifier", "unit"),
    [
        ("count", "个", "所"), ("count", "个", "家"), ("count", "座", "所"), ("count", "户", "套"), ("count", "位", "名"), ("count", "场", "场次"),
        ("people", None, None), ("share", None, "个百分点"), ("share", None, "倍"), ("people", None, "户"),
    ],
)  # fmt: skip
def test_a_figure_that_may_be_meant_is_allowed_but_fits_less(
    kind: str, classifier: str | None, unit: str | None
) -> None:
    assert OTHER_THING < fit(Sought(kind, classifier), make_figure(unit=unit)) < 1


def test_a_count_in_the_same_family_fits_better_than_one_of_another() -> None:
    asked = Sought("count", "座")
    family, other = fit(asked, make_figure(unit="所")), fit(asked, make_figure(unit="条"))
    assert family > other


def test_the_bracket_of_a_unit_is_read_in_either_width() -> None:
    assert fit(Sought("count", "头"), make_figure(unit="头（只）")) == fit(
        Sought("count", "头"), make_figure(unit="头(只)")
    )
