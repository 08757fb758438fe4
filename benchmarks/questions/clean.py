"""How many questions without a slip are changed by the speller: none should be, but for what is a slip after all.

    python -m benchmarks.questions.clean FOLDER QUESTIONS.jsonl…

`FOLDER` holds reports as `ID.txt`, there or in folders below; each line of the questions has `report` and `q`. Prints what is changed,
how many are, and the time that a question takes, beyond its cleaning, in milliseconds of this process.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from report_qa.questions.lexicon import Lexicon
from report_qa.questions.noise import clean_question, language_of
from report_qa.questions.places import Gazetteer
from report_qa.questions.slips import Slips
from report_qa.questions.vocabulary import Vocabulary
from report_qa.settings import shipped_folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("questions", nargs="+", type=Path)
    options = parser.parse_args()
    lexicon = shipped_folder("lexicon")
    vocabulary = Vocabulary.open(shipped_folder("model"), lexicon, Lexicon.open(lexicon), Gazetteer.open(lexicon))
    texts = {path.stem: path for path in sorted(options.folder.rglob("*.txt"))}

    @cache
    def slips(report: str) -> Slips:
        text = re.sub("(?<=。)", "\n", texts[report].read_text(encoding="utf-8", errors="replace"))
        return Slips(lambda: vocabulary, lambda: text)

    spent: list[float] = []
    changed = 0
    for report, question in dict.fromkeys(_questions(options.questions)):
        if report not in texts:
            continue
        began = time.process_time()
        clean_question(question)
        cleaned = time.process_time()
        _, corrected = slips(report).mended(question)
        spent.append(time.process_time() - cleaned - (cleaned - began))
        changed += bool(corrected)
        for one in corrected:
            print(f"{report}  {question}  {one.typed} → {one.meant}")
    first, *rest = spent
    rest.sort()
    print(f"changed {changed} of {len(spent)}")
    print(
        f"first {first * 1e3:.0f} ms, then median {rest[len(rest) // 2] * 1e3:.2f}, p95 {rest[len(rest) * 95 // 100] * 1e3:.2f}"
    )


def _questions(paths: list[Path]) -> Iterator[tuple[str, str]]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if language_of(row["q"]) == "zh":
                yield row["report"], row["q"]


if __name__ == "__main__":
    main()
