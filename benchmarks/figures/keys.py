"""What the keys of metrics are worth over all reports: counts, samples to judge by eye, contradictions, and their time.

    python -m benchmarks.figures.keys SHARED [--same 200] [--near 200] [--seed 7] [--flags] [--without NAME …]

Prints how many figures, keys and wordings there are, how many keys several wordings or several reports share, how many pairs are
flagged as contradictions (`--flags`: each with its reason; `--without` leaves reports out by the stems of their files), and the processor's time for the keys of 400 figures (the best of three rounds).
`--same` prints pairs of different wording and one key, to be judged as the same metric or not; `--near` pairs of wordings that share two
thirds of their pairs of characters and have two keys of one aspect and unit kind, to be judged as two metrics or one. Pairs are drawn
from the distinct wordings, so that rare ones weigh as much as frequent ones. Judging is a person's work; nothing here is a bar.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from benchmarks.figures.reports import Read, dates_of_reports, read_reports
from report_qa.figures.contradictions import find_contradictions
from report_qa.figures.figure import Figure
from report_qa.figures.identity import MetricKey, metric_keys
from report_qa.figures.metric_words import MetricWords
from report_qa.figures.read import read_figures
from report_qa.settings import shipped_folder

NEAR = 2 / 3
Keyed = dict[MetricKey, dict[str, str]]  # the wordings of each key, each with an example


def keyed(ledgers: dict[str, tuple[Figure, ...]], keys: dict[str, tuple[MetricKey, ...]]) -> Keyed:
    """The wordings of every key."""
    found: Keyed = defaultdict(dict)
    for name, figures in ledgers.items():
        for figure, key in zip(figures, keys[name], strict=True):
            example = f"{figure.metric} {figure.change or ''} {figure.text} ({name})"
            found[key].setdefault("".join(figure.metric.split()), example)
    return found


def same_pairs(wordings: Keyed) -> list[tuple[str, str, str]]:
    """Pairs of wordings of one key."""
    pairs = ((key, one, other) for key, names in wordings.items() for one, other in combinations(sorted(names), 2))
    return [(key.text, wordings[key][one], wordings[key][other]) for key, one, other in pairs]


def near_pairs(wordings: Keyed) -> Iterator[tuple[str, str, str]]:
    """Pairs of near wordings with two keys of one aspect and kind."""
    sides: dict[tuple[str, str, str], list[tuple[str, MetricKey]]] = defaultdict(list)
    for key, names in wordings.items():
        sides[key.aspect, key.kind, key.base] += [(name, key) for name in names if len(name) > 3]
    for items in sides.values():
        grams = [{name[at : at + 2] for at in range(len(name) - 1)} for name, _ in items]
        holders: dict[str, list[int]] = defaultdict(list)
        for at, held in enumerate(grams):
            for gram in sorted(held):
                holders[gram].append(at)
        for at, (name, key) in enumerate(items):
            shared = Counter(other for gram in sorted(grams[at]) for other in holders[gram] if other > at)
            for other, count in shared.items():
                near, beside = items[other]
                if beside != key and 2 * count >= NEAR * (len(grams[at]) + len(grams[other])):
                    example = wordings[key][name], wordings[beside][near]
                    yield f"{key.text} | {beside.text}", *example


def spent(ledgers: dict[str, tuple[Figure, ...]], reports: Sequence[Read], words: MetricWords) -> float:
    """Processor seconds for the keys of all figures, the best of three rounds."""
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        for report in reports:
            metric_keys(ledgers[report.name], words, report.dates.place)
        best = min(best, time.process_time() - started)
    return best


def show(title: str, pairs: Sequence[tuple[str, str, str]], count: int, seed: int) -> None:
    """A sample of pairs, a line each."""
    print(f"\n{title}: {min(count, len(pairs))} of {len(pairs)}")
    for at, (key, one, other) in enumerate(random.Random(seed).sample(pairs, min(count, len(pairs))), 1):
        print(f"{at:4} {key} | {one} | {other}")


def main(arguments: Sequence[str]) -> int:
    """Read, key, count and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.figures.keys", description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path, help="the folder with reports/")
    parser.add_argument("--same", type=int, default=0, help="pairs of one key to print")
    parser.add_argument("--near", type=int, default=0, help="near pairs of two keys to print")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--flags", action="store_true", help="print each contradiction")
    parser.add_argument("--without", nargs="*", default=(), help="reports to leave out, by the stems of their files")
    options = parser.parse_args(arguments)
    words = MetricWords.open(shipped_folder("lexicon"))
    names = [path.stem for path in dates_of_reports(options.shared)]
    reports = read_reports(options.shared, names=[name for name in names if name not in options.without])
    ledgers = {report.name: read_figures(report.document, report.dates) for report in reports}
    keys = {report.name: metric_keys(ledgers[report.name], words, report.dates.place) for report in reports}
    wordings, holders = keyed(ledgers, keys), defaultdict(set)
    for name, own in keys.items():
        for key in own:
            holders[key].add(name)
    figures = sum(map(len, ledgers.values()))
    known = sum(words.knows(key.concept) for own in keys.values() for key in own)
    print(f"{len(reports)} reports, {figures} figures, {known} of metrics that metrics.toml names")
    print(
        f"{len(wordings)} keys: {sum(len(names) > 1 for names in wordings.values())} of several wordings, "
        f"{sum(len(held) > 1 for held in holders.values())} of several reports"
    )
    print(f"{spent(ledgers, reports, words) / figures * 400 * 1000:.1f} ms for the keys of 400 figures")
    flagged = 0
    for report in reports:
        for pair in find_contradictions(ledgers[report.name], report.document, words, report.dates.place):
            flagged += 1
            if options.flags:
                print(f"  {report.name} {pair.key.text}: {pair.text(ledgers[report.name], 'zh')}")
    print(f"{flagged} pairs flagged as contradictions")
    if options.same:
        show("one key", same_pairs(wordings), options.same, options.seed)
    if options.near:
        show("near, two keys", list(near_pairs(wordings)), options.near, options.seed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
