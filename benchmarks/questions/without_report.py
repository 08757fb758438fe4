"""The cases of a folder with no report named: the place (and the year, where the library has several of the place) in front.

    python -m benchmarks.questions.without_report SHARED [FILE…] [--all]

asks each case of SHARED/cases/tune of the library that the environment names: with the report given, and with none but, in
front of the first turn, the report's own name (`name`: 苏州市2024年政府工作报告：…), its place and year (`year`: 苏州市2024年，…;
a question with no time of its own then asks of that year, so some turn into others), and its place alone where the library has
no later report of it (`place`). It prints how many are right each way, how many answers cite another report, and with
`--all` the cases that differ.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from report_qa.evaluation.cases import Case, read_cases
from report_qa.evaluation.in_process import InProcess
from report_qa.evaluation.judge import judge
from report_qa.library.library import Library
from report_qa.library.summary import ReportSummary
from report_qa.settings import load_settings

_FILES = ("baotou-2022", "国务院-2024", "山东省-2026", "苏州-2024", "黔东南-2024")


@dataclass(frozen=True, slots=True)
class Asked:
    """A case asked one way: whether it was right, and the reports that its answer cites."""

    case: str
    right: bool
    reports: tuple[str, ...]
    status: str
    answer: str


def in_front(case: Case, report: ReportSummary, way: str) -> Case:
    """The case with the report's name (`name`) or its place (`place`) before its first turn, and no report given."""
    place = "国务院" if report.place in (None, "全国") else report.place or ""
    english = case.turns[0].isascii()
    year = report.plans or (report.delivered or "")[:4]
    if way == "name":
        front = f"In the {year} report of {place}, " if english else f"{place}{year}年政府工作报告："
    elif way == "year":
        front = f"{place} {year}: " if english else f"{place}{year}年，"
    else:
        front = f"{place}: " if english else place
    return replace(case, turns=(front + case.turns[0], *case.turns[1:]), report=None)


def ask(asker: InProcess, case: Case, report: str | None, judged: Case) -> Asked:
    """Ask a case and judge its answer as that of `judged`."""
    reply = asker.ask({"question": case.turns[-1], "history": list(case.turns[:-1]), "report": report})
    cited = tuple(dict.fromkeys(one["report"] for one in reply["citations"]))
    return Asked(case.id, judge(judged, reply, asker.lines).right, cited, reply["status"], reply["answer"])


def ways_of(report: ReportSummary, reports: tuple[ReportSummary, ...]) -> tuple[str, ...]:
    """How a report can be named: by its place alone only where it is the latest one of it."""
    latest = max((one for one in reports if one.place == report.place), key=lambda one: one.plans or 0)
    return ("name", "year", "place") if latest.id == report.id else ("name", "year")


def compare(library: Library, cases: tuple[Case, ...]) -> dict[str, list[tuple[Case, Asked, Asked]]]:
    """Each case asked with its report given and without, by the way in which the report is named."""
    asker, reports = InProcess(library), library.reports()
    known = {one.id: one for one in reports}
    found: dict[str, list[tuple[Case, Asked, Asked]]] = {}
    for case in cases:
        if case.report not in known or case.kind == "smalltalk" or case.reason in ("other_place", "other_period"):
            continue  # a greeting has no place, and another place or year has a report of its own
        given = ask(asker, case, case.report, case)
        for way in ways_of(known[case.report], reports):
            without = ask(asker, in_front(case, known[case.report], way), None, case)
            found.setdefault(way, []).append((case, given, without))
    return found


def main(arguments: list[str]) -> int:
    shared, files = Path(arguments[0]), [Path(one) for one in arguments[1:] if not one.startswith("--")]
    cases = read_cases(files or [shared / "cases" / "tune" / f"{name}.jsonl" for name in _FILES])
    for way, rows in compare(Library.open(load_settings()), cases).items():
        right = Counter(given=sum(one.right for _, one, _ in rows), without=sum(one.right for _, _, one in rows))
        foreign = [case.id for case, _, one in rows if set(one.reports) - {case.report}]
        print(f"{way:6} {len(rows)} cases: right with the report given {right['given']}, without {right['without']}; "
              f"another report cited {len(foreign)}")  # fmt: skip
        for case, given, without in rows if "--all" in arguments else ():
            if given.right != without.right or set(without.reports) - {case.report}:
                print(f"  {case.id} {'lost' if given.right else 'won'} {case.turns} {without.status} {without.reports}")
                print(f"      {without.answer[:160]}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
