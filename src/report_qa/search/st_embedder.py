"""Runs any sentence-transformers model, by name or local path. Torch is imported when one is opened, not before."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from report_qa.errors import EmbedderUnavailable
from report_qa.search.embedder import Progress, Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


class SentenceTransformersEmbedder:
    """A sentence-transformers model with its own prompts, on one text a call, so that no batch can change a vector."""

    def __init__(self, name: str, model: SentenceTransformer) -> None:
        self._name = name
        self._model = model
        self._dim = int(model.get_embedding_dimension() or 0)

    @classmethod
    def open(cls, name_or_path: str) -> SentenceTransformersEmbedder:
        """Load a model; a name that is no local folder comes from the cache of Hugging Face, or its hub where
        `HF_HUB_OFFLINE` is not set.

        Raises:
            EmbedderUnavailable: sentence-transformers is not installed, or has no such model.
        """
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise EmbedderUnavailable(
                "sentence-transformers is not installed.",
                "pip install sentence-transformers, or use the shipped model.",
            ) from error
        try:
            model = SentenceTransformer(name_or_path, device="cpu")
        except Exception as error:  # it raises bare exceptions of many libraries
            raise EmbedderUnavailable(
                f"sentence-transformers cannot load the model {Path(name_or_path).name!r}.",
                "Check its name or folder; with HF_HUB_OFFLINE set it must be local.",
            ) from error
        return cls(f"{Path(name_or_path).name}@{_weights_digest(model)}", model)

    @property
    def name(self) -> str:
        """The model's name with a digest of its weights and prompts."""
        return self._name

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return self._dim

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of passages in their order, float32 `(len(texts), dim)`."""
        vectors = np.empty((len(texts), self.dim), np.float32)
        for i, text in enumerate(texts):
            vectors[i] = self._model.encode_document(
                text, batch_size=1, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
            )
            if progress:
                progress(1)
        return vectors

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question, float32 `(dim,)`."""
        vector = self._model.encode_query(
            text, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        return np.asarray(vector, np.float32)


def _weights_digest(model: SentenceTransformer) -> str:
    digest = hashlib.sha256(repr(sorted(model.prompts.items())).encode())
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(tensor.detach().cpu().float().numpy().tobytes())
    return digest.hexdigest()[:16]
