"""A warm `ask` in process: all of it, and less the embedding of the question, beside a FastAPI route that does nothing."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median, quantiles
from time import perf_counter

from fastapi import FastAPI
from fastapi.testclient import TestClient

from benchmarks.questions import questions
from report_qa.library.library import Ask, Library
from report_qa.search.embedder import Embedder, ModelFacts, Progress, Vectors, WordEmbedder, head_of, read_query
from report_qa.search.model.word_head import WordHead
from report_qa.search.words import TextWords
from report_qa.settings import load_settings

COUNT = 200


class Timed:
    """An embedder that adds up the milliseconds of embedding questions."""

    def __init__(self, inner: Embedder) -> None:
        self._inner = inner
        self.spent = 0.0

    @property
    def name(self) -> str:
        return self._inner.name

    @property
    def dim(self) -> int:
        return self._inner.dim

    @property
    def word_head(self) -> WordHead | None:
        return head_of(self._inner)

    def embed_query(self, text: str) -> Vectors:
        return self.read_query(text)[0]

    def read_query(self, text: str) -> tuple[Vectors, TextWords | None]:
        started = perf_counter()
        made = read_query(self._inner, text)
        self.spent += (perf_counter() - started) * 1000
        return made

    def embed_words(self, texts: Sequence[str], progress: Progress | None = None) -> list[TextWords]:
        return self._inner.embed_words(texts, progress) if isinstance(self._inner, WordEmbedder) else []

    @property
    def facts(self) -> ModelFacts:
        """Those of the embedder beneath."""
        return self._inner.facts

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        return self._inner.embed_passages(texts, progress)


def nothing() -> list[float]:
    """Milliseconds of a FastAPI route that does nothing, asked in process."""
    app = FastAPI()

    @app.post("/nothing")
    def route() -> dict[str, str]:
        return {}

    took = []
    with TestClient(app) as client:
        for _ in range(COUNT):
            started = perf_counter()
            client.post("/nothing", json={"question": "?"})
            took.append((perf_counter() - started) * 1000)
    return took


def main() -> None:
    timed: list[Timed] = []

    def watch(embedder: Embedder) -> Timed:
        timed.append(Timed(embedder))
        return timed[0]

    library = Library.open(load_settings()).with_embedder(watch)
    report = library.reports()[0].id
    asked = questions(COUNT)
    for text in asked[:20]:
        library.ask(Ask(text, report=report))
    whole, beside = [], []
    for text in asked:
        timed[0].spent = 0.0
        started = perf_counter()
        library.ask(Ask(text, report=report))
        whole.append((perf_counter() - started) * 1000)
        beside.append(whole[-1] - timed[0].spent)
    route = nothing()
    print(
        f"warm ask, {COUNT} questions       median {median(whole):6.2f} ms   95% {quantiles(whole, n=20)[-1]:6.2f}   (bar 15 ms)"
    )
    print(
        f"less embedding the question    median {median(beside):6.2f} ms   95% {quantiles(beside, n=20)[-1]:6.2f}   (bar 3 ms)"
    )
    print(f"FastAPI route doing nothing    median {median(route):6.2f} ms   95% {quantiles(route, n=20)[-1]:6.2f}")
    print(
        f"ratio to the route: ask {median(whole) / median(route):.2f}, less embedding {median(beside) / median(route):.2f}"
    )


if __name__ == "__main__":
    main()
