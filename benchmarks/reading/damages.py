"""Clutter put into clean reports, and other damage, a function a kind."""

from __future__ import annotations

import html
import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from benchmarks.reading.damage import Clean, Damaged
from benchmarks.reading.wordings import Wordings

_SHEET = (18, 34)  # lines of a sheet between two page numbers
_WIDTHS = (26, 28, 30, 34)  # of a wrapped line, in full-width characters
_HANGING = "，。；：、）”%》！？’"
_FULL = {chr(code): chr(code + 0xFEE0) for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))}
_FULL_MARKS = {"%": "％", ".": "．", "-": "－", "+": "＋", "/": "／", "(": "（", ")": "）"}

Damage = Callable[[Clean, Wordings, random.Random], Damaged]


def _filled(text: str, n: int = 1) -> str:
    values = {"n": n, "all": 40, "y": 2024, "d": 18}
    return re.sub(r"\{(n|all|y|d)\}", lambda match: str(values[match[1]]), text)


def _put(out: Damaged, block: Sequence[str], rng: random.Random, n: int = 1) -> None:
    blank = rng.random() < 0.5
    for line in block:
        out.clutter(_filled(line, n))
        out.space("\n\n" if blank else "\n")


def _wrapped(line: str, start: int, width: int) -> Iterator[tuple[str, int]]:
    """A paragraph's lines as they are printed in a box, with a two-character indent left off the first."""
    at, used, limit, low = 0, 4, 2 * width, 0
    for at, char in enumerate(line):
        wide = 2 if unicodedata.east_asian_width(char) in "WFA" else 1
        if used + wide > limit and char not in _HANGING:
            yield line[low:at], start + low
            low, used = at, 0
        used += wide
    yield line[low:], start + low


def above(clean: Clean, words: Wordings, rng: random.Random) -> Damaged:
    """A portal's navigation, labels and buttons over the report."""
    out = Damaged()
    _put(out, rng.choice(words.above), rng)
    return _rest(out, clean)


def below(clean: Clean, words: Wordings, rng: random.Random) -> Damaged:
    """A portal's notices, links and footer under the report."""
    out = _rest(Damaged(), clean)
    _put(out, rng.choice(words.below), rng)
    return out


def between(clean: Clean, words: Wordings, rng: random.Random) -> Damaged:
    """Share bars, pagers and the like between paragraphs."""
    out = Damaged()
    for at, (line, start) in enumerate(clean.lines):
        if at > 3 and rng.random() < 0.06:
            _put(out, rng.choice(words.between), rng)
        out.clean(line, start)
        out.space()
    return out


def _rest(out: Damaged, clean: Clean) -> Damaged:
    for line, start in clean.lines:
        out.clean(line, start)
        out.space()
    return out


def paged(pick: Callable[[Wordings], Sequence[str | Sequence[str]]], wrap: bool, numbers: bool = False) -> Damage:
    """A damage that puts one of the words into the text where a sheet ends, between lines or inside a wrapped paragraph."""

    def damage(clean: Clean, words: Wordings, rng: random.Random) -> Damaged:
        out, width, number, since = Damaged(), rng.choice(_WIDTHS), rng.choice([1, 1, 1, 3, 12]), 0
        height = rng.randint(*_SHEET) if wrap else rng.randint(5, 9)
        choice = rng.choice(pick(words)) if not numbers else "{n}"
        apart = rng.choice(["\n", "\n\n"])
        for line, start in clean.lines:
            for piece, begin in _wrapped(line, start, width) if wrap else [(line, start)]:
                if since >= height:
                    _put(out, [choice] if isinstance(choice, str) else choice, rng, number)
                    number, since = number + 1, 0
                out.clean(piece, begin)
                out.space(apart)
                since += 1
        return out

    return damage


def inline_pages(clean: Clean, words: Wordings, rng: random.Random) -> Damaged:
    """Page numbers that stand in the paragraph's line itself, wherever the sheet ended."""
    out, number, choice = Damaged(), 1, rng.choice(words.inline)
    for line, start in clean.lines:
        at = rng.randint(20, max(20, len(line) - 5)) if len(line) > 80 and rng.random() < 0.5 else 0
        at = at if at and not re.search(r"[0-9]", line[at - 1 : at + 1]) else 0
        out.clean(line[:at], start)
        if at:
            out.clutter(_filled(choice, number))
            number += 1
        out.clean(line[at:], start + at)
        out.space()
    return out


def doubled(clean: Clean, _words: Wordings, rng: random.Random) -> Damaged:
    """Lines printed twice, one after the other."""
    out = Damaged()
    for line, start in clean.lines:
        out.clean(line, start)
        out.space()
        if rng.random() < 0.08 and len(line) >= 6 and not line.startswith("各位代表"):
            out.clutter(line)
            out.space()
    return out


def sprinkled(shapes: Sequence[str], share: float, between_only: str = "") -> Damage:
    """A damage that puts one of the shapes between characters, and after every one of `between_only`."""

    def damage(clean: Clean, _words: Wordings, rng: random.Random) -> Damaged:
        out = Damaged()
        for line, start in clean.lines:
            for at, char in enumerate(line):
                out.clean(char, start + at)
                if rng.random() < share or char in between_only and rng.random() < 0.2:
                    out.clutter(rng.choice(shapes))
            out.space()
        return out

    return damage


def marks_as_entities(clean: Clean, _words: Wordings, rng: random.Random) -> Damaged:
    """Quotation marks, dashes and the like printed as the entities that stand for them, here and there."""
    names = {
        "“": ("&ldquo;", "&#8220;", "&#x201C;"),
        "”": ("&rdquo;", "&#8221;", "&#x201D;"),
        "—": ("&mdash;", "&#8212;"),
        "·": ("&middot;",),
    }
    return _replaced(clean, rng, names, 0.3)


def spaces_as_entities(clean: Clean, _words: Wordings, rng: random.Random) -> Damaged:
    """Indents and gaps printed as entities."""
    out = Damaged()
    shape = rng.choice(["&nbsp;", "&emsp;", "&#12288;", "&#160;", "&ensp;", "&amp;nbsp;", "<U+3000>", "&nbsp"])
    for line, start in clean.lines:
        out.clutter(shape * rng.choice([1, 2, 4]))
        at = rng.randint(1, len(line))
        out.clean(line[:at], start)
        if rng.random() < 0.2:
            out.clutter(shape)
        out.clean(line[at:], start + at)
        out.space()
    return out


def _replaced(clean: Clean, rng: random.Random, names: dict[str, tuple[str, ...]], share: float) -> Damaged:
    out = Damaged()
    for line, start in clean.lines:
        for at, char in enumerate(line):
            if char in names and rng.random() < share:
                out.clutter(rng.choice(names[char]))
                assert html.unescape(out.parts[-1])
            else:
                out.clean(char, start + at)
        out.space()
    return out


def full_width(clean: Clean, _words: Wordings, rng: random.Random) -> Damaged:
    """Digits, letters and marks in their full-width forms."""
    forms = _FULL | (_FULL_MARKS if rng.random() < 0.7 else {})
    out = Damaged()
    for line, start in clean.lines:
        out.clean("".join(forms.get(char, char) for char in line), start)
        out.space()
    return out


def spaced(gap: str, share: float) -> Damage:
    """Every character of a line set apart, of so many lines."""

    def damage(clean: Clean, _words: Wordings, rng: random.Random) -> Damaged:
        out = Damaged()
        for line, start in clean.lines:
            apart = rng.random() < share
            for at, char in enumerate(line):
                out.clean(char, start + at)
                if apart and at + 1 < len(line):
                    out.space(gap)
            out.space()
        return out

    return damage


def margins(clean: Clean, _words: Wordings, rng: random.Random) -> Damaged:
    """Tabs, form feeds, no-break spaces and byte-order marks around lines, and blank lines between them."""
    out = Damaged()
    for line, start in clean.lines:
        out.space(rng.choice(["\t", "\x0c", "\u3000\u3000", "\u00a0 ", "\ufeff", "  \t", "\x0b"]))
        out.clean(line, start)
        out.space(rng.choice(["\t", "  ", "\u3000", "\x0c", "\u00a0"]) + rng.choice(["\n", "\n \n", "\n\t\n\n"]))
    return out


def run_on(gap: str, share: float) -> Damage:
    """Lines printed on one with the line before, so many of them."""

    def damage(clean: Clean, _words: Wordings, rng: random.Random) -> Damaged:
        out = Damaged()
        for line, start in clean.lines:
            if out.origins:
                out.space(gap if rng.random() < share else "\n")
            out.clean(line.strip(), start + len(line) - len(line.lstrip()))
        return out

    return damage


DAMAGES: dict[str, Damage] = {
    "above": above,
    "below": below,
    "between": between,
    "wrapped, no clutter": paged(lambda _: ("",), wrap=True),
    "page numbers": paged(lambda words: words.page, wrap=False),
    "page numbers in lines": paged(lambda words: words.page, wrap=True),
    "bare numbers": paged(lambda words: words.page, wrap=False, numbers=True),
    "bare numbers in lines": paged(lambda words: words.page, wrap=True, numbers=True),
    "numbered heads": paged(lambda words: words.headed, wrap=False),
    "numbered heads in lines": paged(lambda words: words.headed, wrap=True),
    "running heads": paged(lambda words: words.heads, wrap=False),
    "running heads in lines": paged(lambda words: words.heads, wrap=True),
    "newspaper": paged(lambda words: words.paper, wrap=False),
    "newspaper in lines": paged(lambda words: words.paper, wrap=True),
    "rules": paged(lambda words: words.rules, wrap=False),
    "code": paged(lambda words: words.code, wrap=False),
    "code in lines": paged(lambda words: words.code, wrap=True),
    "inline page numbers": inline_pages,
    "doubled lines": doubled,
    "entities for spaces": spaces_as_entities,
    "entities for marks": marks_as_entities,
    "tags": sprinkled(
        (
            "<br>",
            "<br/>",
            "</p>",
            '<span style="font-size: 16px;">',
            "</span>",
            "<strong>",
            '<a href="/art/1.html" target="_blank">',
            "<o:p>",
        ),
        0.004,
    ),
    "invisible": sprinkled(("\u200b", "\ufeff", "\u00ad", "\u200d", "\u2060", "\u200e"), 0.01),
    "full width": full_width,
    "spaced": spaced(" ", 1.0),
    "spaced widely": spaced("\u3000", 1.0),
    "spaced lines": spaced(" ", 0.2),
    "margins": margins,
    "one line": run_on("", 1.0),
    "one line, spaces": run_on(" ", 1.0),
    "run on": run_on("", 0.4),
}
