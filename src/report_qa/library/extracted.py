"""A report's extracted text, stored beside the original: `extracted.txt`, and `extracted.toml` with what else opens it again.

PDF, DOCX and HTML are read once, when they are added. Lines and columns count in `extracted.txt`; another version of a reader
may find another text, so it is never extracted anew unless a person asks for it.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import tomli_w

from report_qa.errors import SourceError
from report_qa.text.formats.extraction import Extraction

TEXT, FIELDS = "extracted.txt", "extracted.toml"
_AGAIN = "Extract it again with `report-qa add --replace`."


@dataclass(frozen=True, slots=True)
class StoredExtraction:
    """What was extracted from a report's file; `sha256` is that of `extracted.toml`, and through it of the text."""

    extraction: Extraction
    sha256: str


def write_extraction(folder: Path, extraction: Extraction) -> None:
    """Store an extraction in a report's folder."""
    data = extraction.text.encode()
    fields: dict[str, Any] = {"reader": extraction.reader, "sha256": hashlib.sha256(data).hexdigest()}
    if extraction.remarks:
        fields["remarks"] = list(extraction.remarks)
    if extraction.pages:
        fields["pages"] = _runs(extraction.pages)
    (folder / TEXT).write_bytes(data)
    (folder / FIELDS).write_text(tomli_w.dumps(fields), encoding="utf-8")


def read_extraction(folder: Path) -> StoredExtraction | None:
    """The extraction in a report's folder; None where the report is plain text.

    Raises:
        SourceError: a file of it is missing, was changed, or is not what `write_extraction` writes.
    """
    if not (folder / FIELDS).exists() and not (folder / TEXT).exists():
        return None
    try:
        told, data = (folder / FIELDS).read_bytes(), (folder / TEXT).read_bytes()
        fields = tomllib.loads(told.decode())
        if fields["sha256"] != hashlib.sha256(data).hexdigest():
            raise SourceError(f"The extracted text of {folder.name} was changed.", _AGAIN)
        extraction = Extraction(
            text=data.decode(),
            reader=str(fields["reader"]),
            pages=_pages(str(fields.get("pages", ""))),
            remarks=tuple(str(remark) for remark in fields.get("remarks", ())),
        )
    except FileNotFoundError as error:
        raise SourceError(f"The report {folder.name} has no {Path(error.filename).name}.", _AGAIN) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SourceError(
            f"The extracted text of {folder.name} cannot be read ({type(error).__name__}).", _AGAIN
        ) from None
    return StoredExtraction(extraction, hashlib.sha256(told).hexdigest())


def _runs(pages: tuple[int, ...]) -> str:
    """The page of each line as runs: `1:44 2:40`, 44 lines on page 1 and then 40 on page 2."""
    return " ".join(f"{page}:{len(list(lines))}" for page, lines in groupby(pages))


def _pages(runs: str) -> tuple[int, ...]:
    pages: list[int] = []
    for run in runs.split():
        page, lines = run.split(":")
        pages += [int(page)] * int(lines)
    return tuple(pages)
