"""`TunedModel`: the published encoder with layers that training has moved, as the graph wants its weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from report_qa.search.model.eight_bit import EightBit
from report_qa.search.model.packed import PARTS, FourBit, PackedModel, named

_FIELDS = {"w": "weight", "b": "bias"}
_NONE = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class TunedModel:
    """The weights of a tuned `BertModel` under the packed model's names.

    `state` is its state dict, float32. The word vectors are the packed model's own four bits: training leaves them alone.
    `wide` names the channels of each product's input that stay float, by the product's name (`l0.fi`); None leaves the whole
    model float.
    """

    packed: PackedModel
    state: Mapping[str, NDArray[np.float32]]
    wide: Mapping[str, NDArray[np.int64]] | None = None

    @property
    def hidden(self) -> int:
        """Numbers in a token's vector."""
        return self.packed.hidden

    @property
    def heads(self) -> int:
        """Attention heads."""
        return self.packed.heads

    @property
    def epsilon(self) -> float:
        """What the norms add to a variance."""
        return self.packed.epsilon

    @property
    def layers(self) -> int:
        """Layers of the encoder, which may be fewer than the packed model's."""
        return 1 + max(int(name.split(".")[2]) for name in self.state if name.startswith("encoder.layer."))

    def vector(self, name: str) -> NDArray[np.float32]:
        """A float32 tensor, flat. The one token type is part of the positions here."""
        if name == "emb.type":
            return np.zeros(self.hidden, np.float32)
        if name == "emb.pos":
            return self.state["embeddings.position_embeddings.weight"].ravel()
        if name.startswith("emb.ln."):
            return self.state[f"embeddings.LayerNorm.{_FIELDS[name[-1]]}"]
        return np.concatenate([self.state[_long_name(one)] for one in named(name)])

    def matrix(
        self, name: str, columns: int, rows: NDArray[np.int64] | None = None
    ) -> EightBit | FourBit | NDArray[np.float32]:
        """A linear layer's weights, `[out, in]`; the word vectors in four bits."""
        if name == "emb.word":
            return self.packed.matrix(name, columns, rows)
        weights = np.concatenate([self.state[_long_name(one)] for one in named(name)])
        if self.wide is None:
            return weights
        return EightBit.of(weights, self.wide.get(name.removesuffix(".w"), _NONE))


def _long_name(name: str) -> str:
    layer, part, field = name.split(".")
    return f"encoder.layer.{layer[1:]}.{PARTS[part]}.{_FIELDS[field]}"
