"""`PrintRepairs`: what of a print was left out to read it, place by place, with the rule and its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from report_qa.library.shelf import ShelvedReport
from report_qa.text.edits import Edit
from report_qa.text.layout import read_layout
from report_qa.text.repair import repair
from report_qa.text.rules import RULES, Rule
from report_qa.text.source import Place, Source
from report_qa.text.spans import Extent

_RULES: Mapping[str, Rule] = {rule.name: rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class PrintRepair:
    """Characters that the reader left out: their places, none where only a line end was; `joins` is the line that goes on in
    the next one for it, or None. `rule` is the name of what proposed it, `zh` and `en` say what such a rule does.
    """

    rule: str
    zh: str
    en: str
    places: tuple[Place, ...]
    joins: int | None


@dataclass(frozen=True, slots=True)
class PrintRepairs:
    """The repairs of a report, in source order. The source itself stays as it was received."""

    report: str
    repairs: tuple[PrintRepair, ...]

    def counts(self) -> tuple[tuple[PrintRepair, int], ...]:
        """A repair of each rule and how many there are of it, most first."""
        first = {repair.rule: repair for repair in reversed(self.repairs)}
        return tuple((first[rule], n) for rule, n in Counter(repair.rule for repair in self.repairs).most_common())


def print_repairs(shelved: ShelvedReport) -> PrintRepairs:
    """The repairs of a report as it lies on the shelf; margins, which nobody sees, are left aside."""
    edits = repair(read_layout(shelved.source, shelved.manifest.overrules)).edits
    return PrintRepairs(shelved.id, tuple(repairs_of(edits, shelved.source)))


def repairs_of(edits: Iterable[Edit], source: Source) -> Iterable[PrintRepair]:
    """Edits as a reader of the source sees them."""
    for edit in edits:
        if edit.rule == "margin":
            continue
        rule = _RULES.get(edit.rule)
        zh, en = (rule.zh, rule.en) if rule else (edit.rule, edit.rule)
        first = source.line_of(edit.span.start)
        joins = first if edit.span.end > source.line_bounds(first)[1] and first < source.line_count else None
        yield PrintRepair(edit.rule, zh, en, source.places(Extent((edit.span,))), joins)
