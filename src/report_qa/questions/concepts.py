"""The lexicon's files: concepts with their spellings, and kinds of quantity with their units."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report_qa.errors import LexiconError

GAP = "…"
GAP_WIDTH = 6
"""Code points that `…` may stand for in a form: 打…粮 finds 打了多少粮, and no longer stretch of another clause."""


@dataclass(frozen=True, slots=True)
class Concept:
    """What is measured or done, and its spellings: `groups` of names as reports print them, `everyday` as citizens say it.

    Names of one group are one measure (地区生产总值, 国内生产总值); other groups are near it (4A and 5A sites), so that a question in
    everyday words may mean them, and one that names its measure may not. `short` shortens the first group. `kinds` are the
    kinds of quantity that the concept is printed in (`money`, `people`, …), empty where any may be.
    """

    key: str
    groups: tuple[tuple[str, ...], ...]
    short: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that reports print, group by group."""
        return tuple(name for group in self.groups for name in group)

    @property
    def forms(self) -> tuple[str, ...]:
        """Every spelling, those of reports first."""
        return (*self.names, *self.short, *self.everyday, *self.english)


@dataclass(frozen=True, slots=True)
class UnitKind:
    """A kind of quantity: the words that ask for it (`asking`) and the units in which reports print it (`printed`)."""

    kind: str
    asking: tuple[str, ...]
    printed: tuple[str, ...]


def read_concepts(folder: Path) -> tuple[Concept, ...]:
    """The concepts of `concepts.toml`. Raises `LexiconError`, which names the entry."""
    return tuple(
        _concept(number, entry) for number, entry in enumerate(_entries(folder, "concepts.toml", "concept"), 1)
    )


def read_units(folder: Path) -> tuple[UnitKind, ...]:
    """The kinds of quantity of `units.toml`. Raises `LexiconError`, which names the entry."""
    return tuple(_unit(number, entry) for number, entry in enumerate(_entries(folder, "units.toml", "unit"), 1))


def _entries(folder: Path, name: str, table: str) -> list[dict[str, Any]]:
    try:
        with (folder / name).open("rb") as file:
            entries = tomllib.load(file).get(table)
    except OSError as error:
        hint = "Restore data/lexicon from the project."
        raise LexiconError(f"The lexicon file {name} cannot be read.", hint) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{name} is not TOML: {error}.", "Mend the line that it names.") from error
    if not isinstance(entries, list) or not entries:
        raise LexiconError(f"{name} has no [[{table}]].", "Restore data/lexicon from the project.")
    return entries


def _concept(number: int, entry: dict[str, Any]) -> Concept:
    where = f"concepts.toml entry {number} ({entry.get('key', 'no key')})"
    unknown = sorted(set(entry) - {"key", "kinds", "names", "short", "everyday", "english"})
    if unknown:
        raise LexiconError(f"{where} has the unknown name {unknown[0]}.", "See data/lexicon/README.md.")
    key = entry.get("key")
    if not isinstance(key, str) or not key:
        raise LexiconError(f"{where} has no key.", "Give it a short name of its own.")
    groups = _groups(where, entry.get("names"))
    columns = {column: _words(where, entry, column) for column in ("short", "everyday", "english", "kinds")}
    return Concept(key, groups, **columns)


def _groups(where: str, written: object) -> tuple[tuple[str, ...], ...]:
    """The names of a concept: `;` parts groups, `|` parts the names of one measure."""
    if not isinstance(written, str) or not written.strip():
        raise LexiconError(
            f"{where} has no names.", 'Give it at least one name as reports print it: "one | same ; near".'
        )
    groups = tuple(_words(where, {"names": group}, "names") for group in written.split(";"))
    if not all(groups):
        raise LexiconError(f"{where}: names has an empty group.", "Take out the extra ;.")
    return groups


def _unit(number: int, entry: dict[str, Any]) -> UnitKind:
    where = f"units.toml entry {number} ({entry.get('kind', 'no kind')})"
    kind = entry.get("kind")
    if not isinstance(kind, str) or not kind:
        raise LexiconError(f"{where} has no kind.", "Give it one word, as money or people.")
    return UnitKind(kind, _words(where, entry, "asking"), _words(where, entry, "printed"))


def _words(where: str, entry: dict[str, Any], column: str) -> tuple[str, ...]:
    """The words of a column, written as one string, parted by `|`: TOML reads that ten times as fast as a list."""
    written = entry.get(column, "")
    if not isinstance(written, str):
        raise LexiconError(f"{where}: {column} is no string.", 'Write it as "one | two".')
    words = tuple(word.strip() for word in written.split("|")) if written.strip() else ()
    if "" in words:
        raise LexiconError(f"{where}: {column} has an empty word.", "Take out the extra |.")
    if len(set(words)) < len(words):
        twice = next(word for word in words if words.count(word) > 1)
        raise LexiconError(f"{where}: {column} gives {twice!r} twice.", "Keep one.")
    for word in words:
        if GAP in word and (word[0] == GAP or word[-1] == GAP or word.count(GAP) > 1):
            problem = f"{where}: the gap ({GAP}) of {word!r} in {column} does not stand inside it."
            raise LexiconError(problem, "Move it between two parts.")
    return words
