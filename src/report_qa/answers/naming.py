"""What a question and its history say of the report that they mean: its place, its year, and the times asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_qa.questions import asking
from report_qa.questions.noise import clean_question
from report_qa.questions.places import NATION, Gazetteer, PlaceMention
from report_qa.questions.question import Intent, TimeMention
from report_qa.questions.status_words import status_of
from report_qa.questions.times import find_times
from report_qa.text.periods import Period, ReportDates, Status

_FAR = 9000  # relative times are counted from this year, which no report is of
_COUNTED = ReportDates(reviews=_FAR - 1, plans=_FAR)
_ENDS = r"(?:里面?|中|上|之内|显示|提到|指出|写道|披露|说)*\s*[，,：:]?\s*"
_REPORT = re.compile(
    r"[《“\"]?(?P<year>(?:19|20)\d\d)\s*年?度?(?P<between>[^\s，,。？?：:；;\d]{0,16}?)(?:政府)?(?:工作)?报告[》”\"]?(?P<tail>"
    + _ENDS
    + r")"
)
_ENGLISH_REPORT = re.compile(
    r"(?:in |from |according to )?(?:the )?(?P<year>(?:19|20)\d\d) (?:government )?(?:work )?report\b(?: of (?:[A-Za-z']+(?: [A-Z][a-z]+)?|[\u4e00-\u9fff]+))?[,:]?\s*",
    re.IGNORECASE,
)
_HEADED = re.compile(r"(?P<year>(?:19|20)\d\d)\s*年?度?\s*[：:]\s*")
_ABOUT_IT = re.compile(r"谁|哪[天年月日]|几号|什么时候|何时|哪(?:个|次|场)?会")
_NATION = re.compile(
    r"(?:国务院|国家总理|总理)(?!批|令|督|表彰|通报|办公厅|国资委|常务|关于)的?|(?:全国|国家|中央)(?=政府?工作报告)"
)
_YARDSTICK = re.compile(r"(?:[高低快慢优好少多大]于|超过|比|较|占|在|居|位列|领先)$")
_CONNECTS = re.compile(r"^\s*(?:和|与|跟|到|至|比|、|及|[-—~～]|and\b|to\b)")


@dataclass(frozen=True, slots=True)
class Names:
    """What is named. `texts` are the history and the question as the report is to be asked: without its own name.

    `places` are those of the latest turn that names one, empty for the `nation` named by its government. `edition` is the
    year in a report's name (2024年的报告). `times` are the absolute times of the latest turn that names a time, `shifts` its
    relative ones in years from the one planned (今年 0, 去年 -1), `status` what the question asks for; `open_text` says that it
    asks for what is written and not for a figure.
    """

    texts: tuple[str, ...]
    places: tuple[PlaceMention, ...] = ()
    nation: bool = False
    edition: int | None = None
    times: tuple[Period, ...] = ()
    shifts: tuple[int, ...] = ()
    status: Status | None = None
    open_text: bool = False

    @property
    def years(self) -> tuple[int, ...]:
        """The last years of the absolute times."""
        return tuple(dict.fromkeys(period.end for period in self.times))


def read_names(texts: Sequence[str], gazetteer: Gazetteer) -> Names:
    """Read what the turns of a conversation, oldest first, name."""
    edition: int | None = None
    kept: list[str] = []
    places: tuple[PlaceMention, ...] = ()
    nation = False
    times: tuple[TimeMention, ...] = ()
    clean = ""
    for text in texts:
        rest, named = _without_edition(text, gazetteer)
        rest, of_nation = _without_nation(rest)
        of_nation = of_nation or _NATION.search(text) is not None
        clean = clean_question(rest)
        found = subjects(clean_question(text), gazetteer)
        if found or of_nation:
            if _elsewhere(places, found):
                edition = None
            places, nation = found, of_nation and not found
        edition = named if named is not None else edition
        if mentions := find_times(clean, _COUNTED):
            times = mentions
            edition = edition if named is not None or _relative(mentions) else None
        kept.append(rest if rest.strip() else text)
    return Names(
        tuple(kept),
        places,
        nation,
        edition,
        tuple(dict.fromkeys(one.period for one in times if not _is_relative(one.period))),
        _relative(times),
        status_of(clean),
        asking.intent_of(clean, claims=False) in (Intent.TEXT, Intent.LIST),
    )


def subjects(text: str, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The places that a clean text is about: the most particular kind of those that are neither in a name nor aside."""
    named = gazetteer.find(text)
    found = [
        place
        for place in named
        if not place.in_name
        and not place.aside
        and not (place.level == "nation" and _YARDSTICK.search(text[: place.start]))
    ]
    if not any(place.codes for place in found):  # 山东省高速公路 is of the place, 苏州大学 need not be
        found = [
            place
            for place in named
            if place.codes and not place.aside and len(place.name) > 2 and place.name[-1] in "省市州县区盟旗"
        ] or found
    coded = [place for place in found if place.codes] or found
    near = [place for place in coded if place.level not in ("nation", "country")] or coded
    near = [place for place in near if place.level != "region"] or near
    return tuple(one for one in near if not any(set(other.codes) < set(one.codes) for other in near))


def for_report(text: str, place: str | None, gazetteer: Gazetteer) -> str:
    """A turn as it is put to the report of a place: without that place in front of what it says anyway (苏州市昆山, 苏州全市)."""
    for mention in gazetteer.find(text) if place else ():
        if mention.in_name or not mention.codes or text.find(mention.name) != mention.start:
            continue
        if mention.level != "nation" and gazetteer.relation(mention, place) == "inside":
            ends = [at for at in range(2, len(mention.name) - 1) if _is_place(mention.name[:at], place, gazetteer)]
            return text[: mention.start] + mention.name[max(ends) :] + text[mention.end :] if ends else text
        rest = text[mention.end :]
        if gazetteer.relation(mention, place) == "same" and not text[: mention.start].strip() and _OPENS.match(rest):
            return rest.lstrip(" ，,：:")
    return text


def _is_place(words: str, place: str | None, gazetteer: Gazetteer) -> bool:
    whole = [one for one in gazetteer.find(words) if one.name == words]
    return any(gazetteer.relation(one, place) == "same" for one in whole)


_OPENS = re.compile(
    r"\s*[，,：:]\s*\S|\s*(?:(?:19|20)\d\d年?|[今去前明]年|全[市省州县区]|[我咱本][们这]?[市省州县区儿]|[市省州县]里|“|过去|五年)"
)


def relative_times(text: str) -> tuple[TimeMention, ...]:
    """The relative times of a clean text, their years counted from `far_year`."""
    return tuple(one for one in find_times(text, _COUNTED) if _is_relative(one.period))


def shift_of(period: Period) -> int:
    """How many years after the year planned a relative time ends."""
    return period.end - _FAR


def absolute_times(text: str) -> tuple[TimeMention, ...]:
    """The absolute times of a clean text."""
    return tuple(one for one in find_times(text, _COUNTED) if not _is_relative(one.period))


def _is_relative(period: Period) -> bool:
    return period.end > _FAR - 100


def _relative(mentions: Sequence[TimeMention]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(shift_of(one.period) for one in mentions if _is_relative(one.period)))


def _elsewhere(before: tuple[PlaceMention, ...], now: tuple[PlaceMention, ...]) -> bool:
    return {code for one in before for code in one.codes} != {code for one in now for code in one.codes}


def _without_edition(text: str, gazetteer: Gazetteer) -> tuple[str, int | None]:
    """A turn without the year of the report that it names, and without its name, where that only introduces."""
    for match in _REPORT.finditer(text):
        before, between, rest = text[: match.start()], match["between"], text[match.end() :]
        if not _names_only(between, gazetteer):
            continue
        place = between.strip("的")
        if not rest or _ABOUT_IT.search(rest[:8]):
            return text[: match.start()] + place + "政府工作报告" + match["tail"] + rest, int(match["year"])
        introduces = match["tail"] and _names_only(before, gazetteer)
        return (rest if introduces else _joined(before + place, rest)), int(match["year"])
    if english := _ENGLISH_REPORT.search(text):
        return text[: english.start()] + text[english.end() :], int(english["year"])
    if (headed := _HEADED.search(text)) and not re.search(r"[？?。]", text[: headed.start()]):
        return _joined(text[: headed.start()], text[headed.end() :]), int(headed["year"])
    return _before_another(text, gazetteer)


def _before_another(text: str, gazetteer: Gazetteer) -> tuple[str, int | None]:
    """苏州2024年去年的粮食产量: a year in front, with times of its own in what follows, names the report."""
    mentions = find_times(text, _COUNTED)
    if not mentions or _is_relative(mentions[0].period) or not mentions[0].period.one_year:
        return text, None
    first, others = mentions[0], mentions[1:]
    if not _names_only(text[: first.start], gazetteer):
        return text, None
    between = text[first.end : others[0].start].strip(" ，,的") if others else text[first.end :]
    follows = bool(others) and not _CONNECTS.match(between) and _names_only(between, gazetteer)
    counted = bool(others) and all(_is_relative(one.period) and not _BASE.search(text[: one.start]) for one in others)
    if not (follows or counted or _THIS_REPORT.match(text[first.end :])):
        return text, None
    return _joined(text[: first.start], text[first.end :].lstrip(" ，,：:的")), first.period.end


_BASE = re.compile(r"(?:比|较|同比|对比|than|from|over)\s*$", re.IGNORECASE)
_THIS_REPORT = re.compile(r"[的，,\s]*(?:这份|该|本)?报告")


def _names_only(words: str, gazetteer: Gazetteer) -> bool:
    """Whether some words say nothing but a place (苏州市的, 国务院, 我省)."""
    left = _NATION.sub("", words)
    for place in reversed(gazetteer.find(left)):
        left = left[: place.start] + left[place.end :]
    return re.sub(r"[的在据按照根请问省市州县区政府人民\s，,：:《“\"]", "", left) == ""


def _without_nation(text: str) -> tuple[str, bool]:
    match = _NATION.search(text)
    if match is None:
        return text, False
    rest = text[: match.start()] + text[match.end() :]
    return (rest if rest.strip(" ?？。") and not re.match(r"政府?工作报告", rest[match.start() :]) else text), True


def _joined(before: str, after: str) -> str:
    return f"{before} {after}" if re.search(r"[A-Za-z]$", before) else before + after


def of_nation(place: str | None, gazetteer: Gazetteer) -> bool:
    """Whether a report's place is the nation."""
    return place is None or gazetteer.codes(place) == (NATION,)
