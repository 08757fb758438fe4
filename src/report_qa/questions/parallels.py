"""A word of a later turn put in the place of one of the question before: 农村的呢, 交通运输业呢, 不是学校是学位."""

from __future__ import annotations

import re

_CONTRASTS = (
    (r"城镇居民|城里人|城里|城镇|城市居民|市民|城市", r"农村居民|农村人|乡下人|农民|农村|乡下|村里人|村里"),
    (r"进口", r"出口"),
    (r"男性|男的|男", r"女性|女的|女"),
    (r"一本", r"本科"),
    (r"中央", r"地方"),
    (r"新开工|开工", r"竣工|完工|投产"),
    (r"存款", r"贷款"),
    (r"流入", r"流出"),
)
_RANKS = (
    r"第?[一二三]产业?|第?[一二三]次产业",
    r"幼儿园|小学|初中|高中|中学|大学",
    r"国家级|省级|市级|县级|区级",
    r"上半年|下半年|前三季度|[一二三四]季度",
)
_GROUP = re.compile(
    r"(?:其中)?(?:女性|妇女|女的|女生|男性|男的|男生|老年?人|青年|年轻人|儿童|孩子|残疾人|农民工?|退役军人|大学生|毕业生|高校毕业生|外地人|本地人)(?:的|人数)?"
)
_PART_OF_A_YEAR = re.compile(r"(?:上半年|下半年|前三季度|第?[一二三四]季度|前?\d{1,2}个?月份?)的?")
_MEASURE = re.compile(
    r"总?投资额?|面积|户数|人数|金额|资金|产值|占比|比例|比重|排名|规模|增加值|总量|总额|总数|总值|数量|余额|存量|增量|产量|销量|里程|均价|人均|覆盖率|普及率|额度|标准|利润|税收|营收|成本|(?:合同)?成交额"
)


def swapped(topic: str, new: str) -> str | None:
    """The topic with the other one of a pair (城镇 and 农村, 小学 and 初中) that a turn names and nothing else; else None."""
    bare = re.sub(r"[的是\s]", "", new)
    for pair in _CONTRASTS:
        for mine, other in (pair, pair[::-1]):
            stated = re.search(mine, new)
            if stated and len(bare) <= len(stated[0]) + 1 and re.search(other, topic):
                return re.sub(other, stated[0], topic)
    for rank in _RANKS:
        stated, old = re.fullmatch(rank, bare), re.search(rank, topic)
        if stated and old and old[0] != bare:
            return topic.replace(old[0], bare)
    return None


def corrected(topic: str, body: str) -> str | None:
    """不是森林，是草原: the wrong word replaced in the topic before; the right one alone where it is not there."""
    match = re.search(r"不是([^\s,，。]{1,12})[\s,，。]*(?:而)?是([^\s,，。]{1,16})", body)
    if not match:
        return None
    right = re.sub(r"[呀啊呢哦的]+$", "", match[2])
    return topic.replace(match[1], right) if match[1] in topic else f"{right}"


def framed(topic: str, new: str) -> str | None:
    """The topic with its first word replaced by another that ends alike (制造业税率, 运输业: 运输业税率); None where none does.

    Two words of one kind end in one character as a rule (制造业 and 运输业, 新能源汽车 and 汽车, 公路 and 铁路 alike).
    """
    known = topic.replace(" ", "")
    if not 2 <= len(new) <= 10 or new in known:
        return None
    ends = range(2, len(known) - 1)
    alike = (end for shared in (3, 2, 1) for end in ends if known[:end].endswith(new[-shared:]))
    end = next(alike, None)
    if end is None:
        return None
    rest = known[end:]
    measure = next((rest[at:] for at in range(len(rest)) if is_measure(rest[at:])), rest)
    return f"{new}{measure}"


def is_group(kernel: str) -> bool:
    """Whether a turn names only a group of people (女性呢): a part of what was asked before, and nothing by itself."""
    return _GROUP.fullmatch(kernel) is not None


def narrows_time(topic: str) -> bool:
    """Whether a turn names only a part of a year (上半年)."""
    return _PART_OF_A_YEAR.fullmatch(topic.strip()) is not None


def is_measure(kernel: str) -> bool:
    """Whether a turn names only a measure (面积, 总量) of what was asked before."""
    return _MEASURE.fullmatch(kernel) is not None
