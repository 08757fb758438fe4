"""What a scrape leaves beside the text: code, tags and rules on lines of their own, lines taken twice, the whole report again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_qa.text.lines import Line

_LETTER = re.compile(r"[^\W_]")
_RULE_SIGNS = r"\-—–_＿－＝=*＊~～·•.…‥#─━═┄┈│|｜/\\\\﹏^◇◆□■○●☆★△▲▽※×>＞<＜»«+"
_RULE = re.compile(rf"[{_RULE_SIGNS}\s]{{3,}}|[|｜>＞<＜»«×※□◇]{{1,2}}|[{{}}()\[\];,$\s]*[{{}};][{{}}()\[\];,$\s]*")
_COMMENT = re.compile(r"<!--.*|.*-->|</?[a-zA-Z][^<>]*/?>?")
_CODE = re.compile(
    r"(?=.*[A-Za-z]{2})[^\u4e00-\u9fff]*(?:[{}]|\)\s*;|=\s*['\"]|\w\s*=\s*\w+\s*[;(]|function\s*\(|https?://|www\.)[^\u4e00-\u9fff]*|"
    r"[.#@*]?[\w.#:>,\s\-@()]{0,60}\{[^{}]*:[^{}]*;?[^{}]*\}?|"
    r"(?:(?:var|let|const|function|return)\s|document\.|window\.|\$\().{0,200}[;{})]|//\s*\S{0,40}"
)
_REMARK = re.compile(
    r"/\*.*\*/|/\*[^。]{0,60}|<[^<>\u4e00-\u9fff][^\u4e00-\u9fff]*>|(?:\[/?(?:b|i|u|p|img|url|size|color|font|center|quote|td|tr)[^\[\]]*\])+"
)
_LINK = re.compile(r"(?:网址|链接|原文(?:链接|地址)?)?\s*[：:]?\s*(?:https?://|www\.)[\w./?=&%#:\-]+")
_LONGEST_CODE = 500  # code points of a line of code
_TWICE = 6  # code points of a line that is left out where it stands a second time, right behind itself
_COPY_LINES, _COPY_CHARS, _LONG = 6, 1500, 30  # of a stretch that is the report again; of the lines that are compared


def markup(lines: Sequence[Line]) -> list[int]:
    """Comments, tags, style sheets and scripts left by a scrape, web addresses, and lines of rules or separators."""
    return [line.number for line in lines if _is_markup(line.text)]


def _is_markup(text: str) -> bool:
    if not _LETTER.search(text):
        return bool(_RULE.fullmatch(text) or _COMMENT.fullmatch(text))
    if len(text) > _LONGEST_CODE:
        return False
    return bool(_COMMENT.fullmatch(text) or _REMARK.fullmatch(text) or _CODE.fullmatch(text) or _LINK.fullmatch(text))


def doubled_lines(lines: Sequence[Line]) -> list[int]:
    """A line that stands a second time right behind itself."""
    return [
        line.number
        for before, line in zip(lines, lines[1:], strict=False)
        if line.text == before.text and len(line.text) >= _TWICE
    ]


def second_copies(lines: Sequence[Line]) -> list[int]:
    """A long stretch of lines that all stood before, in the same order: a page that holds the report more than once."""
    long = [line for line in lines if len(line.text) >= _LONG]
    first: dict[str, int] = {}
    stretches: list[list[int]] = []  # positions in `long` that repeat consecutive earlier ones
    expected = -1
    for at, line in enumerate(long):
        before = first.setdefault(line.text, at)
        if before < at and stretches and before == expected:
            stretches[-1].append(at)
        elif before < at:
            stretches.append([at])
        expected = before + 1 if before < at else -1
    spans = [
        (long[stretch[0]].number, long[stretch[-1]].number)
        for stretch in stretches
        if len(stretch) >= _COPY_LINES and sum(len(long[at].text) for at in stretch) >= _COPY_CHARS
    ]
    return _with_neighbours(lines, spans) if spans else []


def _with_neighbours(lines: Sequence[Line], spans: Sequence[tuple[int, int]]) -> list[int]:
    """Numbers of the lines in spans of line numbers, and right before and behind them, that all stood before."""
    first: dict[str, int] = {}
    seen_before = [first.setdefault(line.text, at) < at for at, line in enumerate(lines)]
    inside = {number for low, high in spans for number in range(low, high + 1)}
    found = {at for at, line in enumerate(lines) if line.number in inside and seen_before[at]}
    for step in (-1, 1):
        for start in sorted(found):
            at = start + step
            while 0 <= at < len(lines) and at not in found and seen_before[at]:
                found.add(at)
                at += step
    return [lines[at].number for at in sorted(found)]
