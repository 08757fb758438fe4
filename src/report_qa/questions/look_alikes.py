"""Characters that look alike, from `look_alikes.txt` of a lexicon's folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from report_qa.errors import LexiconError
from report_qa.settings import shipped_folder

FOLDER, FILE = "spelling", "look_alikes.txt"
_GROUP = re.compile(r"[\u4e00-\u9fff]{2,}")


def read_look_alikes(lexicon: Path) -> Mapping[str, str]:
    """Each character with those that look like it, in the order of the file; from the shipped lexicon where this one has none.

    Raises:
        LexiconError: the file cannot be read, or a line is no group of different characters; the line is named.
    """
    path = lexicon / FOLDER / FILE
    path = path if path.exists() else shipped_folder("lexicon") / FOLDER / FILE
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise LexiconError(f"{FILE} cannot be read: {error}.", "See data/lexicon/README.md.") from None
    found: dict[str, dict[str, None]] = {}
    for at, group in enumerate(lines, start=1):
        if not group or group.startswith("#"):
            continue
        if not _GROUP.fullmatch(group) or len(set(group)) != len(group):
            raise LexiconError(
                f"{FILE}, line {at}: {group!r} is no group of characters.", "See data/lexicon/README.md."
            )
        for letter in group:
            found.setdefault(letter, {}).update((other, None) for other in group if other != letter)
    return {letter: "".join(others) for letter, others in found.items()}
