"""Adding reports: the bytes are kept, the manifest is inferred, a person may overrule it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from report_qa.errors import ManifestError, ReportQAError, SourceError
from report_qa.library.infer import Inferred, infer
from report_qa.library.manifest import Manifest, delivered_date, read_manifest, write_manifest
from report_qa.library.place_names import PlaceNames
from report_qa.library.received import Received, receive
from report_qa.library.shelf import checked_id, read_shelved, report_ids, source_file
from report_qa.library.shelving import hold_shelf, put
from report_qa.settings import Settings

State = Literal["added", "unchanged", "updated", "replaced", "extracted again"]


@dataclass(frozen=True, slots=True)
class Overrides:
    """What a person says instead of what would be inferred; `None` where nothing is said."""

    id: str | None = None
    place: str | None = None
    delivered: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """A file that is a report of the library.

    `inferred` is None where the report was there already and its manifest was kept. `remarks` are what whoever adds it should
    know: what could not be extracted, where its content and its name disagree, that another reader extracted its text.
    """

    file: Path
    manifest: Manifest
    state: State
    inferred: Inferred | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not added, and why."""

    file: Path
    error: ReportQAError


def add(
    settings: Settings, files: Sequence[Path], overrides: Overrides = Overrides(), *, replace_other: bool = False
) -> tuple[Added | Refused, ...]:
    """Add files as reports, each by itself: what cannot be added is refused, the others are added.

    A report of the same id with the same bytes stays as it is (a person's manifest is kept, and its extracted text unless
    `replace_other`); with other bytes it is refused unless `replace_other`. Bytes that are a report of another id are refused.

    Raises:
        ManifestError: an override is not usable, or one id is given for several files.
    """
    return tuple(add_each(settings, files, overrides, replace_other=replace_other))


def add_each(
    settings: Settings, files: Sequence[Path], overrides: Overrides = Overrides(), *, replace_other: bool = False
) -> Iterator[Added | Refused]:
    """Add files as `add` does, and tell of each as soon as it is done; nothing is added until the first is asked for."""
    if overrides.id is not None and len(files) > 1:
        raise ManifestError("--id names one report, but several files are given.", "Add them one at a time.")
    if overrides.delivered is not None:
        try:
            delivered_date(overrides.delivered)
        except ValueError as error:
            raise ManifestError(f"{str(error).capitalize()}.") from None
    adding = _Adding(settings, overrides, replace_other, PlaceNames.open(settings.lexicon_dir))
    for file in files:
        try:
            yield adding.add(file)
        except ReportQAError as error:
            yield Refused(file, error)


@dataclass(frozen=True, slots=True)
class _Adding:
    settings: Settings
    overrides: Overrides
    replace_other: bool
    names: PlaceNames

    def add(self, file: Path) -> Added:
        received = receive(file, self.settings.max_source_bytes)
        report = checked_id(self.overrides.id if self.overrides.id is not None else file.stem)
        with hold_shelf(self.settings) as shelf:
            folder = shelf / report
            if not folder.is_dir():
                self._refuse_twin(received, report)
                return self._new(folder, received, "added")
            if source_file(folder).read_bytes() == received.data:
                return self._same(folder, received)
            if self.replace_other:
                self._refuse_twin(received, report)
                return self._new(folder, received, "replaced")
        raise SourceError(
            f"There is already a report {report!r} with another source.",
            "Use --replace to put this one in its place, or --id.",
        )

    def _new(self, folder: Path, received: Received, state: State) -> Added:
        inferred = infer(received.source.text, received.file.stem, self.names)
        manifest = _overruled(inferred.manifest(folder.name), self.overrides)
        put(folder, received, manifest)
        other = () if inferred.findings() else ("Nothing in it says that it is a government work report.",)
        return Added(received.file, manifest, state, inferred, (*_remarks(received), *other))

    def _same(self, folder: Path, received: Received) -> Added:
        """A report that is there already: what a person says goes into its manifest, the rest of which is kept."""
        kept = read_manifest(folder)
        manifest = _overruled(kept, self.overrides)
        if self.replace_other and received.extraction:
            put(folder, received, manifest)
            moved = ("The lines that report.toml overrules may have moved.",) if manifest.is_overruled else ()
            return Added(received.file, manifest, "extracted again", remarks=(*_remarks(received), *moved))
        remarks: tuple[str, ...] = ()
        if read_shelved(self.settings, folder.name).is_outdated:
            remarks = ("Its text was extracted by another version of the reader; --replace extracts it again.",)
        if manifest == kept:
            return Added(received.file, manifest, "unchanged", remarks=remarks)
        write_manifest(folder, manifest)
        return Added(received.file, manifest, "updated", remarks=remarks)

    def _refuse_twin(self, received: Received, report: str) -> None:
        """Refuse bytes that are already in the library under another id."""
        for other in report_ids(self.settings):
            if other != report and _has_bytes(self.settings.reports_dir / other, received):
                raise SourceError(
                    f"This file is already in the library, as {other!r}.",
                    f"Ask that report, or remove it first: report-qa remove {other}",
                )


def _has_bytes(folder: Path, received: Received) -> bool:
    try:
        file = source_file(folder)
        if file.stat().st_size != len(received.data):
            return False
        return hashlib.sha256(file.read_bytes()).hexdigest() == received.source.sha256
    except (OSError, SourceError):
        return False  # a broken report is told when it is read


def _remarks(received: Received) -> tuple[str, ...]:
    return received.extraction.remarks if received.extraction else ()


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
