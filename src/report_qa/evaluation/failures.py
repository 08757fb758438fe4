"""What went wrong, a case at a time, as JSON Lines for programs or as text for people."""

from __future__ import annotations

import json
from typing import Any

from report_qa.evaluation.cases import Case
from report_qa.evaluation.scorecard import Outcome, Scorecard


def failure_lines(scorecard: Scorecard) -> str:
    """One JSON object a wrong or unfaithful case: what was asked, wanted and given, and why it is wrong."""
    return "".join(json.dumps(_record(entry), ensure_ascii=False) + "\n" for entry in scorecard.failures())


def failure_text(scorecard: Scorecard) -> str:
    """The same to read: a paragraph a case."""
    return "\n".join(_paragraph(_record(entry)) for entry in scorecard.failures())


def _record(outcome: Outcome) -> dict[str, Any]:
    case, reply, judged = outcome.case, outcome.reply, outcome.judgement
    return {
        "id": case.id,
        "report": case.report,
        "kind": case.kind,
        "persona": case.persona,
        "failures": [str(failure) for failure in judged.failures],
        "unfaithful": list(judged.unfaithful),
        "turns": list(case.turns),
        "wanted": _wanted(case),
        "note": case.note,
        "status": reply.get("status"),
        "reason": reply.get("reason"),
        "verdict": reply.get("verdict"),
        "answer": reply.get("answer"),
        "figures": [figure["text"] for figure in reply.get("figures", [])],
        "cited": [_range(entry) for entry in reply.get("citations", [])],
        "interpretation": reply.get("interpretation"),
        "error": reply.get("error"),
    }


def _wanted(case: Case) -> dict[str, Any]:
    wanted = {
        "figures": [f"{gold.text} (line {gold.line})" for gold in case.gold_figures],
        "phrases": [list(choices) for choices in case.gold_phrases],
        "lines": [[lines.start, lines.end] for lines in case.gold_lines],
        "traps": list(case.wrong_figures),
        "verdict": case.verdict,
        "reason": case.reason,
    }
    return {name: value for name, value in wanted.items() if value}


def _range(citation: dict[str, Any]) -> str:
    return f"{citation['report']}:{citation['line_start']}-{citation['line_end']}"


def _paragraph(record: dict[str, Any]) -> str:
    head = f"{record['id']}  {record['report']}  {record['kind']}  {'; '.join(record['failures'])}"
    unfaithful = f"  unfaithful: {', '.join(record['unfaithful'])}" if record["unfaithful"] else ""
    said = [record["status"], record["reason"], record["verdict"], record["error"]]
    rows = [
        ("asked", " / ".join(record["turns"])),
        ("wanted", json.dumps(record["wanted"], ensure_ascii=False)),
        ("note", record["note"]),
        ("given", " ".join(str(word) for word in said if word)),
        ("answer", record["answer"]),
        ("figures", ", ".join(record["figures"])),
        ("cited", ", ".join(record["cited"])),
        ("read as", json.dumps(record["interpretation"], ensure_ascii=False)),
    ]
    return "\n".join([head + unfaithful, *(f"    {name}: {value}" for name, value in rows if value), ""])
