"""Period and status of sections and sentences, from headings, leading words and the report's dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_qa.text.blocks import Block
from report_qa.text.document import BlockKind
from report_qa.text.evidence import heading_says, leading_period
from report_qa.text.outline import Node
from report_qa.text.periods import Period, ReportDates, Status

_PROBLEMS = re.compile(r"(?:清醒|深刻|充分|也).{0,6}(?:认识|看)到|(?:存在|面临).{0,12}(?:问题|不足|困难|挑战|短板)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A period and a status with what decided them."""

    period: Period | None
    status: Status | None
    evidence: str


UNDATED = Dated(None, None, "")


def date_sections(blocks: Sequence[Block], nodes: Sequence[Node], dates: ReportDates) -> list[Dated]:
    """Each section's period and status: its heading's, else its parent's, else its elder sibling's."""
    found: list[Dated] = []
    for at, node in enumerate(nodes):
        period, status, evidence = heading_says(blocks[node.block].text, dates)
        parent = found[node.parent] if node.parent is not None else UNDATED
        elder = next((found[other] for other in range(at - 1, -1, -1) if nodes[other].parent == node.parent), UNDATED)
        if period is not None and (node.parent is None or evidence):
            found.append(Dated(period, status or parent.status, evidence))
        elif parent.period is not None:
            found.append(Dated(parent.period, parent.status, "parent"))
        elif elder.period is not None:
            found.append(Dated(elder.period, elder.status, "the section before"))
        else:
            found.append(UNDATED)
    return found


def date_sentence(text: str, section: Dated, carried: Dated | None, dates: ReportDates) -> tuple[Dated, Dated | None]:
    """The date of a sentence, and what it hands on to the next of its paragraph."""
    lead = leading_period(text, dates, section.period)
    if lead is not None:
        own = Dated(lead[2], lead[3] or section.status, f"words: {text[lead[0] : lead[1]]}")
        return own, own
    if _PROBLEMS.search(text) and dates.last is not None and section.status != "actual":
        own = Dated(Period.year(dates.last), "actual", "problems")
        return own, own
    return (carried, carried) if carried is not None else (section, None)


def is_dated(kind: BlockKind) -> bool:
    """Whether sections date blocks of a kind."""
    return kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
