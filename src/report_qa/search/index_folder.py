"""The folder that an index is built in: one build at a time, and a swap that no crash can leave half done.

`current/` is the index that serves. A build writes `new-…/` beside it, renames `current` to `old` and `new-…` to `current`,
and removes `old`. Whoever finds `current` missing reads `old`; the next build puts it back and clears what was left.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from report_qa.errors import IndexBusy, SettingsError

CURRENT, OLD, NEW, LOCK = "current", "old", "new-", ".lock"
_HINT = "Make the folder writable, or name another with REPORT_QA_INDEX_DIR."


@dataclass(frozen=True, slots=True)
class HeldFolder:
    """An index folder that this process alone may build in; `hold_folder` gives one."""

    path: Path


@contextmanager
def hold_folder(path: Path) -> Iterator[HeldFolder]:
    """Hold an index folder while a build runs. A lock left by a dead process holds nothing: the system lets it go.

    Raises:
        IndexBusy: another build holds it.
        SettingsError: it cannot be made or written.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        lock = (path / LOCK).open("a")
    except OSError as error:
        raise SettingsError(f"The index folder cannot be written ({error.strerror}).", _HINT) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise IndexBusy(
                "Another build is writing this index.", "Wait until it has ended, then build again."
            ) from error
        try:
            _clear(path)
        except OSError as error:
            raise SettingsError(f"The index folder cannot be written ({error.strerror}).", _HINT) from error
        yield HeldFolder(path)


def swap_in(held: HeldFolder, files: Mapping[str, bytes]) -> None:
    """Write the files of an index, by path, and make them the current one.

    Raises:
        SettingsError: the folder cannot be written; the index that was there is still there.
    """
    new, current, old = held.path / f"{NEW}{os.getpid()}", held.path / CURRENT, held.path / OLD
    try:
        for name, data in files.items():
            _write(new / name, data)
        if current.exists():
            current.rename(old)
        new.rename(current)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        if not current.exists() and old.exists():
            old.rename(current)
        raise SettingsError(f"The index folder cannot be written ({error.strerror}).", _HINT) from error


def serving(path: Path) -> Path | None:
    """The folder of the index that serves, or None where there is none."""
    return next((path / name for name in (CURRENT, OLD) if (path / name).is_dir()), None)


def _clear(path: Path) -> None:
    current, old = path / CURRENT, path / OLD
    if old.exists() and not current.exists():
        old.rename(current)
    for left in (old, *sorted(path.glob(f"{NEW}*"))):
        shutil.rmtree(left, ignore_errors=True)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())
