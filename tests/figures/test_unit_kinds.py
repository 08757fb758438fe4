"""Kinds of units, roughly for questions and finely for keys."""

from __future__ import annotations

import pytest

from report_qa.figures.unit_kinds import exact_kind, kind_of_unit


@pytest.mark.parametrize(
    ("unit", "kind", "exact"),
    [
        (None, "none", "none"),
        ("元", "money", "money"),
        ("美元", "money", "money:usd"),
        ("元/月", "money", "money/月"),
        ("%", "share", "share"),
        ("％", "share", "share"),
        ("个百分点", "points", "points"),
        ("人", "people", "people"),
        ("人次", "people", "visits"),
        ("家", "count", "count:家"),
        ("套（间）", "count", "count:套"),
        ("块", "money", "count:块"),
        ("微克/立方米", "concentration", "concentration"),
        ("千瓦", "energy", "power"),
        ("千瓦时", "energy", "energy"),
        ("kWh", "energy", "energy"),
        ("吨标准煤", "energy", "coal"),
        ("吨/年", "mass", "mass/年"),
        ("个季度", "time", "time"),
        ("km", "length", "length"),
        ("标箱", "containers", "containers"),
        ("连冠", "count", "streak"),
    ],
)
def test_a_unit_has_a_kind(unit: str | None, kind: str, exact: str) -> None:
    assert (kind_of_unit(unit), exact_kind(unit)) == (kind, exact)
