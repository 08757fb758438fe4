"""Removing a report from the shelf."""

from __future__ import annotations

import shutil

from report_qa.errors import SourceError
from report_qa.library.shelf import report_folder
from report_qa.settings import Settings


def remove(settings: Settings, report: str) -> None:
    """Remove a report, its source and its manifest; the index forgets it at the next build.

    Raises:
        ReportUnknown: there is none of that id.
        SourceError: the data folder cannot be written.
    """
    folder = report_folder(settings, report)
    leaving = folder.with_name(f".removed-{folder.name}")
    try:
        shutil.rmtree(leaving, ignore_errors=True)
        folder.rename(leaving)
    except OSError as error:
        raise SourceError(f"The report {report} cannot be removed ({error.strerror}).") from None
    shutil.rmtree(leaving, ignore_errors=True)
