"""Credits of pictures: who took or gave one (吴杰 摄, 图/周晓岚, 受访者供图, 资料图片), by which captions end."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAME = r"[\u4e00-\u9fff·]{2,4}"
_NAMES = rf"{_NAME}(?:[\s　、，/]+{_NAME})*"
_ROLE = r"(?:[\u4e00-\u9fff]{0,8}?(?:记者|通讯员|摄影师?))"
_BY = rf"(?:{_ROLE}[\s　:：]*)?(?:{_NAMES})?"
TAKEN = re.compile(
    rf"(?:(?<=[。！？\s　（(])|^){_BY}(?P<gap>[\s　]*)(?<![拍航])摄(?:影(?:报道)?)?(?=[)）。\s　]|$|[\u4e00-\u9fff0-9])"
)
_GIVEN = (
    r"(?:[\u4e00-\u9fff]{0,12}(?:供图|图片来源|资料图片?|资料照片|提供图片))",
    r"(?:图片?来源[：:/／]?\S{1,12})",
    rf"(?:(?:摄影|摄|图片?|文[/／]图|图[/／]文)[\s　]*[：:/／|｜][\s　]*{_NAMES})",
    rf"(?:{_NAMES}[\s　]*(?:文[/／]图|图[/／]文|[/／]图|[/／]摄|[\s　]航拍|[\s　]图))",
    rf"(?:(?:文[/／]图|图[/／]文)[\s　]*{_NAMES})",
    rf"(?:(?:新华社|中新社|人民图片|视觉中国)发?(?:[（(]{_NAME}[\s　]*摄[)）])?)",
    rf"(?:{_ROLE}[\s　:：]*{_NAMES}[\s　]*(?:摄|图|供图|航拍))",
)
GIVEN = re.compile(rf"(?:(?<=[。！？\s　])|^)[（(【]?(?:{'|'.join(_GIVEN)})[)）】]?。?$")
WHOLE = re.compile(
    r"[（(]?(?:[本以][版报组上]|图片)\S{0,16}(?:整理|摄影?|拍摄|提供|采写|撰写|报道)[)）]?。?|"
    r"[（(]\S{0,16}(?:供图|图片来源|资料图片?)\S{0,12}[)）]"
)
_MAY = re.compile(r"[摄图拍社整理提供采写撰报]")
_BARE = re.compile(rf"(?:.*[。！？])?[\s　（(]*(?:{_ROLE}|{_NAME})?[\s　]*(?:{_NAMES})?[\s　]*(?:摄影?|航拍)[)）]?")


def taken(text: str) -> Iterator[re.Match[str]]:
    """Credits that name who took a picture: 摄 after a name and a space, or after 记者."""
    for match in TAKEN.finditer(text) if "摄" in text else ():
        if match["gap"] or re.search(r"记者|通讯员", match[0]):
            yield match


def ends_in_credit(text: str, cut: bool = False) -> bool:
    """Whether a text ends in a credit or is nothing else. `cut`: its lines were cut, so that a space may be lost."""
    if not _MAY.search(text, max(0, len(text) - 24)):
        return False
    if WHOLE.fullmatch(text) or GIVEN.search(text):
        return True
    if any(len(text) - match.end() <= 1 for match in taken(text)):
        return True
    return cut and _BARE.fullmatch(text) is not None


def is_credit(text: str) -> bool:
    """Whether a text is a picture's credit alone, which belongs to the text above it."""
    if WHOLE.fullmatch(text):
        return False
    first = next(taken(text), None)
    given = GIVEN.search(text)
    return first is not None and first.start() == 0 or given is not None and given.start() == 0
