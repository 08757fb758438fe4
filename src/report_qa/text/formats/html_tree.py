"""`Strip`: a web page as the strips of text that a browser shows on lines of their own, each with what it lies in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from report_qa.errors import SourceError
from report_qa.text.formats.html_limits import check_markup

MAX_NODES = 1_000_000
_UNSEEN = frozenset(
    "script style noscript template iframe object embed applet svg math canvas audio video map head select button input "
    "textarea datalist frameset noframes marquee".split()
)
_BLOCKS = frozenset(
    "html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table caption thead tbody "
    "tfoot tr td th ul optgroup option".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNPRINTED = re.compile(
    r"(?<![\w-])(?:no-?print|mw-editsection|mw-jump-link|sr-only|visually-?hidden)(?![\w-])", re.IGNORECASE
)
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_RAISES = re.compile(r"[0-9+\-−]+")
_WIDE = "\u2e80-\u303f\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff“”‘’…—"
_SPACES = re.compile(r"[ \t\r\n\f]+")
_SOURCE_END = re.compile(rf"(?<=[{_WIDE}])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{_WIDE}])")


@dataclass(slots=True)
class Element:
    """A block of the page: its tag, its names (`role`, then a line each for `class` and `id`), and the element it lies in."""

    tag: str
    names: str
    parent: int
    depth: int


@dataclass(frozen=True, slots=True)
class Strip:
    """Text between two line ends. `element` is the number of the block that holds it, `linked` counts characters in links.

    `links` counts the links in it.
    """

    text: str
    element: int
    linked: int
    links: int


@dataclass(slots=True)
class Page:
    """A page as elements and strips, in its own order. Element 0 is the root."""

    title: str
    elements: list[Element] = field(default_factory=list)
    strips: list[Strip] = field(default_factory=list)

    def chain(self, element: int) -> Iterator[int]:
        """An element and all that it lies in, innermost first."""
        while element >= 0:
            yield element
            element = self.elements[element].parent


def read_page(markup: str, *, hidden: bool = False) -> Page:
    """Parse a page; with `hidden`, what it hides is read as well.

    Raises:
        SourceError: nested too deep, or too large, to be a report.
    """
    check_markup(markup)
    tree = LexborHTMLParser(markup)
    title = tree.css_first("title")
    reader = _Reader(Page(" ".join((title.text() if title is not None else "").split())), hidden)
    if tree.root is not None:
        reader.walk(tree.root)
    return reader.page


@dataclass(slots=True)
class _Reader:
    page: Page
    hidden: bool = False  # whether hidden elements are read
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    count: int = 0  # links taken in
    kept: int = 0  # open `<pre>`
    links: int = 0  # open `<a>`
    raised: int = 0  # open `<sup>`

    def walk(self, root: LexborNode) -> None:
        """Read the tree without recursion: a page may nest as deep as it likes."""
        node: LexborNode | None = root
        open_blocks = [-1]
        seen = 0
        while node is not None:
            seen += 1
            if seen > MAX_NODES:
                raise SourceError("The page is larger than a report can be.", "Open it in a browser and save its text.")
            child = self.enter(node, open_blocks)
            if child is not None:
                node = child
                continue
            while node is not None:
                self.leave(node, open_blocks)
                if node.mem_id == root.mem_id:
                    return
                if node.next is not None:
                    node = node.next
                    break
                node = node.parent

    def enter(self, node: LexborNode, open_blocks: list[int]) -> LexborNode | None:
        """Take an element or text in; its first child, if it is to be read."""
        tag = node.tag or ""
        if tag == "-text":
            self.take(node.text_content or "")
            return None
        if tag == "br":
            self.end(open_blocks[-1])
        if tag.startswith(("-", "!")) or tag in _UNSEEN or (not self.hidden and _is_hidden(node)):
            return None
        if tag in _BLOCKS:
            self.end(open_blocks[-1])
            self.page.elements.append(
                Element(tag, _names(node), open_blocks[-1], len(open_blocks) - 1),
            )
            open_blocks.append(len(self.page.elements) - 1)
        self.kept += tag == "pre"
        self.links += tag == "a"
        self.raised += tag == "sup"
        self.count += tag == "a"
        return node.child

    def leave(self, node: LexborNode, open_blocks: list[int]) -> None:
        """Close an element that `enter` opened."""
        tag = node.tag or ""
        if tag.startswith(("-", "!")) or tag == "br" or tag in _UNSEEN or (not self.hidden and _is_hidden(node)):
            return
        if tag in _BLOCKS:
            self.end(open_blocks[-1])
            open_blocks.pop()
        self.kept -= tag == "pre"
        self.links -= tag == "a"
        self.raised -= tag == "sup"

    def take(self, text: str) -> None:
        """Take characters in; raised digits as such, or they would join a figure before them."""
        if self.raised and _RAISES.fullmatch(text.strip()):
            text = text.strip().translate(_RAISED)
        if self.links:
            self.linked += len(text.strip())
        self.pieces.append(text)

    def end(self, element: int) -> None:
        """A line end: what was taken in becomes a strip."""
        raw, linked, count = "".join(self.pieces), self.linked, self.count
        self.pieces, self.linked, self.count = [], 0, 0
        for line in raw.split("\n") if self.kept else [raw]:
            text = line if self.kept else _SPACES.sub(" ", _SOURCE_END.sub("", line)).strip(" ")
            if text.strip():
                self.page.strips.append(Strip(text, element, linked, count))


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    hidden = "hidden" in attributes or _HIDDEN.search(attributes.get("style") or "") is not None
    return hidden or _UNPRINTED.search(attributes.get("class") or "") is not None


def _names(node: LexborNode) -> str:
    attributes = node.attributes
    return "\n".join(
        [attributes.get("role") or "", *(attributes.get("class") or "").split(), attributes.get("id") or ""]
    )
