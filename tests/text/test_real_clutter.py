"""Real clutter: labelled lines of real reports, and damaged files beside their clean editions. Skips without shared/."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.reading.real_clutter import EDITIONS, RUNNING, read_labels
from report_qa.figures.read import read_figures
from report_qa.text.document import Document
from report_qa.text.layout import read_layout
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

pytestmark = pytest.mark.shared
OTHER_EDITION = "国务院_2005_GBK_scraped_page"  # its wording differs here and there from the other edition's


def read(path: Path) -> Document:
    return read_document(Source.from_bytes(path.read_bytes()), ReportDates())


def test_no_labelled_line_is_read_as_text_and_no_other_line_is_left_out(shared: Path, root: Path) -> None:
    for report, kinds in read_labels(root / "data" / "eval" / "clutter.tsv").items():
        (path,) = (shared / "reports").glob(f"*/{report}.txt")
        document = read(path)
        running = {
            number
            for sentence in document.sentences
            if sentence.kind in RUNNING
            for span in sentence.extent.spans
            for number in range(document.source.line_of(span.start), document.source.line_of(span.end - 1) + 1)
        }
        assert not running & set(kinds), report
        assert set(read_layout(document.source).furniture) <= set(kinds), report


@pytest.mark.parametrize("damaged", sorted(EDITIONS))
def test_a_damaged_file_gives_the_sentences_headings_and_figures_of_its_clean_edition(
    shared: Path, damaged: str
) -> None:
    before, after = read(shared / "reports" / f"{EDITIONS[damaged]}.txt"), read(shared / "messy" / f"{damaged}.txt")

    def texts(document: Document) -> Counter[str]:
        return Counter("".join(one.text.split()) for one in document.sentences if one.kind in RUNNING)

    def figures(document: Document) -> Counter[tuple[object, ...]]:
        return Counter((one.value, one.scale, one.unit) for one in read_figures(document, ReportDates()))

    shares = (texts(before) & texts(after)).total(), texts(before).total(), texts(after).total()
    if damaged == OTHER_EDITION:
        assert shares[0] >= 0.97 * max(shares[1:])
    else:
        assert len(set(shares)) == 1
    assert figures(before) == figures(after)
    assert [section.heading for section in before.sections] == [section.heading for section in after.sections]
