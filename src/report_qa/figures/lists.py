"""Lists joined by 分别 or 均: which item of the subject each number belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_qa.figures.words import strip_leading, strip_trailing

_SPLITS = (
    r"、|以及|和(?![平谐美])|与|及|，",
    r"、|以及|和(?![平谐美])|，",
    r"、|，",
    r"以及|和(?![平谐美])|与|及",
    r"以及|和(?![平谐美])",
)
_SUMMED = re.compile(
    r"(?:等)?(?:[两二三四五六七八九十]|\d+)?(?:项|个|大|类)?(?:主要|核心|重点|约束性)?(?:经济)?指标$|等$"
)
_TOWN = re.compile(r"^(?P<before>.*?)城乡(?P<after>(?:常住)?居民.*|人均.*|低保.*|最低.*|特困.*|居民)$")
_HEADS = re.compile(
    r"(?:率|度|额|量|值|数|比重|占比|比例|收入|营收|支出|投资|利润|价格?|积|长|品|目|费|税|[税水货气电来]源|款|口|游客|客流|人数|贸易|进口|出口|增速|强度|密度|覆盖|消费|存款|贷款|余额|户|人|家|个|标准|案件|警情|事故|企业|项目|人次|里程|规模|产能|机构|平台)$"
)
_DONE_TO = "新?(?:签约|签|开工建设|开工|竣工|入库|纳统|投产|达产|落地|建成|收储|供应|出让|完工)"
_VERB_ALONE = re.compile(rf"^(?:{_DONE_TO})$")
_VERB_FIRST = re.compile(rf"^(?:{_DONE_TO})(?=.{{2}})")
_VERB_LAST = re.compile(rf"(?<=.{{2}})(?:{_DONE_TO})$")
_PROCESS = "(?:综合|处理|利用|回收|处置|无害化|资源化|安全|集中|收集|有效|规范|治理|断面|水质)"
_SHARED_HEAD = re.compile(
    rf"(?:占[^占]{{2,12}}(?:比重|比例)|{_PROCESS}{{0,4}}[\u4e00-\u9fff]{{2}}率|人均[\u4e00-\u9fff]{{2,8}}|年?(?:货运|客运|业务|排放|饲养|出栏|存栏|销售|交易|发电|用电|吞吐|周转|运输|保有|授权|申请|拥有|开行|发送|接待|成交|总产|产|过货|存|销)量|"
    rf"(?:限上)?(?:投资|销售|交易|零售|贸易|营业|成交|消费|进出口总|存款余|贷款余|保险)额|"
    r"增加值|总产值|(?:全?产业链)?产值|营业收入|营收|收入|支出|投资|税收|利润|进出口|出口|进口|贷款|存款|经费|"
    r"(?:(?:先进)?产能|(?:设施)?产量|外资)?(?:占比|比重)|(?:案件|警情|事故)(?:数|起数)?|保费|(?:贷款|存款)?余额|规模|数量|(?:人均)?(?:财政)?(?:补助|补贴)?标准|"
    r"总量|时间|时限|年限|(?:贷款)?额度|税率|(?:水质|水体)?(?:优良)?(?:水质|水体)?比例|增速|增幅|降幅|增长率|建设|(?:通车|运营)?里程|(?:建成区)?面积)$"
)
_PACE = re.compile(r"(?:增速|增幅|降幅|占比|比重|比例)$")
_TRADE = re.compile(r"(?:进出口|出口|进口)$")
_TRADER = re.compile(r"(?:产品|贸易|企业|成员国|电商)$")
_RATIO = re.compile(r"(?:率|度|比|比例|比重|占比|增速|增幅|降幅)$")
_MODIFIERS = (
    r"(?:城镇|农村|在职|退休|城市|乡村|国家级|省部级|部级|国家|省级|自治区级|州级|市级|县级|区级|自治区级|中央|地方|男|女|境内|境外|国内|国际|入境|常住|户籍|公办|民办|国有|民营|省(?!份)|市(?!场|政|民|值|容)|县(?!域)|"
    r"就业|社保|住房|农业|工业|东部|中部|西部|沿海|内陆|重点|一般)"
)
_MODIFIER = re.compile(rf"^{_MODIFIERS}+$")
_SHORTHAND: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("批零住餐", ("批发业", "零售业", "住宿业", "餐饮业")),
    ("一二三产业", ("第一产业", "第二产业", "第三产业")),
    ("一二三产", ("一产", "二产", "三产")),
    ("产销量", ("产量", "销量")),
    ("开竣工", ("开工", "竣工")),
    ("预算收支", ("预算收入", "预算支出")),
    ("内外资", ("内资", "外资")),
    ("内外贸", ("内贸", "外贸")),
)
_LOANS = re.compile(r"存贷款(?P<head>余额|总额|总量|规模)?")
_AREAS = "湖江河省市县区州港业类级型岸"
_MODIFIED = re.compile(rf"^{_MODIFIERS}(?:保障)?(?=.{{2}})")
_ORDINAL_ITEM = re.compile(r"^(?:第)?[一二三四五]$")
_INDUSTRIES = re.compile(r"^(?P<before>.*)三次产业(?P<after>.*)$")
_OWN_AMOUNT = re.compile(r"^(?:增加值|营业收入|营收|利润|利润总额|利税|税收|产值|总产值|授权量|拥有量|进口|出口|产量)$")
_AMOUNT_AT_END = re.compile(
    r"(?:总产值|产值|增加值|营业收入|营收|拥有量|授权量|申请量|产量|(?:播种|种植|养殖)?面积|进出口总额|销量|规模)$"
)
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
    subject = _LOANS.sub(r"存款\g<head>、贷款\g<head>", subject) if count == 2 else subject
    for short, whole in _SHORTHAND:
        if len(whole) == count and subject.count(short) == 1 and "、" not in subject:
            return [subject.replace(short, each) for each in whole]
    for split in _SPLITS:
        items = [strip_trailing(strip_leading(part)) for part in re.split(split, subject)]
        items = [item for item in items if item]
        if len(items) == count:
            return _completed(items)
    both = town_and_country(subject)
    if both and count == 2:
        return list(both)
    parts = _INDUSTRIES.match(subject) if count == 3 else None
    return [f"{parts['before']}第{nth}产业{parts['after']}" for nth in "一二三"] if parts else None


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
    """Give items the head that only the last one prints (城镇、农村居民收入; 一、二、三产业; 秸秆、粪污利用率)."""
    last = items[-1]
    if verbs := _of_verbs(items):
        return verbs
    if all(map(_ORDINAL_ITEM.match, items[:-1])):
        tail = re.sub(r"^第?[一二三四五]次?", "", last)
        nth = "第" if items[0].startswith("第") else ""
        return [nth + item.removeprefix("第") + tail for item in items[:-1]] + [nth + last.removeprefix(nth)]
    completed = [_with_head(item, last) for item in items[:-1]] + [last]
    owner = _AMOUNT_AT_END.sub("", completed[0])
    if owner and owner != completed[0]:
        completed = [owner + item if _OWN_AMOUNT.match(item) else item for item in completed]
    return completed


def _of_verbs(items: Sequence[str]) -> list[str] | None:
    """收储、供应土地 and 项目签约、开工、竣工: each verb of a list with the noun that stands once."""
    if all(map(_VERB_ALONE.match, items[:-1])) and (verb := _VERB_FIRST.match(items[-1])):
        return [item + items[-1][verb.end() :] for item in items[:-1]] + [items[-1]]
    if all(map(_VERB_ALONE.match, items[1:])) and (last := _VERB_LAST.search(items[0])):
        return [items[0], *(items[0][: last.start()] + item for item in items[1:])]
    return None


def _with_head(item: str, last: str) -> str:
    modified = _MODIFIED.match(last)
    if modified and _MODIFIER.match(item):
        return item + last[modified.end() :]
    at = len(item) - 1
    if at >= 1 and item[at] in _AREAS and last[at : at + 1] == item[at] and len(last) >= len(item) + 2:
        return item + last[len(item) :]  # 鄱阳湖、洞庭湖还湖面积
    head = _SHARED_HEAD.search(last)
    traded = _TRADE.search(last) and _TRADER.search(item)
    is_open = traded or not _HEADS.search(item) or (_PACE.search(last) and not _RATIO.search(item))
    return item + head[0] if head and is_open and len(head[0]) < len(last) else item
