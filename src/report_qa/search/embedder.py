"""`Embedder`: what makes vectors of texts, and the choice between the two there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from report_qa.errors import EmbedderUnavailable
from report_qa.search.model.word_head import WordHead
from report_qa.search.words import TextWords

Vectors = NDArray[np.float32]
Progress = Callable[[int], None]
_UNIT = 1e-3  # how far from 1 a length may be


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What vectors depend on, and an index remembers. Its own digest covers weights and tokenizer.

    `dim` is the numbers in a vector, `max_tokens` where longer texts are cut (None: nowhere), `normalised` whether the model
    itself gives unit length; an embedder always does. `words` is the digest of what makes vectors of pieces, if it does.
    """

    name: str
    dim: int
    digest: str = ""
    query_prompt: str = ""
    passage_prompt: str = ""
    max_tokens: int | None = None
    normalised: bool = True
    words: str = ""

    @property
    def said(self) -> str:
        """The model in a message: its name, digest and dimension."""
        return f"{self.name}{'@' if self.digest else ''}{self.digest} ({self.dim} numbers)"


def usable(vector: Vectors, dim: int) -> Vectors:
    """A vector that a model gave, held against what it promised.

    Raises:
        EmbedderUnavailable: another number of numbers, one that is none, or a vector without direction.
    """
    hint = "Use another model, or restore this one: its files may be damaged or belong to different models."
    if vector.shape != (dim,):
        raise EmbedderUnavailable(f"The model gave {vector.size} numbers for a text, not {dim}.", hint)
    if not np.isfinite(vector).all():
        raise EmbedderUnavailable("The model gave a vector with values that are no numbers.", hint)
    if abs(float(np.linalg.norm(vector)) - 1) > _UNIT:
        raise EmbedderUnavailable("The model gave a vector that is not of unit length.", hint)
    return vector


class Embedder(Protocol):
    """Makes vectors of unit length. The same text gives the same vector, alone or among others."""

    @property
    def name(self) -> str:
        """Names the model and its weights; two embedders of one name give the same vectors."""

    @property
    def dim(self) -> int:
        """Numbers in a vector."""

    @property
    def facts(self) -> ModelFacts:
        """What its vectors depend on."""

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of passages, float32 `(len(texts), dim)`; `progress` is told how many more are done."""

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question, float32 `(dim,)`."""


@runtime_checkable
class WordEmbedder(Embedder, Protocol):
    """An embedder that also gives the pieces of a text, from the same pass."""

    @property
    def word_head(self) -> WordHead | None:
        """What makes and weighs the vectors of pieces; None where the model has none."""

    def embed_words(self, texts: Sequence[str], progress: Progress | None = None) -> list[TextWords]:
        """The pieces of passages, in their order."""

    def read_query(self, text: str) -> tuple[Vectors, TextWords | None]:
        """The vector of a question and its pieces."""


def head_of(embedder: Embedder) -> WordHead | None:
    """What makes vectors of pieces in an embedder, if it has that."""
    return embedder.word_head if isinstance(embedder, WordEmbedder) else None


def read_query(embedder: Embedder, text: str) -> tuple[Vectors, TextWords | None]:
    """The vector of a question, and its pieces, where the embedder gives them."""
    # Not isinstance: against a protocol it asks for every property, the digest of the model among them.
    reader: Callable[[str], tuple[Vectors, TextWords | None]] | None = getattr(embedder, "read_query", None)
    return (embedder.embed_query(text), None) if reader is None else reader(text)


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
