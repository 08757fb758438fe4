"""`VectorCache`: vectors by the SHA-256 of their text, so that a rebuild embeds only what changed.

Beside the index lie, for each model, `keys.bin` (a record a vector: 32 bytes of key, 16 bytes of check over key and vector)
and `vectors.f32`. Both only grow. A run cut short leaves a torn end, which is cut off; a record whose check fails means a
damaged file, and the whole cache is dropped: what it holds can be made again.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from report_qa.search.embedder import Embedder, Progress, Vectors

_KEY, _CHECK = 32, 16
_RECORD = _KEY + _CHECK
_CHUNK = 128  # so many texts are embedded between two writes


class VectorCache:
    """The vectors of one model. One process at a time may write it: whoever holds the index folder."""

    def __init__(self, folder: Path, embedder: str, dim: int) -> None:
        self._folder = folder / hashlib.sha256(f"{embedder}\0{dim}".encode()).hexdigest()[:16]
        self._dim = dim
        self._known: dict[bytes, Vectors] = {}
        self._read()

    def __len__(self) -> int:
        return len(self._known)

    def get(self, text: str) -> Vectors | None:
        """The vector of a text, or None."""
        return self._known.get(_key(text))

    def add(self, texts: Sequence[str], vectors: Vectors) -> None:
        """Keep the vectors of texts; a folder that cannot be written keeps them for this process only."""
        rows = np.ascontiguousarray(vectors, "<f4")
        keys = [_key(text) for text in texts]
        self._known.update(zip(keys, rows, strict=True))
        records = b"".join(key + _check(key, row.tobytes()) for key, row in zip(keys, rows, strict=True))
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            # Vectors first: a record is only written after what it vouches for.
            for name, data in (("vectors.f32", rows.tobytes()), ("keys.bin", records)):
                with (self._folder / name).open("ab") as opened:
                    opened.write(data)
        except OSError:
            return

    def _read(self) -> None:
        keys, vectors = self._folder / "keys.bin", self._folder / "vectors.f32"
        try:
            records, values = keys.read_bytes(), vectors.read_bytes()
        except OSError:
            self._drop()
            return
        size = 4 * self._dim
        count = min(len(records) // _RECORD, len(values) // size)
        rows = np.frombuffer(values, "<f4", count * self._dim).reshape(count, self._dim)
        for i in range(count):
            record = records[i * _RECORD : (i + 1) * _RECORD]
            if _check(record[:_KEY], values[i * size : (i + 1) * size]) != record[_KEY:]:
                self._drop()
                return
            self._known[record[:_KEY]] = rows[i]
        if len(records) != count * _RECORD or len(values) != count * size:
            self._cut(count)

    def _cut(self, count: int) -> None:
        try:
            for name, size in (("keys.bin", _RECORD), ("vectors.f32", 4 * self._dim)):
                with (self._folder / name).open("r+b") as opened:
                    opened.truncate(count * size)
        except OSError:
            self._drop()

    def _drop(self) -> None:
        self._known.clear()
        shutil.rmtree(self._folder, ignore_errors=True)


def embed_cached(
    embedder: Embedder, texts: Sequence[str], cache: VectorCache, progress: Progress | None = None
) -> tuple[Vectors, int]:
    """The vectors of passages, float32 `(len(texts), dim)`, and how many texts had to be embedded.

    `progress` is told how many more texts are done, known ones too.
    """
    missing = list(dict.fromkeys(text for text in texts if cache.get(text) is None))
    if progress:
        progress(len(texts) - len(missing))
    for start in range(0, len(missing), _CHUNK):
        chunk = missing[start : start + _CHUNK]
        cache.add(chunk, embedder.embed_passages(chunk, progress))
    vectors = np.empty((len(texts), embedder.dim), np.float32)
    for row, text in enumerate(texts):
        vectors[row] = cache.get(text)
    return vectors, len(missing)


def _key(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _check(key: bytes, vector: bytes) -> bytes:
    return hashlib.blake2b(key + vector, digest_size=_CHECK).digest()
