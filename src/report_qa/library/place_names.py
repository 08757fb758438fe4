"""`PlaceNames`: a report's own place by its official name, from the gazetteer's file."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from report_qa.errors import LexiconError
from report_qa.library.manifest import Level


@dataclass(frozen=True, slots=True)
class Town:
    """A place that has a government: official name and level."""

    name: str
    level: Level


@dataclass(frozen=True)
class PlaceNames:
    """Every name by which a place is known (official, short, other), with the places of that name."""

    rows: tuple[tuple[str, Town], ...]

    @classmethod
    def open(cls, lexicon: Path) -> PlaceNames:
        """The names in a lexicon folder's `places.tsv`.

        Raises:
            LexiconError: the file is missing or of another form.
        """
        try:
            with (lexicon / "places.tsv").open(encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
            return cls(tuple(_names(rows)))
        except (OSError, KeyError, UnicodeDecodeError) as error:
            raise LexiconError(f"The gazetteer cannot be read: {error}.", "Install report-qa again.") from None

    @cached_property
    def _known(self) -> dict[str, list[Town]]:
        known: dict[str, list[Town]] = {}
        for name, town in self.rows:
            known.setdefault(name, []).append(town)
        return known

    @cached_property
    def _names(self) -> dict[Town, list[str]]:
        names: dict[Town, list[str]] = {}
        for name, town in self.rows:
            names.setdefault(town, []).append(name)
        return names

    def named(self, name: str) -> tuple[Town, ...]:
        """The places of that name."""
        return tuple(self._known.get(name, ()))

    def names_of(self, town: Town) -> tuple[str, ...]:
        """The names of a place, its official one first."""
        return tuple(self._names.get(town, ()))

    def ending(self, words: str, level: Level | None) -> Town | None:
        """The place whose name is the longest ending of some words; of several alike, the one of that level.

        A county's short name alone names nothing: too many words end so.
        """
        for start in range(len(words) - 1):
            towns = self._known.get(words[start:], [])
            same = [town for town in towns if town.level == level] if level else []
            usable = same or [town for town in towns if town.level != "county" or town.name == words[start:]]
            if usable:
                return min(usable, key=lambda town: ("province prefecture county".find(town.level), town.name))
        return None


def _names(rows: Iterable[dict[str, str]]) -> Iterable[tuple[str, Town]]:
    for row in rows:
        level = row["level"]
        if level not in ("province", "prefecture", "county"):
            continue
        town = Town(row["name"], level)  # type: ignore[arg-type]
        for name in dict.fromkeys((row["name"], row["short"], *row["also"].split("|"))):
            if name:
                yield name, town
