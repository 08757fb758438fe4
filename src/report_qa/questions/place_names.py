"""The gazetteer's files: which spellings name which places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from report_qa.errors import LexiconError

Level = Literal["nation", "region", "province", "prefecture", "county", "country"]

RANKS: dict[str, int] = {"nation": 0, "country": 0, "region": 1, "province": 2, "prefecture": 3, "county": 4}
_OWN_LEVEL: tuple[tuple[Level, str], ...] = (
    ("province", "全省 我省 本省 咱省 咱们省 全自治区 省里"),
    ("prefecture", "全市 我市 本市 咱市 咱们市 全州 我州 全盟 我盟"),
    ("county", "全县 我县 本县 咱县 咱们县 全旗 我旗"),
)


class Named(NamedTuple):
    """What a spelling stands for: the highest level of its places, and their codes in the gazetteer's order."""

    level: Level
    codes: tuple[str, ...]


class PlaceRow(NamedTuple):
    """A line of `places.tsv`: a six-digit code of GB/T 2260, the code of what it is part of, and its spellings."""

    code: str
    name: str
    short: str
    level: Level
    parent: str
    english: str
    also: str


class RegionRow(NamedTuple):
    """A line of `regions.tsv`: a nation, a region of several places, or a foreign country."""

    name: str
    level: Level
    codes: str
    english: str
    also: str


def read_places(folder: Path) -> list[PlaceRow]:
    """The lines of `places.tsv`. Raises `LexiconError` for one that cannot be read."""
    return [PlaceRow._make(cells) for cells in _rows(folder, "places.tsv", PlaceRow._fields)]


def read_regions(folder: Path) -> list[RegionRow]:
    """The lines of `regions.tsv`. Raises `LexiconError` for one that cannot be read."""
    return [RegionRow._make(cells) for cells in _rows(folder, "regions.tsv", RegionRow._fields)]


def read_phrases(folder: Path, name: str) -> list[str]:
    """The lines of a file of one phrase a line, comments (`#`) and blank lines left out."""
    return [line for line in _read(folder, name).split("\n") if line and not line.startswith("#")]


def spellings(places: list[PlaceRow], regions: list[RegionRow]) -> dict[str, Named]:
    """What each spelling stands for; a county's English name is not among them (`county_english`)."""
    entries: dict[str, Named] = {}
    for region in regions:
        named = Named(region.level, tuple(region.codes.split()))
        for name in (region.name, *split(region.also), *_cased(region.english)):
            entries.setdefault(name, named)
    for level, words in _OWN_LEVEL:
        entries.update((word, Named(level, ())) for word in words.split())
    found: dict[str, Named] = {}
    for row in places:
        for name in _chinese(row):
            _add(found, name, row)
        if row.level != "county":
            for name in _cased(row.english):
                _add(found, name, row)
    return {**found, **entries}


def county_english(places: list[PlaceRow]) -> dict[str, Named]:
    """What the English name of a county stands for, without its County, District, City or Banner."""
    found: dict[str, Named] = {}
    for row in places:
        if row.level == "county" and row.english:
            for name in row.english.split("|"):
                _add(found, name, row)
    return found


def split(column: str) -> list[str]:
    """The names of a column of several, parted by `|`."""
    return column.split("|") if column else []


def _add(found: dict[str, Named], name: str, row: PlaceRow) -> None:
    if old := found.get(name):
        level = min(old.level, row.level, key=lambda other: RANKS[other])
        found[name] = Named(level, tuple(dict.fromkeys((*old.codes, row.code))))
    else:
        found[name] = Named(row.level, (row.code,))


def _chinese(row: PlaceRow) -> Iterator[str]:
    yield row.name
    if row.short:
        yield row.short
        if row.level == "prefecture" and row.name.endswith("市"):
            yield f"{row.short}市区"
    if row.also:
        yield from row.also.split("|")


def _cased(column: str) -> Iterator[str]:
    """English names as given, in capitals, and in small letters where long enough to be no common word."""
    for name in split(column):
        yield name
        yield name.upper()
        if len(name) > 5:
            yield name.lower()


def _read(folder: Path, name: str) -> str:
    try:
        return (folder / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        hint = "Restore data/lexicon from the project."
        raise LexiconError(f"The lexicon file {name} cannot be read.", hint) from error


def _rows(folder: Path, name: str, columns: tuple[str, ...]) -> list[list[str]]:
    rows = [line.split("\t") for line in _read(folder, name).rstrip("\n").split("\n")]
    if tuple(rows[0]) != columns:
        raise LexiconError(f"{name} line 1 does not name its columns.", f"It should read: {', '.join(columns)}.")
    for number, cells in enumerate(rows[1:], 2):
        if len(cells) != len(columns) or not cells[0]:
            hint = f"Give it {len(columns)}, parted by tabs, the first not empty."
            raise LexiconError(f"{name} line {number} has {len(cells)} cells.", hint)
    return rows[1:]
