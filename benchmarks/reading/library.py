"""Every report of a folder added, read and built: are all taken, does each place give its text back, how much is understood?

    python -m benchmarks.reading.library SHARED [--only PART] [--build] [--model 3]

SHARED is the folder with `reports/`, `messy/` and `ingest/`; all their files are added to a temporary data folder, each as a
report of its folder and name. For each report the table has the shares of characters (white space aside) by class, and the
sentences and figures whose places do not give their text. `--build` builds the index of all reports with vectors that mean
nothing, `--model N` one of N reports with the shipped model. Exits 1 where a file is refused, a place fails or a build does.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from unittest.mock import patch

import numpy as np

from report_qa.errors import ReportQAError
from report_qa.figures.figure import Figure
from report_qa.figures.read import read_figures
from report_qa.library.add import Overrides, Refused, add
from report_qa.library.build import build
from report_qa.library.shelf import read_shelved, report_ids
from report_qa.search.embedder import ModelFacts, Progress, Vectors
from report_qa.settings import Settings, load_settings
from report_qa.text.coverage import Coverage, coverage
from report_qa.text.document import Sentence
from report_qa.text.source import Source
from report_qa.text.verdicts import Class, examine

_FOLDERS = ("reports/*/*.txt", "messy/*", "ingest/*.*", "ingest/*/*")
_SAME = "the very bytes of another file"


class NoModel:
    """Vectors of unit length that mean nothing, at no cost: what a build does beside embedding."""

    name, dim, facts = "none-8", 8, ModelFacts("none-8", 8)

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One vector a text; it costs nothing, so that there is no progress to tell."""
        del progress
        return np.stack([self.embed_query(text) for text in texts])

    def embed_query(self, text: str) -> Vectors:
        """The bits of the text's checksum."""
        bits = zlib.crc32(text.encode())
        vector = np.array([1.0 if bits >> at & 1 else -1.0 for at in range(self.dim)], np.float32)
        return np.asarray(vector / np.sqrt(self.dim), np.float32)


@dataclass(frozen=True, slots=True)
class Checked:
    """A report as read; `bad` names the sentences and figures whose places do not give their text."""

    pages: int | None
    sentences: int
    figures: int
    coverage: Coverage
    bad: tuple[str, ...]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--only", default="", help="a part of the files' paths")
    parser.add_argument("--build", action="store_true", help="build the index of all reports, without a model")
    parser.add_argument(
        "--model", type=int, default=0, metavar="N", help="build one of N reports with the shipped model"
    )
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings(data_dir=Path(folder) / "data", index_dir=Path(folder) / "index")
        found = files(options.shared, options.only)
        failed = add_all(settings, found)
        failed += read_all(settings)
        if options.build:
            with patch("report_qa.library.build.open_embedder", lambda *_: NoModel()):
                built(settings)
        if options.model:
            few = load_settings(data_dir=Path(folder) / "few", index_dir=Path(folder) / "few-index")
            add(few, found[:: max(1, len(found) // options.model)][: options.model])
            built(few)
    return 1 if failed else 0


def files(shared: Path, part: str) -> list[Path]:
    """The files to be added whose paths have that part, sorted."""
    found = (file for pattern in _FOLDERS for file in shared.glob(pattern) if file.is_file())
    return sorted(file for file in found if part in str(file.relative_to(shared)))


def add_all(settings: Settings, found: Sequence[Path]) -> int:
    """Add every file; tell how many are refused. The same bytes in two places are no failure, and are told."""
    started, refused, same = perf_counter(), 0, 0
    for file in found:
        (outcome,) = add(settings, [file], Overrides(id=f"{file.parent.name}_{file.stem}{file.suffix}"))
        if isinstance(outcome, Refused):
            twin = "already in the library" in outcome.error.message
            same, refused = same + twin, refused + (not twin)
            print(f"{'same' if twin else 'REFUSED'}: {file.parent.name}/{file.name}: {outcome.error.message}")
    print(f"added {len(found) - refused - same} of {len(found)} files, {same} of them {_SAME}, {refused} refused,")
    print(f"in {perf_counter() - started:.1f} s\n")
    return refused


def read_all(settings: Settings) -> int:
    """Read every report, check its places and print the table; gives how many failed."""
    print("report\tlines\tpages\tsentences\tfigures\t" + "\t".join(kind.value for kind in Class) + "\tbad places")
    started, failed, total = perf_counter(), 0, [0, 0, 0, 0]
    for report in report_ids(settings):
        try:
            seen = check(settings, report)
        except ReportQAError as error:
            failed += 1
            print(f"{report}\tFAILED\t{error.message}")
            continue
        failed += bool(seen.bad)
        inked = seen.coverage.characters
        shares = "\t".join(f"{seen.coverage.characters_of(kind) / inked:.2%}" for kind in Class)
        print(
            f"{report}\t{seen.coverage.lines}\t{seen.pages or '-'}\t{seen.sentences}\t{seen.figures}\t{shares}\t{len(seen.bad)}"
        )
        for one in seen.bad[:3]:
            print(f"    {one}")
        total = [total[0] + 1, total[1] + seen.sentences, total[2] + seen.figures, total[3] + len(seen.bad)]
    print(
        f"\nread {total[0]} reports in {perf_counter() - started:.1f} s: {total[1]} sentences and {total[2]} figures,"
    )
    print(f"of which {total[3]} have places that do not give their text; {failed} reports failed")
    return failed


def check(settings: Settings, report: str) -> Checked:
    """A report as the build reads it, every place of it cut out of the source again."""
    shelved = read_shelved(settings, report)
    manifest, source = shelved.manifest, shelved.source
    examined = examine(source, manifest.dates, manifest.overrules)
    document = examined.document
    figures = read_figures(document, manifest.dates)
    bad = [f"sentence {one.text[:30]}" for one in document.sentences if not _sentence_holds(one, source)]
    bad += [f"figure {one.text}" for one in figures if not _figure_holds(one, source)]
    return Checked(source.page_count, len(document.sentences), len(figures), coverage(examined), tuple(bad))


def _sentence_holds(sentence: Sentence, source: Source) -> bool:
    """Each character of a sentence stands at its line and column."""
    places = {place.line: place for place in source.places(sentence.extent)}
    signs: list[str] = []
    for offset in sentence.extent.offsets():
        place = places.get(source.line_of(offset))
        if place is None or place.page != source.page(place.line):
            return False
        column = offset - source.line_bounds(place.line)[0]
        if not place.column_start <= column < place.column_end:
            return False
        signs.append(source.line(place.line)[column])
    return "".join(signs) == sentence.text


def _figure_holds(figure: Figure, source: Source) -> bool:
    """The contract: a figure's places, cut out and normalised, give its text."""
    places = source.places(figure.extent)
    cut = "".join(source.line(place.line)[place.column_start : place.column_end] for place in places)
    return _normal(cut) == _normal(figure.text)


def _normal(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def built(settings: Settings) -> None:
    """Build the index and tell what it holds."""
    started = perf_counter()

    def tell(stage: str, done: int, total: int) -> None:
        if done % max(1, total // 20) == 0:
            print(f"\r{stage} {done}/{total}  {perf_counter() - started:.0f} s   ", end="", file=sys.stderr, flush=True)

    made = build(settings, tell)
    print(f"\nbuilt {made.reports} reports, {made.passages} passages, {made.figures} figures, {made.digest[:12]},")
    print(f"in {perf_counter() - started:.1f} s")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
