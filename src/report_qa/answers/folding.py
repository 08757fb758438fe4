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
    if form.startswith("生产总值"):
        return _PRODUCT.search(text) is not None
    return True


_PRODUCT = re.compile(r"(?:^|[^\u4e00-\u9fff]|地区|国内|[全本我][市省区州县国]|[年现成]|均)生产总值")


def fold(text: str) -> str:
    """Lower case, width folded by the reader before, no white space, straight quotation marks left out."""
    return re.sub(r"[\s“”\"「」『』‘’']", "", text).lower()
