"""`receive`: a file as it is given to `add`, read once: its bytes, and the text that they hold."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass, replace
from pathlib import Path

from report_qa.errors import ReportQAError, SourceError
from report_qa.text.formats.extraction import Extraction
from report_qa.text.formats.language import check_language
from report_qa.text.formats.opened import extract, reader_of
from report_qa.text.source import Source

_MB = 1_048_576
_MARK = (
    "\ufeff"  # whoever reads a stored text may take one at its beginning for its encoding's mark, and count without it
)
_SUFFIXES = {"pdf": ".pdf", "docx": ".docx", "html": ".html"}  # by the reader's name


@dataclass(frozen=True, slots=True)
class Received:
    """A file to be added: its bytes as they are, and what was extracted where it is no plain text."""

    file: Path
    data: bytes
    source: Source
    extraction: Extraction | None

    @property
    def suffix(self) -> str:
        """The suffix that the bytes are kept under: that of the file, or of what it is where its name says another format."""
        suffix = self.file.suffix.lower() or ".txt"
        if self.extraction is None or reader_of(suffix) == self.extraction.reader:
            return suffix
        return _SUFFIXES.get(self.extraction.reader.partition(" ")[0], suffix)


def receive(file: Path, max_bytes: int) -> Received:
    """Read a file of at most `max_bytes`, whatever its format.

    Raises:
        SourceError: missing, no file, too large, not permitted; or damaged, without text, or in another language.
    """
    data = read_bytes(file, max_bytes)
    extraction = _extract(data, file.suffix.lower())
    if extraction is None:
        source = Source.from_bytes(data)
        check_language(source.text)
    else:
        source = Source.from_extracted(extraction.text, hashlib.sha256(data).hexdigest(), extraction.pages)
    return Received(file, data, source, extraction)


def read_bytes(file: Path, max_bytes: int) -> bytes:
    """The bytes of a regular file, whose size is looked at before it is read.

    Raises:
        SourceError: why it cannot be read.
    """
    try:
        kind = file.stat()
        if stat.S_ISDIR(kind.st_mode):
            raise SourceError(
                "This is a folder, not a file.", f"Name the files in it: report-qa add {file.name or file}/*"
            )
        if not stat.S_ISREG(kind.st_mode):
            raise SourceError("This is no regular file.", "Copy the report into a file and add that.")
        if kind.st_size > max_bytes:
            raise _too_large(kind.st_size, max_bytes)
        with file.open("rb") as opened:
            data = opened.read(max_bytes + 1)
    except FileNotFoundError:
        raise SourceError("There is no such file.", "Check its name and folder.") from None
    except PermissionError:
        raise SourceError("You may not read this file.", "Give yourself permission to read it, or copy it.") from None
    except OSError as error:
        raise SourceError(f"The file cannot be read ({error.strerror}).", "Check its name and its disk.") from None
    if len(data) > max_bytes:
        raise _too_large(len(data), max_bytes)
    return data


def _too_large(size: int, most: int) -> SourceError:
    return SourceError(
        f"The file has {size / _MB:.1f} MB; at most {most / _MB:g} MB are read.",
        "Save the report alone, without pictures; or raise REPORT_QA_MAX_SOURCE_BYTES.",
    )


def _extract(data: bytes, suffix: str) -> Extraction | None:
    try:
        found = extract(data, suffix)
        if found and found.text.startswith(_MARK):
            found = replace(found, text=found.text.lstrip(_MARK))
        return found
    except ReportQAError:
        raise
    except (Exception, RecursionError) as error:  # a parser may fail in any way on a file made to break it
        raise SourceError(
            f"The file cannot be read as {suffix or 'text'} ({type(error).__name__}).",
            "Open it, save it again or as text, and add that.",
        ) from error
