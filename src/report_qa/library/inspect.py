"""`inspect`: how a report is read, for a person who wants to check it."""

from __future__ import annotations

from dataclasses import dataclass

from report_qa.figures.figure import Figure
from report_qa.figures.read import read_figures
from report_qa.library.shelf import read_shelved
from report_qa.settings import Settings
from report_qa.text.document import Document
from report_qa.text.edits import Edit
from report_qa.text.layout import read_layout
from report_qa.text.read import read_document
from report_qa.text.repair import repair


@dataclass(frozen=True, slots=True)
class Inspection:
    """A report as read. `covered` is the share (0 to 1) of the source's `characters`, white space left out, that stand in
    its sentences; the rest was dropped by the repair or is furniture of the page.
    """

    document: Document
    edits: tuple[Edit, ...]
    figures: tuple[Figure, ...]
    characters: int
    covered: float


def inspect(settings: Settings, report: str) -> Inspection:
    """Read one report as the build does.

    Raises:
        ReportUnknown, ManifestError, SourceError: there is none of that id, or it cannot be read.
    """
    shelved = read_shelved(settings, report)
    source = shelved.source
    document = read_document(source, shelved.manifest.dates, shelved.manifest.outline)
    inked = {at for at, sign in enumerate(source.text) if not sign.isspace()}
    seen = {at for sentence in document.sentences for at in sentence.extent.offsets()}
    return Inspection(
        document=document,
        edits=repair(read_layout(source)).edits,
        figures=read_figures(document, shelved.manifest.dates),
        characters=len(inked),
        covered=len(inked & seen) / len(inked),
    )
