"""Reads a question over several reports: which of them, what of each, and what is wanted of them together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from report_qa.answers.naming import Names, absolute_times, relative_times, subjects
from report_qa.questions import asking
from report_qa.questions.noise import clean_question, language_of
from report_qa.questions.places import NATION, Gazetteer, PlaceMention
from report_qa.questions.question import Intent, Language

Kind = Literal["each", "most", "places", "target", "years"]
Level = Literal["any", "city", "province"]

_CITY = r"(?:大|地级|设区|副省级|省会|直辖)?(?:城市|地级市|设区市|地市|市州|州市|市(?![场民值政级长委区内里外县]))"
_PROVINCE = r"(?:省区市|省市区|省市|省份|省(?![级会委内里外心力钱])|自治区)"
_PLACE = rf"(?:{_PROVINCE}|{_CITY}|地方(?!政府|财政|债|性|标准)|地区(?!生产))"
_EACH = re.compile(
    rf"(?:各个?|每个?一?[座个]?|所有的?|全部的?){_PLACE}|各地(?!方|区)|(?:多少|几)[个座]{_PLACE}(?=.{{0,12}}(?:超|过|以上|不低|低于|达到))"
    r"|\b(?:each|every|all(?: of)?(?: the)?) (?:cit(?:y|ies)|provinces?|places?)\b|\bby (?:city|province)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(
    rf"哪(?:一?[个座些]|几[个座])?{_PLACE}|什么(?:城市|省份|地方)|\b(?:which|what) (?:of the )?(?:cit(?:y|ies)|provinces?|place)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    rf"(?:最|更)[高低大小多少快慢强好差]的(?:是)?{_PLACE}|前[二两三四五六七八九十\d]+名?(?:的)?(?:是)?{_PLACE}|{_PLACE}.{{0,16}}排[名行序]"
)
_MOST = re.compile(
    r"最|更|(?:排名?|位居|居|是)第一|第一名?|前[二两三四五六七八九十\d]+|冠军|垫底|倒数|排[名行序]|领先|[高低多少快慢大小]$"
    r"|\b(?:fastest|highest|largest|biggest|most|slowest|lowest|smallest|least|fewest|best|top|rank\w*)\b",
    re.IGNORECASE,
)
_LOWEST = re.compile(
    r"最[低小少慢差]|垫底|倒数|由低到高|从低到高|\b(?:slowest|lowest|smallest|least|fewest)\b", re.IGNORECASE
)
_COMPARES = re.compile(
    r"谁|哪(?:一?[个座家]|边)|(?<![占同环])比(?![例重率赛])|相比|对比|比较|差多少|相差|差距|分别|各是?|各自|多少|几|合计|一共|总共|加起来|[高低多少快慢大小]吗"
    r"|\b(?:higher|lower|larger|smaller|more|less|faster|slower|compare\w*|versus|vs|than|difference|each|how (?:much|many|fast)|what)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"之间|同城|合作|联动|协同|往返|通勤|路线|[到至].{0,6}(?:高铁|航线|班列|公里)")
_AGAINST = re.compile(r"(?:比|和|与|跟|同|较|超过|高于|低于|快于|慢于|than|versus|vs\.?|with)\s*$", re.IGNORECASE)
_TARGET_MET = re.compile(
    r"(?:目标|任务|计划|指标|承诺|定的|说的|提出的?).{0,14}?(?:完成|实现|达到|达成|兑现|落空|做到|达标)"
    r"|(?:完成|实现|达到|达成|兑现|做到|超额完成)了?.{0,14}?(?:目标|任务|计划|指标)(?!.{0,4}(?:多少|几))"
    r"|\b(?:met|meet|reach(?:ed)?|achieve[d]?|hit|miss(?:ed)?|fulfil\w*)\b.{0,40}\b(?:target|goal)s?\b|\b(?:target|goal)s?\b.{0,40}\b(?:met|reached|achieved|hit|missed|fulfilled)\b",
    re.IGNORECASE,
)
_AGAINST_TARGET = re.compile(
    r"(?:实际|实绩|结果|完成值).{0,14}?目标.{0,4}?(?:比|差|高|低|多|少)|目标.{0,14}?(?:实际|实绩|结果|完成值).{0,6}?(?:比|差|高|低|多|少)"
)
_ASKS_MET = re.compile(
    r"吗|没有?[?？]?$|[了吧][?？]?$|是否|有没有|是不是|完没完成|如何|怎么?样|情况|\b(?:did|was|were|has|have|is|are)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Across:
    """A question over several reports.

    `kind`: a figure of `each` report, who has the `most`, a comparison of `places` named, whether a `target` was met, or a
    figure of several `years`.
    `within` are the places that the reports lie in, `places` those compared, `lowest` says that the least is wanted, `words`
    what is asked of one report, without places and times.
    """

    kind: Kind
    level: Level
    within: tuple[PlaceMention, ...]
    places: tuple[PlaceMention, ...]
    lowest: bool
    words: str
    clean: str
    language: Language


def read_across(names: Names, gazetteer: Gazetteer) -> Across | None:
    """The last turn as a question over several reports; None where it is one of one report."""
    text = names.texts[-1]
    clean = clean_question(text)
    if asking.is_smalltalk(clean):
        return None
    language = language_of(text)
    lowest = _LOWEST.search(clean) is not None
    grouped = _EACH.search(clean)
    which = _WHICH.search(clean) or _WHO.search(clean)
    places = compared_places(clean, gazetteer)
    if grouped or (which and len(places) < 2 and _MOST.search(clean)):
        level = _level((grouped or which)[0] if (grouped or which) else "")  # type: ignore[index]
        within = tuple(place for place in gazetteer.find(clean) if place.codes and not place.in_name)
        kind: Kind = "most" if which and _MOST.search(clean) else "each"
        words = words_of(clean, (*within,), gazetteer)
        return Across(kind, level, within, (), lowest, words, clean, language) if words else None
    if len(places) > 1 and (_COMPARES.search(clean) or _listed(clean, places)) and not _TOGETHER.search(clean):
        words = words_of(clean, places, gazetteer)
        return Across("places", "any", (), places, lowest, words, clean, language) if words else None
    if _asks_met(clean):
        words = words_of(_MET_WORDS.sub(" ", clean), places, gazetteer)
        return Across("target", "any", (), places, lowest, words, clean, language) if words else None
    if years_of(clean):
        words = words_of(_EACH_YEAR.sub(" ", clean), places, gazetteer)
        return Across("years", "any", (), places, lowest, words, clean, language) if words else None
    return None


def _asks_met(clean: str) -> bool:
    """Whether a clean text asks of a target whether it was met, or how the result of the same year stands to it."""
    if _TARGET_MET.search(clean) and _ASKS_MET.search(clean) and not asking.asks_number(clean):
        return True
    once = len(absolute_times(clean)) + len(relative_times(clean)) < 2
    return once and _AGAINST_TARGET.search(clean) is not None


def years_of(clean: str) -> tuple[int, ...]:
    """The years that a clean text asks about one by one: those that it names, or each of a range (2019年到2022年每年)."""
    periods = [time.period for time in absolute_times(clean)]
    single = [period.end for period in periods if period.one_year]
    if len(periods) == 1 and not periods[0].one_year and _EACH_YEAR.search(clean):
        return tuple(range(periods[0].start, periods[0].end + 1))
    return tuple(dict.fromkeys(single)) if len(set(single)) > 1 and len(single) == len(periods) else ()


_EACH_YEAR = re.compile(
    r"每一?年(?:的|各|分别)?|逐年|历年|各年度?|\b(?:each|every) year\b|\byear by year\b", re.IGNORECASE
)


def _listed(clean: str, places: tuple[PlaceMention, ...]) -> bool:
    """Whether places stand in a list (合肥、芜湖和马鞍山2023年工业增速) before a figure that is asked for."""
    between = [clean[one.end : other.start] for one, other in zip(places, places[1:], strict=False)]
    joined = all(re.fullmatch(r"\s*(?:[、,，和与及]|以及|and)\s*", text) for text in between)
    return joined and asking.intent_of(clean, claims=False) is Intent.FIGURE


def compared_places(clean: str, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The places that a clean text sets side by side: those that it is about, and those that they are held against."""
    about = subjects(clean, gazetteer)
    found = [
        place
        for place in gazetteer.find(clean)
        if place.codes
        and not place.in_name
        and place.level != "region"
        and (place in about or _AGAINST.search(clean[: place.start]) or _JOINED_TO.match(clean[place.end :]))
    ]
    once: dict[tuple[str, ...], PlaceMention] = {}
    for place in found:
        around = any(_around(place, other, gazetteer) for other in found)
        if not around or _JOINED.search(clean[: place.start]) or _JOINED_TO.match(clean[place.end :]):
            once.setdefault(place.codes, place)
    return tuple(once.values())


def _around(place: PlaceMention, other: PlaceMention, gazetteer: Gazetteer) -> bool:
    """Whether a place holds another (在内蒙古排第几, 高于全国), so that the other's report is likely to speak of it."""
    return place.codes != other.codes and any(
        gazetteer.contains(outer, inner) or outer == NATION for outer in place.codes for inner in other.codes
    )


_JOINED = re.compile(r"(?:和|与|跟|同|、|\b(?:and|or))\s*$")
_JOINED_TO = re.compile(r"\s*(?:和|与|跟|、|and\b|or\b)")


_MET_WORDS = re.compile(
    r"(?:[和与跟比])?(?:目标任务|预期目标|目标|实际(?!利用|使用|到位)|实绩|完成值)(?:的?(?:相比|对比|比|差|差距|高|低)(?:多少|怎么?样|如何|了?几个?(?:百分)?点|呢)?)?|目标任务|预期目标|目标|任务|指标|计划|承诺|年初|当时|当年|所?[定提说]出?的|有没有|是不是|是否|完没完成|超额|完成(?!率)|实现|达到|达成|兑现|做到|达标|落空|情况|如何|怎么?样|了没有?|没有?(?=[?？]|$)|了吗|吗|了"
    r"|\b(?:did|does|was|were|has|have|is|been|it|its|the|met|meet|reach(?:ed)?|achieved?|hit|miss(?:ed)?|fulfil\w*|targets?|goals?|set|for)\b",
    re.IGNORECASE,
)
_JOINTS = re.compile(
    r"(?:[和与跟同比较]|\b(?:than|with|and|versus|vs\.?)\s*)?\0(?:\s*(?:[、,，和与跟同及比]|以及|还有|相比|对比|versus\b|vs\b\.?|and\b|or\b|than\b|with\b|compared to\b|['’]s\b)\s*)*"
)
_FASTER = re.compile(
    r"(?:增长|增速|增幅|涨|上涨|发展|跑)?(?:得|的速度|速度)?\s*(?:[最更][快慢]|(?:快|慢)(?=[?？吗多]|$|些|一))"
)
_ASKING = re.compile(
    rf"{_EACH.pattern}|{_WHICH.pattern}|[这那](?:几[个座]|些)(?:城市|市|省份?|地方)(?:里面?|中|当中|之中)?|(?:谁|哪一?[个座家边])(?:家)?的?|[最更](?:高|低|大|小|多|少|快|慢|强|好|差|靠前|落后)的?(?:是)?{_PLACE}?|前[二两三四五六七八九十\d]+(?:名|位|强)?的?(?:是)?{_PLACE}?"
    r"|排(?:名|行|序|个序)?榜?(?:一下|出来|(?=[?？\s]|$))|排名|定得|(?:从|由)[高低大小多少]到[高低大小多少]|(?:排名?|位居|居|是)?第一名?|倒数|垫底|冠军|分别|各自?|相差|差距|差(?=多少|几)|哪个|多少(?:个百分点|亿元|万亿元|万人|万吨|亿斤|亿|元)?|几个点|比较|相比|对比|列(?:一下|出来?|表)|汇总|一览|盘点|合计|一共|总共|加起来"
    r"|(?:高|低|大|小|多|少)(?:吗|些|一些|一点|出)?(?=[?？吗]|$|多少)|还是|是不是|是否|吗|呢|有哪些|(?<=[\u4e00-\u9fff])(?:是|为|有)(?=[?？\s]|$)|[?？。!！]"
    r"|\b(?:which|what|who|how (?:much|many|fast)|had|has|have|did|does|do|the|highest|fastest|largest|biggest|most|lowest|slowest|smallest|least|fewest|best|higher|lower|larger|smaller|faster|slower|more|less|top|rank\w*|than|compare\w*|was|were|is|are|of|in|for|by|to|a|an|between|difference|one|list|show|me|give)\b",
    re.IGNORECASE,
)
_GROWS = re.compile(
    r"^(?:经济|总体|整体|的|地|年|全年)*(?:增长率?|增速|增幅|涨幅|涨|发展)(?:目标|预期|预期目标)*$|^(?:economic )?(?:growth|grew|grow|growing)(?: rates?)?(?: targets?)?$",
    re.IGNORECASE,
)


def words_of(clean: str, places: tuple[PlaceMention, ...], gazetteer: Gazetteer) -> str:
    """What a clean text asks of one report: without its places, its times, and the words that compare."""
    marked = list(clean)
    for place in (*gazetteer.find(clean), *places):
        if place in places or (place.codes and not place.in_name) or not place.codes:
            marked[place.start : place.end] = "\0" + "\1" * (place.end - place.start - 1)
    for time in (*absolute_times(clean), *relative_times(clean)):
        marked[time.start : time.end] = "\0" + "\1" * (time.end - time.start - 1)
    text = _JOINTS.sub(" ", "".join(marked).replace("\1", ""))
    grows = (
        _FASTER.search(text) is not None or re.search(r"\b(?:fast|slow)(?:er|est)\b", text, re.IGNORECASE) is not None
    )
    if re.search(r"[\u4e00-\u9fff]", text):
        text = re.sub(r"(?:增速|增幅|增长率?)\s*增速", "增速", _FASTER.sub("增速", text))
    text = _ASKING.sub(" ", text)
    text = re.sub(r"^[\s的在，,、：:]+|[\s的是有，,、：:]+$", "", re.sub(r"\s*[,，]\s*|\s+", " ", text))
    text = (
        text
        if re.search(r"[A-Za-z] [A-Za-z]", text)
        else re.sub(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])", "", text)
    )
    if _GROWS.fullmatch(text.strip()) or (grows and not text.strip()):
        english = re.match(r"[A-Za-z]", text) is not None
        return ("GDP growth" if english else "地区生产总值增速") + (" target" if re.search("target", text) else "")
    return text.strip() if len(re.sub(r"[\s增速增长目标预期]", "", text)) > 1 else ""


def _level(words: str) -> Level:
    if re.search(r"省|自治区|province", words, re.IGNORECASE) and not re.search(r"省会|副省", words):
        return "province"
    return "city" if re.search(r"市|cit(?:y|ies)", words, re.IGNORECASE) else "any"
