"""`Manifest`: what `report.toml` says of a report that its text need not say."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

import tomli_w

from report_qa.errors import ManifestError
from report_qa.library.figure_fields import FIELD, read_figure_overrules, write_figure_overrules
from report_qa.library.figure_overrules import FigureOverrule
from report_qa.library.overrule_fields import FIELDS, read_overrules, write_overrules
from report_qa.text.overrules import NO_OVERRULES, Overrules
from report_qa.text.periods import ReportDates

NAME = "report.toml"
Level = Literal["national", "province", "prefecture", "county"]
NATIONAL_PLACE = "全国"

_DELIVERED = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?\Z")
_FIELDS = (
    "id", "title", "place", "level", "delivered", "language", "source_url", "origin", "reviews", "plans", "contact",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Manifest:
    """A report's `report.toml`; `None` is for what is unknown.

    `place` is the report's own place with its kind (`苏州市`), `全国` for a national report. `delivered` is ISO, as much of
    it as is known. `origin` says in words where the text came from, `contact` whom a citizen may ask.
    """

    id: str
    title: str | None = None
    place: str | None = None
    level: Level | None = None
    delivered: str | None = None
    language: str = "zh"
    source_url: str | None = None
    origin: str | None = None
    reviews: int | None = None
    plans: int | None = None
    contact: str | None = None
    overrules: Overrules = NO_OVERRULES
    figures: tuple[FigureOverrule, ...] = ()  # what a person says of single figures

    @property
    def is_overruled(self) -> bool:
        """Whether a person overrules anything of how the report is read."""
        return self.overrules != NO_OVERRULES or bool(self.figures)

    @property
    def dates(self) -> ReportDates:
        """What the reader of the report may know of its time and place."""
        return ReportDates(self.delivered, self.reviews, self.plans, self.place)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a report's folder; the id is the folder's name where the file gives none.

    Raises:
        ManifestError: missing, not TOML, or a field is of the wrong kind.
    """
    path = folder / NAME
    try:
        fields = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ManifestError(f"The report {folder.name} has no {NAME}.", "Add it again with `report-qa add`.") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _wrong(folder.name, f"cannot be read: {error}") from None
    try:
        return _parse(folder.name, fields)
    except ValueError as error:
        raise _wrong(folder.name, str(error)) from None


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write `report.toml`; what is unknown is left out, since TOML has no null."""
    fields: dict[str, Any] = {name: getattr(manifest, name) for name in _FIELDS if getattr(manifest, name) is not None}
    fields |= write_overrules(manifest.overrules)
    if manifest.figures:
        fields[FIELD] = write_figure_overrules(manifest.figures)
    waiting = folder / f".{NAME}.new"
    waiting.write_text(tomli_w.dumps(fields), encoding="utf-8")
    waiting.replace(folder / NAME)


def delivered_date(text: str) -> str:
    """A delivery date as ISO, as much of it as is given (`2022`, `2022-02`, `2022-02-12`).

    Raises:
        ValueError: not such a date.
    """
    match = _DELIVERED.match(text)
    if not match:
        raise ValueError(f"delivered is {text!r}, not a date such as 2022-02-12, 2022-02 or 2022")
    dt.date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    return text


def _parse(folder: str, fields: Mapping[str, Any]) -> Manifest:
    if unknown := sorted(set(fields) - {*_FIELDS, *FIELDS, FIELD}):
        raise ValueError(f"unknown field {unknown[0]!r}")
    level = _text(fields, "level")
    if level is not None and level not in get_args(Level):
        raise ValueError(f"level is {level!r}, not one of {', '.join(get_args(Level))}")
    delivered = fields.get("delivered")
    if isinstance(delivered, dt.date | int) and not isinstance(delivered, bool):
        delivered = str(delivered)[:10]
    if delivered is not None and not isinstance(delivered, str):
        raise ValueError("delivered is not a date")
    return Manifest(
        id=_text(fields, "id") or folder,
        title=_text(fields, "title"),
        place=_text(fields, "place"),
        level=cast("Level | None", level),
        delivered=None if delivered is None else delivered_date(delivered),
        language=_text(fields, "language") or "zh",
        source_url=_text(fields, "source_url"),
        origin=_text(fields, "origin"),
        reviews=_year(fields, "reviews"),
        plans=_year(fields, "plans"),
        contact=_text(fields, "contact"),
        overrules=read_overrules(fields),
        figures=read_figure_overrules(fields),
    )


def _text(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{name} is not a text")
    return value or None


def _year(fields: Mapping[str, Any], name: str) -> int | None:
    value = fields.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1900 <= value <= 2200:
        raise ValueError(f"{name} is not a year")
    return value


def _wrong(report: str, what: str) -> ManifestError:
    return ManifestError(f"The {NAME} of {report} is wrong: {what}.", "Mend it, or add the report again.")
