"""Questions with the places of their answers, from files of pairs and files of cases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from report_qa.search.passages import tidy
from report_qa.text.source import Place


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, where its answer stands (lines, with columns up to any end where None), and words that must be in it."""

    report: str
    text: str
    language: str
    places: tuple[tuple[int, int, int, int | None], ...]  # first line, last line, columns
    words: tuple[str, ...]  # figures and phrases, one of which the passage must hold; none: the place is enough

    def found_in(self, places: tuple[Place, ...], text: str) -> bool:
        """Whether a passage with these places and this text answers the question."""
        if not any(
            first <= place.line <= last and place.column_end > start and (end is None or place.column_start < end)
            for place in places
            for first, last, start, end in self.places
        ):
            return False
        return not self.words or any(word in text for word in self.words)


def read_asked(path: Path) -> Iterator[Asked]:
    """The questions of a file of pairs, or the answerable single questions of a file of cases."""
    for line in path.read_text("utf-8").splitlines():
        read = json.loads(line)
        if "q" in read:
            figures = (tidy(read["figure"]),) if read.get("figure") else ()
            place = (read["line"], read["line"], read["column"], read["end"])
            yield Asked(read["report"], read["q"], read["lang"], (place,), figures)
        elif read["answerable"] and read.get("gold_lines") and len(read["turns"]) == 1:
            places = tuple((first, last, 0, None) for first, last in read["gold_lines"])
            words = [gold["text"] for gold in read.get("gold_figures", ())]
            words += [phrase for phrases in read.get("gold_phrases", ()) for phrase in phrases]
            language = "zh" if any("\u4e00" <= sign <= "\u9fff" for sign in read["turns"][0]) else "en"
            yield Asked(read["report"], read["turns"][0], language, places, tuple(map(tidy, words)))
