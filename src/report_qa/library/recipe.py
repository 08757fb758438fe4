"""What an index was made by, as digests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from report_qa import __version__
from report_qa.settings import Settings

_PACKAGE = Path(__file__).resolve().parents[1]
_READERS = ("text", "figures", "search", "questions", "answers", "library")


def recipe_digest(settings: Settings) -> str:
    """SHA-256 of what an index must agree with to be opened: the version of report_qa, and the word lists."""
    files = (file for file in settings.lexicon_dir.iterdir() if file.is_file() and file.suffix != ".md")
    return hashlib.sha256(f"{__version__}\0{_files(settings.lexicon_dir, files)}".encode()).hexdigest()


def reading_digest(settings: Settings) -> str:
    """SHA-256 of all that a stored report depends on: the recipe, and the code and templates that read and answer.

    An index of another reading opens, since its documents agree with its passages; a build reads its reports anew.
    """
    return hashlib.sha256(f"{recipe_digest(settings)}\0{_code()}".encode()).hexdigest()


@cache
def _code() -> str:
    """Once a process: what it runs does not change when its files do."""
    found = (file for package in _READERS for file in (_PACKAGE / package).rglob("*") if file.suffix in (".py", ".j2"))
    return _files(_PACKAGE, found)


def _files(root: Path, files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(f"{file.relative_to(root).as_posix()}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
