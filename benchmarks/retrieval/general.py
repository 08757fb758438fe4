"""Retrieval of general Chinese text: whether tuning on reports cost the model what it knew.

    python -m benchmarks.retrieval.general SHARED [--model FOLDER]

Questions of CMRC 2018 dev and DRCD test (Traditional Chinese) to their paragraph among all paragraphs of the set, by the model
alone: nDCG@10 with one gold paragraph, that is the mean of 1 / log2(1 + rank). Neither set is in any training.
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path

import numpy as np

from benchmarks.retrieval.corpus import CACHE
from report_qa.cli.output import progress_bar
from report_qa.search.cache import VectorCache, embed_cached
from report_qa.search.embedder import Embedder, open_embedder
from report_qa.settings import load_settings

SETS = ("cmrc2018_dev", "drcd_test")


def ndcg(path: Path, embedder: Embedder) -> tuple[float, float, int, int]:
    """nDCG@10, recall@1, and how many questions and paragraphs there are."""
    rows = [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines()]
    paragraphs = sorted({row["pos"] for row in rows})
    position = {text: at for at, text in enumerate(paragraphs)}
    vectors, _ = embed_cached(embedder, paragraphs, VectorCache(CACHE, embedder.name, embedder.dim))
    gains, firsts = [], []
    with progress_bar() as bar:
        for row in bar.track(rows, description=path.stem.split(".")[0]):
            scores = vectors @ embedder.embed_query(row["q"])
            rank = int((scores > scores[position[row["pos"]]]).sum())
            gains.append(1 / np.log2(2 + rank) if rank < 10 else 0.0)
            firsts.append(rank == 0)
    return float(np.mean(gains)), float(np.mean(firsts)), len(rows), len(paragraphs)


def main() -> None:
    """Print nDCG@10 of both sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--model", help="folder or name; the shipped one by default")
    given = parser.parse_args()
    settings = load_settings()
    embedder = open_embedder(given.model or settings.model, settings.model_dir)
    for name in SETS:
        gain, first, questions, paragraphs = ndcg(given.shared / "pairs" / f"{name}.jsonl.gz", embedder)
        print(f"{name}: nDCG@10 {gain:.4f}, first {first:.4f}, {questions} questions, {paragraphs} paragraphs")


if __name__ == "__main__":
    main()
