"""Real reports and their newspaper prints: nothing dropped, whole sentences, the same dates. Skips without shared/."""

from __future__ import annotations

import importlib.util
import random
import re
import zlib
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from report_qa.text.document import BlockKind, Document
from report_qa.text.layout import read_layout
from report_qa.text.periods import Period, ReportDates
from report_qa.text.read import read_document
from report_qa.text.repair import repair
from report_qa.text.source import Source

pytestmark = pytest.mark.shared

PRINTED = (
    "city_2024/苏州-2024",
    "city_2024/成都-2024",
    "city_2024/岳阳-2024",
    "province_2026/山东省-2026",
    "national/国务院-2018",
)


def dates_of(path: Path) -> ReportDates:
    years = re.findall(r"20\d\d", path.stem)
    year = int(years[-1]) if years else 2022
    return ReportDates(str(year), year - 1, year, None)


def read(path: Path) -> Document:
    return read_document(Source.from_bytes(path.read_bytes()), dates_of(path))


@pytest.fixture(scope="module")
def printer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("print_as_newspaper", shared / "tools" / "print_as_newspaper.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "folder", ["reports/national", "reports/province_2025", "reports/province_2026", "reports/city_2024", "messy"]
)
def test_nothing_is_dropped_and_nothing_read_twice(shared: Path, folder: str) -> None:
    for path in sorted((shared / folder).glob("*.txt"))[::3]:
        source = Source.from_bytes(path.read_bytes())
        document = read_document(source, dates_of(path))
        covered = [offset for sentence in document.sentences for offset in sentence.extent.offsets()]
        assert len(covered) == len(set(covered)), path.name
        left_out = {at for edit in repair(read_layout(source)).edits for at in range(edit.span.start, edit.span.end)}
        lost = [at for at in set(range(len(source.text))) - set(covered) - left_out if not source.text[at].isspace()]
        assert not lost, path.name
        assert all(source.cut(sentence.extent) == sentence.text for sentence in document.sentences), path.name


def test_a_page_in_gb18030_gives_the_years_of_its_headings(shared: Path) -> None:
    document = read(shared / "messy" / "国务院_2018_GBK_scraped_page.txt")
    tops = [(section.period, section.status) for section in document.sections if section.level == 1]
    assert tops == [
        (Period("过去五年", 2013, 2017), "actual"),
        (Period.year(2018), "target"),
        (Period.year(2018), "target"),
    ]


def test_wrapped_lines_with_page_numbers_give_whole_sentences(shared: Path) -> None:
    document = read(shared / "messy" / "承德_2024_pdf_wrapped_pagenumbers.txt")
    prose = [sentence.text for sentence in document.sentences if sentence.kind is BlockKind.PARAGRAPH]
    whole = sum(text.endswith(tuple("。！？；：”")) for text in prose)
    assert whole >= 0.99 * len(prose)


def sentences(document: Document) -> dict[str, tuple[Period | None, str | None]]:
    return {
        "".join(sentence.text.split()): (sentence.period, sentence.status)
        for sentence in document.sentences
        if sentence.kind is BlockKind.PARAGRAPH
    }


@pytest.mark.parametrize(("style", "found", "dated"), [("columns", 0.985, 0.985), ("page", 0.985, 0.90)])
def test_a_newspaper_print_is_read_like_its_clean_text(
    shared: Path, printer: ModuleType, style: str, found: float, dated: float
) -> None:
    counts: Counter[str] = Counter()
    for name in PRINTED:
        path = shared / "reports" / f"{name}.txt"
        clean, lines = sentences(read(path)), path.read_text(encoding="utf-8").split("\n")
        for seed in (1, 2):
            if style == "page":
                rng = random.Random(f"{seed} {zlib.crc32(path.read_bytes())}")
                out, *_ = printer.print_page(lines, [], [], rng)
            else:
                out, *_ = printer.print_columns(lines, printer.CAPTIONS, random.Random(seed))
            read_back = sentences(read_document(Source.from_bytes("\n".join(out).encode()), dates_of(path)))
            both = [text for text in clean if text in read_back]
            counts.update(all=len(clean), found=len(both), dated=sum(clean[text] == read_back[text] for text in both))
    assert counts["found"] >= found * counts["all"]
    assert counts["dated"] >= dated * counts["found"]
