"""Fits the weights of `report_qa.answers.weights` and prints them with how well they do: the evidence of
`docs/decisions/0004-answering.md`.

    python -m benchmarks.fit_weights SHARED --pairs PAIRS.jsonl … [--cases CASES.jsonl …] [--models FOLDER …]

SHARED is the folder of development material (`reports/`, `cases/tune/`); PAIRS are questions with places, or of `data/judge`, which
the model in use must not have been tuned on, or its similarities are trusted too much; CASES are further cases, of reports that are
known, to fit on. FOLDERs are models made by `benchmarks.fit_words`, each for the reports that its head has not seen
(`left_out.json`). Reports are added to a library in `.cache/fit`. Ranking: a softmax over the
candidates of a report (maximum likelihood, drawn to the weights that there are). Certainty: logistic regression on the
best candidate. Each answered question of the pairs is asked three times: as it is; of its report without the sentence that
answers; and as a twin, its most telling word swapped for one that the report does not have. The latter two have no answer.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.fit_material import Bools, Floats, Sample, open_material
from report_qa.answers import weights
from report_qa.answers.certainty import certainty_row
from report_qa.answers.features import FIGURE_FEATURES, SENTENCE_FEATURES, feature_names
from report_qa.answers.matching import WORD_EXTRAS
from report_qa.evaluation.cases import read_cases


def fit_ranking(samples: Sequence[Sample], start: Floats, steps: int = 150) -> Floats:
    """Weights that make the right candidates likely among those that may answer."""
    usable = [one for one in samples if (one.right & one.allowed).any()]
    weight, moment, spread = start.astype(np.float64), np.zeros(len(start)), np.zeros(len(start))
    total = sum(one.weight for one in usable)
    for step in range(1, steps + 1):
        slope = 0.02 * (weight - start) / len(start)
        for one in usable:
            rows, right = one.features[one.allowed], one.right[one.allowed]
            odds = np.exp(rows @ weight - (rows @ weight).max())
            among, gold = odds / odds.sum(), odds * right / (odds * right).sum()
            slope += (among - gold) @ rows * one.weight / total
        weight, moment, spread = _adam(weight, slope, moment, spread, step)
    return weight.astype(np.float32)


def certainty_rows(samples: Sequence[Sample], ranking: Floats) -> tuple[Floats, Bools, Floats]:
    """The best candidate of each sample: its row, whether it is right, and the sample's weight."""
    rows, right, share = [], [], []
    for one in samples:
        if one.allowed.any():
            scores = (one.features @ ranking).astype(np.float32)
            best = int(np.where(one.allowed, scores, -np.inf).argmax())
            rivals = one.allowed & (one.metric != one.metric[best])
            rows.append(certainty_row(one.features, scores, one.allowed, rivals, best, one.whole))
            right.append(bool(one.right[best]))
            share.append(one.weight)
    return np.array(rows), np.array(right), np.array(share, np.float32)


def fit_certainty(rows: Floats, right: Bools, share: Floats, steps: int = 1500) -> Floats:
    """Logistic regression with a light ridge."""
    weight = np.zeros(rows.shape[1])
    moment, spread = weight.copy(), weight.copy()
    for step in range(1, steps + 1):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weight, -30, 30)))
        slope = (share * (chance - right)) @ rows / share.sum() + 2e-5 * weight
        weight, moment, spread = _adam(weight, slope, moment, spread, step)
    return weight.astype(np.float32)


def _adam(
    weight: NDArray[np.float64],
    slope: NDArray[np.float64],
    moment: NDArray[np.float64],
    spread: NDArray[np.float64],
    step: int,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """One step of Adam (Kingma and Ba, 2015)."""
    moment, spread = 0.9 * moment + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
    move = 0.05 * (moment / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weight - move, moment, spread


def main() -> None:
    """Build the libraries, gather the samples, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--pairs", type=Path, nargs="+", required=True)
    parser.add_argument("--cases", type=Path, nargs="*", default=[])
    parser.add_argument("--models", type=Path, nargs="*", default=[])
    given = parser.parse_args()
    shared: Path = given.shared
    files = [*given.cases, *sorted((shared / "cases" / "tune").glob("*.jsonl"))]
    cases = list({case.id: case for file in files for case in read_cases([file])}.values())
    asked: dict[str, list[Path]] = {}
    for path in given.pairs:
        asked.setdefault(path.stem, []).append(path)
    material = open_material(shared, {*asked, *(case.report for case in cases if case.report)}, None)
    found: list[tuple[Sample | None, Sample | None]] = list(material.cases(cases))
    left_out = [(folder, json.loads((folder / "left_out.json").read_text("utf-8"))) for folder in given.models]
    for folder, reports in left_out or [(None, list(asked))]:
        material = open_material(shared, reports, folder)
        for report in reports:
            for path in asked.get(report, ()):
                found += material.pairs(path)
                print(f"\r{report}    ", end="", file=sys.stderr)
    for name, known, sure, samples in (
        ("FIGURE", weights.FIGURE_WEIGHTS, FIGURE_FEATURES, [one for one, _ in found if one]),
        ("SENTENCE", weights.SENTENCE_WEIGHTS, SENTENCE_FEATURES, [one for _, one in found if one]),
    ):
        columns = feature_names(samples[0].features.shape[1])
        start = weights.weights_for(samples[0].features, known)
        ranking = fit_ranking(samples, start)
        rows, right, share = certainty_rows(samples, ranking)
        certainty = fit_certainty(rows, right, share)
        _show(name, samples, start, ranking)
        extras = (*weights.EXTRAS, *(WORD_EXTRAS if len(columns) > len(sure) else ()))
        print(f"{name} =", dict(zip(columns, np.round(ranking, 2).tolist(), strict=True)))
        print(f"{name}_CERTAINTY =", dict(zip((*columns, *extras), np.round(certainty, 2).tolist(), strict=True)))
        chance = 1 / (1 + np.exp(-(rows @ certainty)))
        for bar in (0.3, 0.4, 0.5):
            print(
                f"at {bar}: right kept {(chance[right] >= bar).mean():.3f}, wrong or absent refused {(chance[~right] < bar).mean():.3f}"
            )


def _show(name: str, samples: Sequence[Sample], before: Floats, after: Floats) -> None:
    answerable = [one for one in samples if one.right.any()]
    for label, weight in (("before", before), ("after", after)):
        hits = [bool(one.right[int(np.where(one.allowed, one.features @ weight, -1e9).argmax())]) for one in answerable]
        print(f"{name} first is right, {label}: {np.mean(hits):.3f} of {len(hits)}")


if __name__ == "__main__":
    main()
