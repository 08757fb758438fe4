"""Words in their context: a vector for each piece of a text, so that a question's words can be looked for by meaning.

A sentence's own vector says what it is about; whether it says what is asked about pipes for water or for heat is lost in it.
The vectors of the pieces keep that (late interaction: Khattab and Zaharia, ColBERT, 2020). They come from the same pass through
the model as the text's own vector: a projection of the states of some of its layers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Packed = NDArray[np.void]

_STEP = 1 / 200  # unit vectors of 48 numbers have none beyond 127 steps: 0.635


@dataclass(frozen=True, slots=True)
class TextWords:
    """The pieces of a text: `vectors` (n, d) of unit length, `telling` (n,) how much each is asked about (a logarithm), and their
    code points `[starts, ends)` in the text.
    """

    vectors: Floats
    telling: Floats
    starts: Ints
    ends: Ints


@dataclass(frozen=True, slots=True)
class PassageWords:
    """The pieces of a report's sentences, in order: `vectors` (n, d) of about unit length, the sentence of each, and their code
    points `[starts, ends)` in the sentence's passage.
    """

    vectors: Floats
    sentences: Ints
    starts: Ints
    ends: Ints


def pack(texts: list[TextWords], dim: int) -> Packed:
    """The pieces of sentences as records of `dim` + 8 bytes, one a piece, in order."""
    packed = np.zeros(sum(len(one.starts) for one in texts), _record(dim))
    at = 0
    for sentence, one in enumerate(texts):
        own = packed[at : at + len(one.starts)]
        own["vector"] = np.clip(np.rint(one.vectors / _STEP), -127, 127)
        own["sentence"], own["start"], own["end"] = sentence, one.starts, one.ends
        at += len(own)
    return packed


def unpack(packed: Packed) -> PassageWords:
    """What `pack` made, with vectors as floats."""
    return PassageWords(
        np.asarray(packed["vector"], np.float32) * np.float32(_STEP),
        packed["sentence"].astype(np.int64),
        packed["start"].astype(np.int64),
        packed["end"].astype(np.int64),
    )


def _record(dim: int) -> np.dtype[np.void]:
    return np.dtype([("vector", "i1", (dim,)), ("sentence", "<u4"), ("start", "<u2"), ("end", "<u2")])
