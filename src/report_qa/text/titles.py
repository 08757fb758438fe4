"""Lines that tell of a report before it begins: its title, when and where it was delivered, and who spoke."""

from __future__ import annotations

import re

_DATE = r"(?:二〇|二○|(?:19|20)\d\d年)"
_POST = r"(?:市长|省长|州长|县长|区长|旗长|盟长|主席|总理|专员)"
_NAME = r"[\u4e00-\u9fff·]{1,6}(?:[　\s][\u4e00-\u9fff·]{1,5})*"
_TITLE = re.compile(r"[^，。；：]{0,24}(?<!作)政府工作报告(?:（[^（）]{1,20}）)?")
_MEETING = re.compile(
    rf"[（(—\-－\s]*{_DATE}.{{0,60}}(?:会议上?|会上|大会上?)[)）]?(?:[　\s]+[^，。；：]{{0,20}}{_POST}[　\s：:]+{_NAME})?"
)
_SPEAKER = re.compile(rf"[^，。；：]{{0,20}}{_POST}[　\s：:]+{_NAME}")
_DAY = re.compile(r"[（(—\-－]*(?:19|20)\d\d年\d{1,2}月\d{1,2}日[)）]?")
ADDRESS = re.compile(r"(?:各位(?:代表|委员)|同志们|现在，我代表)")


def is_title_line(text: str) -> bool:
    """Whether a line is wholly a report's title, its meeting, its date or its speaker."""
    return any(pattern.fullmatch(text) for pattern in (_TITLE, _MEETING, _SPEAKER, _DAY))


def title_lines(texts: list[str]) -> set[int]:
    """Positions of the title lines among a source's first lines, before the report addresses anybody."""
    found: set[int] = set()
    for at, text in enumerate(texts[:60]):
        if ADDRESS.match(text):
            return found
        if is_title_line(text):
            found.add(at)
    return set()
