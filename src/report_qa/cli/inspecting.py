"""`inspect`: how a report is read, so that a person finds what was read wrong."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from report_qa.cli.inspect_words import Lang
from report_qa.cli.output import note, say, tell_error
from report_qa.errors import SettingsError
from report_qa.settings import load_settings

if TYPE_CHECKING:
    from report_qa.cli.inspect_words import Words
    from report_qa.library.inspect import Inspection


def inspect_report(
    report: Annotated[
        str | None, typer.Argument(metavar="ID", help="The report's id; without it, the coverage of all reports.")
    ] = None,
    lines: Annotated[
        str | None, typer.Option("--lines", metavar="A-B", help="Show these lines and what was left out of them.")
    ] = None,
    rule: Annotated[str | None, typer.Option("--rule", metavar="NAME", help="Show only what this rule did.")] = None,
    sections: Annotated[bool, typer.Option("--sections", help="Show the headings' tree with periods and why.")] = False,
    sentences: Annotated[
        bool, typer.Option("--sentences", help="Show every sentence with its period and why.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print all of it as JSON (docs/reading.md).")] = False,
    all_reports: Annotated[bool, typer.Option("--all", help="Show the coverage of every report.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules that a report is read by.")] = False,
    lang: Annotated[Lang, typer.Option("--lang", help="The language of the command's own words.")] = Lang.EN,
) -> None:
    """Show how a report is read: what each line was taken for, what was left out and why, and what decided each period."""
    from report_qa.cli.inspect_tables import show_rules
    from report_qa.cli.inspect_words import Words

    words = Words(lang)
    if rules:
        show_rules(words)
    elif report is None or all_reports:
        _survey(words, as_json)
    else:
        _show(report, words, _View(_lines(lines), _rule(rule), sections, sentences, as_json))


@dataclass(frozen=True, slots=True)
class _View:
    """What of a report is asked for."""

    lines: range | None
    rule: str | None
    sections: bool
    sentences: bool
    as_json: bool


def _show(report: str, words: Words, view: _View) -> None:
    from report_qa.cli.inspect_tables import show_summary
    from report_qa.library.inspect import inspect
    from report_qa.library.inspection_json import inspection_to_dict
    from report_qa.text.rules import BY_NAME

    seen = inspect(load_settings(), report)
    count = seen.examined.source.line_count
    if view.lines is not None and view.lines.stop - 1 > count:
        raise SettingsError(f"The report {report} has {count} lines; --lines goes beyond them.")
    if view.as_json:
        say(json.dumps(inspection_to_dict(seen), ensure_ascii=False, indent=2))
    elif view.sections or view.sentences or view.rule is not None and BY_NAME[view.rule].stage == "dating":
        _show_dated(seen, words, view)
    elif view.lines is not None or view.rule is not None:
        _show_lines(seen, words, view)
    else:
        show_summary(seen, words)


def _survey(words: Words, as_json: bool) -> None:
    from report_qa.cli.inspect_tables import show_survey
    from report_qa.library.inspect import survey
    from report_qa.library.inspection_json import survey_to_list

    surveyed = list(survey(load_settings()))
    if as_json:
        say(json.dumps(survey_to_list(surveyed), ensure_ascii=False, indent=2))
    elif not surveyed:
        note(words["no_reports"])
    else:
        show_survey(surveyed, words)
    failed = [one.error for one in surveyed if one.error is not None]
    for error in failed:
        tell_error(error.message, error.hint)
    if failed:
        raise typer.Exit(1)


def _show_dated(seen: Inspection, words: Words, view: _View) -> None:
    from report_qa.cli.inspect_tables import show_sections, show_sentences

    if view.sections:
        show_sections(seen, words, view.lines)
    if view.sentences or not view.sections:
        show_sentences(seen, words, view.lines, view.rule)


def _show_lines(seen: Inspection, words: Words, view: _View) -> None:
    from report_qa.cli.inspect_lines import LineView
    from report_qa.text.traces import lines_of_rule

    numbers = list(view.lines or range(1, seen.examined.source.line_count + 1))
    only = None
    if view.rule is not None:
        touched = lines_of_rule(seen.examined, view.rule)
        numbers = [number for number in numbers if number in touched]
        only = view.rule if any(edit.rule == view.rule for edit in seen.edits) else None
        if not numbers:
            say(words["nothing_done"].format(view.rule))
    if numbers:
        LineView(seen.examined, words, only).show(numbers)


def _lines(text: str | None) -> range | None:
    if text is None:
        return None
    match = re.fullmatch(r"(\d+)(?:-(\d+))?", text)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 1 <= first <= last:
        raise SettingsError(f"--lines {text} is neither a line nor lines.", "Write --lines 60 or --lines 60-90.")
    return range(first, last + 1)


def _rule(name: str | None) -> str | None:
    from report_qa.text.rules import BY_NAME

    if name is not None and name not in BY_NAME:
        raise SettingsError(f"There is no rule {name!r}.", "`report-qa inspect --rules` lists them.")
    return name
