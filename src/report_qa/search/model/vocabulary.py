"""Chooses the pieces of the vocabulary that a Chinese report reader needs: about one in seven of XLM-R's 250,002."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from tokenizers import Tokenizer

from report_qa.search.model.tokenizer import SPECIAL

HELD_OUT = ("cmrc2018_dev", "drcd_test")  # test sets: never looked at
COMMON_ENGLISH = 12_000  # of XLM-R's pieces, which stand in the order of their scores, so many are looked at
_HAN = re.compile(r"▁?[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_ASCII = re.compile(r"▁?[\x21-\x7e]+")
_CHUNK = 256


def count_pieces(
    tokenizer: Tokenizer, texts: Iterator[str], progress: Callable[[int], None] | None = None
) -> Counter[int]:
    """How often each token id occurs in texts; `progress` is told of texts done."""
    counts: Counter[int] = Counter()
    while chunk := list(islice(texts, _CHUNK)):
        for encoding in tokenizer.encode_batch_fast(chunk, add_special_tokens=False):
            counts.update(encoding.ids)
        if progress:
            progress(len(chunk))
    return counts


def kept_ids(pieces: Sequence[str], counts: Counter[int]) -> list[int]:
    """Ids to keep, rising, of pieces in the order of their ids (without `<mask>`).

    Kept are the special pieces; those that occur twice or more; those of Han characters; single characters; and what is
    ASCII among the first `COMMON_ENGLISH`.
    """
    kept = []
    for i, piece in enumerate(pieces):
        bare = piece.lstrip("▁")
        english = i < COMMON_ENGLISH and _ASCII.fullmatch(piece)
        if i < len(SPECIAL) or counts[i] >= 2 or len(bare) <= 1 or _HAN.fullmatch(piece) or english:
            kept.append(i)
    return kept


def corpus_texts(corpora: Path, skip: Sequence[str] = ()) -> Iterator[str]:
    """Texts under a folder, in the order of their paths: the lines of `.txt`, the strings of `.jsonl` and `.jsonl.gz`.

    Files whose name up to the first point is held out or in `skip` are left out.
    """
    for path in sorted(corpora.rglob("*")):
        if path.name.split(".")[0] in (*HELD_OUT, *skip):
            continue
        if path.name.endswith(".txt"):
            yield from (line for line in path.read_text("utf-8-sig", errors="replace").splitlines() if line.strip())
        elif path.name.endswith((".jsonl", ".jsonl.gz")):
            yield from _json_strings(path)


def _json_strings(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    for line in filter(None, text.split("\n")):
        yield from (value for value in json.loads(line).values() if isinstance(value, str))
