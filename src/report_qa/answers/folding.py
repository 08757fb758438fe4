"""Text folded so that a question and a report can be held against each other."""

from __future__ import annotations

import re


def stands_in(form: str, text: str) -> bool:
    """Whether a folded word stands in a folded text as a word of its own: 出口 does not stand in 进出口, nor 生产总值 in
    海洋生产总值.
    """
    if form not in text:
        return False
    if form[0] == "出":
        return re.search(rf"(?<!进){re.escape(form)}", text) is not None
    if form in _PRODUCTS:
        return _PRODUCTS[form].search(text) is not None
    return True


_NOT_BASE = r"(?<!占)(?<!单位)(?<!人均)(?<!每万元)(?<!万元)(?<!亿元)"
_NOT_SHARE = r"(?!的?(?:比重|比例|占比|能耗|水耗|二氧化碳))"
_OF_A_PLACE = r"(?:^|[^\u4e00-\u9fff]|地区|国内|国民|[全本我][市省区州县国]|[年现成])"
_PRODUCTS = {
    **{form: re.compile(rf"{_NOT_BASE}{form}{_NOT_SHARE}") for form in ("gdp", "地区生产总值", "国内生产总值")},
    **{form: re.compile(rf"{_OF_A_PLACE}{form}{_NOT_SHARE}") for form in ("生产总值", "经济总量")},
}


def fold(text: str) -> str:
    """Lower case, width folded by the reader before, no white space, straight quotation marks left out."""
    return re.sub(r"[\s“”\"「」『』‘’']", "", text).lower()
