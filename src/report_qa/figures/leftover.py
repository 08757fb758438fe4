"""Digits that the grammar read as nothing: what stands around them says what they are, or nobody knows."""

from __future__ import annotations

import re

from report_qa.figures.why import Why

_LATIN = re.compile(r"[A-Za-z_]")
_HOTLINE = re.compile(r"(?:1[12]\d{3}|9[56]\d{3,4}|1(?:10|14|19|2[0-2]))(?!\d)")
_PHONE = re.compile(r"(?:电话|热线|拨打|传真|手机)[^，。；]{0,12}$")
_HAN = "\u4e00-\u9fff"
_NAMED = re.compile(rf"(?:[{_HAN}·]|[、，。；）)]?$)")
_HYPHEN = re.compile(rf"[{_HAN}A-Za-z\d][-－—]$")
_LINE = re.compile(r"(?:[、和及与至—–-]第?\d+)*[线路系]")
_NOUN_BEFORE = re.compile(rf"[{_HAN}][”’」]?$(?<![达为至到增超破约近升降长有共计是占比过余于成获居位列第前后])")
_LISTED = re.compile("[、”’」等]")
_FAR = 20  # characters before a number that may say what it is


def why_left(text: str, start: int, end: int) -> Why:
    """Why the digits `[start, end)` of folded text, of which the grammar made nothing, are no figure.

    >>> why_left("办公软件V10.3", 5, 9).value, why_left("1.2.3亿", 0, 5).value, why_left("启动360科创园", 2, 5).value
    ('name', 'malformed', 'name')
    >>> why_left("生产尼龙66、碳纤维", 4, 6).value, why_left("达到10.3百亿亿次", 2, 6).value
    ('name', 'odd_scale')
    """
    run, before = text[start:end], text[max(0, start - _FAR) : start]
    if any(sign.isdigit() and not sign.isascii() for sign in run):
        return Why.OTHER_SCRIPT
    if _LATIN.match(text[start - 1 : start]) or _LATIN.match(text[end : end + 1]):
        return Why.NAME
    if sum(sign.isdigit() for sign in run) > 15:
        return Why.CODE
    if run.count(".") > 1 or text.startswith(".", end) or before.endswith("."):
        return Why.MALFORMED
    if _HOTLINE.fullmatch(run) or _PHONE.search(before):
        return Why.PHONE
    if _LINE.match(text, end) or _HYPHEN.search(before):
        return Why.NAME
    if text[end : end + 1] in tuple("十百千万亿兆"):
        return Why.ODD_SCALE
    if run.isdigit() and len(run) <= 3 and _NOUN_BEFORE.search(before) and _LISTED.match(text, end):
        return Why.NAME
    if run.isdigit() and (len(run) >= 3 or run[0] == "0") and _NAMED.match(text, end):
        return Why.NAME
    return Why.NOT_UNDERSTOOD
