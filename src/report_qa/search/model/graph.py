"""Writes the encoder as an ONNX graph: published four-bit weights as they are, tuned ones in eight bits or float.

The graph takes `input_ids` (int64, 1 x tokens), one text without padding, and gives `embedding` (float32, 1 x hidden): the mean
of the last layer over the tokens, at unit length. One text, because eight-bit products scale their input by its largest value:
texts side by side would change each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from report_qa.search.model.eight_bit import EightBit
from report_qa.search.model.packed import BLOCK, QKV, FourBit, PackedModel
from report_qa.search.model.tuned import TunedModel

ACCURACY_LEVEL = 4  # activations to 8 bits a block inside the product, as the packed weights' own engine does
_MICROSOFT = "com.microsoft"
_OPSETS = [helper.make_opsetid("", 21), helper.make_opsetid(_MICROSOFT, 1)]
_IR = 10
Model = PackedModel | TunedModel
Weights = FourBit | EightBit | NDArray[np.float32]


class _Graph:
    """Nodes and initialisers in the order in which they were added; `op` gives the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.tensors: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, values: np.ndarray) -> str:
        self.tensors[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def op(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=f"/{output}", domain=domain, **attributes))
        return output

    def product(self, source: str, name: str, weights: Weights, bias: NDArray[np.float32]) -> str:
        """A linear layer: source x weights transposed + bias."""
        added = self.constant(f"{name}.bias", bias)
        if isinstance(weights, EightBit):
            return self._eight_bit(source, name, weights, added)
        if isinstance(weights, FourBit):
            product = self._four_bit(source, name, weights)
        else:
            product = self.op("MatMul", [source, self.constant(f"{name}.weight", weights.T)], f"{name}.product")
        return self.op("Add", [product, added], name)

    def _four_bit(self, source: str, name: str, weights: FourBit) -> str:
        rows, blocks = weights.scales.shape
        inputs = [
            source,
            self.constant(f"{name}.weight", weights.packed().reshape(rows, blocks, BLOCK // 2)),
            self.constant(f"{name}.scales", weights.scales.ravel()),
        ]
        return self.op(
            "MatMulNBits", inputs, f"{name}.product", _MICROSOFT,
            K=blocks * BLOCK, N=rows, bits=4, block_size=BLOCK, accuracy_level=ACCURACY_LEVEL,
        )  # fmt: skip

    def _eight_bit(self, source: str, name: str, weights: EightBit, bias: str) -> str:
        """The narrow channels in eight bits, scaled by the largest of them in the text; the wide ones in float."""
        matrix = [
            self.constant(f"{name}.weight", weights.values.T),
            self.constant(f"{name}.scales", weights.scales),
            self.constant(f"{name}.zeros", np.zeros(len(weights.scales), np.int8)),
            bias,
        ]
        if not len(weights.wide):
            return self.op("DynamicQuantizeMatMul", [source, *matrix], name, _MICROSOFT)
        narrow = np.ones(weights.values.shape[1], np.float32)
        narrow[weights.wide] = 0
        kept = self.op("Mul", [source, self.constant(f"{name}.narrow", narrow)], f"{name}.kept")
        wide = self.op("Gather", [source, self.constant(f"{name}.wide", weights.wide)], f"{name}.apart", axis=-1)
        product = self.op("DynamicQuantizeMatMul", [kept, *matrix], f"{name}.product", _MICROSOFT)
        beside = self.op(
            "MatMul", [wide, self.constant(f"{name}.wide_weight", weights.wide_weights.T)], f"{name}.beside"
        )
        return self.op("Add", [product, beside], name)

    def norm(
        self, source: str, name: str, weight: NDArray[np.float32], bias: NDArray[np.float32], epsilon: float
    ) -> str:
        inputs = [source, self.constant(f"{name}.weight", weight), self.constant(f"{name}.bias", bias)]
        return self.op("LayerNormalization", inputs, name, axis=-1, epsilon=epsilon)


def make_graph(model: Model, kept: NDArray[np.int64], watched: Iterable[str] = ()) -> onnx.ModelProto:
    """The graph of a model with the vocabulary `kept` (ids of the packed model, rising).

    `watched` are names of products (`l0.fi`), whose inputs the graph gives beside the embedding.
    """
    graph = _Graph()
    for name, value in (("zero_at", 0), ("one_at", 1)):
        graph.constant(name, np.array([value], np.int64))
    state = _embeddings(graph, model, kept)
    for layer in range(model.layers):
        state = _layer(graph, model, layer, state)
    _pooled(graph, state)
    inputs = [helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, "tokens"])]
    sources = {
        node.output[0].removesuffix(".product"): node.input[0] for node in graph.nodes if node.op_type == "MatMul"
    }
    outputs = [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, [1, model.hidden])]
    outputs += [helper.make_tensor_value_info(sources[name], TensorProto.FLOAT, None) for name in watched]
    made = helper.make_graph(graph.nodes, "encoder", inputs, outputs, list(graph.tensors.values()))
    return helper.make_model(made, opset_imports=_OPSETS, ir_version=_IR, producer_name="report_qa")


def _embeddings(graph: _Graph, model: Model, kept: NDArray[np.int64]) -> str:
    words = model.matrix("emb.word", model.hidden, kept)
    assert isinstance(words, FourBit)  # training leaves the word vectors as they were published
    signed = ((words.nibbles.astype(np.int8) - 8) & 15).astype(np.uint8)
    packed = (signed[:, 0::2] | (signed[:, 1::2] << 4)).tobytes()
    weight = helper.make_tensor("words.weight", TensorProto.INT4, words.nibbles.shape, packed, raw=True)
    graph.tensors[weight.name] = weight
    inputs = [weight.name, "input_ids", graph.constant("words.scales", words.scales)]
    graph.op("GatherBlockQuantized", inputs, "words", _MICROSOFT, gather_axis=0, quantize_axis=1, block_size=BLOCK)
    # There is one token type, so its vector goes into the table of positions.
    positions = model.vector("emb.pos").reshape(-1, model.hidden) + model.vector("emb.type")[: model.hidden]
    graph.op("Shape", ["input_ids"], "tokens", start=1, end=2)
    graph.op("Slice", [graph.constant("positions", positions), "zero_at", "tokens", "zero_at"], "places")
    summed = graph.op("Add", ["words", "places"], "embedded")
    return graph.norm(summed, "embeddings", model.vector("emb.ln.w"), model.vector("emb.ln.b"), model.epsilon)


def _layer(graph: _Graph, model: Model, layer: int, state: str) -> str:
    def product(source: str, part: str, columns: int) -> str:
        name = f"l{layer}.{part}"
        return graph.product(source, name, model.matrix(f"{name}.w", columns), model.vector(f"{name}.b"))

    def norm(source: str, part: str) -> str:
        name = f"l{layer}.{part}"
        return graph.norm(source, name, model.vector(f"{name}.w"), model.vector(f"{name}.b"), model.epsilon)

    at, hidden, wide = f"l{layer}", model.hidden, len(model.vector(f"l{layer}.fi.b"))
    heads = [f"{at}.{part}" for part in QKV]
    split = helper.make_node("Split", [product(state, QKV, hidden)], heads, name=f"/{at}.split", axis=-1, num_outputs=3)
    graph.nodes.append(split)
    mixed = graph.op("MultiHeadAttention", heads, f"{at}.mixed", _MICROSOFT, num_heads=model.heads)
    attended = norm(graph.op("Add", [product(mixed, "ao", hidden), state], f"{at}.attended"), "aln")
    inner = graph.op("Gelu", [product(attended, "fi", hidden)], f"{at}.inner")
    return norm(graph.op("Add", [product(inner, "fo", wide), attended], f"{at}.fed"), "oln")


def _pooled(graph: _Graph, state: str) -> None:
    mean = graph.op("ReduceMean", [state, "one_at"], "pool.mean", keepdims=0)
    squares = graph.op("Mul", [mean, mean], "pool.squares")
    square = graph.op("ReduceSum", [squares, "one_at"], "pool.square", keepdims=1)
    length = graph.op("Sqrt", [square], "pool.length")
    graph.op("Div", [mean, length], "embedding")
