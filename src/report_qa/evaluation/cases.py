"""`Case`: one question with what its answer must hold, read from the contract's JSON Lines and checked."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args

from report_qa.errors import CaseError

Kind = Literal[
    "figure", "figures", "list", "text", "compare", "yesno", "rank", "ambiguous", "unanswerable", "smalltalk"
]
KINDS: tuple[str, ...] = get_args(Kind)
REASONS = ("not_in_report", "other_period", "other_place", "unknown_report", "out_of_scope", "withheld")
_REQUIRED = ("id", "turns", "kind", "answerable")
_KNOWN = (
    *_REQUIRED, "report", "persona", "gold_figures", "ok_figures", "wrong_figures", "gold_lines", "gold_phrases",
    "reason", "verdict", "period", "status", "note", "reports",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A figure that the answer must give, as printed; `line` is the source line, from 1, that it stands on."""

    text: str
    line: int | None = None
    report: str | None = None


@dataclass(frozen=True, slots=True)
class LineRange:
    """Source lines from `start` to `end`, from 1, both included."""

    start: int
    end: int
    report: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """An evaluation case, as the contract's table "Evaluation case" defines its fields."""

    id: str
    turns: tuple[str, ...]
    kind: str
    answerable: bool
    report: str | None = None
    persona: str | None = None
    gold_figures: tuple[GoldFigure, ...] = ()
    ok_figures: tuple[str, ...] = ()
    wrong_figures: tuple[str, ...] = ()
    gold_lines: tuple[LineRange, ...] = ()
    gold_phrases: tuple[tuple[str, ...], ...] = ()
    reason: str | None = None
    verdict: str | None = None
    period: str | None = None
    status: str | None = None
    note: str | None = None
    citable: tuple[str, ...] = ()  # reports that a case over several may cite beside those of its gold

    @property
    def question(self) -> str:
        """The turn that is graded."""
        return self.turns[-1]

    @property
    def reports(self) -> frozenset[str]:
        """The reports that an answer may cite; empty where the case names none."""
        if self.report is not None:
            return frozenset({self.report})
        named = [figure.report for figure in self.gold_figures] + [lines.report for lines in self.gold_lines]
        return frozenset((*(name for name in named if name is not None), *self.citable))


def read_cases(paths: Iterable[Path], report: str | None = None) -> tuple[Case, ...]:
    """Every case of the files, in order; `report` fills a case that has no field `report`.

    Raises:
        CaseError: a file cannot be read, a case is outside the format, or an id stands twice; says file and line.
    """
    cases: list[Case] = []
    seen: dict[str, str] = {}
    for path in paths:
        for number, line in enumerate(_text(path).split("\n"), start=1):
            if not line.strip():
                continue
            where = f"{path.name}:{number}"
            case = _case(line, where, report)
            if case.id in seen:
                raise CaseError(f"{where}: the id {case.id} already stands at {seen[case.id]}.", "Give it another id.")
            seen[case.id] = where
            cases.append(case)
    if not cases:
        raise CaseError("There is no case to run.", "Name a JSON Lines file with at least one case.")
    return tuple(cases)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CaseError(f"{path.name}: cannot be read ({error.strerror}).", "Check the name of the file.") from error
    except UnicodeDecodeError as error:
        raise CaseError(f"{path.name}: is not UTF-8.", "Save the cases as UTF-8 text.") from error


def _case(line: str, where: str, report: str | None) -> Case:
    try:
        data = json.loads(line)
    except ValueError as error:
        raise CaseError(f"{where}: is not JSON ({error}).", "Write one JSON object on each line.") from error
    reader = _Fields(data, where)
    reader.check_names()
    case = Case(
        id=reader.text("id"),
        turns=reader.texts("turns"),
        kind=reader.choice("kind", KINDS) or "",
        answerable=reader.boolean("answerable"),
        report=reader.optional("report") if "report" in reader.data else report,
        persona=reader.optional("persona"),
        gold_figures=tuple(map(reader.gold_figure, reader.items("gold_figures"))),
        ok_figures=reader.texts("ok_figures"),
        wrong_figures=reader.texts("wrong_figures"),
        gold_lines=tuple(map(reader.line_range, reader.items("gold_lines"))),
        gold_phrases=tuple(map(reader.phrases, reader.items("gold_phrases"))),
        reason=reader.choice("reason", REASONS),
        verdict=reader.choice("verdict", ("yes", "no")),
        period=reader.optional("period"),
        status=reader.choice("status", ("actual", "target")),
        note=reader.optional("note"),
        citable=reader.texts("reports"),
    )
    _check_sense(case, reader)
    return case


def _check_sense(case: Case, reader: _Fields) -> None:
    if not case.turns or not all(turn.strip() for turn in case.turns):
        raise reader.error(
            "`turns` needs at least one question, and none may be empty", "Write the question that is asked"
        )
    if (case.kind == "unanswerable") == case.answerable:
        raise reader.error(f"kind {case.kind} and answerable {case.answerable} disagree", "Only unanswerable is false")
    if case.verdict is not None and case.kind != "yesno":
        raise reader.error(f"a {case.kind} case has a `verdict`", "Only `yesno` has one")
    if case.reason is not None and case.answerable:
        raise reader.error("an answerable case has a `reason`", "Only a refusal has one")


class _Fields:
    """One case's JSON object, read field by field; every complaint names the file and line."""

    def __init__(self, data: Any, where: str) -> None:
        self.where = where
        if not isinstance(data, dict):
            raise self.error("is not a JSON object", "Write one object on each line")
        self.data: dict[str, Any] = data

    def error(self, what: str, hint: str) -> CaseError:
        return CaseError(f"{self.where}: {what}.", f"{hint}.")

    def check_names(self) -> None:
        """Required names are there; a name one slip away from a known one is refused, any other extra name ignored."""
        for name in _REQUIRED:
            if name not in self.data:
                raise self.error(f"the field `{name}` is missing", f"A case needs {', '.join(_REQUIRED)}")
        for name in self.data:
            near = [] if name in _KNOWN else get_close_matches(name, _KNOWN, n=1, cutoff=0.85)
            if near:
                raise self.error(f"`{name}` is no field", f"Write `{near[0]}`")

    def text(self, name: str) -> str:
        value = self.data[name]
        if not isinstance(value, str) or not value.strip():
            raise self.error(f"`{name}` must be a text", "Write a string that is not empty")
        return value

    def optional(self, name: str) -> str | None:
        return None if self.data.get(name) is None else self.text(name)

    def boolean(self, name: str) -> bool:
        value = self.data[name]
        if not isinstance(value, bool):
            raise self.error(f"`{name}` must be true or false", "Write it without quotation marks")
        return value

    def choice(self, name: str, allowed: tuple[str, ...]) -> str | None:
        value = self.data.get(name)
        if value is not None and value not in allowed:
            raise self.error(f"`{name}` is {value!r}", f"Write one of {', '.join(allowed)}")
        return None if value is None else str(value)

    def items(self, name: str) -> list[Any]:
        value = self.data.get(name)
        if value is not None and not isinstance(value, list):
            raise self.error(f"`{name}` must be a list", "Write it in square brackets")
        return value or []

    def texts(self, name: str) -> tuple[str, ...]:
        return self.all_texts(self.items(name), name)

    def all_texts(self, items: list[Any], name: str) -> tuple[str, ...]:
        if not all(isinstance(item, str) for item in items):
            raise self.error(f"`{name}` must hold texts only", "Write each in quotation marks")
        return tuple(items)

    def phrases(self, item: Any) -> tuple[str, ...]:
        if not isinstance(item, list) or not item:
            raise self.error("`gold_phrases` must hold lists of texts", 'Write [["this", "or this"], ["and this"]]')
        return self.all_texts(item, "gold_phrases")

    def gold_figure(self, item: Any) -> GoldFigure:
        hint = 'Write {"text": "8.5%", "line": 66}'
        if not isinstance(item, dict) or not isinstance(item.get("text"), str) or not item["text"].strip():
            raise self.error("a gold figure needs a `text`", hint)
        line, report = item.get("line"), item.get("report")
        if not (line is None or _is_line(line)) or not (report is None or isinstance(report, str)):
            raise self.error("a gold figure's `line` must be a line number from 1, its `report` an id", hint)
        return GoldFigure(item["text"], line, report)

    def line_range(self, item: Any) -> LineRange:
        hint = 'Write [66, 68], or ["id", 66, 68] in a case over several reports'
        named = isinstance(item, list) and len(item) == 3 and isinstance(item[0], str)
        report, bounds = (item[0], item[1:]) if named else (None, item)
        if not isinstance(bounds, list) or len(bounds) != 2 or not all(map(_is_line, bounds)) or bounds[0] > bounds[1]:
            raise self.error("`gold_lines` must hold ranges of lines, first before last", hint)
        return LineRange(bounds[0], bounds[1], report)


def _is_line(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1
