"""The questions of the benchmarks: those of the evaluation cases, in their order."""

from __future__ import annotations

import json
from itertools import cycle, islice
from pathlib import Path

CASES = Path(__file__).resolve().parents[2] / "data" / "eval"


def questions(count: int) -> list[str]:
    """`count` questions, repeated from the start where there are fewer."""
    found = [
        case["turns"][-1]
        for file in sorted(CASES.glob("*.jsonl"))
        for case in map(json.loads, filter(None, file.read_text(encoding="utf-8").split("\n")))
        if "turns" in case  # sections.jsonl holds sections, no questions
    ]
    if not found:
        raise SystemExit(f"There are no cases in {CASES}.")
    return list(islice(cycle(found), count))
