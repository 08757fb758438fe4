"""`Article`: which of a page's strips are the article.

The article is the innermost element that holds nearly all of the page's running text, with whatever beside it holds running
text too. Elements named as navigation, share bars, comments or footers are left out unless they hold much of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report_qa.errors import SourceError
from report_qa.text.formats.html_clutter import heads_links, is_clutter, is_label, is_link, weight
from report_qa.text.formats.html_tree import Page, Strip

_LEAST = 10  # Han characters of running text that an article has at least
_NAMED_MOST = 0.2  # share of the running text that an element named as clutter may hold and still be left out
_NEARLY_ALL = 0.9  # share of the running text that the article's element holds
_BESIDE = 20  # Han characters of running text with which an element beside the article belongs to it
_FEW = 3  # lines that an article has at least; fewer are one paragraph of it
_PARTS = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd tr tbody thead tfoot pre blockquote".split())
_MARKED = re.compile(
    r"各位.{1,12}[：:！!]$|谢谢(?:大家|各位)?[！!。]?$|(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}(?:部分|章)).{2,60}$"
)
_ANNEX = re.compile(r"^[\s【（(]*附\s*[件表图]|\.(?:docx?|pdf|xlsx?|wps|ofd)\b")


def holds_article(page: Page) -> bool:
    """Whether a page has running text enough to hold an article."""
    return sum(map(weight, page.strips)) >= _LEAST


@dataclass(frozen=True, slots=True)
class Article:
    """The article: numbers of its strips in order, for every element of the page whether it is clutter, and the number of the
    element that holds the article.
    """

    strips: tuple[int, ...]
    clutter: tuple[bool, ...]
    holder: int

    @classmethod
    def of(cls, page: Page) -> Article:
        """Find the article.

        Raises:
            SourceError: the page has none.
        """
        weights = [weight(strip) for strip in page.strips]
        clutter = _clutter(page, weights)
        weights = [0 if clutter[strip.element] else count for strip, count in zip(page.strips, weights, strict=True)]
        total = sum(weights)
        if total < _LEAST:
            raise SourceError(
                "The page holds no article.",
                "Open the page in a browser, wait until it shows the report, and save its text as .txt or print it to PDF.",
            )
        held = _held(page, weights)
        holder = max(
            (number for number, count in enumerate(held) if count >= _NEARLY_ALL * total),
            key=lambda number: (page.elements[number].depth, -number),
        )
        holder = _widened(page, holder, weights)
        inside = _members(page, holder, held)
        strips = [
            number for number, strip in enumerate(page.strips) if inside[strip.element] and not clutter[strip.element]
        ]
        return cls(tuple(_trimmed(page, _reached(page, strips, clutter), weights)), tuple(clutter), holder)


def _held(page: Page, weights: Sequence[int]) -> list[int]:
    """The running text that each element holds, with all that lies in it."""
    held = [0] * len(page.elements)
    for strip, count in zip(page.strips, weights, strict=True):
        held[strip.element] += count
    for number in range(len(page.elements) - 1, 0, -1):
        held[page.elements[number].parent] += held[number]
    return held


def _clutter(page: Page, weights: Sequence[int]) -> list[bool]:
    """For each element whether it, or one that it lies in, is clutter; not where all of its name hold much of the text."""
    held, most = _held(page, weights), _NAMED_MOST * sum(weights)
    named = [is_clutter(element) for element in page.elements]
    shares: dict[str, int] = {}
    for element, count, is_named in zip(page.elements, held, named, strict=True):
        if is_named and count <= most:
            key = f"{element.tag} {element.names}"
            shares[key] = shares.get(key, 0) + count
    found: list[bool] = []
    for number, element in enumerate(page.elements):
        above = element.parent >= 0 and found[element.parent]
        few = held[number] <= most and shares.get(f"{element.tag} {element.names}", 0) <= most
        found.append(above or (named[number] and few))
    return found


def _widened(page: Page, holder: int, weights: Sequence[int]) -> int:
    """The element around the holder that has running text of its own, or around a single paragraph of a short article."""
    direct = {strip.element for strip, count in zip(page.strips, weights, strict=True) if count}
    holder = max(
        (number for number in page.chain(holder) if number in direct), key=lambda number: -number, default=holder
    )
    held = _held(page, [1] * len(page.strips))
    while page.elements[holder].parent > 0 and (page.elements[holder].tag in _PARTS or held[holder] < _FEW):
        holder = page.elements[holder].parent
    return holder


def _members(page: Page, holder: int, held: Sequence[int]) -> list[bool]:
    """For each element whether it belongs to the article: what lies in the holder, and what beside it holds running text."""
    path = set(page.chain(holder))
    first: dict[int, str] = {}
    for strip in page.strips:
        for number in page.chain(strip.element):
            if number in first or number in path:
                break
            first[number] = strip.text
    found: list[bool] = []
    for number, element in enumerate(page.elements):
        above = element.parent >= 0 and found[element.parent]
        beside = (
            element.parent in path and number not in path and held[number] >= _BESIDE and not is_label(first[number])
        )
        found.append(above or number == holder or beside)
    return found


def _reached(page: Page, strips: list[int], clutter: Sequence[bool]) -> list[int]:
    """The article with headings, salutations and thanks that stand next to it in elements of their own."""

    def belongs(number: int) -> bool:
        strip = page.strips[number]
        return _MARKED.match(strip.text.strip()) is not None and not (clutter[strip.element] or is_link(strip))

    first, last = strips[0], strips[-1]
    while first > 0 and belongs(first - 1):
        first -= 1
    while last + 1 < len(page.strips) and belongs(last + 1):
        last += 1
    return [*range(first, strips[0]), *strips, *range(strips[-1] + 1, last + 1)]


def _trimmed(page: Page, strips: Sequence[int], weights: Sequence[int]) -> Iterator[int]:
    """The article without lists of links to other pages, and without the labels at its edges, before and after the text."""
    running = [number for number in strips if weights[number]]
    first, last = running[0], running[-1]
    listed = _listed([page.strips[number] for number in strips])
    headed = False  # whether a heading of links stands above
    for number, following, in_list in zip(strips, [*listed[1:], False], listed, strict=True):
        strip = page.strips[number]
        headed = heads_links(strip.text) if not in_list else headed
        edge = number < first or number > last
        beside = (in_list and (edge or headed)) or (headed and following) or (edge and is_label(strip.text))
        if not beside or _ANNEX.search(strip.text):
            yield number


def _listed(strips: Sequence[Strip]) -> list[bool]:
    """For each line whether it is one of several links: beside one that is a link too, or of several links itself."""
    links = [is_link(strip) for strip in strips]
    return [
        link and (before or after or strip.links > 1)
        for strip, before, link, after in zip(strips, [False, *links], links, [*links[1:], False], strict=False)
    ]
