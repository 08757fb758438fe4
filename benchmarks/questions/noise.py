"""How many right answers survive noise in the question, by kind of noise.

    python -m benchmarks.questions.noise CASES.jsonl… [--only NOISE] [--lost FILE.jsonl]

Asks every case as it is, then its last turn with each noise of `noises.py`, with the index that REPORT_QA_INDEX_DIR names; of the
cases that are right as they are it counts those that stay right. Noise is drawn by the case's id: two runs ask the same.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.questions.noises import NOISES
from report_qa.evaluation.cases import Case, read_cases
from report_qa.evaluation.in_process import InProcess
from report_qa.evaluation.judge import judge
from report_qa.library.library import Library
from report_qa.settings import load_settings


def main() -> None:
    """Print a table: noise, right cases that it changes, how many of them stay right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--only", help="one noise")
    parser.add_argument("--lost", type=Path, help="write what was lost here, JSON Lines")
    options = parser.parse_args()
    asker = InProcess(Library.open(load_settings()))
    right = [case for case in _single(options.cases) if _right(asker, case)]
    print(f"{len(right)} cases are right without noise")
    lost: list[dict[str, object]] = []
    everything = kept_of_all = 0
    for noise in NOISES:
        if options.only not in (None, noise.__name__):
            continue
        asked = kept = 0
        for case in right:
            noisy = noise(case.question, random.Random(f"{noise.__name__} {case.id}"))
            if noisy is None or len(noisy) > 1000:
                continue
            asked += 1
            turned = replace(case, turns=(*case.turns[:-1], noisy))
            reply = asker.ask(_request(turned))
            if judged := _failures(asker, turned, reply):
                lost.append({"noise": noise.__name__, "id": case.id, "question": case.question, "noisy": noisy,
                             "why": judged, "answer": reply["answer"], "read": reply["interpretation"]["rewritten"]})  # fmt: skip
            else:
                kept += 1
        everything += asked
        kept_of_all += kept
        print(f"{noise.__name__:<12} {kept:>4} of {asked:>4}  {kept / asked if asked else 0:.1%}")
    print(f"{'all':<12} {kept_of_all:>4} of {everything:>4}  {kept_of_all / max(everything, 1):.1%}")
    if options.lost:
        options.lost.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lost), encoding="utf-8")


def _single(paths: list[Path]) -> Iterator[Case]:
    seen: set[str] = set()
    for case in read_cases(paths):
        if case.id not in seen:
            seen.add(case.id)
            yield case


def _request(case: Case) -> dict[str, object]:
    return {"question": case.question, "history": list(case.turns[:-1]), "report": case.report}


def _right(asker: InProcess, case: Case) -> bool:
    return not _failures(asker, case, asker.ask(_request(case)))


def _failures(asker: InProcess, case: Case, reply: dict[str, object]) -> list[str]:
    return [str(failure) for failure in judge(case, reply, asker.lines).failures]


if __name__ == "__main__":
    main()
