"""Clean reports set as PDF pages of many kinds: are their paragraphs read whole and in order?

    python -m benchmarks.reading.set_pages SHARED [--pages 60] [--first 0] [--read]

Each of `--pages` PDFs sets the beginning of another report of `SHARED/reports/city_2024`: one to four columns, wide and narrow
gutters, level and unlevel lines, indents by place, by spaces or none, running heads and page numbers at several places, headlines
over the columns, pictures with a caption across two of them. `order` is the share of the paragraphs whose characters follow one
another in the extracted text, `indents` the share of the lines whose indent is told rightly, `lost` and `added` count characters.
`read` is the share of the paragraphs that `read_document` finds, against those of the clean text; apart from it for the pages whose
headlines or captions stand in the middle of the text (no newspaper prints a headline inside a sentence).
"""

from __future__ import annotations

import argparse
import io
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.reading.ingest import paragraphs_of
from report_qa.text.formats.pdf_document import read_pdf
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

FONT = "STSong-Light"
WIDTH, HEIGHT = 595.0, 842.0  # points
NEVER_FIRST = "，。；：、）》”’％%！？"
MOST = 12_000  # characters of a report that are set


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is set; lengths in points."""

    size: float
    columns: int
    gutter: float
    lead: float
    indent: str  # "place", "spaces" or "none"
    justified: bool
    margin: float
    head: str
    foot: str
    level: bool
    headlines: bool
    pictures: bool

    @property
    def column(self) -> float:
        """Width of a column."""
        return (WIDTH - 2 * self.margin - self.gutter * (self.columns - 1)) / self.columns


@dataclass(slots=True)
class Page:
    """A page that is being set: from where down its columns run, and which stretch a picture takes of which two."""

    number: int
    top: float
    hole: tuple[int, float, float] | None = None


@dataclass(slots=True)
class Setting:
    """What is being set: the report's lines, each with whether it is a paragraph's first and last, how many are set, and the
    lines that were added.
    """

    canvas: Canvas
    lines: list[tuple[str, bool, bool]] = field(default_factory=list)
    done: int = 0
    added: set[str] = field(default_factory=set)


def main() -> None:
    """Print the shares for each PDF and for all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--pages", type=int, default=60, help="number of PDFs")
    parser.add_argument("--first", type=int, default=0, help="number of the first")
    parser.add_argument("--read", action="store_true", help="read the documents too")
    options = parser.parse_args()
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    files = [path for path in sorted((options.shared / "reports" / "city_2024").glob("*.txt")) if _has_paragraphs(path)]
    total: Counter[str] = Counter()
    for number in range(options.first, options.first + options.pages):
        path = files[number * 7 % len(files)]
        counts = _measure(path, random.Random(number), options.read)
        total += counts
        if counts["order"] != counts["paragraphs"] or counts["lost"] or counts["added"] or options.read:
            print(number, path.stem, dict(counts), flush=True)
    print(dict(total))
    print(
        f"order {total['order'] / total['paragraphs']:.4f}  indents {total['indents'] / max(1, total['lines']):.4f}  "
        f"lost {total['lost']}  added {total['added']}"
        + (
            f"  read {_rate(total, '')}  where headlines or captions part the text {_rate(total, 'parted_')}"
            * options.read
        )
    )


def _has_paragraphs(path: Path) -> bool:
    """Whether a clean text shows its paragraphs: some reports are one line."""
    return path.read_text(encoding="utf-8-sig")[:MOST].count("\n") >= 10


def _rate(total: Counter[str], kind: str) -> str:
    return f"{total[kind + 'read'] / max(1, total[kind + 'clean']):.4f}"


def _measure(path: Path, rng: random.Random, read: bool) -> Counter[str]:
    text = path.read_text(encoding="utf-8-sig")[:MOST]
    paragraphs = [_bare(line) for line in text.splitlines() if line.strip()]
    style = _style(rng)
    data, setting = _set(text, style, rng)
    extraction = read_pdf(data)
    added = {_bare(line) for line in setting.added}
    kept = [line for line in extraction.text.split("\n") if line and _bare(line) not in added]
    flat = _bare("".join(kept))
    firsts = {_bare(line) for line, first, _ in setting.lines if first}
    whole, found = Counter("".join(paragraphs)), Counter(flat)
    counts = Counter(
        paragraphs=len(paragraphs),
        order=sum(paragraph in flat for paragraph in paragraphs),
        lost=(whole - found).total(),
        added=(found - whole).total(),
    )
    if style.indent != "none":
        counts["lines"] = len(kept)
        counts["indents"] = sum(line.startswith("　　") == (_bare(line) in firsts) for line in kept)
    if read:
        source = Source.from_extracted(extraction.text, "0" * 64, extraction.pages)
        clean = paragraphs_of(read_document(Source.from_bytes(text.encode()), ReportDates()))
        got = paragraphs_of(read_document(source, ReportDates()))
        kind = "clean" if style.columns == 1 or not (style.headlines or style.pictures) else "parted_clean"
        counts[kind] = len(clean)
        counts[kind.replace("clean", "read")] = (Counter(clean) & Counter(got)).total()
    return counts


def _style(rng: random.Random) -> Style:
    size = rng.choice([8.0, 9.0, 10.5, 12.0, 16.0])
    columns = rng.choice([1, 2, 2, 3, 3, 4]) if size < 12 else rng.choice([1, 2]) if size < 16 else 1
    return Style(
        size,
        columns,
        rng.choice([1.2, 1.6, 2.0, 3.0]) * size,
        rng.choice([1.35, 1.5, 1.8, 2.0]) * size,
        rng.choice(["place", "spaces", "none"]),
        rng.random() < 0.5,
        rng.choice([40.0, 60.0, 80.0]),
        rng.choice(["", "left", "right", "both", "alternate"]),
        rng.choice(["centre", "outer", ""]),
        rng.random() < 0.6,
        rng.random() < 0.6,
        rng.random() < 0.5,
    )


def _set(text: str, style: Style, rng: random.Random) -> tuple[bytes, Setting]:
    out = io.BytesIO()
    setting = Setting(Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1))
    for paragraph in filter(None, map(str.strip, text.splitlines())):
        rows = _wrapped(paragraph, style.column, style.size, 0.0 if style.indent == "none" else 2 * style.size)
        setting.lines += [(row, at == 0, at == len(rows) - 1) for at, row in enumerate(rows)]
    number = 0
    while setting.done < len(setting.lines):
        number += 1
        page = Page(number, style.margin + 30)
        _furnish(style, page, setting, rng)
        for column in range(style.columns):
            _fill(style, page, column, setting, 0.0 if style.level else rng.uniform(0, 0.7))
        setting.canvas.showPage()
    setting.canvas.save()
    return out.getvalue(), setting


def _furnish(style: Style, page: Page, setting: Setting, rng: random.Random) -> None:
    """Running head and page number of a page, and now and then a headline and a picture."""
    canvas = setting.canvas
    outer, upper = page.number % 2 == 0, HEIGHT - style.margin
    head, foot = f"某某日报要闻第{page.number}版", f"· {page.number} ·"
    setting.added |= {head, foot, "某某日报", "星期五", "某某日报 星期五"}
    canvas.setFont(FONT, 9)
    if style.head == "both":
        canvas.drawString(style.margin, upper, "某某日报")
        canvas.drawRightString(WIDTH - style.margin, upper, "星期五")
    elif style.head == "left" or style.head == "alternate" and outer:
        canvas.drawString(style.margin, upper, head)
    elif style.head:
        canvas.drawRightString(WIDTH - style.margin, upper, head)
    if style.foot == "centre":
        canvas.drawCentredString(WIDTH / 2, style.margin - 25, foot)
    elif style.foot:
        canvas.drawString(style.margin if outer else WIDTH - style.margin - 30, style.margin - 25, foot)
    if style.headlines and style.columns > 1 and rng.random() < 0.5:
        _headline(style, page, setting)
    if style.pictures and style.columns > 1 and rng.random() < 0.6:
        _picture(style, page, setting, (rng.randrange(style.columns - 1), rng.uniform(200, 450)))


def _headline(style: Style, page: Page, setting: Setting) -> None:
    title = f"通栏标题第{page.number}页大字标题横跨各栏"[: max(6, int((WIDTH - 2 * style.margin) / 24))]
    setting.canvas.setFont(FONT, 24)
    setting.canvas.drawString(style.margin, HEIGHT - page.top - 20, title)
    setting.added.add(title)
    page.top += 50


def _picture(style: Style, page: Page, setting: Setting, place: tuple[int, float]) -> None:
    """White for a picture over two columns, the first of them and its upper edge given, with a caption under it."""
    first, upper = place
    page.hole = first, upper, upper + 140
    width = 2 * style.column + style.gutter
    left = style.margin + first * (style.column + style.gutter) + 0.1 * width
    caption = f"图为第{page.number}页照片说明在城区建设现场施工人员正在紧张作业抢抓工期推进工程建设项目早日竣工"
    setting.canvas.setFont(FONT, 8)
    for at, row in enumerate(_wrapped(caption, 0.8 * width, 8, 0)):
        setting.canvas.drawString(left, HEIGHT - upper - 114 - 12 * at, row)
        setting.added.add(row)


def _fill(style: Style, page: Page, column: int, setting: Setting, shift: float) -> None:
    """Set lines into a column, the first `shift` leads below its top."""
    left, y = style.margin + column * (style.column + style.gutter), page.top + shift * style.lead
    while y < HEIGHT - style.margin - 10 and setting.done < len(setting.lines):
        if (
            page.hole
            and column - page.hole[0] in (0, 1)
            and page.hole[1] < y + style.size < page.hole[2] + 2 * style.size
        ):
            y = page.hole[2] + 1.5 * style.size
            continue
        row, first, last = setting.lines[setting.done]
        row = "　　" + row if first and style.indent == "spaces" else row
        x = left + 2 * style.size * (first and style.indent == "place")
        spread = 0.0
        if style.justified and not last and len(row) > 1:
            free = left + style.column - x - pdfmetrics.stringWidth(row, FONT, style.size)
            spread = min(max(0.0, free / (len(row) - 1)), 0.4 * style.size)
        text = setting.canvas.beginText(x, HEIGHT - y)
        text.setFont(FONT, style.size)
        text.setCharSpace(spread)
        text.textOut(row)
        setting.canvas.drawText(text)
        y += style.lead * (1.9 if last and style.indent == "none" else 1.0)
        setting.done += 1


def _wrapped(paragraph: str, width: float, size: float, indent: float) -> list[str]:
    return list(_rows(paragraph, width, size, indent))


def _rows(paragraph: str, width: float, size: float, indent: float) -> Iterator[str]:
    row, x = "", indent
    for char in paragraph:
        advance = pdfmetrics.stringWidth(char, FONT, size)
        if row and x + advance > width and char not in NEVER_FIRST:
            yield row
            row, x = "", 0.0
        row += char
        x += advance
    yield row


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


if __name__ == "__main__":
    main()
