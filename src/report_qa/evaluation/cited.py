"""A reply's citations, held against source lines and gold ranges."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from report_qa.evaluation.cases import Case

Lines = Callable[[str], Sequence[str]]


def cited_lines(citation: dict[str, Any], lines: Lines) -> Sequence[str]:
    """The source lines that a citation names."""
    return lines(citation["report"])[citation["line_start"] - 1 : citation["line_end"]]


def overlaps(case: Case, citation: dict[str, Any]) -> bool:
    """Whether a citation overlaps one of the case's gold ranges, in the report that the range is of."""
    return any(
        (lines.report or case.report or citation["report"]) == citation["report"]
        and lines.start <= citation["line_end"]
        and citation["line_start"] <= lines.end
        for lines in case.gold_lines
    )
