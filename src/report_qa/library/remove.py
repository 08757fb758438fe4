"""Removing a report from the shelf."""

from __future__ import annotations

from report_qa.library.shelf import report_folder
from report_qa.library.shelving import hold_shelf, take_off
from report_qa.settings import Settings


def remove(settings: Settings, report: str) -> None:
    """Remove a report, its source and its manifest; the index forgets it at the next build.

    Raises:
        ReportUnknown: there is none of that id.
        SourceError: the data folder cannot be written.
    """
    report_folder(settings, report)
    with hold_shelf(settings):
        take_off(report_folder(settings, report))
