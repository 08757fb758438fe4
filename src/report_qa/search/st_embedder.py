"""Runs any sentence-transformers model, by name or local path. Torch is imported when one is opened, not before."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from report_qa.errors import EmbedderUnavailable
from report_qa.search.embedder import ModelFacts, Progress, Vectors, usable

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_NAME = re.compile(r"[A-Za-z0-9][\w.-]*(/[\w.-]+)?")  # a model of Hugging Face's hub: `owner/model`
_OFFLINE = "HF_HUB_OFFLINE"
_WAIT = 5.0  # seconds that the hub has to answer whether it has a model
_QUERY, _PASSAGE = ("query",), ("document", "passage", "corpus")  # names of prompts, in the library's own order


class SentenceTransformersEmbedder:
    """A sentence-transformers model with its own prompts, on one text a call, so that no batch can change a vector."""

    def __init__(self, name: str, model: SentenceTransformer) -> None:
        self._model = model
        self._facts = ModelFacts(
            name=name,
            dim=int(model.get_embedding_dimension() or 0),
            digest=_digest(model),
            query_prompt=_prompt(model, _QUERY),
            passage_prompt=_prompt(model, _PASSAGE),
            max_tokens=model.get_max_seq_length(),
            normalised=any(type(module).__name__ == "Normalize" for module in model),
        )

    @classmethod
    def open(cls, name_or_path: str) -> SentenceTransformersEmbedder:
        """Load a model: a folder, or a name, of which the cache of Hugging Face is asked first, then its hub where
        `HF_HUB_OFFLINE` is not set. Without a network the error comes at once.

        Raises:
            EmbedderUnavailable: sentence-transformers is not installed, or has no such model.
        """
        if not Path(name_or_path).exists() and not _NAME.fullmatch(name_or_path):
            raise EmbedderUnavailable(
                f"There is no model folder {Path(name_or_path).name!r}.", "Check REPORT_QA_MODEL."
            )
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise EmbedderUnavailable(
                "sentence-transformers is not installed.",
                "pip install sentence-transformers, or use the shipped model.",
            ) from error
        local = Path(name_or_path).exists() or _is_cached(name_or_path)
        if not local:
            _ask_hub(name_or_path)
        try:
            model = SentenceTransformer(name_or_path, device="cpu", local_files_only=local)
        except Exception as error:  # it raises bare exceptions of many libraries
            raise EmbedderUnavailable(
                f"sentence-transformers cannot load the model {Path(name_or_path).name!r}.",
                "Check that it is a whole sentence-transformers model: modules.json, weights and tokenizer of one model.",
            ) from error
        return cls(Path(name_or_path).name, model)

    @property
    def name(self) -> str:
        """The model's name with a digest of its weights, tokenizer and prompts."""
        return f"{self._facts.name}@{self._facts.digest}"

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return self._facts.dim

    @property
    def facts(self) -> ModelFacts:
        """What its vectors depend on."""
        return self._facts

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of passages in their order, float32 `(len(texts), dim)`."""
        vectors = np.empty((len(texts), self.dim), np.float32)
        for i, text in enumerate(texts):
            vector = self._model.encode_document(
                text, batch_size=1, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
            )
            vectors[i] = usable(np.asarray(vector, np.float32), self.dim)
            if progress:
                progress(1)
        return vectors

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question, float32 `(dim,)`."""
        vector = self._model.encode_query(
            text, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        return usable(np.asarray(vector, np.float32), self.dim)


def _is_cached(name: str) -> bool:
    """Whether the cache of Hugging Face has a model of this name."""
    from huggingface_hub import try_to_load_from_cache

    names = (name,) if "/" in name else (name, f"sentence-transformers/{name}")
    return any(isinstance(try_to_load_from_cache(one, "config.json"), str) for one in names)


def _ask_hub(name: str) -> None:
    """Ask the hub once whether it has a model.

    Raises:
        EmbedderUnavailable: it may not be asked, does not answer, or has none.
    """
    if os.environ.get(_OFFLINE, "0").upper() in ("1", "TRUE", "YES", "ON"):
        raise EmbedderUnavailable(
            f"The model {name!r} is not on this machine, and {_OFFLINE} forbids to fetch it.",
            f"Give a folder, or unset {_OFFLINE} once to fetch it.",
        )
    from huggingface_hub import HfApi
    from huggingface_hub.errors import RepositoryNotFoundError

    names = (name,) if "/" in name else (f"sentence-transformers/{name}", name)
    for one in names:
        try:
            HfApi().model_info(one, timeout=_WAIT)
            return
        except RepositoryNotFoundError:
            continue
        except Exception as error:  # of several libraries: no network, no such host, no answer in time
            raise EmbedderUnavailable(
                f"The model {name!r} is not on this machine, and the hub cannot be reached.",
                "Connect to a network, give a folder, or use the shipped model (REPORT_QA_MODEL empty).",
            ) from error
    raise EmbedderUnavailable(f"Neither this machine nor the hub has a model {name!r}.", "Check REPORT_QA_MODEL.")


def _prompt(model: SentenceTransformer, names: Sequence[str]) -> str:
    found = (model.prompts[name] for name in names if model.prompts.get(name))
    return str(next(found, model.prompts.get(model.default_prompt_name or "", "")))


def _digest(model: SentenceTransformer) -> str:
    """Of what the vectors depend on beside the code: weights, tokenizer, prompts, length and modules."""
    modules = [type(module).__name__ for module in model]
    said = (sorted(model.prompts.items()), model.default_prompt_name, model.get_max_seq_length(), modules)
    digest = hashlib.sha256(repr(said).encode())
    backend = getattr(model.tokenizer, "backend_tokenizer", None)
    digest.update((backend.to_str() if backend else repr(sorted(model.tokenizer.get_vocab().items()))).encode())
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(tensor.detach().cpu().float().numpy().tobytes())
    return digest.hexdigest()[:16]
