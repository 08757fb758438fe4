"""What `add` finds out about a report by itself: place, level, dates, title. The content decides first, the file's name second.

What neither says stays `None`; nothing is asked and nothing is guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from report_qa.library.manifest import NATIONAL_PLACE, Level, Manifest
from report_qa.library.place_names import PlaceNames, Town

_HEAD = 1_200  # characters that hold the title, where and when it was delivered, and the opening sentence
_TITLE = "政府工作报告"
_HAN = {**{digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")}, "零": "0", "○": "0"}

_CONGRESS = re.compile(
    r"([\u4e00-\u9fff]{2,14}?)(?:第[一二三四五六七八九十百]+届|[一二三四五六七八九十]+届)(?:人民代表大会|人大)"
)
_NATIONAL = re.compile(r"届全国人民代表大会第[一二三四五六七八九十]+次会议上")
_ON_BEHALF = re.compile(r"我(?:谨)?代表(国务院|[\u4e00-\u9fff]{0,14}?)(?:人民)?政府|我(?:谨)?代表(国务院)")
_OFFICE = re.compile(
    r"(?:^|[\s—-])([\u4e00-\u9fff]{2,13}?)(?:人民政府)?(?:代理|代)?(?:省长|市长|州长|县长|区长|主席|旗长|盟长)(?:[\s:：]|$)",
    re.MULTILINE,
)
_HEADED = re.compile(r"(?:\d{4}年)?([\u4e00-\u9fff]{2,14}?)(?:\d{4}年)?(?:人民)?政府工作报告")
_COMMITTEE = re.compile(r"中共([\u4e00-\u9fff]{2,10}?[省市州区县旗盟])委")
_LEVELS: Mapping[str, Level] = {"省": "province", "自治区": "province", "市": "prefecture", "州": "prefecture", "盟": "prefecture",
                                "县": "county", "区": "county", "旗": "county"}  # fmt: skip

_YEAR = r"(?<!\d)((?:19|20)\d{2})年"
_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日")
_HAN_DATE = re.compile(
    r"([一二][〇零○九][〇零○一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_DATED = re.compile(_DATE.pattern + r"[^。\n]{0,40}?(?:人民代表大会|人大)[^。\n]{0,12}?会议")
_SESSION_DAY = re.compile(r"(?:人民代表大会|人大)[^。\n]{0,12}?会议于(\d{1,2})月(\d{1,2})日")
_REVIEW = re.compile(_YEAR + r"(?:(?:和|及|与)[“\"]?[^。，\n]{0,12}?)?(?:的)?(?:主要|全?市|全?省|政府|国内)?(?:的)?工作(?:的)?(?:主要)?(?:回顾|回眸|情况)"
                     r"|回顾" + _YEAR + r"|报告" + _YEAR + r"的?工作")  # fmt: skip
_PLAN = re.compile(_YEAR + r"(?:[^。，；\n]{0,12}?)(?:工作安排|重点工作|主要任务|工作任务|工作重点|工作建议|总体要求|预期目标|主要目标|目标任务"
                   r"|总体部署|工作部署|政府工作|工作打算|工作总体)")  # fmt: skip
_TITLE_YEAR = re.compile(r"(?:^|\D)((?:19|20)\d{2})年?(?:[\u4e00-\u9fff]{0,14})(?:人民)?政府工作报告")
_NAME_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class _Dates:
    delivered: str | None
    reviews: int | None
    plans: int | None


def infer(report: str, text: str, stem: str, names: PlaceNames) -> Manifest:
    """The manifest of a report, from its decoded text and the stem of its file's name."""
    folded = unicodedata.normalize("NFKC", text).replace("\u200b", "")
    head = _tighten(folded.lstrip()[:_HEAD])
    town = _place(head, folded, stem, names)
    dates = _dates(head, folded, stem)
    return Manifest(
        id=report,
        title=_title(head, town, dates),
        place=town.name if town else None,
        level=town.level if town else None,
        delivered=dates.delivered,
        reviews=dates.reviews,
        plans=dates.plans,
    )


def _tighten(head: str) -> str:
    """The head without spaces between Han letters and with the title's words joined over a line end."""
    lines = (re.sub(r"(?<=[\u4e00-\u9fff])[ \t]+(?=[\u4e00-\u9fff])", "", line).strip() for line in head.splitlines())
    joined = "\n".join(line for line in lines if line)
    return re.sub(r"政府工作报\n告", _TITLE, joined)


def _place(head: str, text: str, stem: str, names: PlaceNames) -> Town | None:
    flat = "".join(head.split())
    speaks = _ON_BEHALF.search("".join(text[:6_000].split()))
    if (speaks and "国务院" in (speaks[1], speaks[2])) or _NATIONAL.search(flat):
        return Town(NATIONAL_PLACE, "national")
    spoken = (speaks[1] or "") if speaks else ""
    level = _level(spoken)
    if town := names.ending(spoken, level):
        return town
    for pattern, words in ((_CONGRESS, flat), (_OFFICE, head), (_HEADED, head)):
        for match in pattern.finditer(words):
            if town := names.ending(match[1], level):
                return town
    return _named_in_file(stem, spoken, text, names) or _committee(text, level, names)


def _level(spoken: str) -> Level | None:
    """What kind of government speaks: `市` of `我代表市人民政府`."""
    return next((level for ending, level in _LEVELS.items() if spoken.endswith(ending)), None)


def _named_in_file(stem: str, spoken: str, text: str, names: PlaceNames) -> Town | None:
    """The place of a file's name; with the kind of government that speaks (市) where the name leaves it out.

    A name that is a prefecture's and a county's is the prefecture's, unless the report speaks as a county does.
    """
    words = re.sub(r"人民政府|政府工作报告|工作报告|政府|年", "", unicodedata.normalize("NFKC", stem))
    for word in re.findall(r"[\u4e00-\u9fff]{2,}", words):
        if word in ("国务院", "全国", "中国", "中央"):
            return Town(NATIONAL_PLACE, "national")
        if town := names.ending(word + spoken, None) or names.ending(word, _level(spoken)):
            wider = names.ending(word, "prefecture")
            if town.level == "county" and wider is not None and wider.level == "prefecture" and town.name != word:
                return wider if _speaks_of(text, wider) > _speaks_of(text, town) else town
            return town
    return None


def _speaks_of(text: str, town: Town) -> int:
    """How often a report says that it speaks of a place of this kind (全市, 我市, 市长)."""
    kind = town.name[-1]
    return len(re.findall(f"[全我]{kind}|(?<![副前]){kind}长", text))


def _committee(text: str, level: Level | None, names: PlaceNames) -> Town | None:
    """The place whose party committee the report names most; it must be of the kind of government that speaks."""
    if level is None:
        return None
    found = Counter(
        town for name in _COMMITTEE.findall(text) if (town := names.ending(name, level)) and town.level == level
    )
    return min(found, key=lambda town: (-found[town], town.name)) if found else None


def _dates(head: str, text: str, stem: str) -> _Dates:
    flat = "".join(head.split())
    spoken = _DATED.search(_digits(flat))
    titled = _TITLE_YEAR.search(head)
    named = _NAME_YEAR.search(unicodedata.normalize("NFKC", stem))
    reviews = _most(_REVIEW, text)
    plans = _most(_PLAN, text, after=reviews)
    year = int(spoken[1]) if spoken else int(titled[1]) if titled else None
    if reviews is None and plans is None:
        plans = year or (int(named[1]) if named else None)
    reviews = reviews or (plans - 1 if plans else None)
    plans = plans or (reviews + 1 if reviews else None)
    if spoken:
        return _Dates(f"{spoken[1]}-{int(spoken[2]):02d}-{int(spoken[3]):02d}", reviews, plans)
    session = _SESSION_DAY.search(flat)
    if session and plans:
        return _Dates(f"{plans}-{int(session[1]):02d}-{int(session[2]):02d}", reviews, plans)
    known = year or (int(named[1]) if named else None)
    return _Dates(str(known) if known and known in (reviews, plans) else None, reviews, plans)


def _digits(head: str) -> str:
    """The head with dates in Chinese numerals (二〇二六年一月二十七日) in Arabic ones."""
    return _HAN_DATE.sub(lambda m: f"{''.join(_HAN[d] for d in m[1])}年{_small(m[2])}月{_small(m[3])}日", head)


def _small(numeral: str) -> int:
    """A day or month in Chinese numerals, 一 to 三十一."""
    tens, ten, ones = numeral.rpartition("十")
    return (int(_HAN[tens]) if tens else 1) * 10 * bool(ten) + (int(_HAN[ones]) if ones else 0)


def _most(pattern: re.Pattern[str], text: str, after: int | None = None) -> int | None:
    """The year that a kind of heading names first on a line of its own, else first at all."""
    years: list[int] = []
    for line in text.splitlines():
        for match in pattern.finditer(re.sub(r"\s+", "", line)):
            year = int(next(group for group in match.groups() if group))
            if after is None or year == after + 1:
                if len(line.strip()) <= 40:
                    return year
                years.append(year)
    return years[0] if years else None


def _title(head: str, town: Town | None, dates: _Dates) -> str | None:
    year = dates.plans or (int(dates.delivered[:4]) if dates.delivered else None)
    if town and year:
        return f"{year}年{'国务院' if town.level == 'national' else town.name}{_TITLE}"
    if town:
        return f"{town.name}{_TITLE}"
    return next((line for line in head.splitlines() if _TITLE in line and len(line) <= 40), None)
