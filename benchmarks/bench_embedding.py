"""Embedding beside things to compare it with in the same run: one question, passages on one thread and two, start and memory.

    python -m benchmarks.bench_embedding [--model FOLDER] [--against FOLDER]

A question is timed in turn with ONNX Runtime's bare run of its tokens, with a FastAPI route that does nothing, and with another
model folder where one is given; medians of ratios hold on a machine that others use, milliseconds only on an idle one.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from unittest.mock import patch

import numpy as np
from fastapi import FastAPI
from fastapi.testclient import TestClient

from benchmarks.questions import questions
from report_qa.search import onnx_embedder
from report_qa.search.onnx_embedder import OnnxEmbedder
from report_qa.settings import load_settings

QUESTIONS, ROUNDS = 50, 3
PASSAGES = 150
START = """
import re, sys
from pathlib import Path
from time import perf_counter
import numpy
def peak():  # of this program; getrusage would count the parent that was copied to start it
    return int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
before, started = peak(), perf_counter()
if sys.argv[2] == "libraries":
    import sentence_transformers
else:
    from report_qa.search.embedder import open_embedder
    open_embedder(sys.argv[1], Path(sys.argv[1])).embed_query("粮食产量达到多少")
print(perf_counter() - started, peak() - before)
"""


def in_turn(works: Sequence[Callable[[str], object]], texts: Sequence[str]) -> list[list[float]]:
    """Milliseconds of each work on each text, the works one after another on every text."""
    taken: list[list[float]] = [[] for _ in works]
    for text in list(texts) * ROUNDS:
        for work, times in zip(works, taken, strict=True):
            started = perf_counter()
            work(text)
            times.append((perf_counter() - started) * 1000)
    return taken


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios, pair by pair."""
    return median(one / other for one, other in zip(ours, theirs, strict=True))


def idle_route() -> TestClient:
    """A client of an application whose one route does nothing."""
    app = FastAPI()

    @app.post("/nothing")
    def route() -> dict[str, str]:
        return {}

    return TestClient(app)


def bare_run(embedder: OnnxEmbedder, texts: Sequence[str]) -> Callable[[str], object]:
    """ONNX Runtime's run of a question's tokens, which are made before."""
    prompt = embedder.facts.query_prompt
    tokens = {text: np.array([embedder._tokenizer.encode(prompt + text).ids], np.int64) for text in texts}
    masks = {text: np.ones_like(ids) for text, ids in tokens.items()}
    if embedder._masked:
        return lambda text: embedder._session.run(None, {"input_ids": tokens[text], "attention_mask": masks[text]})
    return lambda text: embedder._session.run(None, {"input_ids": tokens[text]})


def passages_a_second(embedder: OnnxEmbedder, texts: Sequence[str], workers: int) -> float:
    """How many passages a second so many threads embed."""
    with patch.object(onnx_embedder, "WORKERS", workers):
        started = perf_counter()
        embedder.embed_passages(texts)
        return len(texts) / (perf_counter() - started)


def started(model: Path, what: str) -> tuple[float, float]:
    """Seconds and megabytes of a new process that opens a model and embeds a question, or only imports the libraries."""
    command = [sys.executable, "-c", START, str(model), what]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(said[-2]), float(said[-1])


def main() -> None:
    """Print one line a measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=load_settings().model_dir)
    parser.add_argument("--against", type=Path)
    given = parser.parse_args()
    embedder, texts = OnnxEmbedder.open(given.model), questions(QUESTIONS)
    client = idle_route()
    works: list[Callable[[str], object]] = [
        embedder.embed_query,
        bare_run(embedder, texts),
        lambda text: client.post("/nothing", json={"question": text}),
    ]
    if given.against:
        works.append(OnnxEmbedder.open(given.against).embed_query)
    with client:
        taken = in_turn(works, texts)
    print(f"a question, one thread: median {median(taken[0]):.2f} ms, least {min(taken[0]):.2f} ms (bar 5 ms)")
    names = ("ONNX Runtime's bare run", "a FastAPI route that does nothing", f"the model {given.against}")
    for name, other in zip(names, taken[1:], strict=False):
        print(f"  {ratio(taken[0], other):.2f} times {name} ({median(other):.2f} ms)")
    passages = [f"{text}，{other}，{text}。" for text, other in zip(texts, reversed(texts), strict=True)] * 3
    one, two = (passages_a_second(embedder, passages[:PASSAGES], workers) for workers in (1, 2))
    print(
        f"passages a second: {one:.0f} on one thread, {two:.0f} on two ({two / one:.2f} times); 1,000 in {1000 / two:.1f} s (bar 8 s)"
    )
    seconds, megabytes = started(given.model, "model")
    torch, torch_megabytes = started(given.model, "libraries")
    print(f"a new process to its first vector: {seconds:.2f} s, {megabytes:.0f} MB more (bar 200 MB)")
    print(
        f"importing sentence-transformers: {torch:.2f} s, {torch_megabytes:.0f} MB; ours is {seconds / torch:.2f} of it (bar 1/3)"
    )
    size = sum(path.stat().st_size for path in given.model.iterdir()) / 1e6
    print(f"the model's folder: {size:.1f} MB (bar 40 MB)")


if __name__ == "__main__":
    main()
