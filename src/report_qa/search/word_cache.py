"""The pieces of a report's sentences, kept beside the index, so that a rebuild reads only the reports whose words changed."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from report_qa.search.embedder import Progress, WordEmbedder
from report_qa.search.words import Packed, pack

_DIGEST = 32


class WordCache:
    """One file a report, named by the model and the texts: the digest of what follows, then the pieces as `.npy`."""

    def __init__(self, folder: Path, embedder: WordEmbedder) -> None:
        self._folder = folder / "words"
        self._embedder = embedder
        self._used: set[str] = set()

    def pieces(self, texts: Sequence[str], progress: Progress | None = None) -> Packed:
        """The pieces of texts, from the file or anew; a file that is damaged is made again."""
        name = self._name(texts)
        self._used.add(name)
        known = self._read(self._folder / name)
        if known is not None:
            return known
        head = self._embedder.word_head
        if head is None:
            raise ValueError("a model without words")
        made = pack(self._embedder.embed_words(texts, progress), head.dim)
        self._write(self._folder / name, made)
        return made

    def drop_unused(self) -> None:
        """Remove the files that nothing has asked for since this was made."""
        for file in self._folder.glob("*.words"):
            if file.name not in self._used:
                file.unlink(missing_ok=True)

    def _name(self, texts: Sequence[str]) -> str:
        said = hashlib.sha256(f"{self._embedder.name}\0{self._embedder.facts.words}".encode())
        for text in texts:
            said.update(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest())
        return f"{said.hexdigest()[:32]}.words"

    def _read(self, file: Path) -> Packed | None:
        try:
            data = file.read_bytes()
            if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
                return None
            return np.asarray(np.load(io.BytesIO(data[_DIGEST:]), allow_pickle=False))
        except (OSError, ValueError, EOFError):
            return None

    def _write(self, file: Path, pieces: Packed) -> None:
        """Keep pieces; a folder that cannot be written keeps none."""
        written = io.BytesIO()
        np.save(written, pieces, allow_pickle=False)
        data = written.getvalue()
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(hashlib.sha256(data).digest() + data)
        except OSError:
            return
