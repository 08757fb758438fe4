"""HTML: the article of a page, without what the site prints around it.

A page is read as the strips of text that a browser shows on lines of their own; those of the article become lines, those of a
table's row one line. The title is added where it stands above the article, or only in the page's `<title>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report_qa.text.formats.extraction import Extraction
from report_qa.text.formats.html_article import Article, holds_article
from report_qa.text.formats.html_clutter import is_label, is_link
from report_qa.text.formats.html_encoding import decode_page
from report_qa.text.formats.html_tree import Page, Strip, read_page
from report_qa.text.formats.kinds import READERS, Kind
from report_qa.text.formats.rows import row_lines, stored_text

_HEAD = 8  # lines in which an article prints its own title
_DELIVERED = re.compile(
    r"在.{4,60}(?:会议|大会|全会)上|(?:19|20)\d\d年\d{1,2}月\d{1,2}日.{4,}会|(?:省长|市长|州长|区长|县长|盟长|旗长|主席|总理|专员)\s|"
    r"(?:省长|市长|州长|区长|县长|盟长|旗长|主席|总理|专员)$"
)
_WRITING = re.compile(r"报告|公报|规划|计划|方案|意见|通知|决定|办法|条例|讲话|致辞|批复|纲要|说明")
_CUTS = re.compile(r"[_|｜]|\s[-–—]+\s|--+|——|(?<=[^\d\s])-(?=[^\d\s])")
_NEXT = re.compile(r"下一?页|余下全文|点击查看(?:全文|下一页)")


def extract_html(data: bytes) -> Extraction:
    """The article of a page, a line for each of its paragraphs, rows and headings.

    Raises:
        SourceError: not decodable, nested too deep, or a page without an article.
    """
    markup, remarks = decode_page(data)
    page = read_page(markup)
    if not holds_article(page):  # some pages hide the article until a script shows it
        page = read_page(markup, hidden=True)
    article = Article.of(page)
    lines = [*_title(page, article), *_lines(page, article)]
    text = stored_text(lines)
    if any(is_link(strip) and _NEXT.fullmatch(strip.text.strip()) for strip in page.strips):
        remarks += ("the page links to a next page; only this one was read",)
    return Extraction(text, READERS[Kind.HTML], (), remarks)


def _title(page: Page, article: Article) -> list[str]:
    """The title above the article and what stands between, where and when it was delivered; nothing if the article has them."""
    head = _closed("".join(page.strips[number].text for number in article.strips[:_HEAD]))
    above = range(article.strips[0])
    names = [name for name in (_closed(part) for part in _CUTS.split(page.title)) if len(name) >= len("工作报告")]
    if any(name in head for name in names if _WRITING.search(name)):
        return []
    for number in reversed(above):
        strip, tag = page.strips[number], page.elements[page.strips[number].element].tag
        text = _closed(strip.text)
        if (
            len(text) >= len("工作报告")
            and not is_link(strip)
            and (tag == "h1" or text in names or text == _closed(page.title))
        ):
            if text in head:
                return []
            between = [page.strips[at] for at in range(number + 1, article.strips[0])]
            return [strip.text, *_delivery(page, article, between)]
    named = [part.strip() for part in _CUTS.split(page.title) if _WRITING.search(part)]
    return [*named[:1], *_delivery(page, article, [page.strips[at] for at in above])]


def _delivery(page: Page, article: Article, strips: Sequence[Strip]) -> list[str]:
    """Lines that say where, when and by whom a report was delivered."""
    return [
        strip.text
        for strip in strips
        if not article.clutter[strip.element] and not is_link(strip) and not is_label(strip.text)
        if _DELIVERED.search(strip.text) and page.strips[0].text != strip.text
    ]


def _closed(text: str) -> str:
    return re.sub(r"\s", "", text)


def _lines(page: Page, article: Article) -> Iterator[str]:
    """The article's lines: a strip each, but one for each row of a table in it."""
    row: int | None = None
    cells: dict[int, list[str]] = {}
    columns = _columns(page)
    places = _places(page, set(page.chain(article.holder)))
    for number in article.strips:
        strip = page.strips[number]
        inner, cell = places[strip.element]
        if inner != row:
            yield from row_lines(list(cells.values()))
            row, cells = inner, {each: [] for each in columns.get(inner, ())}
        if inner is None:
            yield strip.text
        else:
            cells.setdefault(inner if cell is None else cell, []).append(strip.text)
    yield from row_lines(list(cells.values()))


def _columns(page: Page) -> dict[int | None, list[int]]:
    """The cells of every row, the empty ones with them."""
    found: dict[int | None, list[int]] = {}
    for number, element in enumerate(page.elements):
        if element.tag in ("td", "th"):
            found.setdefault(element.parent, []).append(number)
    return found


def _places(page: Page, outside: set[int]) -> list[tuple[int | None, int | None]]:
    """For each element the innermost row of a table within the article that it lies in, and its cell."""
    found: list[tuple[int | None, int | None]] = []
    for number, element in enumerate(page.elements):
        row, cell = found[element.parent] if element.parent >= 0 else (None, None)
        if number in outside:
            row, cell = None, None
        elif element.tag == "tr":
            row, cell = number, None
        elif element.tag in ("td", "th") and row is not None:
            cell = number
        found.append((row, cell))
    return found
