"""Writes the encoder as an ONNX graph: published four-bit weights as they are, tuned ones in eight bits.

The graph takes `input_ids` and `attention_mask` (int64, texts x tokens) and gives `embedding` (float32, texts x hidden):
the mean of the last layer over the tokens, at unit length.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from report_qa.search.model.eight_bit import EightBit
from report_qa.search.model.packed import BLOCK, FourBit, PackedModel
from report_qa.search.model.tuned import TunedModel

ACCURACY_LEVEL = 4  # activations to 8 bits a block inside the product, as the packed weights' own engine does
_OPSETS = [helper.make_opsetid("", 21), helper.make_opsetid("com.microsoft", 1)]
_IR = 10
_MASKED = -10_000.0  # e to this power is 0 in float32, so padding weighs nothing


class _Graph:
    """Nodes and initialisers in the order in which they were added; `op` gives the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.tensors: list[onnx.TensorProto] = []

    def constant(self, name: str, values: np.ndarray) -> str:
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def op(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=f"/{output}", domain=domain, **attributes))
        return output

    def product(self, source: str, name: str, weights: FourBit | EightBit, bias: NDArray[np.float32]) -> str:
        """A linear layer: source x weights transposed + bias."""
        rows, blocks = weights.scales.shape
        packed = weights.packed().reshape(rows, blocks, BLOCK * weights.bits // 8)
        inputs = [
            source,
            self.constant(f"{name}.weight", packed),
            self.constant(f"{name}.scales", weights.scales.ravel()),
        ]
        made = self.op(
            "MatMulNBits", inputs, f"{name}.product", "com.microsoft",
            K=blocks * BLOCK, N=rows, bits=weights.bits, block_size=BLOCK, accuracy_level=ACCURACY_LEVEL,
        )  # fmt: skip
        return self.op("Add", [made, self.constant(f"{name}.bias", bias)], name)

    def norm(
        self, source: str, name: str, weight: NDArray[np.float32], bias: NDArray[np.float32], epsilon: float
    ) -> str:
        inputs = [source, self.constant(f"{name}.weight", weight), self.constant(f"{name}.bias", bias)]
        return self.op("LayerNormalization", inputs, name, axis=-1, epsilon=epsilon)


def make_graph(model: PackedModel | TunedModel, kept: NDArray[np.int64]) -> onnx.ModelProto:
    """The graph of a model with the vocabulary `kept` (ids of the packed model, rising)."""
    graph = _Graph()
    _constants(graph, model)
    state = _embeddings(graph, model, kept)
    for layer in range(model.layers):
        state = _layer(graph, model, layer, state)
    _pooled(graph, state)
    shape: list[str | int] = ["texts", "tokens"]
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name in ("input_ids", "attention_mask")]
    output = helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["texts", model.hidden])
    made = helper.make_graph(graph.nodes, "encoder", inputs, [output], graph.tensors)
    return helper.make_model(made, opset_imports=_OPSETS, ir_version=_IR, producer_name="report_qa")


def _constants(graph: _Graph, model: PackedModel | TunedModel) -> None:
    size = model.hidden // model.heads
    graph.constant("split", np.array([0, 0, model.heads, size], np.int64))
    graph.constant("merge", np.array([0, 0, model.hidden], np.int64))
    graph.constant("root", np.array(1 / np.sqrt(size), np.float32))
    graph.constant("one", np.array(1, np.float32))
    graph.constant("masked", np.array(_MASKED, np.float32))
    graph.constant("tiny", np.array(1e-12, np.float32))
    for name, value in (("zero_at", 0), ("one_at", 1), ("two_at", 2)):
        graph.constant(name, np.array([value], np.int64))
    graph.constant("heads_at", np.array([1, 2], np.int64))
    graph.op("Cast", ["attention_mask"], "mask", to=TensorProto.FLOAT)
    graph.op("Unsqueeze", ["mask", "heads_at"], "mask.keys")  # texts x 1 x 1 x tokens
    graph.op("Sub", ["one", "mask.keys"], "mask.left_out")
    graph.op("Mul", ["mask.left_out", "masked"], "mask.added")
    graph.op("Unsqueeze", ["mask", "two_at"], "mask.tokens")  # texts x tokens x 1


def _embeddings(graph: _Graph, model: PackedModel | TunedModel, kept: NDArray[np.int64]) -> str:
    words = model.matrix("emb.word", model.hidden, kept)
    assert isinstance(words, FourBit)  # training leaves the word vectors as they were published
    signed = ((words.nibbles.astype(np.int8) - 8) & 15).astype(np.uint8)
    packed = (signed[:, 0::2] | (signed[:, 1::2] << 4)).tobytes()
    graph.tensors.append(helper.make_tensor("words.weight", TensorProto.INT4, words.nibbles.shape, packed, raw=True))
    inputs = ["words.weight", "input_ids", graph.constant("words.scales", words.scales)]
    graph.op("GatherBlockQuantized", inputs, "words", "com.microsoft", gather_axis=0, quantize_axis=1, block_size=BLOCK)
    # There is one token type, so its vector goes into the table of positions.
    positions = model.vector("emb.pos").reshape(-1, model.hidden) + model.vector("emb.type")[: model.hidden]
    graph.op("Shape", ["input_ids"], "tokens", start=1, end=2)
    graph.op("Slice", [graph.constant("positions", positions), "zero_at", "tokens", "zero_at"], "places")
    summed = graph.op("Add", ["words", "places"], "embedded")
    return graph.norm(summed, "embeddings", model.vector("emb.ln.w"), model.vector("emb.ln.b"), model.epsilon)


def _layer(graph: _Graph, model: PackedModel | TunedModel, layer: int, state: str) -> str:
    def product(source: str, part: str, columns: int) -> str:
        name = f"l{layer}.{part}"
        return graph.product(source, name, model.matrix(f"{name}.w", columns), model.vector(f"{name}.b"))

    def norm(source: str, part: str) -> str:
        name = f"l{layer}.{part}"
        return graph.norm(source, name, model.vector(f"{name}.w"), model.vector(f"{name}.b"), model.epsilon)

    hidden, wide = model.hidden, len(model.vector(f"l{layer}.fi.b"))
    at = f"l{layer}"
    turned = {}
    for part, order in (("q", [0, 2, 1, 3]), ("k", [0, 2, 3, 1]), ("v", [0, 2, 1, 3])):
        split = graph.op("Reshape", [product(state, part, hidden), "split"], f"{at}.{part}.split")
        turned[part] = graph.op("Transpose", [split], f"{at}.{part}.heads", perm=order)
    scores = graph.op("MatMul", [turned["q"], turned["k"]], f"{at}.scores")
    scores = graph.op("Mul", [scores, "root"], f"{at}.scores.scaled")
    scores = graph.op("Add", [scores, "mask.added"], f"{at}.scores.masked")
    weights = graph.op("Softmax", [scores], f"{at}.weights", axis=-1)
    mixed = graph.op("MatMul", [weights, turned["v"]], f"{at}.mixed")
    mixed = graph.op("Transpose", [mixed], f"{at}.mixed.tokens", perm=[0, 2, 1, 3])
    mixed = graph.op("Reshape", [mixed, "merge"], f"{at}.mixed.merged")
    attended = graph.op("Add", [product(mixed, "ao", hidden), state], f"{at}.attended")
    attended = norm(attended, "aln")
    inner = graph.op("Gelu", [product(attended, "fi", hidden)], f"{at}.inner")
    return norm(graph.op("Add", [product(inner, "fo", wide), attended], f"{at}.fed"), "oln")


def _pooled(graph: _Graph, state: str) -> None:
    kept = graph.op("Mul", [state, "mask.tokens"], "pool.kept")
    summed = graph.op("ReduceSum", [kept, "one_at"], "pool.sum", keepdims=0)
    count = graph.op("ReduceSum", ["mask.tokens", "one_at"], "pool.count", keepdims=0)
    mean = graph.op("Div", [summed, count], "pool.mean")
    squares = graph.op("Mul", [mean, mean], "pool.squares")
    square = graph.op("ReduceSum", [squares, "one_at"], "pool.square", keepdims=1)
    length = graph.op("Sqrt", [graph.op("Add", [square, "tiny"], "pool.square.safe")], "pool.length")
    graph.op("Div", [mean, length], "embedding")
