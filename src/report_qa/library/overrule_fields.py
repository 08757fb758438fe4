"""The overrules of a `report.toml`: `rules_off`, `[[outline]]`, `[[reading]]` and `[[edit]]`, read and written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from report_qa.text.document import BlockKind
from report_qa.text.overrules import CharacterEdit, LineReading, OutlineEntry, Overrules, fault_in, lines_text
from report_qa.text.periods import Period

FIELDS = ("rules_off", "outline", "reading", "edit")
_LINES = re.compile(r"(\d+)(?:-(\d+))?\Z")
_COLUMNS = re.compile(r"(\d+)-(\d+)\Z")
_YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?\Z")
_KINDS: dict[str, BlockKind | None] = {
    "text": BlockKind.PARAGRAPH,
    "heading": BlockKind.HEADING,
    "caption": BlockKind.CAPTION,
    "title": BlockKind.TITLE,
    "salutation": BlockKind.SALUTATION,
    "furniture": None,
}
_WORDS = {kind: word for word, kind in _KINDS.items()}
_DEEPEST = 9


def read_overrules(fields: Mapping[str, Any]) -> Overrules:
    """The overrules of a manifest's fields.

    Raises:
        ValueError: one is of the wrong form, overlaps another or names no rule.
    """
    off = fields.get("rules_off", [])
    if not isinstance(off, list) or not all(isinstance(name, str) for name in off):
        raise ValueError('rules_off is not a list of rules, such as ["doubled_headline"]')
    found = Overrules(
        outline=tuple(_outline(entry) for entry in read_tables(fields, "outline")),
        readings=tuple(_reading(entry) for entry in read_tables(fields, "reading")),
        edits=tuple(_edit(entry) for entry in read_tables(fields, "edit")),
        rules_off=tuple(off),
    )
    if fault := fault_in(found):
        raise ValueError(fault)
    return found


def write_overrules(overrules: Overrules) -> dict[str, Any]:
    """The fields that `read_overrules` reads; what is empty is left out."""
    fields = {
        "rules_off": list(overrules.rules_off),
        "outline": [_outline_fields(entry) for entry in overrules.outline],
        "reading": [_reading_fields(entry) for entry in overrules.readings],
        "edit": [_edit_fields(entry) for entry in overrules.edits],
    }
    return {name: value for name, value in fields.items() if value}


def read_tables(fields: Mapping[str, Any], name: str) -> list[Any]:
    """The tables of one name; none where there are none.

    Raises:
        ValueError: it is no list of tables.
    """
    found = fields.get(name, [])
    if not isinstance(found, list):
        raise ValueError(f"{name} is not a list of [[{name}]] tables")
    return found


def _outline(entry: Any) -> OutlineEntry:
    if not isinstance(entry, dict) or set(entry) - {"lines", "period", "status"}:
        raise ValueError('an [[outline]] holds lines = "from-to", period and status')
    lines = _LINES.match(str(entry.get("lines", "")))
    first, last = (int(lines[1]), int(lines[2] or lines[1])) if lines else (0, 0)
    if not 1 <= first <= last:
        raise ValueError('an [[outline]] needs lines = "from-to", counted from 1')
    status = entry.get("status")
    if status not in (None, "actual", "target"):
        raise ValueError(f"the status of lines {first}-{last} is {status!r}, not actual or target")
    return OutlineEntry(first, last, read_period(entry.get("period")), status)


def read_period(value: Any) -> Period | None:
    """A period as a person writes it, `2021` or `2017-2021`; None stays None.

    Raises:
        ValueError: it is neither.
    """
    if value is None:
        return None
    years = _YEARS.match(str(value))
    if not years or int(years[2] or years[1]) < int(years[1]):
        raise ValueError(f"the period {value!r} is neither a year (2021) nor years (2017-2021)")
    start, end = int(years[1]), int(years[2] or years[1])
    return Period.year(start) if start == end else Period(f"{start}—{end}年", start, end)


def write_period(period: Period) -> str:
    """A period as `read_period` reads it; its label is lost."""
    return str(period.start) if period.one_year else f"{period.start}-{period.end}"


def _outline_fields(entry: OutlineEntry) -> dict[str, str]:
    fields = {"lines": f"{entry.line_from}-{entry.line_to}"}
    if entry.period:
        fields["period"] = write_period(entry.period)
    if entry.status:
        fields["status"] = entry.status
    return fields


def _reading(entry: Any) -> LineReading:
    if not isinstance(entry, dict) or set(entry) - {"lines", "columns", "as", "level", "before"}:
        raise ValueError('a [[reading]] holds lines = "12-14", as, and perhaps columns, level and before')
    lines = _ranges(str(entry.get("lines", "")))
    where = f"the [[reading]] of lines {lines_text(lines)}"
    kind = entry.get("as")
    if kind not in _KINDS:
        raise ValueError(f"{where} is as {kind!r}, not one of {', '.join(_KINDS)}")
    columns = None
    if "columns" in entry:
        columns = read_columns(str(entry["columns"]), where)
        if kind == "furniture" or lines[0][0] != lines[-1][1]:
            raise ValueError(f"{where} has columns: they are for one line, and not for furniture (use [[edit]])")
    for name in ("level", "before"):
        value = entry.get(name)
        if value is not None and (
            kind != "heading" or isinstance(value, bool) or not isinstance(value, int) or value < 1
        ):
            raise ValueError(f"{where} has {name} {value!r}; it is a number from 1, for a heading")
    if entry.get("level", 1) > _DEEPEST:
        raise ValueError(f"{where} has level {entry['level']}; the deepest is {_DEEPEST}")
    return LineReading(lines, _KINDS[kind], columns, entry.get("level"), entry.get("before"))


def _reading_fields(reading: LineReading) -> dict[str, Any]:
    fields: dict[str, Any] = {"lines": lines_text(reading.lines), "as": _WORDS[reading.kind]}
    if reading.columns:
        fields["columns"] = f"{reading.columns[0]}-{reading.columns[1]}"
    if reading.level is not None:
        fields["level"] = reading.level
    if reading.before is not None:
        fields["before"] = reading.before
    return fields


def _edit(entry: Any) -> CharacterEdit:
    if not isinstance(entry, dict) or set(entry) != {"line", "columns", "do"}:
        raise ValueError('an [[edit]] holds line = 5, columns = "3-7" and do = "keep" or "leave_out"')
    line = entry["line"]
    if isinstance(line, bool) or not isinstance(line, int) or line < 1:
        raise ValueError(f"an [[edit]] is of line {line!r}, no number from 1")
    if entry["do"] not in ("keep", "leave_out"):
        raise ValueError(f"the [[edit]] of line {line} does {entry['do']!r}, not keep or leave_out")
    return CharacterEdit(
        line, *read_columns(str(entry["columns"]), f"the [[edit]] of line {line}"), entry["do"] == "keep"
    )


def _edit_fields(edit: CharacterEdit) -> dict[str, Any]:
    columns = f"{edit.column_start}-{edit.column_end}"
    return {"line": edit.line, "columns": columns, "do": "keep" if edit.keep else "leave_out"}


def _ranges(text: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for part in text.split(","):
        match = _LINES.match(part.strip())
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not (found[-1][1] if found else 0) < first <= last:
            raise ValueError('a [[reading]] needs lines = "12", "12-14" or "12-14, 17", counted from 1 and rising')
        found.append((first, last))
    return tuple(found)


def read_columns(text: str, where: str) -> tuple[int, int]:
    """Columns as a person writes them, `3-7`: code points from 0, half-open.

    Raises:
        ValueError: they are not such; `where` names the entry.
    """
    match = _COLUMNS.match(text)
    if not match or not int(match[1]) < int(match[2]):
        raise ValueError(f'{where} has columns {text!r}, not "3-7", counted from 0 to one past the last')
    return int(match[1]), int(match[2])
