"""Words that bound a number: 超, 近, 不低于, 以上, 左右, 余, 多."""

from __future__ import annotations

import re

ROUGH = "(?:有余|余|多|来|几)"
_BEFORE = re.compile(
    r"(?:不低于|不少于|不超过|不高于|不小于|不大于|不突破|不多于|至少|最少|至多|最多|超过|突破|将近|接近|大约|大于|小于|少于|多于|高于|低于|约为|"
    r"(?<![赶反高])超|(?<![附最靠邻临远毗切亲就])近|逾|(?<![签节集合契预履公条简制特邀续违婚和缔要大])约|(?<![突打侦爆攻])破)$"
)
_PASSES = re.compile(r"(?<![通超经不渡路越个家迈跨越])过$")
_LARGE = re.compile(r"[十百千万亿]|\d[\d.]*[万亿]")
_BEHIND = re.compile(r"(?:[（(]含[）)])?(?:及以上|及以下|以上|以下|以内|之内|左右|上下|有余)")
_DISTANT = re.compile(
    r"(不低于|不少于|不超过|不高于|至少|最少|大约|(?<![签节集合契预履公条简制特邀续违婚和缔要大])约)"
    r"(?:(?:新建|新增|建成|培育|引进|完成|占|有|达|为|达到|打造|建设|实施|改造|创建|举办|开展|每年|再|认定|带动|培养|选派|招引|落地|开工)[\u4e00-\u9fff]{0,2})$"
)


def qualifier_before(text: str, start: int) -> str | None:
    """The qualifier that adjoins a number from the left, or None.

    >>> qualifier_before("企业突破400家", 4), qualifier_before("签约50个", 2)
    ('突破', None)
    """
    found = _BEFORE.search(text, max(0, start - 4), start)
    if found is None and _PASSES.search(text, max(0, start - 3), start) and _LARGE.match(text, start):
        return "过"
    return found[0] if found else None


def qualifier_behind(text: str, end: int) -> str | None:
    """The qualifier that adjoins a unit from the right, or None."""
    found = _BEHIND.match(text, end)
    return found[0] if found else None


def distant_qualifier(text: str, start: int) -> str | None:
    """A qualifier a word away from the number (至少新建1所): it bounds it, and is no part of its text."""
    found = _DISTANT.search(text, max(0, start - 8), start)
    return found[1] if found else None
