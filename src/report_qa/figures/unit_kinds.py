"""Kinds of units: what a figure is counted or measured in (money, people, area), whatever its printed unit."""

from __future__ import annotations

import re
from functools import cache

from report_qa.figures.numerals import fold_width

_KINDS = (
    ("points", r"个?百分点"),
    ("share", r"[%％‰]|百分之|万分之|千分之|成$|分之"),
    ("multiple", r"倍|番"),
    ("concentration", r"微克|毫克"),
    ("money", r"(?:美|欧|港|日)?元|美金|块钱?|英镑"),
    ("people", r"人次|人|名|位|万?学生"),
    ("households", r"户"),
    ("area", r"亩|平方(?:米|公里|千米)?|公顷|顷|㎡|^k?m[2²]$"),
    ("volume", r"立方|方$|升$|^m[3³]$"),
    ("length", r"公里|千米|里$|米$|海里|^[kcm]?m$"),
    ("energy", r"千瓦|(?<![季年])度$|吨标准?煤|焦|^[kMGT]?Wh?$"),
    ("mass", r"吨|斤|克$|载重吨"),
    ("containers", r"标箱|TEU|标准箱"),
    ("age", r"岁"),
    ("time", r"天|年$|小时|分钟|个?月$|日$|个季度|个年度"),
)
_POWER = re.compile(r"^(?:千瓦|兆瓦|吉瓦|[kMG]W|千伏安|兆伏安|[kM]VA)$", re.IGNORECASE)
_ENERGY = re.compile(r"^(?:千瓦时|兆瓦时|千瓦小时|[kMGT]Wh|度)$", re.IGNORECASE)
_COAL = re.compile(r"标准?煤$")
_CURRENCIES = {"美元": "usd", "欧元": "eur", "港元": "hkd", "港币": "hkd", "日元": "jpy", "英镑": "gbp", "韩元": "krw"}
_ALTERNATIVE = re.compile(r"[（(].*?[)）]")


@cache
def kind_of_unit(unit: str | None) -> str:
    """The kind of a printed unit; `count` for classifiers, `none` where no unit is printed."""
    if unit is None:
        return "none"
    return next((kind for kind, pattern in _KINDS if re.search(pattern, unit)), "count")


@cache
def exact_kind(unit: str | None) -> str:
    """The kind of a printed unit, as finely as amounts of it can be held against each other.

    Classifiers, currencies, people and visits, power and energy are each apart, and so is an amount a year, a head or a
    square metre from the amount itself.

    >>> exact_kind("元"), exact_kind("美元"), exact_kind("吨/年"), exact_kind("家"), exact_kind("套（间）")
    ('money', 'money:usd', 'mass/年', 'count:家', 'count:套')
    """
    if unit is None:
        return "none"
    whole, _, per = _ALTERNATIVE.sub("", fold_width(unit)).partition("/")
    kind = _fine(whole)
    return f"{kind}/{per}" if per and kind != "concentration" else kind


def _fine(unit: str) -> str:
    if unit in _CURRENCIES:
        return f"money:{_CURRENCIES[unit]}"
    if unit == "人次":
        return "visits"
    if unit.startswith("连"):
        return "streak"  # 九连冠
    if unit == "块":
        return "count:块"
    if _POWER.match(unit):
        return "power"
    if _COAL.search(unit) or _ENERGY.match(unit):
        return "coal" if _COAL.search(unit) else "energy"
    kind = kind_of_unit(unit)
    return f"count:{unit}" if kind == "count" else kind
