"""Files of other formats against the clean text of the same report: how many of its paragraphs are read?

    python -m benchmarks.reading.ingest SHARED [--only pdf] [--show 3]

SHARED is the folder with `ingest/` and `reports/`. A file is named after its city, as is the clean text in
`reports/city_2024/`. `lines` is the share of the clean text's lines that are a paragraph of the file's document, white space
aside; `read` is the share of the paragraphs that the same reader finds in the clean text. `lost` and `added` count the characters of
running text that the file's document lacks, and that it has beyond the clean text's.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import re
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from report_qa.text.document import Document
from report_qa.text.formats.opened import extract
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source


def main() -> None:
    """Print the shares per file, and the worst paragraphs where asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--only", default="", help="a part of the files' names")
    parser.add_argument("--show", type=int, default=0, help="so many paragraphs that differ, per file")
    options = parser.parse_args()
    print(f"{'file':28}{'lines':>16}{'read':>16}{'lost':>7}{'added':>7}{'seconds':>9}")
    for path in sorted((options.shared / "ingest").iterdir()):
        clean = options.shared / "reports" / "city_2024" / f"{path.stem.split('_')[0]}-2024.txt"
        if path.is_file() and options.only in path.name and clean.is_file():
            _measure(path, clean, options.show)


def _measure(path: Path, clean: Path, show: int) -> None:
    expected = clean.read_text(encoding="utf-8-sig")
    began = time.perf_counter()
    document = read_document(_source(path), ReportDates())
    seconds = time.perf_counter() - began
    found = paragraphs_of(document)
    lines = [text for text in map(_bare, expected.splitlines()) if text]
    read = paragraphs_of(read_document(Source.from_bytes(expected.encode()), ReportDates()))
    wanted, got = Counter("".join(lines)), Counter("".join(found))
    lost, added = (wanted - got).total(), (got - wanted).total()
    print(
        f"{path.name:28}{_share(_merged(lines, found), lines)}{_share(found, read)}{lost:>7}{added:>7}{seconds:>9.1f}",
        flush=True,
    )
    missing = list((Counter(read) - Counter(found)).elements())
    for paragraph in missing[:show]:
        nearest = difflib.get_close_matches(paragraph, found, 1, 0.1)
        print(f"    - {paragraph}\n    + {nearest[0] if nearest else ''}")


def _source(path: Path) -> Source:
    data = path.read_bytes()
    extraction = extract(data, path.suffix)
    if extraction is None:
        return Source.from_bytes(data)
    return Source.from_extracted(extraction.text, hashlib.sha256(data).hexdigest(), extraction.pages)


def paragraphs_of(document: Document) -> list[str]:
    """The paragraphs, headings and captions of a document in source order, white space aside."""
    texts: dict[int, list[str]] = {}
    for sentence in document.sentences:
        texts.setdefault(sentence.paragraph, []).append(sentence.text)
    return [bare for parts in texts.values() if (bare := _bare("".join(parts)))]


def _merged(lines: Sequence[str], found: Sequence[str]) -> list[str]:
    """What was found, a heading and the text that it stands on one line with put together again."""
    whole = set(lines)
    merged: list[str] = []
    for at, text in enumerate(found):
        if text not in whole and at + 1 < len(found) and text + found[at + 1] in whole:
            merged.append(text + found[at + 1])
        else:
            merged.append(text)
    return merged


def _share(found: Sequence[str], wanted: Sequence[str]) -> str:
    hits = (Counter(wanted) & Counter(found)).total()
    return f"{hits}/{len(wanted)} {hits / max(1, len(wanted)):.3f}".rjust(16)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


if __name__ == "__main__":
    main()
