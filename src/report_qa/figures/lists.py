"""Lists joined by 分别 or 均: which item of the subject each number belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_qa.figures.words import strip_leading, strip_trailing

_SPLITS = (
    r"、|以及|和(?![平谐])|与|及|，",
    r"、|以及|和(?![平谐])|，",
    r"、|，",
    r"以及|和(?![平谐])|与|及",
    r"以及|和(?![平谐])",
)
_SUMMED = re.compile(
    r"(?:等)?(?:[两二三四五六七八九十]|\d+)?(?:项|个|大|类)?(?:主要|核心|重点|约束性)?(?:经济)?指标$|等$"
)
_TOWN = re.compile(r"^(?P<before>.*?)城乡(?P<after>(?:常住)?居民.*|人均.*|低保.*|最低.*|居民)$")
_HEADS = re.compile(
    r"(?:率|度|额|量|值|数|比重|占比|比例|收入|支出|投资|利润|价格?|积|长|品|目|费|税|源|款|口|贸易|进口|出口|增速|强度|密度|覆盖|消费|存款|贷款|余额|户|人|家|个|标准|案件|事故|企业|项目)$"
)
_SHARED_HEAD = re.compile(
    r"(?:[\u4e00-\u9fff]{2}率|增加值|总产值|产值|营业收入|营收|收入|支出|投资|税收|利润|产量|进出口|出口|进口|覆盖率|比重|(?:外资|投资)?占比|案件|事故起数|事故|保费|余额|规模|数量|标准|总量|时间|时限|年限|(?:贷款)?额度|税率|比例|增速|增幅|降幅|增长率)$"
)
_PACE = re.compile(r"(?:增速|增幅|降幅)$")
_ORDINAL_ITEM = re.compile(r"^(?:第)?[一二三四五]$")
JOINS = re.compile(r"^[、，,；;和与及以\s]*$")


def town_and_country(subject: str) -> tuple[str, str] | None:
    """城乡居民… as its two metrics, urban first: 城镇居民…, 农村居民…; None where the words do not say 城乡.

    >>> town_and_country("城乡居民人均可支配收入")
    ('城镇居民人均可支配收入', '农村居民人均可支配收入')
    """
    found = _TOWN.match(subject)
    return (f"{found['before']}城镇{found['after']}", f"{found['before']}农村{found['after']}") if found else None


def items_of(subject: str, count: int) -> list[str] | None:
    """The `count` items that a subject lists, each a metric of its own, or None where it does not list so many.

    >>> items_of("森林覆盖率和草原综合植被盖度", 2)
    ['森林覆盖率', '草原综合植被盖度']
    >>> items_of("城镇、农村居民人均可支配收入", 2)
    ['城镇居民人均可支配收入', '农村居民人均可支配收入']
    """
    subject = _SUMMED.sub("", strip_trailing(subject)).replace("存、贷款", "存款、贷款")
    subject = subject.replace("存贷款", "存款、贷款") if count == 2 else subject
    for split in _SPLITS:
        items = [strip_trailing(strip_leading(part)) for part in re.split(split, subject)]
        items = [item for item in items if item]
        if len(items) == count:
            return _completed(items)
    both = town_and_country(subject)
    return list(both) if both and count == 2 else None


def all_items(subject: str) -> list[str]:
    """Every item of a subject under 均, or the subject itself."""
    subject = _SUMMED.sub("", strip_trailing(subject))
    parts = [strip_trailing(strip_leading(part)) for part in re.split(_SPLITS[1], subject)]
    items = [part for part in parts if part]
    if len(items) > 1 and all(len(item) >= 2 for item in items):
        return _completed(items)
    both = town_and_country(subject)
    return list(both) if both else [subject]


def _completed(items: Sequence[str]) -> list[str]:
    """Give short items the head that only the last one prints (城镇、农村居民收入; 一、二、三产业)."""
    last = items[-1]
    if all(map(_ORDINAL_ITEM.match, items[:-1])):
        tail = re.sub(r"^第?[一二三四五]次?", "", last)
        return [item + tail for item in items[:-1]] + [last]
    head = _SHARED_HEAD.search(last)
    completed = []
    for item in items[:-1]:
        short = len(item) <= 4 and len(item) < len(last) - 1 and not _HEADS.search(item)
        tail = last[len(item) :]
        if short and _HEADS.search(last) and len(tail) >= 2:
            completed.append(item + tail)
        else:
            open_item = not _HEADS.search(item) or (_PACE.search(last) and not _PACE.search(item))
            completed.append(item + head[0] if head and open_item else item)
    return [*completed, last]
