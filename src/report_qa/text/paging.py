"""What a page prints at its edge: its number, a running head, and both on one line."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from report_qa.text.lines import Line
from report_qa.text.titles import ADDRESS, is_title_line

_N = r"[0-9]{1,3}"
_FRAMED = re.compile(
    rf"(?P<mark>[—–\-‐‑−~·•∙.…=*_])(?P=mark)*\s*(?P<n>{_N})\s*(?P=mark)+|"
    rf"[(\[【〔<《]?[—–\-·]?\s*第\s*(?P<of>{_N}|[一二三四五六七八九十]{{1,3}})\s*[页頁](?:\s*[,、/|]?\s*共\s*{_N}\s*[页頁])?\s*[—–\-·]?[)\]】〕>》]?|"
    rf"共\s*{_N}\s*[页頁]\s*[,、/|]?\s*第\s*{_N}\s*[页頁]|(?i:page)\s*{_N}(?:\s*(?:of|/)\s*{_N})?|[页頁]码?\s*:?\s*{_N}"
)
_COUNTED = re.compile(rf"[^\w\s]{{0,3}}\s*(?i:p\.?\s*)?(?P<n>{_N})\s*(?:/\s*{_N})?\s*[^\w\s%‰℃]{{0,3}}")
_ROMAN = re.compile(r"[ivxl]{1,7}|[IVXL]{1,7}")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}
_OWN_NUMBER = re.compile(rf"第\s*(?P<of>{_N})\s*页|(?<![\w.])(?:P\.?\s*)?(?P<n>{_N})(?:\s*/\s*{_N})?(?![\w%‰.])")
_LIST_MARKS = frozenset(("#.", "#、", "#)", "(#)"))
_NUMBERED_PARTS = re.compile(
    r"(?:附件|附表|附录|附图|专栏|专题|表格?|图|案例|续表|注|例|例子|问题?|答|任务|项目|工程)\s*#"
)
_OF_A_MEETING = re.compile(r"报告|会议|大会|文件|材料|汇编|两会|公报|日报|晚报")
_CHAIN, _APART_NUMBER, _APART_HEAD, _APART_LIST = (
    3,
    60,
    150,
    250,
)  # numbers that count up; code points between two of them, in the middle
_HEAD, _EDGE = 40, 2  # code points of a running head at most; lines at a page's edge that may be one
_TITLE = "政府工作报告"
_OF_A_PAGE = ("page_number", "newspaper_edge", "running_head")
_STOP = re.compile(r"[。！？；].")
_SHORTEST, _HEADING_LINES = 8, 3  # code points of a line that breaks off; lines of a heading
_UNFINISHED = re.compile(r"[\w，、“（《]$")


def page_numbers(lines: Sequence[Line]) -> list[int]:
    """A number in dashes or dots (— 12 —), as 第3页 or Page 3; barer ones (3, [3], 3/20) where they count up, a page apart."""
    framed: list[int] = []
    bracketed: list[tuple[int, int]] = []  # in brackets or with a dot, as the numbers of a list are too
    numbers = {line.start: line.number for line in lines}
    counted: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for line in lines:
        text = _folded(line.text) if len(line.text) <= _HEAD else ""
        match = _FRAMED.fullmatch(text)
        if match:
            framed.append(line.number)
        counts = _COUNTED.fullmatch(text)
        if counts:
            shape = "dash" if text[0] in "—–-" else _shape(text)
            if shape in _LIST_MARKS:
                bracketed.append((line.start, int(counts["n"])))
            else:
                counted[shape].append((line.start, int(counts["n"])))
        elif _ROMAN.fullmatch(text):
            counted["roman"].append((line.start, _roman(text)))
    chained = [numbers[start] for seen in counted.values() for start in counting_up(seen, _APART_NUMBER)]
    if len(bracketed) >= 2 * _CHAIN:
        chained += [numbers[start] for start in counting_up(bracketed, _APART_LIST)]
    return sorted({*framed, *chained})


def numbered_heads(lines: Sequence[Line]) -> list[int]:
    """A line that comes again and again with another number, one more each time: a running head with the page's number."""
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for line in lines:
        text = _folded(line.text) if len(line.text) <= _HEAD else ""
        numbers = list(_OWN_NUMBER.finditer(text))
        if not numbers or text[-1] in "。;;,:":
            continue
        for own in numbers[:1] + numbers[1:][-1:]:
            shape = re.sub(r"\s", "", f"{text[: own.start()]}#{text[own.end() :]}")
            if sum(char.isalpha() for char in shape) >= 2 and not _NUMBERED_PARTS.match(shape):
                groups[shape].append((line.start, int(own["n"] or own["of"])))
    by_start = {line.start: line.number for line in lines}
    return sorted({by_start[start] for seen in groups.values() for start in counting_up(seen, _APART_HEAD)})


def running_heads(lines: Sequence[Line]) -> list[int]:
    """A short line that comes again and again, or a title again inside the text.

    It names a meeting or a document, or most of them part a sentence; a heading that comes again in every part of a report does
    neither. The first one stays where it is the title.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if _may_run(line):
            places[line.text].append(at)
    begun = next((at for at, line in enumerate(lines) if ADDRESS.match(line.text) or len(line.text) >= 60), len(lines))
    found: list[int] = []
    for text, seen in places.items():
        if _flows(lines, seen):
            continue
        if is_title_line(text) and (len(seen) > 1 or seen[0] > begun and text == _TITLE):
            found += seen[0 if seen[0] > begun else 1 :]
        elif len(seen) >= _CHAIN:
            parting = sum(_parts_a_sentence(lines, at) for at in seen)
            if 2 * parting > len(seen) or _OF_A_MEETING.search(text):
                found += seen[0 if seen[0] > begun else 1 :]
    return [lines[at].number for at in sorted(found)]


def _parts_a_sentence(lines: Sequence[Line], at: int) -> bool:
    """Whether the line before breaks off inside a sentence and is no heading's, nor its second or third line."""
    if at == 0 or not _UNFINISHED.search(lines[at - 1].text) or len(lines[at - 1].text) < _SHORTEST:
        return False
    for before in reversed(lines[max(0, at - _HEADING_LINES) : at]):
        if _STOP.search(before.text):
            return True
        if before.marker is not None or before.text[-1] in "。！？；":
            return False
    return True


def _flows(lines: Sequence[Line], seen: Sequence[int]) -> bool:
    """Whether marks around a line that stands in several places tie it to its neighbours, as a name in 《》 is."""
    tied = sum(
        lines[at - 1].text[-1] in "《“‘（(" or at + 1 < len(lines) and lines[at + 1].text[0] in "》”’）)，、。；："
        for at in seen
        if at
    )
    return 5 * tied >= len(seen)


def heads_beside(lines: Sequence[Line], found: Mapping[int, str]) -> list[int]:
    """Lines that come again and again right beside what else a page prints at its edge, in most of their places."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.number not in found and len(line.text) <= _HEAD and line.text[-1] not in "。！？；：":
            places[line.text].append(at)
    heads: list[int] = []
    for seen in places.values():
        beside = sum(
            any(found.get(line.number) in _OF_A_PAGE for line in lines[max(0, at - 1) : at + 2]) for at in seen
        )
        if len(seen) >= _CHAIN and 2 * beside > len(seen):
            heads += [lines[at].number for at in seen]
    return sorted(heads)


def page_edges(lines: Sequence[Line], pages: Sequence[int | None]) -> list[int]:
    """Where the format has pages: a short line that stands at the top, or at the foot, of most of them, its digits aside."""
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        page = pages[line.number - 1] if line.number <= len(pages) else None
        if page is not None:
            by_page[page].append(line)
    if len(by_page) < _CHAIN:
        return []
    found: list[int] = []
    for edge in (slice(None, _EDGE), slice(-_EDGE, None)):
        shapes: dict[str, list[Line]] = defaultdict(list)
        for page_lines in by_page.values():
            for line in page_lines[edge]:
                if len(line.text) <= _HEAD and line.text[-1] not in "。！？；":
                    shapes[re.sub(r"[0-9０-９]+", "#", line.text)].append(line)
        for same in shapes.values():
            if len(same) >= _CHAIN and 3 * len(same) >= len(by_page):
                found += [line.number for line in same]
    return sorted(set(found))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _shape(text: str) -> str:
    """A text with its first number as # and without white space."""
    return re.sub(r"\s", "", re.sub(r"[0-9]+", "#", text, count=1))


def _roman(text: str) -> int:
    values = [_ROMAN_DIGITS[char] for char in text.lower()]
    return sum(-value if value < after else value for value, after in pairwise([*values, 0]))


def counting_up(seen: Sequence[tuple[int, int]], apart: int) -> list[int]:
    """The places of the longest run of numbers that go up by one (by two where one is missing), given in order as (place, number).

    None, if the run is shorter than three, or if in the middle its places stand less than `apart` from each other.
    """
    best: dict[int, list[int]] = {}
    for place, number in seen:
        before = max((best.get(number - 1, []), best.get(number - 2, [])), key=len)
        if len(before) + 1 > len(best.get(number, [])):
            best[number] = [*before, place]
    run = max(best.values(), key=len, default=[])
    return run if len(run) >= _CHAIN and median(b - a for a, b in pairwise(run)) >= apart else []


def _may_run(line: Line) -> bool:
    return 3 <= len(line.text) <= _HEAD and line.marker is None and line.text[-1] not in "。！？；：:!，、”摄"
