"""Embedding and search: a question, passages, and the index, each beside something to compare it with in the same run."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np

from benchmarks.questions import questions
from report_qa.search.embedder import Vectors
from report_qa.search.faiss_vectors import FaissVectors
from report_qa.search.keywords import Keywords
from report_qa.search.onnx_embedder import OnnxEmbedder
from report_qa.search.terms import terms
from report_qa.search.vectors import ExactVectors, VectorIndex
from report_qa.settings import load_settings

QUESTIONS = 100
ROWS, REPORT = 60_000, range(30_000, 30_700)  # a library of 85 reports, and one report of it


def times(work: Callable[[str], object], texts: list[str]) -> list[float]:
    """Milliseconds of `work` on each text."""
    taken = []
    for text in texts:
        started = perf_counter()
        work(text)
        taken.append((perf_counter() - started) * 1000)
    return taken


def unit_rows(rows: int, dim: int) -> Vectors:
    """Random unit vectors, the same each time."""
    vectors = np.random.default_rng(0).standard_normal((rows, dim), np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def search(held: VectorIndex, asked: Vectors, rows: range | None) -> Callable[[str], object]:
    """The search of the 20 nearest rows, as work that `times` can repeat."""
    return lambda _: held.search(asked, 20, rows)


def main() -> None:
    """Print one line a measure."""
    texts = questions(QUESTIONS)
    started = perf_counter()
    embedder = OnnxEmbedder.open(load_settings().model_dir)
    print(f"open the model, digests checked, libraries imported  {(perf_counter() - started) * 1000:8.0f} ms")
    embedder.embed_query(texts[0])
    query = median(times(embedder.embed_query, texts))
    print(f"embed a question, one thread                         {query:8.1f} ms")
    passages = [f"{text}，{other}。" for text, other in zip(texts, reversed(texts), strict=True)]
    alone = sum(times(lambda text: embedder.embed_passages([text]), passages))
    started = perf_counter()
    embedder.embed_passages(passages)
    together = (perf_counter() - started) * 1000
    print(
        f"embed passages, two at a time                        {QUESTIONS / together * 1000:8.0f} a second, {alone / together:.2f} times one by one"
    )

    vectors = unit_rows(ROWS, embedder.dim)
    exact, index = ExactVectors(vectors), FaissVectors.of(vectors)
    asked = embedder.embed_query(texts[0])
    for name, rows in (("one report", REPORT), (f"{ROWS:,} rows", None)):
        slow, fast = (median(times(search(held, asked, rows), texts)) for held in (exact, index))
        print(
            f"search {name:<14} FAISS / exact                  {fast:8.2f} ms / {slow:.2f} ms, {fast / query:.3f} of a question's embedding"
        )
    similar = median(times(lambda _: index.similarities(asked, REPORT), texts))
    print(
        f"every similarity of one report                       {similar:8.2f} ms, {similar / query:.3f} of a question's embedding"
    )
    keywords = Keywords.build([terms(text) for text in passages * 5])
    scored = median(times(lambda text: keywords.scores(terms(text)), texts))
    print(
        f"BM25 over 500 sentences, terms made                  {scored:8.2f} ms, {scored / query:.3f} of a question's embedding"
    )


if __name__ == "__main__":
    main()
