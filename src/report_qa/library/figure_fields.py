"""The `[[figure]]` entries of a `report.toml`, read and written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from report_qa.library.figure_overrules import FigureOverrule
from report_qa.library.overrule_fields import read_columns, read_period, read_tables, write_period
from report_qa.text.periods import Period, Status

FIELD = "figure"
NONE = "none"  # what a person writes for a period or a status that the report does not give
_FIELDS = {"line", "columns", "text", "of", "period", "status", "metric", "drop", "reason"}
_FORM = 'it holds line = 66, columns = "12-17" or text = "8.5%", reason, and period, status, metric or drop = true'


def read_figure_overrules(fields: Mapping[str, Any]) -> tuple[FigureOverrule, ...]:
    """The entries of a manifest's fields.

    Raises:
        ValueError: one is of the wrong form; it is named by its place, or counted from 1 where it gives none.
    """
    return tuple(_entry(entry, number) for number, entry in enumerate(read_tables(fields, FIELD), 1))


def write_figure_overrules(entries: Sequence[FigureOverrule]) -> list[dict[str, Any]]:
    """The tables that `read_figure_overrules` reads."""
    return [_written(entry) for entry in entries]


def _entry(entry: Any, number: int) -> FigureOverrule:
    where = f"[[figure]] number {number}"
    if not isinstance(entry, dict):
        raise ValueError(f"{where} is no table; {_FORM}")
    if unknown := sorted(set(entry) - _FIELDS):
        raise ValueError(f"{where} has a field {unknown[0]!r}; {_FORM}")
    line = entry.get("line")
    if isinstance(line, bool) or not isinstance(line, int) or line < 1:
        raise ValueError(f"{where} has line {line!r}, no number from 1; {_FORM}")
    where = f"{where} (line {line})"
    if "columns" not in entry and "text" not in entry:
        raise ValueError(f'{where} needs columns = "12-17" or text = "8.5%" to say which figure of the line it is of')
    reason = _text(entry, "reason", where)
    if reason is None:
        raise ValueError(f"{where} needs a reason: the ledger shows it beside the figure")
    says = _says(entry, where)
    return FigureOverrule(
        line=line,
        reason=reason,
        columns=read_columns(str(entry["columns"]), where) if "columns" in entry else None,
        text=_text(entry, "text", where),
        of=_text(entry, "of", where),
        says=says,
        period=_period(entry, where),
        status=_status(entry, where),
        metric=_text(entry, "metric", where),
    )


def _says(entry: Mapping[str, Any], where: str) -> tuple[str, ...]:
    drop = entry.get("drop", False)
    if not isinstance(drop, bool):
        raise ValueError(f"{where} has drop {drop!r}, not true")
    says = tuple(name for name in ("period", "status", "metric") if name in entry)
    if drop and says:
        raise ValueError(f"{where} drops the figure and says its {says[0]} too; do one of them")
    if not drop and not says:
        raise ValueError(f"{where} overrules nothing; say its period, status or metric, or drop = true")
    return ("drop",) if drop else says


def _text(entry: Mapping[str, Any], name: str, where: str) -> str | None:
    value = entry.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{where} has {name} {value!r}, no text")
    return value.strip()


def _period(entry: Mapping[str, Any], where: str) -> Period | None:
    value = entry.get("period")
    if value == NONE:
        return None
    try:
        return read_period(value)
    except ValueError as error:
        raise ValueError(f'{where}: {error}, nor "{NONE}"') from None


def _status(entry: Mapping[str, Any], where: str) -> Status | None:
    value = entry.get("status", NONE)
    if value not in ("actual", "target", NONE):
        raise ValueError(f'{where} has status {value!r}, not actual, target or "{NONE}"')
    return None if value == NONE else cast("Status", value)


def _written(entry: FigureOverrule) -> dict[str, Any]:
    fields: dict[str, Any] = {"line": entry.line}
    if entry.columns:
        fields["columns"] = f"{entry.columns[0]}-{entry.columns[1]}"
    fields |= {name: value for name in ("text", "of") if (value := getattr(entry, name)) is not None}
    if entry.drops:
        fields["drop"] = True
    if "period" in entry.says:
        fields["period"] = NONE if entry.period is None else write_period(entry.period)
    if "status" in entry.says:
        fields["status"] = entry.status or NONE
    if "metric" in entry.says:
        fields["metric"] = entry.metric
    return fields | {"reason": entry.reason}
