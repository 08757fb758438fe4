"""`MetricFile`: the lexicon file `metrics.toml` as it is written, checked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report_qa.errors import LexiconError

NAME = "metrics.toml"
_HINT = "See data/lexicon/README.md."
_KEY = re.compile(r"[a-z][a-z0-9_]*(?:\+[a-z_]+)*")
_TABLES = {
    "leave_out": ("anywhere", "start", "stock", "end", "nation", "local"),
    "growth": ("end", "yearly"),
    "verb": ("words",),
    "same": None,
    "scope": None,
    "side": None,
}
_FIELDS = {"key", "kinds", "names", "group", "sides"}

Words = tuple[str, ...]
Table = dict[str, Words]


@dataclass(frozen=True, slots=True)
class NamedMetric:
    """A metric that the file knows: its `key` and `scope` in a `MetricKey`, and every wording of it.

    `kinds` are those of `unit_kinds.exact_kind` (before its `:`) in which its level is printed, empty where any may be;
    `sides` says that it is measured for town and country apart.
    """

    key: str
    scope: Words
    kinds: Words
    names: Words
    sides: bool


@dataclass(frozen=True, slots=True)
class MetricFile:
    """The tables of `metrics.toml`. In `same`, `scope` and `side` the words of each row stand by what they come to."""

    metrics: tuple[NamedMetric, ...]
    same: Table
    scope: Table
    side: Table
    leave_out: Table
    growth: Table
    verbs: Words


EMPTY = MetricFile((), {}, {}, {}, {}, {}, ())
"""A file that says nothing: every metric is named by its own words."""


def read_metric_file(folder: Path, groups: Mapping[str, Words]) -> MetricFile:
    """Read and check the file; `groups` are the names of `concepts.toml`, each with those of its group.

    Raises:
        LexiconError: the file cannot be read, or says what it may not; it names the line or the entry.
    """
    fields = _load(folder)
    unknown = sorted(set(fields) - set(_TABLES) - {"metric"})
    if unknown:
        raise LexiconError(f"{NAME} has the unknown table [{unknown[0]}].", _HINT)
    tables = {name: _table(fields, name, columns) for name, columns in _TABLES.items()}
    entries = fields.get("metric")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise LexiconError(f"{NAME} has no [[metric]].", "Restore data/lexicon from the project.")
    metrics = tuple(_metric(number, entry, groups) for number, entry in enumerate(entries, 1))
    keys = [(metric.key, metric.scope) for metric in metrics]
    if len(set(keys)) < len(keys):
        twice = next(key for key in keys if keys.count(key) > 1)
        raise LexiconError(f"{NAME} gives the key {'+'.join((twice[0], *twice[1]))} twice.", "Join the two entries.")
    named = {name: tables[name] for name in ("same", "scope", "side", "leave_out", "growth")}
    return MetricFile(metrics=metrics, verbs=tables["verb"].get("words", ()), **named)


def _load(folder: Path) -> dict[str, Any]:
    try:
        with (folder / NAME).open("rb") as file:
            return tomllib.load(file)
    except OSError as error:
        hint = "Restore data/lexicon from the project."
        raise LexiconError(f"The lexicon file {NAME} cannot be read.", hint) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{NAME} is not TOML: {error}.", "Mend the line that it names.") from error


def _table(fields: Mapping[str, Any], name: str, columns: Words | None) -> Table:
    """A table of rows of words. `columns` are the rows that it may have, None where any may be."""
    rows = fields.get(name, {})
    if not isinstance(rows, dict):
        raise LexiconError(f"{NAME}: [{name}] is no table.", _HINT)
    unknown = sorted(set(rows) - set(columns)) if columns is not None else []
    if unknown:
        raise LexiconError(f"{NAME}: [{name}] has the unknown row {unknown[0]}.", _HINT)
    table = {row: _words(f"{NAME}: [{name}] {row}", written) for row, written in rows.items()}
    seen: dict[str, str] = {}
    for row, words in table.items() if columns is None else ():
        for word in words:
            if seen.setdefault(word, row) != row:
                raise LexiconError(f"{NAME}: [{name}] gives {word!r} to {seen[word]} and to {row}.", "Keep one.")
    return table


def _metric(number: int, entry: Mapping[str, Any], groups: Mapping[str, Words]) -> NamedMetric:
    where = f"{NAME} metric {number} ({entry.get('key', 'no key')})"
    unknown = sorted(set(entry) - _FIELDS)
    if unknown:
        raise LexiconError(f"{where} has the unknown name {unknown[0]}.", _HINT)
    key = entry.get("key")
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise LexiconError(f"{where} has no key.", "Give it small letters, as gdp or industrial_output+above_scale.")
    if not isinstance(entry.get("sides", False), bool):
        raise LexiconError(f"{where}: sides is neither true nor false.", _HINT)
    names = _words(where, entry["names"]) if "names" in entry else ()
    if "group" in entry:
        if entry["group"] not in groups:
            raise LexiconError(f"{where}: concepts.toml has no name {entry['group']!r}.", "Name one that it has.")
        names += tuple(name for name in groups[entry["group"]] if name not in names)
    if not names:
        raise LexiconError(f"{where} has no names.", 'Give it names ("one | same") or the group of concepts.toml.')
    kinds = _words(where, entry["kinds"]) if "kinds" in entry else ()
    concept, *scope = key.split("+")
    return NamedMetric(concept, tuple(sorted(scope)), kinds, names, entry.get("sides", False))


def _words(where: str, written: object) -> Words:
    """The words of a row, parted by `|`."""
    if not isinstance(written, str):
        raise LexiconError(f"{where}: {written!r} is no text.", 'Write it as "one | two".')
    words = tuple(word.strip() for word in written.split("|"))
    if "" in words:
        raise LexiconError(f"{where} has an empty word.", "Take out the extra |.")
    if len(set(words)) < len(words):
        twice = next(word for word in words if words.count(word) > 1)
        raise LexiconError(f"{where} gives {twice!r} twice.", "Keep one.")
    return words


def name_groups(folder: Path) -> dict[str, Words]:
    """The names of `concepts.toml` (`;` parts groups, `|` names), each with all of its group.

    Raises:
        LexiconError: the file cannot be read.
    """
    try:
        with (folder / "concepts.toml").open("rb") as file:
            concepts = tomllib.load(file).get("concept", [])
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        hint = "Restore data/lexicon from the project."
        raise LexiconError(f"The lexicon file concepts.toml cannot be read: {error}.", hint) from error
    written = [str(concept.get("names", "")) for concept in concepts]
    groups = [_group(group) for names in written for group in names.split(";")]
    return {name: group for group in groups for name in group}


def _group(written: str) -> Words:
    return tuple(name.strip() for name in written.split("|") if name.strip())
