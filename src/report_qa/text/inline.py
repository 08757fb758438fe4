"""What does not belong inside a line: entities, tags, characters that do not print, and the spaces of a line set apart.

These rules see one line at a time and come first: what is a page number, a caption or a heading shows in the line less what they
leave out.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter

from report_qa.text.lines import Line, marker_of, text_width
from report_qa.text.source import Source

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
SPACE = "[ \\t\\v\\f\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
_UNPRINTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]+"
)
_ENTITY = re.compile(
    r"&(?:amp;)*(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8}[0-9]{0,2});|"
    r"&(?:nbsp|[en]nsp|emsp|ensp|thinsp|ldquo|rdquo|lsquo|rsquo|middot|mdash|ndash|quot|hellip)(?![A-Za-z;])|"
    r"<U\+[0-9A-Fa-f]{4,6}>"
)
_TAG = re.compile(
    r"</?(?:a|abbr|article|aside|b|big|blockquote|body|br|button|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|figure|font|footer|form|"
    r"h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|meta|nav|o:p|ol|option|p|pre|s|script|section|select|small|"
    r"span|strike|strong|st1:[a-z]+|style|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|u|ul|v:[a-z]+|video|w:[a-zA-Z]+)"
    r"(?:\s[^<>]{0,300})?\s*/?>|<!--.{0,300}?-->",
    re.IGNORECASE,
)
_SUSPECT = re.compile(rf"[&<]|{_UNPRINTED.pattern}|{SPACE}\S{SPACE}")
_GAP = re.compile(rf"(?<=\S){SPACE}+(?=\S)")
_APART = re.compile(rf"(?<![{HAN}])[{HAN}](?:{SPACE}[{HAN}]){{2,}}(?![{HAN}])")
_HAN_CHAR = re.compile(f"[{HAN}]")
_REMEMBERED = 2048  # lines whose cuts are kept: every rule of repair asks for them again
_FEWEST = 5  # gaps of a line that is set apart from end to end
_SHARE = 0.8  # of what stands between its gaps that is one character


@dataclass(frozen=True, slots=True)
class Cut:
    """Code points `[start, end)` of a line that a rule leaves out, and why."""

    start: int
    end: int
    rule: str
    why: str


def line_cuts(raw: str, rules_off: Sequence[str] = ()) -> tuple[Cut, ...]:
    """What the rules of this module leave out of one line, in order; cuts may touch and never overlap.

    >>> [(cut.start, cut.end, cut.rule) for cut in line_cuts("增长&nbsp;5%")]
    [(2, 8, 'entity')]
    """
    return _cuts(raw, tuple(rules_off)) if _SUSPECT.search(raw) else ()


@lru_cache(maxsize=_REMEMBERED)
def _cuts(raw: str, rules_off: tuple[str, ...]) -> tuple[Cut, ...]:
    cuts = _apart([cut for rule in (_entities, _tags, _unprinted) for cut in rule(raw) if cut.rule not in rules_off])
    if "spaced_han" not in rules_off:
        spaced = list(_set_apart(raw))
        cuts = _apart([*cuts, *spaced]) if spaced else cuts
    return tuple(_apart([*cuts, *_margins(raw, cuts)])) if cuts else ()


def _apart(cuts: list[Cut]) -> list[Cut]:
    """Cuts in order, without those that overlap an earlier one."""
    found: list[Cut] = []
    for cut in sorted(cuts, key=attrgetter("start")):
        if not found or found[-1].end <= cut.start:
            found.append(cut)
    return found


def _margins(raw: str, cuts: Sequence[Cut]) -> Iterator[Cut]:
    """White space at the ends of what other cuts leave."""
    kept = _kept(raw, cuts)
    low = next((place for place, at in enumerate(kept) if not raw[at].isspace()), len(kept))
    high = next((place for place in range(len(kept) - 1, low, -1) if not raw[kept[place]].isspace()), low)
    for at in kept[:low]:
        yield Cut(at, at + 1, "margin", "white space before the line")
    for at in kept[high + 1 :]:
        yield Cut(at, at + 1, "margin", "white space after the line")


def bare_text(line: Line, source: Source, rules_off: Sequence[str] = ()) -> tuple[str, Sequence[int]]:
    """What the rules leave of a line, and for each of its characters the code point of the source that it is."""
    raw = source.text[line.start : line.end]
    cuts = line_cuts(raw, rules_off)
    if not cuts:
        return raw, range(line.start, line.end)
    kept = _kept(raw, cuts)
    return "".join(map(raw.__getitem__, kept)), [line.start + at for at in kept]


def bare_line(line: Line, source: Source, rules_off: Sequence[str] = ()) -> Line:
    """A line whose text, width and mark are those of what the rules leave; its place stays."""
    text, _ = bare_text(line, source, rules_off)
    return line if text == line.text else replace(line, text=text, width=text_width(text), marker=marker_of(text))


def _kept(raw: str, cuts: Sequence[Cut]) -> list[int]:
    kept: list[int] = []
    at = 0
    for cut in cuts:
        kept.extend(range(at, cut.start))
        at = cut.end
    return [*kept, *range(at, len(raw))]


def _entities(raw: str) -> Iterator[Cut]:
    """Entities; of one for & the sign itself stays, and one between two digits keeps its sign, so that no number grows."""
    for match in _ENTITY.finditer(raw):
        start, end = match.span()
        stands_for = _stands_for(match[0])
        if len(stands_for) > 1:
            continue  # no entity that HTML knows
        between = raw[start - 1 : start].isdigit() and raw[end : end + 1].isdigit()
        if stands_for == "&" or between and stands_for.strip():
            start += 1
        yield Cut(start, end, "entity", f"{match[0]}: an entity that a web page left in the text")


def _stands_for(entity: str) -> str:
    if entity.startswith("<"):
        code = int(entity[3:-1], 16)
        return chr(code) if code < 0x110000 else entity
    return html.unescape(html.unescape(entity if entity.endswith(";") else entity + ";"))


def _tags(raw: str) -> Iterator[Cut]:
    for match in _TAG.finditer(raw):
        yield Cut(match.start(), match.end(), "tag", f"{match[0][:40]}: a tag that a web page left in the text")


def _unprinted(raw: str) -> Iterator[Cut]:
    for match in _UNPRINTED.finditer(raw):
        codes = " ".join(f"U+{ord(char):04X}" for char in match[0][:4])
        yield Cut(match.start(), match.end(), "unprinted", f"{codes}: a character that does not print")


def _set_apart(raw: str) -> Iterator[Cut]:
    """Spaces that set single characters apart: through a whole line, or through a run of at least three Han characters."""
    gaps = list(_GAP.finditer(raw))
    solid = sum(not char.isspace() for char in raw)
    words = raw.split()
    single = sum(len(word) == 1 for word in words)
    if len(gaps) >= _FEWEST and single >= _SHARE * len(words) and 2 * len(_HAN_CHAR.findall(raw)) >= solid:
        usual = Counter(len(gap[0]) for gap in gaps).most_common(1)[0][0]
        for gap in gaps:
            start = gap.start() if len(gap[0]) <= usual else gap.start() + 1  # a wider gap is a space between words
            if start < gap.end():
                yield Cut(start, gap.end(), "spaced_han", "every character of the line is set apart")
        return
    for match in _APART.finditer(raw):
        for at, char in enumerate(match[0], match.start()):
            if char.isspace():
                yield Cut(at, at + 1, "spaced_han", "single characters set apart")
