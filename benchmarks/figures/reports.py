"""Reports of the shared folder with what is known of their dates, read as documents; progress is shown on the error stream."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from report_qa.text.document import Document
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

MANIFESTS = Path(__file__).resolve().parents[2] / "data/eval/manifests.tsv"


@dataclass(frozen=True, slots=True)
class Read:
    """A report's name (its file's stem), document and dates."""

    name: str
    document: Document
    dates: ReportDates


def dates_of_reports(shared: Path, folder: str = "reports/") -> dict[Path, ReportDates]:
    """The files under `folder` that the table of manifests names, in its order, with their dates."""
    with MANIFESTS.open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table, delimiter="\t") if row["file"].startswith(folder)]
    found = {}
    for row in rows:
        known = {name: value for name, value in row.items() if value not in ("", "-", None)}
        found[shared / row["file"]] = ReportDates(
            known.get("delivered"),
            int(known["reviews"]) if "reviews" in known else None,
            int(known["plans"]) if "plans" in known else None,
            known.get("place"),
        )
    return found


def read_reports(shared: Path, limit: int | None = None, names: Iterable[str] = ()) -> list[Read]:
    """Reports read with the dates of the table; `limit` takes so many, spread evenly, `names` only those stems."""
    dates = {path: known for path, known in dates_of_reports(shared).items() if path.exists()}
    wanted = set(names)
    paths = [path for path in dates if not wanted or path.stem in wanted]
    if limit is not None and limit < len(paths):
        paths = [paths[at * len(paths) // limit] for at in range(limit)]
    reports = []
    for at, path in enumerate(paths, start=1):
        print(f"\rreading: report {at} of {len(paths)}", end="", file=sys.stderr)
        document = read_document(Source.from_bytes(path.read_bytes()), dates[path])
        reports.append(Read(path.stem, document, dates[path]))
    print(file=sys.stderr)
    return reports
