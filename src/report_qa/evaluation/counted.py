"""What is counted of a reply beside right: refused, trapped, cited, qualified."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from report_qa.evaluation.amounts import fold, squash
from report_qa.evaluation.cases import Case, GoldFigure
from report_qa.evaluation.cited import Lines, overlaps
from report_qa.evaluation.match import figures_match, occurrences, own_qualifiers, qualifiers
from report_qa.evaluation.measures import Tally

GIVEN = ("answered", "clarify")


def count(case: Case, reply: dict[str, Any], lines: Lines) -> dict[str, Tally]:
    """The measures that are counted beside right."""
    refused, given = reply["status"] == "not_found", reply["status"] in GIVEN
    counted: dict[str, Tally] = {"abstained": Tally.of(refused)}
    if case.kind == "unanswerable":
        counted["refused"] = Tally.of(refused and not reply["figures"])
        counted["trapped"] = Tally.of(_any_trap(case, reply["figures"]))
        if case.reason is not None and refused:
            counted["reason_right"] = Tally.of(reply["reason"] == case.reason)
        return counted
    if case.kind == "smalltalk":
        return counted
    counted["falsely_abstained"] = Tally.of(refused)
    counted["trapped"] = Tally.of(_any_trap(case, reply["figures"][: len(case.gold_figures)]))
    if given:
        counted["cited"] = Tally.of(_is_cited(reply))
        if case.gold_lines:
            counted["citation_precision"] = Tally(
                sum(overlaps(case, entry) for entry in reply["citations"]), len(reply["citations"])
            )
        counted["qualified"] = _qualified(case, reply["answer"], lines)
    return {name: tally for name, tally in counted.items() if tally.total}


def _any_trap(case: Case, figures: Sequence[dict[str, Any]]) -> bool:
    return any(figures_match(figure["text"], trap) for figure in figures for trap in case.wrong_figures)


def _is_cited(reply: dict[str, Any]) -> bool:
    """Whether the reply cites something, and each of its figures a citation that there is."""
    known = {entry["n"] for entry in reply["citations"]}
    return bool(known) and all(figure["citation"] in known for figure in reply["figures"])


def _qualified(case: Case, answer: str, lines: Lines) -> Tally:
    """Of the gold figures given that the source qualifies: how often the answer says that qualifier."""
    said = total = 0
    folded = fold(answer)
    for gold in case.gold_figures:
        places = occurrences(gold.text, folded)
        wanted = _wanted_qualifiers(case, gold, lines)
        if places and wanted:
            total += 1
            said += any(wanted <= qualifiers(folded, *place) for place in places)
    return Tally(said, total)


def _wanted_qualifiers(case: Case, gold: GoldFigure, lines: Lines) -> frozenset[str]:
    """The qualifiers that adjoin a gold figure: its own, or those of the one place on its line where it stands."""
    own, report = own_qualifiers(gold.text), gold.report or case.report
    if own or gold.line is None or report is None:
        return own
    source = lines(report)[gold.line - 1 : gold.line + 2]
    if not source:
        return own
    text = fold(squash("".join(source)))
    first = len(fold(squash(source[0])))
    found = {qualifiers(text, *place) for place in occurrences(gold.text, text) if place[0] < first}
    return found.pop() if len(found) == 1 else frozenset()
