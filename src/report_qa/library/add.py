"""Adding reports: the bytes are kept, the manifest is inferred, a person may overrule it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from report_qa.errors import ManifestError, ReportQAError, SourceError
from report_qa.library.infer import infer
from report_qa.library.manifest import Manifest, delivered_date, read_manifest, write_manifest
from report_qa.library.place_names import PlaceNames
from report_qa.library.shelf import checked_id, source_file
from report_qa.settings import Settings
from report_qa.text.source import Source

_LATER = (".pdf", ".docx", ".doc", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class Overrides:
    """What a person says instead of what would be inferred; `None` where nothing is said."""

    id: str | None = None
    place: str | None = None
    delivered: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """A file that is now a report of the library."""

    file: Path
    manifest: Manifest
    state: Literal["added", "unchanged", "replaced"]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not added, and why."""

    file: Path
    error: ReportQAError


def add(
    settings: Settings, files: Sequence[Path], overrides: Overrides = Overrides(), *, replace_other: bool = False
) -> tuple[Added | Refused, ...]:
    """Add files as reports, each by itself: what cannot be added is refused, the others are added.

    A report of the same id with the same bytes stays as it is (a person's manifest is kept); with other bytes it is refused
    unless `replace_other`.

    Raises:
        ManifestError: an override is not usable, or one id is given for several files.
    """
    if overrides.id is not None and len(files) > 1:
        raise ManifestError("--id names one report, but several files are given.", "Add them one at a time.")
    if overrides.delivered is not None:
        try:
            delivered_date(overrides.delivered)
        except ValueError as error:
            raise ManifestError(f"{str(error).capitalize()}.") from None
    names = PlaceNames.open(settings.lexicon_dir)
    outcome: list[Added | Refused] = []
    for file in files:
        try:
            outcome.append(_add_one(settings, file, overrides, names, replace_other))
        except ReportQAError as error:
            outcome.append(Refused(file, error))
    return tuple(outcome)


def _add_one(settings: Settings, file: Path, overrides: Overrides, names: PlaceNames, replace_other: bool) -> Added:
    report = checked_id(overrides.id if overrides.id is not None else file.stem)
    data = _read(file)
    folder = settings.reports_dir / report
    known = folder.is_dir()
    if known and source_file(folder).read_bytes() == data:
        kept = read_manifest(folder)
        manifest = _overruled(kept, overrides)
        if manifest != kept:
            write_manifest(folder, manifest)
        return Added(file, manifest, "unchanged")
    if known and not replace_other:
        raise SourceError(
            f"There is already a report {report!r} with another source.",
            "Use --replace to put this one in its place, or --id.",
        )
    manifest = _overruled(infer(report, Source.from_bytes(data).text, file.stem, names), overrides)
    _put(folder, file, data, manifest)
    return Added(file, manifest, "replaced" if known else "added")


def _read(file: Path) -> bytes:
    if file.suffix.lower() in _LATER:
        raise SourceError(
            f"{file.suffix.lower()} files cannot be read yet.", "Save the report as a text file and add that."
        )
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise SourceError("There is no such file.") from None
    except OSError as error:
        raise SourceError(f"The file cannot be read ({error.strerror}).") from None


def _overruled(manifest: Manifest, overrides: Overrides) -> Manifest:
    """The manifest with what a person said; a title made of the inferred place follows the place said."""
    if overrides.place and overrides.place != manifest.place:
        title = manifest.title
        if title and manifest.place:
            title = title.replace(manifest.place, overrides.place)
        manifest = replace(manifest, place=overrides.place, title=title, level=None)
    if overrides.delivered:
        manifest = replace(manifest, delivered=overrides.delivered)
    return manifest


def _put(folder: Path, file: Path, data: bytes, manifest: Manifest) -> None:
    """Write the report beside its place, then move it there, so that no half report is ever seen."""
    waiting = folder.with_name(f".adding-{folder.name}")
    replaced = folder.with_name(f".replaced-{folder.name}")
    try:
        shutil.rmtree(waiting, ignore_errors=True)
        waiting.mkdir(parents=True)
        (waiting / f"source{file.suffix.lower() or '.txt'}").write_bytes(data)
        write_manifest(waiting, manifest)
        if folder.exists():
            shutil.rmtree(replaced, ignore_errors=True)
            folder.rename(replaced)
        waiting.rename(folder)
    except OSError as error:
        raise SourceError(f"The report cannot be written into the data folder ({error.strerror}).") from None
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
        shutil.rmtree(replaced, ignore_errors=True)
