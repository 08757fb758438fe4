"""The tables of `report-qa figures`: the ledger, the review, the contradictions."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from report_qa.cli.output import row, say, show_table
from report_qa.library.ledger import Contradicting, Ledger, Record
from report_qa.library.ledger_words import LedgerWords
from report_qa.library.review import Review, ReviewNumber
from report_qa.text.periods import Period


def show_records(ledger: Ledger, records: Sequence[Record], words: LedgerWords, *, keys: bool = False) -> None:
    """The figures in source order; what no figure shown has gets no column, and their keys only where they are asked for."""
    if not records:
        say(words["nothing"])
        return
    lines = {record.id: record.places[0].line for record in ledger.records}
    bases = any(record.figure.base for record in records)
    notes = [_note(record, lines, words) for record in records]
    table = Table()
    table.add_column(words["line"], justify="right", no_wrap=True)
    table.add_column(words["figure"], overflow="fold")
    for name in ("metric", "change", *(("base",) if bases else ()), "period"):
        table.add_column(words[name], overflow="fold")
    table.add_column(words["status"], no_wrap=True)
    if any(notes):
        table.add_column(words["note"], overflow="fold")
    if keys:
        table.add_column(words["key"], overflow="fold")
    for record, said in zip(records, notes, strict=True):
        figure = record.figure
        base = [figure.base.text if figure.base else ""] if bases else []
        cells = row(record.places[0].line, figure.text, figure.metric, figure.change, *base, _label(figure.period))
        more = [*([said] if any(notes) else []), *([record.key] if keys else [])]
        table.add_row(*map(Text, (*cells, *row(words.status(figure.status)), *more)))
    show_table(table)


def _note(record: Record, lines: dict[str, int], words: LedgerWords) -> str:
    """A rank or remark, what a person changed and why, and the lines of figures that contradict this one."""
    said: list[str] = [record.figure.remark] if record.figure.remark else []
    if (known := record.overruled) is not None:
        was = {"period": _label(known.period), "status": words.status(known.status), "metric": known.metric}
        before = words["and"].join(was[name] or words["none"] for name in known.says)
        said.append(words["overruled_note"].format(known.reason, before))
    if record.contradicts:
        where = words["and"].join(words["line_n"].format(lines[other]) for other in record.contradicts)
        said.append(words["contradicts_note"].format(where))
    return words["next"].join(said)


def show_review(review: Review, numbers: Sequence[ReviewNumber], words: LedgerWords) -> None:
    """The share of digits that is explained, how many numbers each reason explains, and the numbers with place and reason."""
    say(words["review_of"].format(review.digits, review.in_figures, review.explained, f"{review.share:.2%}"))
    if not numbers:
        return
    say("--why: " + ", ".join(f"{why.value} {count}" for why, count in review.counts().items()))
    notes = [words["next"].join(filter(None, (number.rule, number.said))) for number in numbers]
    table = Table()
    table.add_column(words["line"], justify="right", no_wrap=True)
    for name in ("number", "around", "why", *(("note",) if any(notes) else ())):
        table.add_column(words[name], overflow="fold")
    for number, said in zip(numbers, notes, strict=True):
        cells = row(number.places[0].line, number.text, number.context, words.why(number.why))
        table.add_row(*map(Text, (*cells, *([said] if any(notes) else []))))
    show_table(table)
    say(words["review_count"].format(len(review.numbers), len(numbers)))


def show_contradictions(pairs: Sequence[Contradicting], words: LedgerWords) -> None:
    """Each contradiction in words, and the clauses of both figures."""
    if not pairs:
        say(words["no_contradictions"])
        return
    table = Table(show_lines=True)
    for name in ("metric", "period", "status", "reason", "clause"):
        table.add_column(words[name], overflow="fold")
    for pair in pairs:
        figure = pair.one.figure
        cells = row(figure.metric, _label(figure.period), words.status(figure.status), pair.told(words.language))
        clauses = "\n".join(
            f"{words['line_n'].format(record.places[0].line)}: {record.clause}" for record in (pair.one, pair.other)
        )
        table.add_row(*map(Text, (*cells, clauses)))
    show_table(table)


def _label(period: Period | None) -> str | None:
    return None if period is None else period.label
