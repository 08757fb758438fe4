"""`inspect`: how a report is read, for a person who wants to check it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from report_qa.errors import ReportQAError
from report_qa.figures.figure import Figure
from report_qa.library.figure_overrules import OverruledFigures
from report_qa.library.read_ledger import read_overruled
from report_qa.library.shelf import ShelvedReport, read_shelved, report_ids
from report_qa.settings import Settings
from report_qa.text.coverage import Coverage, coverage
from report_qa.text.document import Document
from report_qa.text.edits import Edit
from report_qa.text.overrules import Overrules
from report_qa.text.periods import ReportDates
from report_qa.text.verdicts import Examined, examine


@dataclass(frozen=True, slots=True)
class OverruleEffect:
    """An entry of `report.toml` as a person finds it there, and whether the report reads otherwise without it."""

    name: str
    changes: bool


@dataclass(frozen=True, slots=True)
class Inspection:
    """A report as read, with a verdict on every line, its coverage, its figures and what its overrules do."""

    id: str
    title: str | None
    examined: Examined
    dates: ReportDates
    coverage: Coverage
    figures: tuple[Figure, ...]
    overrules: tuple[OverruleEffect, ...]

    @property
    def document(self) -> Document:
        """The report as read."""
        return self.examined.document

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What repair left out, in source order."""
        return self.examined.edits


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A report of the library and its coverage, or why it cannot be read."""

    id: str
    coverage: Coverage | None
    error: ReportQAError | None = None


def inspect(settings: Settings, report: str) -> Inspection:
    """Read one report as the build does.

    Raises:
        ReportUnknown, ManifestError, SourceError: there is none of that id, or it cannot be read as its manifest says.
    """
    shelved = read_shelved(settings, report)
    manifest = shelved.manifest
    examined = examine(shelved.source, manifest.dates, manifest.overrules)
    read = read_overruled(shelved, examined.document)
    return Inspection(
        id=report,
        title=manifest.title,
        examined=examined,
        dates=manifest.dates,
        coverage=coverage(examined),
        figures=read.figures,
        overrules=tuple(_effects(shelved, examined, read)),
    )


def survey(settings: Settings) -> Iterator[Surveyed]:
    """The coverage of every report of the library, sorted by id."""
    for report in report_ids(settings):
        try:
            shelved = read_shelved(settings, report)
            examined = examine(shelved.source, shelved.manifest.dates, shelved.manifest.overrules)
            yield Surveyed(report, coverage(examined))
        except ReportQAError as error:
            yield Surveyed(report, None, error)


def _effects(shelved: ShelvedReport, examined: Examined, read: OverruledFigures) -> Iterator[OverruleEffect]:
    """Each overrule, and whether the report reads otherwise without it."""
    given = _gist(examined)
    for name, without in _each_left_out(shelved.manifest.overrules):
        other = examine(shelved.source, shelved.manifest.dates, without)
        yield OverruleEffect(name, _gist(other) != given)
    for entry in shelved.manifest.figures:
        yield OverruleEffect(entry.name, entry not in read.idle)


def _each_left_out(overrules: Overrules) -> Iterator[tuple[str, Overrules]]:
    for rule in overrules.rules_off:
        yield f"rules_off {rule}", replace(overrules, rules_off=tuple(x for x in overrules.rules_off if x != rule))
    for entry in overrules.outline:
        yield entry.name, replace(overrules, outline=tuple(x for x in overrules.outline if x != entry))
    for reading in overrules.readings:
        yield reading.name, replace(overrules, readings=tuple(x for x in overrules.readings if x != reading))
    for edit in overrules.edits:
        yield edit.name, replace(overrules, edits=tuple(x for x in overrules.edits if x != edit))


def _gist(examined: Examined) -> tuple[object, ...]:
    """What of a reading reaches an answer: its sections and sentences, whatever decided them."""
    document = examined.document
    sections = tuple(replace(section, evidence="") for section in document.sections)
    return sections, tuple(replace(sentence, evidence="") for sentence in document.sentences)
