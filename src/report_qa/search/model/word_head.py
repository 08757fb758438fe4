"""`words.npz`: what makes vectors of the pieces of a text from the states of a model's layers, and what weighs their matches.

Beside the arrays lies `outputs`: a serialised ONNX model that has nothing but the outputs to add. A message of protocol buffers
followed by another is their union, so the graph's file with these bytes behind it is the same graph with those outputs.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from report_qa.errors import EmbedderUnavailable
from report_qa.search.model.manifest import WORDS
from report_qa.search.words import TextWords

_ARRAYS = ("projection", "telling", "linear", "shares")
Floats = NDArray[np.float32]
_HINT = "Restore data/model from the repository, or make it again with `python -m benchmarks.fit_words`."


@dataclass(frozen=True, slots=True)
class WordHead:
    """`projection` (d, layers x hidden) of the layers' states, each at unit length; `telling` (layers x hidden + 2) how much a
    piece is asked about: weights of its states, a constant, and the weight of its rarity; `linear` (2, 4) and `shares` (2,) weigh
    how well a piece is met (`answers.matching`). `layers` names the graph's outputs.
    """

    layers: tuple[str, ...]
    outputs: bytes
    projection: Floats
    telling: Floats
    linear: Floats
    shares: Floats

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return len(self.projection)

    @classmethod
    def from_bytes(cls, data: bytes) -> WordHead:
        """Read what `to_bytes` wrote.

        Raises:
            EmbedderUnavailable: it is damaged.
        """
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as read:
                arrays = [np.asarray(read[name], np.float32) for name in _ARRAYS]
                layers, outputs = tuple(str(one) for one in read["layers"]), bytes(read["outputs"].tobytes())
        except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile) as error:
            raise EmbedderUnavailable(f"The model's {WORDS} is damaged.", _HINT) from error
        made = cls(layers, outputs, *arrays)
        fitting = made.projection.ndim == 2 and made.telling.shape == (made.projection.shape[1] + 2,)
        if not fitting or made.linear.shape != (2, 4) or not all(np.isfinite(one).all() for one in arrays):
            raise EmbedderUnavailable(f"The model's {WORDS} is damaged.", _HINT)
        return made

    def to_bytes(self) -> bytes:
        """The bytes of `words.npz`: the same head gives the same bytes."""
        written = io.BytesIO()
        np.savez(
            written,
            layers=np.array(self.layers),
            outputs=np.frombuffer(self.outputs, np.uint8),
            projection=self.projection.astype(np.float16),
            telling=self.telling,
            linear=self.linear,
            shares=self.shares,
        )
        return written.getvalue()

    def words(self, states: list[Floats], spans: list[tuple[int, int]]) -> TextWords:
        """The pieces of a text from the states of its layers, each (n, hidden), and their code points."""
        whole = np.concatenate([_unit(state) for state in states], axis=1)
        starts, ends = (np.array([span[side] for span in spans], np.int64) for side in (0, 1))
        telling = whole @ self.telling[:-2] + self.telling[-2]
        return TextWords(_unit(whole @ self.projection.T), telling.astype(np.float32), starts, ends)


def _unit(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-6), np.float32)
