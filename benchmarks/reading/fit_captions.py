"""Fit the weights by which a caption without a credit is told: `python -m benchmarks.reading.fit_captions SHARED --seeds 11-13`.

Every small group of lines of a print that ends a sentence is a sample; captions of the print are the positive ones. Logistic
regression with a small penalty; a group of the report's text counts `--cost` times a caption, as taking text out of the report is
worse than leaving a caption in it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from benchmarks.reading.prints import Print, arguments, make_prints
from benchmarks.reading.variations import VARIATIONS
from report_qa.text import captions
from report_qa.text.furniture import find_furniture
from report_qa.text.lines import read_lines
from report_qa.text.titles import title_lines
from report_qa.text.uncredited import FEATURES, Surroundings, may_be_caption


def samples(made: Print) -> list[tuple[tuple[float, ...], bool, str]]:
    """The features of each candidate of a print, and whether it is a caption."""
    every = read_lines(made.source)
    furniture = find_furniture(every)
    lines = [line for line in every if line.number not in furniture]
    titles = {lines[at].number for at in title_lines([line.text for line in lines])}
    groups = list(captions._groups([replace(line, text="") if line.number in titles else line for line in lines]))
    found = {at: True for at, group in enumerate(groups) if captions._has_credit(group)}
    known = found | {
        at: True for at, group in enumerate(groups) if made.injected.get(group[0].number, ("",))[0] == "caption"
    }
    page = Surroundings.of(groups)
    taken: list[tuple[tuple[float, ...], bool, str]] = []
    for at, group in enumerate(groups):
        if at in found or not may_be_caption(groups, at):
            continue
        is_caption = at in known
        around = {other: True for other in known if other < at} | found
        features = page.features(at, around)
        if features is not None:
            taken.append((features, is_caption, "".join(line.text for line in group)))
    return taken


def fit(rows: Sequence[tuple[tuple[float, ...], bool, str]], cost: float) -> np.ndarray:
    """The weights (Newton's method)."""
    matrix = np.array([features for features, _, _ in rows])
    truth = np.array([float(known) for _, known, _ in rows])
    share = np.where(truth > 0, 1.0, cost)
    weights = np.zeros(matrix.shape[1])
    penalty = np.full(len(weights), 0.3)
    penalty[0] = 0.01
    for _ in range(50):
        guess = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        slope = matrix.T @ (share * (guess - truth)) + penalty * weights
        bend = (matrix * (share * guess * (1 - guess) + 1e-9)[:, None]).T @ matrix + np.diag(penalty)
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def main(argv: Iterable[str] | None = None) -> None:
    """Fit on every variation, and tell what the weights miss."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--cost", type=float, default=4.0)
    parser.add_argument("--show", action="store_true", help="what the weights tell wrongly")
    options = parser.parse_args(list(argv) if argv is not None else None)
    names = [name for name in VARIATIONS if name != "tight"] if options.variation == "all" else [options.variation]
    rows = []
    for options.variation in names:
        rows += [row for made in make_prints(options) for row in samples(made)]
    weights = fit(rows, options.cost)
    scores = np.array([features for features, _, _ in rows]) @ weights
    truth = np.array([known for _, known, _ in rows])
    for name, weight in zip(FEATURES, weights, strict=True):
        sys.stdout.write(f"    {weight:.2f},  # {name}\n")
    sys.stdout.write(f"{truth.sum()} captions, {(scores[truth] > 0).mean():.4f} found; ")
    sys.stdout.write(f"{(~truth).sum()} others, {(scores[~truth] > 0).sum()} taken\n")
    for (features, known, text), score in zip(rows, scores, strict=True):
        if options.show and known != (score > 0):
            sys.stdout.write(
                f"{score:6.2f} {'missed' if known else 'taken'} {text} {[round(x, 2) for x in features[1:]]}\n"
            )


if __name__ == "__main__":
    main()
