"""Sweeps the weight of BM25 beside similarity: the evidence of `search/retrieve.py`'s BM25_WEIGHT.

    python -m benchmarks.retrieval.sweep_fusion SHARED [--model FOLDER] [--sets tune held unseen]

For each weight, recall of the passage that answers, first and among the first five, as `benchmarks.retrieval.recall` counts it;
`ranks` are reciprocal ranks fused with equal weights, the baseline.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from benchmarks.retrieval.corpus import Floats
from benchmarks.retrieval.recall import SETS, corpora_of, found, sets_of
from report_qa.search.embedder import open_embedder
from report_qa.settings import load_settings

WEIGHTS = (0.0, 0.0005, 0.001, 0.002, 0.003, 0.004, 0.006)


def main() -> None:
    """Print a row a weight and set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--model", help="folder or name; the shipped one by default")
    parser.add_argument("--sets", nargs="+", choices=SETS, default=["tune", "held", "unseen"])
    given = parser.parse_args()
    settings = load_settings()
    embedder = open_embedder(given.model or settings.model, settings.model_dir)
    sets = sets_of(given.shared, given.sets)
    corpora = corpora_of(sets, given.shared, embedder)
    for name, asked in sets.items():
        hits: dict[float | str, list[tuple[bool, bool]]] = {}
        for one in asked:
            corpus = corpora[one.report]
            scores = corpus.scores(one.text, embedder.embed_query(one.text))
            ways = corpus.ways(scores)
            described = ways["sentences and figures"]
            for weight in WEIGHTS:
                fused: Floats = np.asarray(described + weight * scores.sentence_bm25, np.float32)
                hits.setdefault(weight, []).append(found(one, corpus, fused))
            hits.setdefault("ranks", []).append(found(one, corpus, ways["ranks fused, equal weights"]))
        for way, pairs in hits.items():
            first, five = np.mean(np.array(pairs), axis=0)
            print(f"{name:<8}{way!s:<8}@1 {first:.3f}  @5 {five:.3f}  of {len(pairs)}", flush=True)


if __name__ == "__main__":
    main()
