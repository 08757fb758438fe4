"""Kinds of units, to hold the unit that a question seeks against the unit that a figure is printed in."""

from __future__ import annotations

from report_qa.figures.figure import Figure
from report_qa.figures.unit_kinds import kind_of_unit
from report_qa.questions.question import Sought

_SAME = (
    frozenset("家户个"), frozenset({"家", "户", "个", "间"}), frozenset({"所", "个", "座", "家"}), frozenset({"处", "个", "座"}), frozenset({"项", "个", "件"}),
    frozenset({"条", "个", "项"}), frozenset({"名", "位", "人", "个"}), frozenset({"套", "户", "间"}), frozenset({"台", "辆", "台套", "个"}), frozenset({"只", "头", "头(只)"}),
    frozenset({"场", "场次", "次"}), frozenset({"趟", "列", "班"}), frozenset({"张", "个", "床"}),
)  # fmt: skip


def kind_of(figure: Figure) -> str:
    """The kind of a figure's unit; `count` for classifiers, `none` where no unit is printed."""
    return kind_of_unit(figure.unit)


def fit(sought: Sought, figure: Figure) -> float:
    """How well a figure's unit answers a question: 1 as asked, -1 another kind of thing, between for what may be meant."""
    kind = kind_of(figure)
    if sought.kind == "count":
        return _fit_count(sought.classifier, kind, figure)
    if sought.kind == kind:
        return 1.0
    near = {
        ("share", "points"): 0.3, ("share", "multiple"): 0.3, ("points", "share"): 0.2, ("multiple", "share"): 0.2,
        ("people", "none"): 0.5, ("people", "households"): -0.4, ("people", "count"): -0.3, ("households", "people"): -0.5,
        ("area", "none"): -1.0, ("money", "none"): -1.0, ("time", "age"): 0.5,
    }  # fmt: skip
    return near.get((sought.kind, kind), -1.0)


def _fit_count(classifier: str | None, kind: str, figure: Figure) -> float:
    unit = (figure.unit or "").replace("（", "(").replace("）", ")")
    if classifier is None:
        return 0.5 if kind in ("count", "people", "households", "none", "time") else -0.6
    if classifier == unit or (classifier == "年" and unit in ("岁", "年")):
        return 1.0
    if kind in ("share", "points", "multiple", "money", "area", "length", "mass", "volume", "energy", "concentration"):
        return -1.0
    if any(classifier in same and unit in same for same in _SAME):
        return 0.7
    if kind == "none":
        return 0.4
    return 0.2 if kind in ("count", "households") else 0.0 if classifier == "个" else -0.3
