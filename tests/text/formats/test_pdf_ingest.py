"""The city reports that were set as PDF, read and compared with the clean text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from report_qa.text.formats.pdf import extract_pdf
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source


def paragraphs(source: Source) -> list[str]:
    texts: dict[int, list[str]] = {}
    for sentence in read_document(source, ReportDates()).sentences:
        texts.setdefault(sentence.paragraph, []).append(sentence.text)
    return [re.sub(r"\s", "", "".join(parts)) for parts in texts.values()]


@pytest.mark.shared
def test_the_paragraphs_of_the_city_reports_are_read_from_their_pdfs(shared: Path) -> None:
    files = sorted((shared / "ingest").glob("*.pdf"))
    assert files
    hits = wanted = 0
    for path in files:
        clean = (shared / "reports" / "city_2024" / f"{path.stem.split('_')[0]}-2024.txt").read_text(
            encoding="utf-8-sig"
        )
        found = extract_pdf(path.read_bytes())
        lost = Counter(re.sub(r"\s", "", clean)) - Counter(re.sub(r"\s", "", found.text))
        assert not lost, f"{path.name}: {lost}"
        assert len(found.pages) == found.text.count("\n") + 1
        expected = paragraphs(Source.from_bytes(clean.encode()))
        read = paragraphs(Source.from_extracted(found.text, "0" * 64, found.pages))
        hits += (Counter(expected) & Counter(read)).total()
        wanted += len(expected)
    assert hits >= 0.99 * wanted
