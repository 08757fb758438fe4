"""The same cases asked of a clean report and of its newspaper prints: how much does the damage cost?

    python -m benchmarks.reading.cases SHARED WORKDIR [--styles clean,columns,page] [--seed 1] [--only tune/苏州-2024]

SHARED is the folder with `reports/`, `cases/` and `tools/print_as_newspaper.py`. For every case file whose report is one clean
text, the report is printed, its gold lines are carried over by the print's map, and the same questions are asked. WORKDIR
keeps the data folders and one index folder, so that a second run embeds only what is new. The Baotou report is a newspaper
page by itself and is not printed again.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import shutil
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from report_qa.evaluation.cases import Case, read_cases
from report_qa.evaluation.in_process import InProcess
from report_qa.evaluation.scorecard import Scorecard, run
from report_qa.library.add import Added, Overrides, add
from report_qa.library.build import build
from report_qa.library.library import Library
from report_qa.settings import Settings

_NOT_PRINTED = "baotou-2022"  # printed already
_MEASURES = ("right", "faithful", "falsely_abstained", "refused", "trapped")


def main() -> None:
    """Ask the cases of every style and print the shares side by side."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("workdir", type=Path)
    parser.add_argument("--styles", default="clean,columns,page")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="a part of the case files' paths")
    parser.add_argument("--show", action="store_true", help="name the cases that the damage broke or mended")
    options = parser.parse_args()
    files = [path for path in sorted((options.shared / "cases").glob("*/*.jsonl")) if options.only in str(path)]
    cases = [case for case in read_cases(files) if case.report != _NOT_PRINTED]
    printer = _printer(options.shared / "tools" / "print_as_newspaper.py")
    groups = {case.id: str(path.relative_to(options.shared / "cases")) for path in files for case in read_cases([path])}
    right: dict[str, dict[str, bool]] = {}
    for style in options.styles.split(","):
        card = _asked(options, printer, style, cases)
        right[style] = {outcome.case.id: outcome.judgement.right for outcome in card.outcomes}
        rates = {name: tally.rate for name, tally in card.totals.items() if name in _MEASURES}
        print(style, {name: f"{rate:.3f}" for name, rate in rates.items() if rate is not None})
    _by_file(groups, right)
    if options.show:
        _changed(right, {case.id: case for case in cases})


def _asked(options: argparse.Namespace, printer: ModuleType, style: str, cases: Sequence[Case]) -> Scorecard:
    data = options.workdir / f"{style}-{options.seed}"
    settings = Settings(data_dir=data, index_dir=options.workdir / "index")
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True)
    places: dict[str, dict[int, list[int]]] = {}
    for report in sorted({case.report for case in cases if case.report}):
        clean = next((options.shared / "reports").glob(f"*/{report}.txt"))
        text = clean.read_text(encoding="utf-8-sig")
        printed, places[report] = _printed(printer, style, options.seed, text)
        file = data / clean.name
        file.write_text(printed, encoding="utf-8")
        (added,) = add(settings, [file], Overrides(delivered=None))
        assert isinstance(added, Added), added
        print(
            f"  {style} {report}: {added.manifest.place} {added.manifest.delivered} {added.manifest.reviews}",
            flush=True,
        )
    build(settings)
    asker = InProcess(Library.open(settings))
    return run([_carried(case, places) for case in cases], asker.ask, asker.lines)


def _printed(printer: ModuleType, style: str, seed: int, clean: str) -> tuple[str, dict[int, list[int]]]:
    """The print and, for each clean line, the print lines that its characters stand on."""
    lines = clean.split("\n")
    if style == "clean":
        return clean, {number: [number] for number in range(1, len(lines) + 1)}
    if style == "page":
        rng = random.Random(f"{seed} {zlib.crc32(clean.encode())}")
        out, where, _, _ = printer.print_page(lines, [], [], rng)
    else:
        out, where, _, _ = printer.print_columns(lines, printer.CAPTIONS, random.Random(seed))
    return "\n".join(out) + "\n", {number: sorted(set(at)) for number, at in where.items()}


def _carried(case: Case, places: dict[str, dict[int, list[int]]]) -> Case:
    """A case with its gold lines and figures where the print has them."""
    if case.report is None:
        return case
    where = places[case.report]
    ranges = []
    for span in case.gold_lines:
        lines = sorted({at for number in range(span.start, span.end + 1) for at in where.get(number, ())})
        ranges += [replace(span, start=low, end=high) for low, high in _runs(lines)]
    figures = []
    for gold in case.gold_figures:
        printed = where.get(gold.line) if gold.line is not None else None
        figures.append(replace(gold, line=printed[0]) if printed else gold)
    return replace(case, gold_lines=tuple(ranges), gold_figures=tuple(figures))


def _runs(lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring lines as ranges; a blank line or a caption between two lines of a paragraph does not part them."""
    start = previous = None
    for line in lines:
        if previous is None or line - previous > 4:
            if start is not None and previous is not None:
                yield start, previous
            start = line
        previous = line
    if start is not None and previous is not None:
        yield start, previous


def _by_file(groups: dict[str, str], right: dict[str, dict[str, bool]]) -> None:
    names = sorted({groups[case] for seen in right.values() for case in seen})
    print(f"{'':34}" + "".join(f"{style:>14}" for style in right))
    for name in [*names, "all"]:
        shares = []
        for seen in right.values():
            hits = [ok for case, ok in seen.items() if name in ("all", groups[case])]
            shares.append(f"{sum(hits)}/{len(hits)} {sum(hits) / len(hits):.3f}")
        print(f"{name:34}" + "".join(f"{share:>14}" for share in shares))


def _changed(right: dict[str, dict[str, bool]], cases: dict[str, Case]) -> None:
    base, *others = right
    for style in others:
        for case, ok in right[style].items():
            if ok != right[base][case]:
                print(style, "mended" if ok else "broken", case, json.dumps(cases[case].turns, ensure_ascii=False))


def _printer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("print_as_newspaper", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
