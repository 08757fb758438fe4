"""Search beyond the question's vector: one report and a library of all reports, in process and through `/api/v1/search`.

    python -m benchmarks.bench_search SHARED [--reports 185]

The reports of SHARED are added to a temporary data folder and indexed with vectors that mean nothing but are as long as the
model's, so that no time goes into embedding. Each search is timed in turn with a FastAPI route that does nothing.
"""

from __future__ import annotations

import argparse
import tempfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from unittest.mock import patch

import numpy as np
from fastapi.testclient import TestClient

from benchmarks.bench_embedding import idle_route, in_turn, ratio
from benchmarks.questions import questions
from report_qa.library.add import add
from report_qa.library.build import build
from report_qa.library.library import Library
from report_qa.search.embedder import ModelFacts, Progress, Vectors
from report_qa.settings import Settings, load_settings

DIM, QUESTIONS = 384, 60


class Meaningless:
    """Unit vectors by the checksum of a text, at next to no cost."""

    name, dim, facts = f"none-{DIM}", DIM, ModelFacts(f"none-{DIM}", DIM)

    def embed_query(self, text: str) -> Vectors:
        """The vector that the text's checksum seeds."""
        vector = np.random.default_rng(zlib.crc32(text.encode())).standard_normal(DIM, np.float32)
        return np.asarray(vector / np.linalg.norm(vector), np.float32)

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One vector a text."""
        del progress
        return np.stack([self.embed_query(text) for text in texts])


def make_library(folder: Path, files: Sequence[Path]) -> Settings:
    """A data folder of reports and its index, no suggestions asked."""
    settings = load_settings(data_dir=folder / "data", index_dir=folder / "index")
    add(settings, list(files))
    with (
        patch("report_qa.library.build.open_embedder", lambda *_: Meaningless()),
        patch("report_qa.library.build.make_suggestions", lambda *_: ()),
    ):
        build(settings)
    return settings


def measure(settings: Settings, texts: Sequence[str]) -> None:
    """Print medians and ratios for one report and for the whole library."""
    from report_qa.service.app import create_app

    embedder = Meaningless()
    with patch("report_qa.library.library.open_embedder", lambda *_: embedder):
        begun = perf_counter()
        library = Library.open(settings)
        print(f"  opened in {perf_counter() - begun:.2f} s")
        report = library.reports()[0].id
        nothing = idle_route()
        with TestClient(create_app(settings)) as client, nothing:
            wait_until_ready(client)

            def through(body: dict[str, str]) -> Callable[[str], object]:
                return lambda text: client.post("/api/v1/search", json={"question": text, **body}).raise_for_status()

            works: list[Callable[[str], object]] = [
                lambda text: nothing.post("/nothing", json={"question": text}),
                lambda text: library.search(text, report),
                library.search,
                through({"report": report}),
                through({}),
            ]
            in_turn(works, texts)  # opens the reports, keeps the vectors
            taken = in_turn(works, texts)
    names = ("idle route", "search of one report", "search of all", "/api/v1/search, one report", "/api/v1/search, all")
    for name, times in zip(names, taken, strict=True):
        beyond = median(times) - (median(taken[0]) if name.startswith("/") else 0)
        said = f", beyond the idle route {beyond:.2f} ms" if name.startswith("/") else ""
        print(f"  {name:<28} median {median(times):6.2f} ms  {ratio(times, taken[0]):.2f} of the idle route{said}")


def wait_until_ready(client: TestClient) -> None:
    """Return when the application has opened its index."""
    while client.get("/readyz").status_code != 200:
        pass


def main() -> None:
    """Print one table for one report, one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--reports", type=int, default=185)
    given = parser.parse_args()
    files = sorted((given.shared / "reports").glob("*/*.txt"))
    for count in (1, given.reports):
        with tempfile.TemporaryDirectory() as folder:
            print(f"{min(count, len(files))} reports (bars beyond the vector: 1 ms for one, 5 ms for 185)")
            measure(make_library(Path(folder), files[:count]), questions(QUESTIONS))


if __name__ == "__main__":
    main()
