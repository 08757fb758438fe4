"""How often Chinese words are used, from the pieces of the embedding model's tokenizer: a Unigram model scores each by that."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

from report_qa.errors import LexiconError
from report_qa.settings import shipped_folder

TOKENIZER_FILE = "tokenizer.json"
_WORD = re.compile(r"▁?([\u4e00-\u9fff]{1,10})")


def piece_costs(folder: Path) -> dict[str, float]:
    """The pieces of Han characters of the tokenizer in a model's folder, or of the shipped one where that has no Unigram model;
    each with the negative logarithm of its share among them, in nats. Raises `LexiconError` where neither can be read.
    """
    scores = _scores(folder / TOKENIZER_FILE) or _scores(shipped_folder("model") / TOKENIZER_FILE)
    if not scores:
        raise LexiconError("The shipped model has no Unigram tokenizer.", "Restore data/model.")
    total = math.log(math.fsum(map(math.exp, scores.values())))
    return {word: total - score for word, score in scores.items()}


def _scores(path: Path) -> dict[str, float]:
    """The logarithms of the shares of Han pieces; a word that stands with and without a space before it has the greater one."""
    try:
        model = json.loads(path.read_bytes())["model"]
        if model["type"] != "Unigram":
            return {}
        found: dict[str, float] = {}
        for piece, score in model["vocab"]:
            if (match := _WORD.fullmatch(piece)) is not None:
                found[match[1]] = max(score, found.get(match[1], -math.inf))
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return found
