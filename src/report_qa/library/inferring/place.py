"""Whose report it is: who speaks, the session, the speaker's office or the title say it; else the place that the text names
most, or the file's name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from report_qa.library.inferring.finding import Conflict, Finding, Origin
from report_qa.library.inferring.folded import Folded
from report_qa.library.inferring.mentions import kind_of, kind_spoken_of, most_named, speaks_of
from report_qa.library.manifest import NATIONAL_PLACE, Level
from report_qa.library.place_names import PlaceNames, Town

NATION = Town(NATIONAL_PLACE, "national")
_HAN = "[\u4e00-\u9fff]"
_OFFICES = "省长|市长|州长|县长|区长|主席|旗长|盟长"
_SPEECH = re.compile(rf"我(?:谨)?代表(?:(国务院)|({_HAN}{{0,14}}?)(?:人民)?政府)")
_SPEECH_WITHIN = 6_000  # characters from the top; a page of a newspaper has its news before the speech
_UP_TO_DATE = re.compile(r"^.*日在?")
_NATIONAL = re.compile(r"届全国人民代表大会第[一二三四五六七八九十]+次会议上")
_CONGRESS = re.compile(
    rf"({_HAN}{{2,14}}?)(?:第[一二三四五六七八九十百]+届|[一二三四五六七八九十]+届)(?:人民代表大会|人大)"
)
_OFFICE = re.compile(
    rf"^[—-]*({_HAN}{{2,13}}?)(?:人民政府)?(?:代理|代)?(?:{_OFFICES})(?:[::].*|{_HAN}{{2,4}}|{_HAN}·.*)?$"
)
_TITLE = re.compile(rf"(?:\d{{4}}年)?({_HAN}{{2,14}}?)(?:\d{{4}}年)?(?:人民)?政府工作报告")
_COMMITTEE = re.compile(rf"中共({_HAN}{{2,10}}?[省市州区县旗盟])委")
_LEVELS: Mapping[str, Level] = {
    "省": "province", "自治区": "province", "市": "prefecture", "州": "prefecture", "盟": "prefecture", "县": "county",
    "区": "county", "旗": "county",
}  # fmt: skip
_LIE = 3  # so many times as often the text has to name another place for the file's name to be wrong
_NATIONS = ("国务院", "全国", "中国", "中央")


def find_place(report: Folded, stem: str, names: PlaceNames) -> tuple[Finding[Town] | None, tuple[Conflict, ...]]:
    """The place of a report, and where its content and the stem of its file's name disagree."""
    speech = _SPEECH.search(report.flat[:_SPEECH_WITHIN])
    spoken = (speech[2] or "") if speech else ""
    own = spoken if kind_of(spoken) else kind_spoken_of(spoken, report.flat) or ""
    named = _in_name(stem, own, report.flat, names)
    said = _said(report, speech, spoken, names)
    most = most_named(report, spoken, names) if said is None else None
    if said is None and named and most and not _outweighs(most, named.value, report, names):
        most = None
    found = said or most or named or _governed_by(report, spoken, names)
    if found is None or named is None or _same(found.value, stem, named.value, names):
        return found, ()
    return found, (Conflict("place", found.value.name, named.value.name),)


def _said(report: Folded, speech: re.Match[str] | None, spoken: str, names: PlaceNames) -> Finding[Town] | None:
    """The place that the opening says itself."""
    if speech and speech[1]:
        return Finding(NATION, Origin.SPEECH, speech[0], report.line_of(speech.start()))
    if not spoken and (national := _NATIONAL.search(report.head)):
        return Finding(NATION, Origin.SESSION, national[0][1:], report.line_of(national.start()))
    level = level_of(spoken)
    if speech and (town := names.ending(spoken, level)):
        return Finding(town, Origin.SPEECH, speech[0], report.line_of(speech.start()))
    for origin, words, ending, line in _candidates(report):
        if (town := names.ending(ending, level)) and town.name.endswith(kind_of(spoken) or ""):
            return Finding(town, origin, _UP_TO_DATE.sub("", words), line)
    return None


def _candidates(report: Folded) -> Iterator[tuple[Origin, str, str, int]]:
    """What is said at the top, and the words in it that end in the report's place, the surest first."""
    for match in _CONGRESS.finditer(report.head):
        yield Origin.SESSION, match[0], match[1], report.line_of(match.end(1) - 1)
    for origin, pattern in ((Origin.OFFICE, _OFFICE), (Origin.TITLE, _TITLE)):
        for line in report.head_lines():
            for match in pattern.finditer(line.text):
                yield origin, line.text, match[1], line.number


def _governed_by(report: Folded, spoken: str, names: PlaceNames) -> Finding[Town] | None:
    """The first place of the kind that speaks whose party committee the report names."""
    level = level_of(spoken)
    for match in _COMMITTEE.finditer(report.flat) if level else ():
        if (town := names.ending(match[1], level)) and town.level == level:
            return Finding(town, Origin.WORDS, match[0], report.line_of(match.start()))
    return None


def level_of(spoken: str) -> Level | None:
    """What kind of government speaks: `市` of `我代表市人民政府`."""
    kind = kind_of(spoken)
    return _LEVELS[kind] if kind else None


def _in_name(stem: str, spoken: str, text: str, names: PlaceNames) -> Finding[Town] | None:
    """The place of a file's name; with the kind of government that speaks (市) where the name leaves it out.

    A name that is a prefecture's and a county's is the prefecture's, unless the report speaks as a county does.
    """
    for word in _words(stem):
        if word in _NATIONS:
            return Finding(NATION, Origin.FILE_NAME)
        if town := names.ending(word + spoken, None) or names.ending(word, level_of(spoken)):
            wider = names.ending(word, "prefecture")
            if town.level == "county" and wider is not None and wider.level == "prefecture" and town.name != word:
                town = wider if speaks_of(text, wider) > speaks_of(text, town) else town
            return Finding(town, Origin.FILE_NAME)
    return None


def _words(stem: str) -> list[str]:
    words = re.sub(r"人民政府|政府工作报告|工作报告|政府|年", "", unicodedata.normalize("NFKC", stem))
    return re.findall(rf"{_HAN}{{2,}}", words)


def _same(found: Town, stem: str, named: Town, names: PlaceNames) -> bool:
    """Whether a file's name may mean the place that was found (`吉林` is a province and a city of it)."""
    return found == named or any(
        word in _NATIONS if found == NATION else found in names.named(word) for word in _words(stem)
    )


def _outweighs(most: Finding[Town], named: Town, report: Folded, names: PlaceNames) -> bool:
    """Whether the place that the text names most is that of the file's name, or one that the text knows far better."""
    known = max((report.flat.count(name) for name in names.names_of(named)), default=0)
    return named == most.value or _LIE * known < (most.times or 0)
