"""Recall of the passage that answers, by each way to score: the evidence of `docs/decisions/0007-tuned-model.md`.

    python -m benchmarks.retrieval.recall SHARED [--model FOLDER] [--sets tune check held unseen english own]

SHARED is the folder of development material. A question is answered by a passage on a gold line that holds a gold figure or
phrase; `@5` are the first five passages of at most 1,200 characters together, `@1` the first. Intervals are 95% by bootstrap over
the questions. Sets: the single answerable cases of `cases/tune` and `cases/check`; `held`, the pairs of six reports that no
training sees; `unseen`, questions in words that the passage does not use, of reports that are in no training (`data/eval/unseen/`);
`english`, the English ones of these; `own`, the answerable cases of data/eval.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.retrieval.asked import Asked, read_asked
from benchmarks.retrieval.corpus import Corpus, Floats, open_corpus
from report_qa.cli.output import progress_bar
from report_qa.library.place_names import PlaceNames
from report_qa.search.embedder import Embedder, open_embedder
from report_qa.settings import load_settings

HELD = ("上海市-2022", "合肥-2024", "国务院-2023", "攀枝花-2024", "泰州-2024", "舟山-2024")
MOST, LONGEST = 5, 1200  # passages and characters of them together
OWN = Path(__file__).parents[2] / "data" / "eval"
SETS = ("tune", "check", "held", "unseen", "english", "own")


def sets_of(shared: Path, wanted: Sequence[str]) -> dict[str, list[Asked]]:
    """The questions of each set."""
    pairs = {path.stem: path for path in (shared / "pairs" / "report_questions").glob("*.jsonl")}
    files = {
        "tune": _cases(shared / "cases" / "tune"),
        "check": _cases(shared / "cases" / "check"),
        "held": [pairs[report] for report in HELD],
        "unseen": sorted((OWN / "unseen").glob("*.jsonl")),
        "english": sorted((OWN / "unseen").glob("*.jsonl")),
        "own": [path for path in _cases(OWN) if path.stem not in ("unanswerable", "sections")],
    }
    read = {name: [asked for path in files[name] for asked in read_asked(path)] for name in wanted}
    kept = {"unseen": "zh", "english": "en"}
    return {
        name: [one for one in asked if name not in kept or one.language == kept[name]] for name, asked in read.items()
    }


def _cases(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.jsonl")) if path.stem != "pairs"]


def corpora_of(sets: Mapping[str, Sequence[Asked]], shared: Path, embedder: Embedder) -> dict[str, Corpus]:
    """The reports that questions are about, read and embedded."""
    names = PlaceNames.open(load_settings().lexicon_dir)
    paths = {path.stem: path for path in sorted((shared / "reports").glob("*/*.txt"))}
    paths["baotou-2022"] = shared / "reports" / "baotou-2022" / "source.txt"
    reports = sorted({one.report for asked in sets.values() for one in asked})
    with progress_bar() as bar:
        return {
            report: open_corpus(report, paths[report], embedder, names)
            for report in bar.track(reports, description="reading and embedding reports")
        }


def found(asked: Asked, corpus: Corpus, scores: Floats) -> tuple[bool, bool]:
    """Whether the first passage answers, and whether one of the first five of at most 1,200 characters does."""
    answers: list[bool] = []
    length = 0
    for row in np.argsort(-scores, kind="stable")[:MOST].tolist():
        length += len(corpus.sentences[row].text)
        if length > LONGEST and answers:
            break
        answers.append(asked.found_in(corpus.places[row], corpus.sentences[row].text))
    return answers[0], any(answers)


def interval(hits: Sequence[bool]) -> str:
    """The share with its 95% bootstrap interval over 2,000 samples."""
    values = np.asarray(hits, np.float64)
    samples = np.random.default_rng(0).choice(values, (2000, len(values))).mean(axis=1)
    low, high = np.percentile(samples, (2.5, 97.5))
    return f"{values.mean():.3f} [{low:.3f}, {high:.3f}]"


def measure(
    asked: Iterable[Asked], corpora: Mapping[str, Corpus], embedder: Embedder
) -> dict[str, list[tuple[bool, bool]]]:
    """By each way to score, whether each question found its passage first, and among the first five."""
    measured: dict[str, list[tuple[bool, bool]]] = {}
    for one in asked:
        corpus = corpora[one.report]
        for way, scores in corpus.ways(corpus.scores(one.text, embedder.embed_query(one.text))).items():
            measured.setdefault(way, []).append(found(one, corpus, scores))
    return measured


def main() -> None:
    """Print recall with intervals for each set and way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--model", help="folder or name; the shipped one by default")
    parser.add_argument("--sets", nargs="+", choices=SETS, default=list(SETS))
    given = parser.parse_args()
    settings = load_settings()
    embedder = open_embedder(given.model or settings.model, settings.model_dir)
    sets = sets_of(given.shared, given.sets)
    corpora = corpora_of(sets, given.shared, embedder)
    for name, asked in sets.items():
        for way, hits in measure(asked, corpora, embedder).items():
            first, five = zip(*hits, strict=True)
            print(f"{name:<8}{way:<28}@1 {interval(first)}  @5 {interval(five)}  of {len(hits)}", flush=True)


if __name__ == "__main__":
    main()
