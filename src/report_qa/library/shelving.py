"""Putting reports on the shelf and taking them off, so that no half report is ever seen, whenever the process dies.

A report is written into a hidden folder beside its place and renamed into it; the one that it replaces is kept under a hidden
name until then. Whoever holds the shelf next puts back what was left without its place and clears the rest.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from report_qa.errors import SourceError
from report_qa.library.extracted import write_extraction
from report_qa.library.manifest import Manifest, write_manifest
from report_qa.library.received import Received
from report_qa.settings import Settings

_ADDING, _REPLACED, _REMOVED = ".adding-", ".replaced-", ".removed-"
_HINT = "Make the data folder writable, or name another with REPORT_QA_DATA_DIR."


@contextmanager
def hold_shelf(settings: Settings) -> Iterator[Path]:
    """The folder of the reports, held by this process alone; another one waits for it.

    Raises:
        SourceError: the folder cannot be made or written.
    """
    folder = settings.reports_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise SourceError(f"The data folder cannot be written ({error.strerror}).", _HINT) from None
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX)
            _mend(folder)
        except OSError as error:
            raise SourceError(f"The data folder cannot be held ({error.strerror}).", _HINT) from None
        yield folder
    finally:
        os.close(held)


def mend_shelf(settings: Settings) -> None:
    """Put back a report that an interrupted `add` left without its place.

    Raises:
        SourceError: the folder cannot be written.
    """
    if settings.reports_dir.is_dir():
        with hold_shelf(settings):
            return


def put(folder: Path, received: Received, manifest: Manifest) -> None:
    """Put a report into its folder, in the place of one that is there; the shelf is held.

    Raises:
        SourceError: the data folder cannot be written; what was there is still there.
    """
    waiting, replaced = folder.with_name(_ADDING + folder.name), folder.with_name(_REPLACED + folder.name)
    try:
        waiting.mkdir()
        (waiting / f"source{received.suffix}").write_bytes(received.data)
        if received.extraction:
            write_extraction(waiting, received.extraction)
        write_manifest(waiting, manifest)
        for path in (*waiting.iterdir(), waiting):
            _sync(path)
        if folder.exists():
            folder.rename(replaced)
        waiting.rename(folder)
        _sync(folder.parent)
    except OSError as error:
        raise SourceError(f"The report cannot be written into the data folder ({error.strerror}).", _HINT) from None
    finally:
        _mend(folder.parent)


def take_off(folder: Path) -> None:
    """Take a report off the shelf, which is held.

    Raises:
        SourceError: the data folder cannot be written.
    """
    try:
        folder.rename(folder.with_name(_REMOVED + folder.name))
    except OSError as error:
        raise SourceError(f"The report {folder.name} cannot be removed ({error.strerror}).", _HINT) from None
    finally:
        _mend(folder.parent)


def _mend(folder: Path) -> None:
    """Put a replaced report back that has no successor, and clear what else was left behind."""
    for left in sorted(folder.glob(".*-*")):
        if left.name.startswith(_REPLACED):
            place = folder / left.name.removeprefix(_REPLACED)
            if not place.exists():
                left.rename(place)
                continue
        if left.name.startswith((_ADDING, _REPLACED, _REMOVED)):
            shutil.rmtree(left, ignore_errors=True)


def _sync(path: Path) -> None:
    """Have the system write a file or folder to its disk."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
