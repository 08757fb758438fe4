"""A report's figures as a person wants them, with their keys and the contradictions among them."""

from __future__ import annotations

from report_qa.errors import ManifestError
from report_qa.figures.contradictions import find_contradictions
from report_qa.figures.figure import Figure
from report_qa.figures.identity import metric_keys
from report_qa.figures.metric_words import MetricWords
from report_qa.figures.read import read_figures
from report_qa.library.figure_overrules import OverruledFigures, overrule_figures
from report_qa.library.ledger_notes import Contradicted, LedgerNotes
from report_qa.library.manifest import NAME
from report_qa.library.shelf import ShelvedReport
from report_qa.text.document import Document


def read_overruled(shelved: ShelvedReport, document: Document) -> OverruledFigures:
    """The figures of a report as read, but for what its `report.toml` overrules.

    Raises:
        ManifestError: an entry meets no figure or several, or two meet the same.
    """
    figures = read_figures(document, shelved.manifest.dates)
    try:
        return overrule_figures(figures, document.source, shelved.manifest.figures, shelved.manifest.dates)
    except ManifestError as error:
        raise ManifestError(f"The {NAME} of {shelved.id} is wrong: {error.message}", error.hint) from None


def read_ledger(
    shelved: ShelvedReport, document: Document, words: MetricWords
) -> tuple[tuple[Figure, ...], LedgerNotes]:
    """The figures of a report, and what the ledger says beside them; `words` name their metrics.

    Raises:
        ManifestError: an entry of `report.toml` meets no figure or several, or two meet the same.
    """
    read = read_overruled(shelved, document)
    home = shelved.manifest.place
    keys = tuple(key.text for key in metric_keys(read.figures, words, home))
    contradictions = tuple(
        Contradicted(pair.one, pair.other, pair.key.text, pair.reason)
        for pair in find_contradictions(read.figures, document, words, home)
    )
    return read.figures, LedgerNotes(keys, read.overruled, read.dropped, contradictions)
