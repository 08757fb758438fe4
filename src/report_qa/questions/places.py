"""`Gazetteer`: places that a text names, and how each stands to the place of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from report_qa.questions.phrases import PhraseTable
from report_qa.questions.place_names import (
    RANKS,
    Level,
    Named,
    PlaceRow,
    RegionRow,
    county_english,
    read_phrases,
    read_places,
    read_regions,
    spellings,
)

Relation = Literal["same", "inside", "outside", "contains", "unknown"]

NATION = "000000"
_MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000"})
_LEVEL_ENDS = ("市", "州", "地区", "盟", "省", "县", "区", "旗")

_HAN = re.compile(r"[\u3400-\u9fff]")
_COUNTY = re.compile(r"\b([A-Z][a-z']+(?: [A-Z][a-z']+)?) (?:County|District|City|Banner)\b")
_INSTITUTION = (
    r"[\u4e00-\u9fff]{0,6}(?:大学(?![生城])|学院|师专|职院)|(?:第[一二三四五六七八九十]|中心|中医|人民|儿童|妇幼|协和|肿瘤)*医院|中学(?!生)"
    r"|[一二三四]中(?![心央])|师大|实验室|博物馆|体育[场馆]|日报|晚报|电视台|银行(?![贷存业放有一多借里])|证券|集团|公司(?![有多数一])|股份|队(?!伍)|汽车厂|钢铁厂"
)
_WORK = r"地震|话剧|舞剧|歌剧|起义|精神|会议|公约|共识|宣言|模式|经验|指数|协定|条约|话(?!题)|菜系|火锅|米粉|拉面|烤鸭"
_WAY = (
    r"[东西南北中]?路(?![网况灯政面口边段桥程])|[东西南北中]大街|(?:国际)?机场|空港|港(?![口澳])|高速(?![增发度])|高铁|铁路|城际|专线|航线|航班|班列|(?:长江)?大桥"
    r"|隧道|地铁|轨道交通"
)
_IN_NAME = re.compile(rf"[市省县]?(?:{_INSTITUTION}|{_WORK}|{_WAY})")
_ROUTE_END = re.compile(
    r"的?(?:高铁|铁路|高速|动车|火车|航线|航班|班列|公路|大桥|通道|专线|直达|快线|快车|城际|公交|大巴|那[条趟座个])"
)
_ROUTE_JOIN = re.compile(r"到|至|[-—－~～]+|往|连|飞")
_BEFORE_ASIDE = re.compile(
    r"(?:去|跑|到|往|至|通向|飞|送|卖给|发|寄|输|运|销|出口|援助?|支援|帮扶|对口|赴|离|距离?|来自|邻居|隔壁|毗邻|接壤|进京|对接|比|超过|赶上|追上|对标|学习|向)"
    r"[了着过给向在往]?$|\b(?:to|from|with|into|for|than|versus|vs\.?)\s+$",
    re.IGNORECASE,
)
_AFTER_ASIDE = re.compile(
    r"那[边头]|(?:方面|人民?)?(?:来的|来我|来咱|合作|协作|搭伙|做买卖|做生意|贸易|往来|交流|结对|结成|结伴|友好|对口|帮扶|帮衬|援建|同城|投资商|老板|客商"
    r"|游客|商人|进口|出口|订单|市场(?!主体|监管|化))|那[次场届回]"
)
_RANKED = re.compile(r"排名?|位居|居|占|第|领先|最|前|首|平均|各地")
_MAY_PRECEDE = frozenset(
    "在到去的与跟从咱我们年是问查比对给那这说今明月日呢看住来离帮让把向往或及但听想请就也还都吗吧啊哦"
)
"""Han letters after which a county named without its 县, 市 or 区 is believed; after others it is mostly cut from two words."""

_COUNTY_PART = re.compile(r"[域城级委里乡]")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named at code points `[start, end)` of a text; `name` is its spelling there.

    `codes` are six-digit codes of GB/T 2260 (of every place of that name), `000000` for China, two letters for a country,
    the members for a region, and empty for 全市, 全省 and the like. `in_name` marks a place that is part of a name or a route
    (吉林大学, 京沪高铁); `aside` one that is only a destination, a partner or a yardstick (送到广东, 和新加坡合作, 全国第几).
    """

    start: int
    end: int
    name: str
    level: Level
    codes: tuple[str, ...]
    in_name: bool = False
    aside: bool = False


class Gazetteer:
    """China's provinces, prefectures and counties, regions across them, and foreign countries."""

    __slots__ = ("_counties", "_parents", "_table")

    def __init__(self, places: list[PlaceRow], regions: list[RegionRow], not_places: list[str]) -> None:
        """`not_places` are words in which a place's name is no place (朝阳产业)."""
        self._parents = {row.code: row.parent for row in places}
        self._counties = county_english(places)
        named: dict[str, Named | None] = {**spellings(places, regions), **dict.fromkeys(not_places)}
        self._table = PhraseTable(named.items())

    @classmethod
    def open(cls, folder: Path) -> Gazetteer:
        """Read `places.tsv`, `regions.tsv` and `not_places.txt`. Raises `LexiconError` for one that cannot be read."""
        return cls(read_places(folder), read_regions(folder), read_phrases(folder, "not_places.txt"))

    def find(self, text: str) -> list[PlaceMention]:
        """Places named in `text`, in order; neighbours that narrow each other (江苏苏州) are one mention."""
        merged: list[PlaceMention] = []
        for mention in self._mentions(text.replace("’", "'")):
            last = merged[-1] if merged and merged[-1].end == mention.start else None
            if last and (inner := self._narrowed(last, mention)):
                merged[-1] = replace(inner, start=last.start, name=text[last.start : inner.end])
            elif last or _stands_alone(text, mention):
                merged.append(mention)
        return [_placed(text, merged, at) for at in range(len(merged))]

    def names(self) -> tuple[str, ...]:
        """Every spelling of a place, and the words in which one is no place."""
        return tuple(self._table)

    def contains(self, outer: str, inner: str) -> bool:
        """Whether the place of code `outer` has the place of code `inner` in it, or is the same."""
        at: str | None = inner
        while at is not None and at != outer:
            at = self._parents.get(at)
        return at == outer

    def same(self, place_a: str, place_b: str) -> bool:
        """Whether two spellings (苏州, 苏州市, Suzhou) may be of one place."""
        return bool(set(self.codes(place_a)) & set(self.codes(place_b)))

    def codes(self, name: str) -> tuple[str, ...]:
        """Codes of the places spelt `name`, as a report's manifest or a person writes it; empty for an unknown one."""
        for end in ("", *_LEVEL_ENDS):
            if place := self._table.get(name.strip() + end):
                return place.codes
        whole = [mention for mention in self.find(name) if mention.codes]
        return whole[-1].codes if whole else ()

    def relation(self, mention: PlaceMention, report_place: str | None) -> Relation:
        """How the place mentioned stands to the report's place: what is `inside` it is a part of it, `contains` the reverse."""
        home = self.codes(report_place) if report_place else ()
        if not home:
            return "unknown"
        if not mention.codes:
            return _own_level(mention.level, home)
        if mention.level == "region" and len(mention.codes) == 1 and self.contains(home[0], mention.codes[0]):
            return "inside"
        if set(mention.codes) == set(home) or (mention.level != "region" and set(mention.codes) & set(home)):
            return "same"
        if any(self.contains(outer, inner) for outer in mention.codes for inner in home):
            return "contains"
        return "inside" if any(self.contains(outer, inner) for outer in home for inner in mention.codes) else "outside"

    def _mentions(self, text: str) -> list[PlaceMention]:
        found = [
            PlaceMention(start, end, text[start:end], place.level, place.codes)
            for start, end, place in self._table.find(text)
            if place is not None
        ]
        for match in _COUNTY.finditer(text):
            if county := self._counties.get(match[1]):
                found = [other for other in found if other.end <= match.start() or match.end() <= other.start]
                found.append(PlaceMention(*match.span(), match[0], county.level, county.codes))
        return sorted(found, key=lambda mention: mention.start)

    def _narrowed(self, outer: PlaceMention, inner: PlaceMention) -> PlaceMention | None:
        """`inner` with only those of its places that lie in `outer`, or None where none does."""
        if not inner.codes or RANKS[outer.level] < RANKS["province"]:
            return None
        within = tuple(
            code for code in inner.codes if any(self.contains(other, code) and other != code for other in outer.codes)
        )
        return replace(inner, codes=within, level=_level_of(within)) if within else None


def _stands_alone(text: str, mention: PlaceMention) -> bool:
    """Whether a county's name is more than the end of one word and the start of the next (创新平台, 示范县)."""
    if mention.level != "county" or len(mention.name) > 3 or not mention.codes:
        return True
    if mention.name.endswith("县") and _COUNTY_PART.match(text, mention.end):
        return False
    before = text[mention.start - 1 : mention.start]
    return not _HAN.match(before) or before in _MAY_PRECEDE


def _placed(text: str, mentions: list[PlaceMention], at: int) -> PlaceMention:
    mention = mentions[at]
    if not mention.codes:
        return mention
    before, after = text[: mention.start], text[mention.end :]
    in_name = _IN_NAME.match(after) is not None or _on_route(text, mentions, at)
    aside = (
        _BEFORE_ASIDE.search(before)
        or _AFTER_ASIDE.match(after)
        or (mention.level == "nation" and _RANKED.match(after))
    )
    return replace(mention, in_name=in_name, aside=bool(aside)) if in_name or aside else mention


def _on_route(text: str, mentions: list[PlaceMention], at: int) -> bool:
    """Whether a mention is an end of a route: 苏州到上海的高铁, 去湛江的高铁."""
    if _ROUTE_END.match(text, mentions[at].end):
        return True
    following = mentions[at + 1] if at + 1 < len(mentions) else None
    if following is None or not _ROUTE_JOIN.fullmatch(text[mentions[at].end : following.start]):
        return False
    return _ROUTE_END.match(text, following.end) is not None


def _own_level(level: Level, home: tuple[str, ...]) -> Relation:
    """全市 asked of a city's report is that city; 全省 asked of it is around it."""
    own = _level_of(home)
    if level == own or (level == "prefecture" and home[0] in _MUNICIPALITIES):
        return "same"
    return "contains" if RANKS[level] < RANKS[own] else "unknown"


def _level_of(codes: Iterable[str]) -> Level:
    """The highest level among six-digit codes."""
    ends = {4 if code.endswith("0000") else 2 if code.endswith("00") else 0 for code in codes if code != NATION}
    if not ends:
        return "nation"
    return "province" if 4 in ends else "prefecture" if 2 in ends else "county"
