"""How often `add` infers a report's place, delivery and years, against `data/eval/manifests.tsv`, which a person wrote.

`python -m benchmarks.reading.manifests SHARED [--prints]` reads each file of the table under SHARED as `add` does, once with its name and
once named `a`, and prints for each field how many are right, unknown and wrong. `-` in the table is for what the content does
not say: there the file's name may say it, and nothing else may.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.reading import prints
from report_qa.errors import ReportQAError
from report_qa.library.infer import Inferred, infer
from report_qa.library.place_names import PlaceNames
from report_qa.library.received import receive
from report_qa.settings import shipped_folder

TABLE = Path(__file__).resolve().parents[2] / "data/eval/manifests.tsv"
FIELDS = ("place", "delivered", "reviews", "plans")
MAX_BYTES = 64 * 2**20
Row = dict[str, str]


def rows(shared: Path) -> Iterator[tuple[Path, Row]]:
    """The files of the table with what is expected of each."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield shared / row["file"], row


def verdicts(inferred: Inferred, row: Row, stem: str) -> Iterator[tuple[str, str, str]]:
    """Field, `right`, `unknown` or `wrong`, and what was inferred."""
    manifest = inferred.manifest("a")
    for name in FIELDS:
        found, expected = str(getattr(manifest, name) or "-"), row[name]
        if found == expected or (expected == "-" and found in stem):
            yield name, "right", found
        else:
            yield name, "unknown" if found == "-" else "wrong", found


@dataclass
class Tally:
    """Verdicts counted by whether the name was given and by field; what is not right is printed at once."""

    names: PlaceNames
    counts: Counter[tuple[bool, str, str]] = field(default_factory=Counter)
    files: int = 0

    def add(self, text: str, row: Row, stem: str) -> None:
        """Infer a text with its name and without, and count."""
        self.files += 1
        for named in (True, False):
            inferred = infer(text, stem if named else "a", self.names)
            for conflict in inferred.conflicts:
                print(f"{row['file']}: its name says {conflict.field} {conflict.name}, its content {conflict.content}")
            for name, verdict, found in verdicts(inferred, row, stem if named else "a"):
                self.counts[named, name, verdict] += 1
                if verdict != "right":
                    print(f"{row['file']} {'' if named else '(name taken away) '}{name}: {found}, not {row[name]}")

    def tell(self) -> None:
        """Print the shares."""
        print(f"\n{self.files} files")
        for named in (True, False):
            print("content and name" if named else "name taken away")
            for name in FIELDS:
                right, unknown, wrong = (self.counts[named, name, verdict] for verdict in ("right", "unknown", "wrong"))
                print(
                    f"  {name:<10} right {right}/{self.files} ({right / self.files:.1%})  unknown {unknown}  wrong {wrong}"
                )


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder with reports/, messy/ and ingest/")
    parser.add_argument(
        "--prints", action="store_true", help="newspaper prints of the city reports instead of the files"
    )
    options = parser.parse_args(arguments)
    tally = Tally(PlaceNames.open(shipped_folder("lexicon")))
    expected = dict(rows(options.shared))
    if options.prints:
        asked = prints.arguments("").parse_args(
            [str(options.shared), "--style", "page", "--seeds", "1", "--reports", "110"]
        )
        for made in prints.make_prints(asked):
            tally.add(made.source.text, expected[options.shared / f"reports/city_2024/{made.report}.txt"], made.report)
    for file, row in () if options.prints else expected.items():
        try:
            tally.add(receive(file, MAX_BYTES).source.text, row, file.stem)
        except ReportQAError as error:
            print(f"{row['file']}: {error.message}")
    tally.tell()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
