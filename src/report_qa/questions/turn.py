"""One turn of a conversation, read from its own words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from report_qa.questions import asking
from report_qa.questions.followups import (
    Operation,
    operation_of,
    several_of,
    wants_more,
    without_leaning,
    without_source,
)
from report_qa.questions.lexicon import Lexicon
from report_qa.questions.noise import clean_question, language_of
from report_qa.questions.places import Gazetteer, PlaceMention
from report_qa.questions.question import Aspect, Language, Sought, TimeMention
from report_qa.questions.slips import Slips
from report_qa.questions.status_words import status_of
from report_qa.questions.times import find_times
from report_qa.text.periods import Period, ReportDates, Status

# Words that stand in a topic without saying what it is about.
_GENERIC = re.compile(
    r"新增|增长|增加|完成|达到|实现|提高|下降|减少|新建|建设|建成|建|引进|改造|改|计划|打算|准备|目标|预期|实际|任务|安排|力争|情况|数字|数据|数量|结果|水平|增速|增幅|速度|报告|全市|全省|全州|全县|全区|全年|总共|一共|大约"
    r"|咱们?|我们?|你们?|他们?|人家|这里|这儿|那边|市里|省里|州里|县里|国家|本市|我市|我省|政府|上面|意思|问的?|是的?|的|了|呢|吗|吧|呀|啊|哦|哈|那么?|这个?|那个?|其中|它|还|又|再|也|都|就|会|能|想|要|有|在|到|给|把|被|对|从|比|上|下|里|做|搞|弄|打|整|修|个|多|少|一下|不好意思|应该|加起来|合计|用了?|花了?|拿|说|讲|些"
)
_LOCAL = re.compile(
    r"(?:咱们?|我们?|俺们?|本|全)(?:这儿|这里|这边|这|家|国)?(?:个)?(?:市|省|州|县|区|自治区|国)(?:里|内)?|咱(?:们)?(?:这儿|这里|这)?|我们(?:这儿|这里|这边)?|(?<![\u4e00-\u9fff])(?:市里|省里|州里|国家)"
)
_SWITCH = re.compile(
    r"^.{0,4}(?:换个?(?:话题|事儿?|问题)|另外(?:想)?问|顺便问|再问(?:一)?个(?:别的)?|不问.{1,8}了|不说.{1,8}了|by the way|another (?:question|topic))[\s哈啊呀了吧,，。:：😀]*",
    re.IGNORECASE,
)
_CORRECT = re.compile(
    r"^不[,，。!！是]|不对|搞错|说错|打错|弄错|问错|写错|错了|我(?:是)?(?:想)?(?:要)?(?:问|说|指|讲|查|看)的?是|我(?:想要|要)的是|是问|应该是|改成|不好意思|纠正|^不是[^吗]{1,12}[\s,，]*(?:而)?是|i mean(?:t)?\b|\bsorry\b|\brather\b|\binstead\b|^no[,. ]",
    re.IGNORECASE,
)
_CORRECT_WORDS = re.compile(
    r"(?:不对|搞错|说错|打错|弄错|问错|写错|错字?)了?|不好意思|对不起|(?:我)?(?:是)?(?:想)?(?:要)?(?:问|说|指|讲|查)的?是|我(?:想要|要|想看)的是|我?是问|应该是|改成|纠正一?下|(?<![\u4e00-\u9fff])不(?=[,，。!！])|\bsorry\b|\bi mean(?:t)?\b|^no\b",
    re.IGNORECASE,
)
_CARRIES = re.compile(
    r"^(?:那么?|这|其中|它|他们|其|光|那里面|里面|and\b|what about|how about)|呢[?？\s]*$|(?:其中|这些?|那些?|上述|该)(?!年|届)",
    re.IGNORECASE,
)
_NARROWS = re.compile(r"其中|^光|里面|那里头")
_POINTS_BACK = re.compile(
    r"其中|这些?(?!年|届|几年|一年|五年)|那些|它|上述|同期|高于全国|高于全省|比上年|比前年|较上年|里面|光"
)
_ABOUT = re.compile(r"\b(?:what|how) about\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"第([一二三四五六七八九1-9])(?:个|项|类|种|条|家|位)?(?=是|呢|在|$|[?？]|多少|的|占|增|排|[去今前明]年|\d)|(后一?[个项类者]|后者)|(前一?[个项类者]|前者)|(最后一?[个项类])"
)
_NAMES = re.compile(r"[“\"「『‘《]([^”\"」』’》]{2,30})[”\"」』’》]")
_DIGITS = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn's own reading. `body` is `clean` without its times; `topic` is None where it names
    nothing (那今年呢), `kernel` is the topic without the words that any topic may have. `operation` is what it wants made
    of figures (差多少), `several` how many of the things asked before it points at (这两项), `more` and `source` whether it
    asks to say more of them, and where they stand.
    """

    text: str
    clean: str
    body: str
    language: Language
    times: tuple[Period, ...]
    status: Status | None
    topic: str | None
    kernel: str
    sought: tuple[Sought, ...]
    aspect: Aspect | None
    places: tuple[PlaceMention, ...]
    names: tuple[str, ...]
    ordinal: int | None
    switches: bool
    corrects: bool
    carries: bool
    points_back: bool
    narrows: bool
    asks: bool
    operation: Operation | None = None
    several: int = 0
    more: bool = False
    source: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """What turns are read with: the lexicon, the gazetteer, and the report's dates and place."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    dates: ReportDates
    slips: Slips | None = None

    def turn(self, text: str) -> Turn:
        """Read one turn from its own words."""
        clean = re.sub("几多|幾多", "多少", clean_question(text))
        switched = _SWITCH.search(clean)
        if switched and len(clean) > switched.end() + 3:
            clean = clean[switched.end() :]
        clean, source, pointless = _asked_for_source(clean)
        mentions = find_times(clean, self.dates)
        times = tuple(mention for mention in mentions if not _is_base(clean, mention, mentions))
        places = tuple(self.gazetteer.find(clean))
        topic = None if pointless else self._topic(clean, mentions, places)
        return Turn(
            text=text,
            clean=clean,
            body=_without(clean, mentions),
            language=language_of(text),
            times=tuple(dict.fromkeys(mention.period for mention in times)),
            status=status_of(clean),
            topic=topic,
            kernel=self.bare(topic or ""),
            sought=asking.sought_of(clean) or self._sought(clean),
            aspect=asking.aspect_of(clean),
            places=places,
            names=tuple(name for name in _NAMES.findall(clean) if not re.fullmatch(r"十[一二三四五]?五", name)),
            ordinal=_ordinal(clean),
            switches=switched is not None,
            corrects=_CORRECT.search(clean) is not None,
            carries=_CARRIES.search(clean) is not None,
            points_back=_POINTS_BACK.search(clean) is not None,
            narrows=_NARROWS.search(clean) is not None,
            asks=asking.asks_anything(clean),
            operation=operation_of(clean),
            several=several_of(clean),
            more=wants_more(clean),
            source=source,
        )

    def _sought(self, clean: str) -> tuple[Sought, ...]:
        """Units that only the lexicon's words ask for (`units.toml`), where the question asks for a number at all."""
        if not asking.asks_number(clean) or asking.aspect_of(clean) is Aspect.GROWTH:
            return ()
        return tuple(Sought(kind) for kind in self.lexicon.kinds_sought(clean) if kind != "rank")

    def bare(self, topic: str) -> str:
        """A topic without the words that any topic may have."""
        return re.sub(r"[^\w]", "", _GENERIC.sub("", topic))

    def _topic(self, clean: str, times: tuple[TimeMention, ...], places: tuple[PlaceMention, ...]) -> str | None:
        """What a turn is about, places of its own kept; None where it names nothing but times and places."""
        if wants_more(clean) or not self._words(clean, times, places, bare=True):
            return None
        return self._words(clean, times, places, bare=False)

    def _words(
        self, clean: str, times: tuple[TimeMention, ...], places: tuple[PlaceMention, ...], bare: bool
    ) -> str | None:
        marked = list(clean)
        for mention in times:
            _blank(marked, mention.start, mention.end)
        for place in places:
            if not place.in_name and (bare or self.gazetteer.relation(place, self.dates.place) == "same"):
                _blank(marked, place.start, place.end)
        text = "".join(marked)
        for pattern in (_CORRECT_WORDS, _ORDINAL, _LOCAL, _ABOUT, asking.ASKING):
            text = pattern.sub(lambda match: " " * len(match[0]), text)
        text = re.sub(r"(?<![\dA-Za-z])[.](?!\d)|[\s,，。?？!！、:：;；~～]+", " ", text)
        text = re.sub(r"(?:(?<=\s)|^)[的了呢吗吧呀啊哦哈嘛么]+(?=\s|$)|[呢吗吧呀啊哦哈嘛么]+(?=\s|$)", " ", text)
        text = re.sub(r"^\s*(?:那么?|然后|还有|另外)(?![里边些年])|\s+", " ", text).strip()
        named = self.bare(without_leaning(text) if bare else text)
        return text if len(named) >= 2 or self.lexicon.concepts_in(text) else None


def _asked_for_source(clean: str) -> tuple[str, bool, bool]:
    """A turn without 出处呢 or 在第几行, whether it had such words, and whether it consists of them."""
    rest, found = without_source(clean)
    return rest or clean, found, not rest


def _blank(characters: list[str], start: int, end: int) -> None:
    characters[start:end] = " " * (end - start)


def _without(clean: str, mentions: tuple[TimeMention, ...]) -> str:
    kept = list(clean)
    for mention in reversed(mentions):
        del kept[mention.start : mention.end]
    return re.sub(r"[?？。!！\s]+$", "", "".join(kept)).strip()


def _is_base(clean: str, mention: TimeMention, mentions: tuple[TimeMention, ...]) -> bool:
    """Whether a time is only what another is measured against: 去年比上年增长多少, 是2020年的几倍."""
    before, behind = clean[: mention.start], clean[mention.end :]
    if (
        len(mentions) > 1
        and re.search(r"(?:分别是|各是|分别为|分别相当于)$", before)
        and re.match(r"的(?:几|多少)倍", behind)
    ):
        return True
    if not re.search(r"(?:比|较|同比|对比)$", before):
        return False
    if len(mentions) == 1:
        return re.search(r"上年|上一年|前年|previous", clean[mention.start : mention.end]) is not None
    first = mentions[0].period
    return (
        first != mention.period
        and mention.period.end == first.end - 1
        and not re.search(r"目标|计划|打算|今年|要(?!求)|将", clean)
        or mention.period == first
        and mention is not mentions[0]
    )


def _ordinal(clean: str) -> int | None:
    match = _ORDINAL.search(clean)
    if not match:
        return None
    if match[1]:
        return int(match[1]) if match[1].isdigit() else _DIGITS.index(match[1]) + 1
    return 1 if match[3] else -1
