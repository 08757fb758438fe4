"""Runs the shipped model with ONNX Runtime and `tokenizers`; torch is never imported."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from report_qa.errors import EmbedderUnavailable
from report_qa.search.embedder import ModelFacts, Progress, Vectors, usable
from report_qa.search.model.manifest import GRAPH, TOKENIZER, WORDS, ModelManifest, read_model
from report_qa.search.model.word_head import WordHead
from report_qa.search.words import TextWords

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

# Each text runs alone and on one thread, so its vector cannot depend on its neighbours or on how the work was split. Two
# texts side by side give 100 passages (43 tokens) a second on two cores; one batch of 8 on two threads gave 91, and vectors
# that differ in the last bit with the batch.
WORKERS = 2
_HINT = "Install the pinned onnxruntime and tokenizers, and restore the model's folder: model.onnx and tokenizer.json belong together."


class OnnxEmbedder:
    """A model folder with `model.json`: an ONNX graph, its tokenizer and its prompts."""

    def __init__(
        self, manifest: ModelManifest, session: InferenceSession, tokenizer: Tokenizer, head: WordHead | None = None
    ) -> None:
        self._manifest = manifest
        self._session = session
        self._tokenizer = tokenizer
        self._head = head
        self._output = session.get_outputs()[0].name
        self._masked = any(one.name == "attention_mask" for one in session.get_inputs())

    @classmethod
    def open(cls, folder: Path) -> OnnxEmbedder:
        """Check the folder's digests and load it.

        Raises:
            EmbedderUnavailable: the folder is missing, damaged, or not what ONNX Runtime can run.
        """
        manifest = read_model(folder)
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
            head = WordHead.from_bytes((folder / WORDS).read_bytes()) if manifest.words else None
            graph = (folder / GRAPH).read_bytes() + head.outputs if head else str(folder / GRAPH)
            session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        except EmbedderUnavailable:
            raise
        except Exception as error:  # both libraries raise bare exceptions of their own
            raise EmbedderUnavailable("The model cannot be loaded.", _HINT) from error
        tokenizer.no_padding()
        tokenizer.enable_truncation(manifest.max_tokens)
        made = cls(manifest, session, tokenizer, head)
        made._try()
        return made

    @property
    def name(self) -> str:
        """The model's name with the digest of its files and prompts."""
        return self._manifest.identity

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return self._manifest.dim

    @property
    def facts(self) -> ModelFacts:
        """What its vectors depend on."""
        said = self._manifest
        digest = said.identity.rpartition("@")[2]
        return ModelFacts(
            said.name, said.dim, digest, said.query_prompt, said.passage_prompt, said.max_tokens, words=said.words or ""
        )

    @property
    def word_head(self) -> WordHead | None:
        """What makes and weighs the vectors of pieces; None where the model has none."""
        return self._head

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of passages in their order, float32 `(len(texts), dim)`."""
        vectors = np.empty((len(texts), self.dim), np.float32)
        # The longest first, so that no worker is left alone with a long one.
        order = sorted(range(len(texts)), key=lambda i: (-len(texts[i]), i))

        def embed(i: int) -> int:
            vectors[i] = self._run(self._ids(self._manifest.passage_prompt + texts[i]))[0]
            return i

        with ThreadPoolExecutor(WORKERS) as workers:
            for _ in workers.map(embed, order):
                if progress:
                    progress(1)
        return vectors

    def embed_words(self, texts: Sequence[str], progress: Progress | None = None) -> list[TextWords]:
        """The pieces of passages in their order. The model must have a head for them."""

        def read(text: str) -> TextWords:
            found = self._read(self._manifest.passage_prompt, text)[1]
            if found is None:
                raise ValueError("a model without words")
            return found

        made: list[TextWords] = []
        with ThreadPoolExecutor(WORKERS) as workers:
            for one in workers.map(read, texts):
                made.append(one)
                if progress:
                    progress(1)
        return made

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question, float32 `(dim,)`, made on one thread."""
        return self.read_query(text)[0]

    def read_query(self, text: str) -> tuple[Vectors, TextWords | None]:
        """The vector of a question and its pieces, from one pass; None where the model has no head for them."""
        return self._read(self._manifest.query_prompt, text)

    def _read(self, prompt: str, text: str) -> tuple[Vectors, TextWords | None]:
        encoded = self._tokenizer.encode(prompt + text)
        vector, states = self._run(np.array([encoded.ids], np.int64))
        if self._head is None:
            return vector, None
        offsets, special = encoded.offsets, encoded.special_tokens_mask
        own = [i for i, (low, high) in enumerate(offsets) if low >= len(prompt) and high > low and not special[i]]
        spans = [(offsets[i][0] - len(prompt), offsets[i][1] - len(prompt)) for i in own]
        return vector, self._head.words([state[own] for state in states], spans)

    def _ids(self, text: str) -> NDArray[np.int64]:
        return np.array([self._tokenizer.encode(text).ids], np.int64)

    def _run(self, ids: NDArray[np.int64]) -> tuple[Vectors, list[Vectors]]:
        """The vector of a text, and the states of the layers that the head looks at, (pieces, hidden) each."""
        feeds = {"input_ids": ids}
        if self._masked:
            feeds["attention_mask"] = np.ones_like(ids)
        names = [self._output, *(self._head.layers if self._head else ())]
        try:
            outputs = [np.asarray(one, np.float32) for one in self._session.run(names, feeds)]
        except Exception as error:  # ONNX Runtime raises its own, which derive from several bases
            raise EmbedderUnavailable("The model cannot be run on a text.", _HINT) from error
        return usable(outputs[0].reshape(-1), self.dim), [one[0] for one in outputs[1:]]

    def _try(self) -> None:
        """Hold the tokenizer against the graph, and run a piece."""
        known = self._tokenizer.get_vocab_size()
        if self._manifest.pieces not in (None, known):
            raise EmbedderUnavailable(
                f"The model has {self._manifest.pieces} pieces, its tokenizer.json {known}: they are of different models.",
                _HINT,
            )
        self._run(np.array([[known - 1]], np.int64))
