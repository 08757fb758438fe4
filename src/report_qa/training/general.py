"""`make_general`: examples of general text, so that tuning on reports does not cost the model what it knew."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Sequence
from pathlib import Path

from report_qa.errors import CaseError
from report_qa.training.examples import Example

_WINDOW = 380  # code points of a passage: about what the recipe's tokens hold
_STEP = 40


def make_general(files: Sequence[Path], count: int, negatives: int, seed: int) -> list[Example]:
    """At most `count` examples out of files of `{"q", "pos"}` lines, as many of each file; negatives are other passages of it.

    Of a passage that is longer than the model will see, the part is taken that shares most with the question. Files may be
    compressed (`.gz`).

    Raises:
        CaseError: a file cannot be read, a line is no such pair, or a file has too few passages.
    """
    chance = random.Random(seed)  # noqa: S311 - a reproducible choice, no secret
    examples: list[Example] = []
    for path in files:
        pairs = _read(path)
        passages = sorted({passage for _, passage in pairs})
        if len(passages) <= negatives:
            raise CaseError(f"{path.name} has {len(passages)} passages.", f"It needs more than {negatives}.")
        for question, passage in chance.sample(pairs, min(len(pairs), count // len(files))):
            others = [other for other in chance.sample(passages, negatives + 1) if other != passage][:negatives]
            examples.append(
                Example(question, _part(passage, question), tuple(_part(other, question) for other in others))
            )
    return examples


def _read(path: Path) -> list[tuple[str, str]]:
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
        read = [json.loads(line) for line in text.splitlines() if line]
        return [(str(row["q"]), str(row["pos"])) for row in read]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CaseError(f"{path} is no file of questions and passages.", 'Its lines are {"q": …, "pos": …}.') from error


def _part(passage: str, question: str) -> str:
    """The window of a passage that shares most pairs of characters with a question, the first of equal ones."""
    if len(passage) <= _WINDOW:
        return passage
    wanted = {question[at : at + 2] for at in range(len(question) - 1)}
    starts = range(0, len(passage) - _WINDOW + _STEP, _STEP)

    def shared(start: int) -> int:
        part = passage[start : start + _WINDOW]
        return len(wanted & {part[at : at + 2] for at in range(len(part) - 1)})

    best = max(starts, key=lambda start: (shared(start), -start))
    return passage[best : best + _WINDOW]
