"""The tables of `report-qa inspect`: the summary of a report, its sections and sentences, the rules, the whole library."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from report_qa.cli.inspect_lines import STYLES, LineView
from report_qa.cli.inspect_words import Words
from report_qa.cli.output import row, say, show_table
from report_qa.library.inspect import Inspection, Surveyed
from report_qa.text.coverage import Coverage
from report_qa.text.periods import Period, Status
from report_qa.text.reasons import Reason, Reasons
from report_qa.text.rules import RULES
from report_qa.text.verdicts import Class

_ID_WIDTH = 36  # of the column of reports; a longer id takes two lines
Chosen = range | None  # the lines asked for


def show_summary(seen: Inspection, words: Words) -> None:
    """Coverage, sections, what no rule understood, and what the overrules do."""
    say(f"{seen.id}  {seen.title or ''}".rstrip())
    _coverage(seen.coverage, words)
    show_sections(seen, words)
    undated = sum(figure.period is None for figure in seen.figures)
    say(words["figures"].format(len(seen.figures), undated))
    if seen.dates.this is None:
        say(words["no_dates"])
    if not seen.document.sections:
        say(words["no_headings"])
    say("")
    doubted = [line.number for line in seen.examined.lines if line.verdict is Class.UNCLEAR]
    say(f"{words['doubts']} ({len(doubted)})" if doubted else words["no_doubts"])
    LineView(seen.examined, words).show_doubted(doubted)
    if seen.overrules:
        say("")
        say(words["overrules"])
        for effect in seen.overrules:
            say(f"  {effect.name}: {words['changes' if effect.changes else 'idle']}")
    say("")
    say(words["hint"])


def _coverage(counted: Coverage, words: Words) -> None:
    table = Table(words["class"], words["rule"], title=words["coverage"], title_justify="left")
    for column in ("lines", "characters", "share"):
        table.add_column(words[column], justify="right")
    for share in counted.shares:
        part = f"{share.characters / max(1, counted.characters):.1%}"
        name = Text(words.verdict(share.verdict), style=STYLES[share.verdict])
        table.add_row(name, share.rule or "", str(share.lines), str(share.characters), part)
    table.add_row(words["blank"], "", str(counted.blank_lines), "", "", end_section=True)
    table.add_row(words["all"], "", str(counted.lines), str(counted.characters), "")
    show_table(table)


def show_sections(seen: Inspection, words: Words, lines: Chosen = None) -> None:
    """The tree of headings, each with its period, its status and what decided them."""
    document, reasons = seen.document, Reasons(seen.document)
    table = Table(
        words["heading_line"], words["lines"], words["heading"], title=words["sections"], title_justify="left"
    )
    for name in ("period", "status", "why"):
        table.add_column(words[name])
    for at, section in enumerate(document.sections):
        own = document.source.line_of(section.extent.start)
        if lines is not None and own not in lines:
            continue
        table.add_row(
            f"{own}{'↑' if section.line_start < own else ''}",
            f"{section.line_start}-{section.line_end}",
            Text("  " * (section.level - 1) + section.heading),
            *_dated(section.period, section.status, reasons.of_section(at), words, own),
        )
    show_table(table)


def show_sentences(seen: Inspection, words: Words, lines: Chosen = None, rule: str | None = None) -> None:
    """Every sentence, or those that one rule dated, with period, status and what decided them."""
    document, reasons = seen.document, Reasons(seen.document)
    table = Table(words["line"], words["class"], words["period"], words["status"], words["why"])
    table.add_column(words["text"], overflow="fold")
    for at, sentence in enumerate(document.sentences):
        first, last = document.source.lines_of(sentence.extent)
        if lines is not None and not (first in lines or last in lines or first < lines.start <= last):
            continue
        reason = reasons.of_sentence(at)
        if rule is not None and reason.rule != rule:
            continue
        table.add_row(
            str(first) if first == last else f"{first}-{last}",
            words.verdict(_class_of(seen, at)),
            *_dated(sentence.period, sentence.status, reason, words, first),
            Text(sentence.text),
        )
    show_table(table)


def show_rules(words: Words) -> None:
    """Every rule with what it does."""
    table = Table(words["rule"], words["stage"], words["off"], words["does"])
    for rule in RULES:
        table.add_row(rule.name, words[rule.stage], words["yes" if rule.switchable else "no"], words.rule(rule.name))
    show_table(table)


def show_survey(surveyed: Iterable[Surveyed], words: Words) -> None:
    """A table of coverage, a report a row: characters by class, and the lines that no rule understood."""
    table = Table()
    table.add_column(words["report"], min_width=_ID_WIDTH, max_width=_ID_WIDTH, overflow="fold")
    for name in (words["lines"], words["signs"], *(words.short(kind) for kind in Class)):
        table.add_column(name, justify="right")
    table.add_column(f"{words.short(Class.UNCLEAR)} ({words['lines']})", justify="right")
    for one in surveyed:
        if one.coverage is None:
            table.add_row(one.id, words["broken"])
            continue
        counted = one.coverage
        cells = (str(counted.characters_of(kind)) for kind in Class)
        unclear = str(counted.lines_of(Class.UNCLEAR))
        table.add_row(one.id, str(counted.lines), str(counted.characters), *cells, unclear)
    show_table(table)


def _class_of(seen: Inspection, sentence: int) -> Class:
    document = seen.document
    start = document.sentences[sentence].extent.start
    line = seen.examined.lines[document.source.line_of(start) - 1]
    return next(part.verdict for part in line.parts if part.sentence == sentence)


def _dated(
    period: Period | None, status: Status | None, reason: Reason, words: Words, line: int
) -> tuple[str, str, str]:
    where = f" ({words['at_line'].format(reason.line)})" if reason.line not in (None, line) else ""
    why = reason.rule + (f": {reason.words}" if reason.words else "") + where
    label = None if period is None else period.label
    known = row(label, words[status] if status else None)
    return known[0], known[1], why
