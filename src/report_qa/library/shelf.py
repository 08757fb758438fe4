"""The reports' folders: `<data>/reports/<id>/` with `source.*` as received, `report.toml`, and extracted text."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from report_qa.errors import ManifestError, ReportUnknown, SourceError
from report_qa.library.extracted import read_extraction
from report_qa.library.figure_overrules import fault_of
from report_qa.library.manifest import NAME, Manifest, read_manifest
from report_qa.search.index_manifest import ReportKey
from report_qa.settings import Settings
from report_qa.text.formats.opened import is_current, reader_of
from report_qa.text.overrules import fault_for
from report_qa.text.source import Source

MAX_ID_BYTES = 200  # leaves room for a suffix below the 255 bytes of a file name


@dataclass(frozen=True, slots=True)
class ShelvedReport:
    """A report as it lies on the shelf: its manifest, its source, the digests of its files, and the reader that extracted its
    text (None for plain text).
    """

    manifest: Manifest
    source: Source
    key: ReportKey
    reader: str | None = None

    @property
    def id(self) -> str:
        """The report's id."""
        return self.manifest.id

    @property
    def is_outdated(self) -> bool:
        """Whether its text was extracted by another version of the reader, and may differ if it is extracted again."""
        return self.reader is not None and not is_current(self.reader)


def report_ids(settings: Settings) -> tuple[str, ...]:
    """The ids of the reports that there are, sorted by code point."""
    if not settings.reports_dir.is_dir():
        return ()
    found = (folder for folder in settings.reports_dir.iterdir() if folder.is_dir() and not folder.name.startswith("."))
    return tuple(sorted(folder.name for folder in found))


def report_folder(settings: Settings, report: str) -> Path:
    """A report's folder.

    Raises:
        ReportUnknown: there is none of that id.
    """
    if report not in report_ids(settings):
        raise ReportUnknown(f"There is no report {report!r}.", "`report-qa list` names the reports that there are.")
    return settings.reports_dir / report


def source_file(folder: Path) -> Path:
    """The report's file as received.

    Raises:
        SourceError: there is none, or more than one.
    """
    found = sorted(path for path in folder.glob("source.*") if path.is_file())
    if len(found) != 1:
        what = "no source file" if not found else "more than one source file"
        raise SourceError(f"The report {folder.name} has {what}.", "It needs exactly one source.txt; add it again.")
    return found[0]


def read_shelved(settings: Settings, report: str) -> ShelvedReport:
    """A report's manifest and source.

    Raises:
        ReportUnknown, ManifestError, SourceError: missing, unreadable, empty, binary or not decodable.
    """
    folder = report_folder(settings, report)
    manifest = read_manifest(folder)
    if manifest.id != report:
        raise ManifestError(f"The report.toml of {report} says id {manifest.id!r}.", "The id is the folder's name.")
    try:
        data = source_file(folder).read_bytes()
        said = hashlib.sha256((folder / NAME).read_bytes()).hexdigest()
        stored = read_extraction(folder)
        if stored is None:
            source, reader = _text(data, source_file(folder).suffix), None
        else:
            extraction, reader = stored.extraction, stored.extraction.reader
            source = Source.from_extracted(extraction.text, hashlib.sha256(data).hexdigest(), extraction.pages)
            said = hashlib.sha256(f"{said}\0{stored.sha256}".encode()).hexdigest()
    except SourceError as error:
        raise SourceError(f"{report}: {error.message}", error.hint) from None
    except OSError as error:
        raise SourceError(f"{report}: the source cannot be read ({error.strerror}).") from None
    if fault := fault_for(manifest.overrules, source):
        raise ManifestError(f"The {NAME} of {report} is wrong: {fault}.", "Mend what it overrules (docs/reading.md).")
    if fault := fault_of(manifest.figures, source):
        raise ManifestError(f"The {NAME} of {report} is wrong: {fault}.", "Mend that entry (docs/figures.md).")
    return ShelvedReport(manifest, source, ReportKey(report, source.sha256, said), reader)


def _text(data: bytes, suffix: str) -> Source:
    """A source without extracted text: it has to be plain text."""
    if reader_of(suffix.lower()) is not None:
        raise SourceError(
            f"A source{suffix} needs its extracted text beside it.", "Add the report again with --replace."
        )
    return Source.from_bytes(data)


def checked_id(report: str) -> str:
    """An id as it is kept: NFC, usable as the name of one folder.

    Raises:
        ManifestError: empty, hidden, too long, or with a slash or control character in it.
    """
    report = unicodedata.normalize("NFC", report).strip()
    bad = any(sign in "/\\" or unicodedata.category(sign) in ("Cc", "Cs") for sign in report)
    if not report or report.startswith(".") or bad or len(report.encode("utf-8", "replace")) > MAX_ID_BYTES:
        raise ManifestError(
            f"{report!r} cannot be the id of a report.", "Choose one with --id: letters, digits and hyphens, no slash."
        )
    return report
