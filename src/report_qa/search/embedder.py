"""`Embedder`: what makes vectors of texts, and the choice between the two there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Progress = Callable[[int], None]


class Embedder(Protocol):
    """Makes vectors of unit length. The same text gives the same vector, alone or among others."""

    @property
    def name(self) -> str:
        """Names the model and its weights; two embedders of one name give the same vectors."""

    @property
    def dim(self) -> int:
        """Numbers in a vector."""

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of passages, float32 `(len(texts), dim)`; `progress` is told how many more are done."""

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question, float32 `(dim,)`."""


def open_embedder(name_or_path: str | None, shipped: Path) -> Embedder:
    """The embedder that a setting names: None is the shipped model; a folder with `model.json` is one like it; anything else
    is a sentence-transformers model, by name or path.

    Raises:
        EmbedderUnavailable: the model is missing or damaged.
    """
    from report_qa.search.model.manifest import MANIFEST
    from report_qa.search.onnx_embedder import OnnxEmbedder

    if name_or_path is None:
        return OnnxEmbedder.open(shipped)
    if (Path(name_or_path) / MANIFEST).is_file():
        return OnnxEmbedder.open(Path(name_or_path))
    from report_qa.search.st_embedder import SentenceTransformersEmbedder

    return SentenceTransformersEmbedder.open(name_or_path)
