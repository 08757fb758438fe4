"""`Extraction`: the lines of text that a reader found in a file that is not plain text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extraction:
    r"""What a reader found. `text` has `\n` for every line end, none at its very end; it is stored beside the original and is
    what lines and columns count in.

    `pages` holds the page of each line of `text`, counted from 1, or nothing where the format has no pages. `remarks` say in
    plain English what could not be extracted (`page 3 holds a picture and no text`); they are shown to whoever adds the file.
    """

    text: str
    reader: str  # name and version of the reader, `pdf 1`: text extracted by another one is extracted anew
    pages: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()
