"""`export_model`: writes the shipped model as the float folder that `SentenceTransformer(folder)` loads."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from report_qa.errors import EmbedderUnavailable
from report_qa.search.model.eight_bit import EightBit
from report_qa.search.model.manifest import CARD, GRAPH, TOKENIZER, ModelManifest, read_model
from report_qa.search.model.packed import BLOCK, PARTS, QKV, FourBit

if TYPE_CHECKING:
    from transformers import BertModel

_FILES_HINT = 'pip install "report-qa[model]", which brings onnx.'
_HEAD_SIZE = 32  # of multilingual-e5-small: 384 numbers, 12 heads


def export_model(shipped: Path, out: Path) -> None:
    """Write the float32 model of a shipped folder into `out`, with its prompts, pooling and unit length.

    Raises:
        EmbedderUnavailable: the shipped folder is damaged, or a library that this needs is not installed.
    """
    manifest = read_model(shipped)
    try:
        model = _bert(manifest, _weights(shipped / GRAPH))
        _save(manifest, model, shipped / TOKENIZER, out)
        if (shipped / CARD).is_file():
            shutil.copyfile(shipped / CARD, out / "README.md")  # in place of the one that sentence-transformers invents
    except ImportError as error:
        raise EmbedderUnavailable(f"Exporting needs {error.name}, which is not installed.", _FILES_HINT) from error


def _weights(graph: Path) -> dict[str, NDArray[np.float32]]:
    """Every weight of the graph, float32, under its name in a BertModel; four-bit ones dequantised."""
    import onnx
    from onnx import numpy_helper

    read = {tensor.name: numpy_helper.to_array(tensor) for tensor in onnx.load(str(graph)).graph.initializer}
    words = read["words.weight"].astype(np.int8).astype(np.float32)
    hidden = words.shape[1]
    named = {
        "embeddings.word_embeddings.weight": words * np.repeat(read["words.scales"], BLOCK, axis=1),
        "embeddings.position_embeddings.weight": read["positions"],
        "embeddings.token_type_embeddings.weight": np.zeros((1, hidden), np.float32),  # added to the positions
        "embeddings.LayerNorm.weight": read["embeddings.weight"],
        "embeddings.LayerNorm.bias": read["embeddings.bias"],
    }
    for name in read:
        layer, _, rest = name.partition(".")
        part, _, field = rest.partition(".")
        if layer[1:].isdigit() and field in ("weight", "bias"):
            values = (
                _dequantised(read, f"{layer}.{part}")
                if f"{layer}.{part}.scales" in read and field == "weight"
                else read[name]
            )
            parts = QKV if part == QKV else (part,)
            for one, piece in zip(parts, np.split(values, len(parts)), strict=True):
                named[f"encoder.layer.{layer[1:]}.{PARTS[one]}.{field}"] = piece
    return named


def _dequantised(read: Mapping[str, np.ndarray], name: str) -> NDArray[np.float32]:
    weight, scales = read[f"{name}.weight"], read[f"{name}.scales"]
    if weight.dtype == np.int8:
        wide = read.get(f"{name}.wide", np.empty(0, np.int64))
        wide_weights = read.get(f"{name}.wide_weight", np.empty((0, len(scales)), np.float32))
        return EightBit(weight.T, scales, wide, wide_weights.T).dequantised()
    rows = len(weight)
    nibbles = np.stack([weight & 15, weight >> 4], axis=-1).reshape(rows, -1)
    return FourBit(nibbles, scales.reshape(rows, -1)).dequantised()


def _bert(manifest: ModelManifest, weights: dict[str, NDArray[np.float32]]) -> BertModel:
    import torch
    from transformers import BertConfig, BertModel

    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder."))
    config = BertConfig(
        vocab_size=len(weights["embeddings.word_embeddings.weight"]),
        hidden_size=manifest.dim,
        num_hidden_layers=layers,
        num_attention_heads=manifest.dim // _HEAD_SIZE,
        intermediate_size=len(weights["encoder.layer.0.intermediate.dense.bias"]),
        max_position_embeddings=manifest.max_tokens,
        type_vocab_size=1,
        layer_norm_eps=1e-12,
        hidden_act="gelu",
        pad_token_id=1,
        bos_token_id=0,
        eos_token_id=2,
    )
    # A BertModel has a pooler, which this model never uses; zeros, so that no loader fills it at random.
    pooler = {
        "pooler.dense.weight": np.zeros((manifest.dim, manifest.dim)),
        "pooler.dense.bias": np.zeros(manifest.dim),
    }
    model = BertModel(config)
    state = {name: torch.from_numpy(np.array(values, np.float32)) for name, values in (weights | pooler).items()}
    missing, unexpected = model.load_state_dict(state, strict=False)
    if unexpected or [name for name in missing if "position_ids" not in name]:
        raise EmbedderUnavailable("The model's graph does not hold the weights of an encoder.", "Restore data/model.")
    return model


def _save(manifest: ModelManifest, model: BertModel, tokenizer: Path, out: Path) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Normalize, Pooling, Transformer
    from transformers import PreTrainedTokenizerFast

    names = {"bos": "<s>", "eos": "</s>", "unk": "<unk>", "pad": "<pad>", "cls": "<s>", "sep": "</s>"}
    fast = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_file=os.fspath(tokenizer),
        model_max_length=manifest.max_tokens,
        **{f"{name}_token": token for name, token in names.items()},
    )
    prompts = {"query": manifest.query_prompt, "document": manifest.passage_prompt, "passage": manifest.passage_prompt}
    with tempfile.TemporaryDirectory() as folder:
        model.save_pretrained(folder)
        fast.save_pretrained(folder)
        encoder = Transformer(folder, max_seq_length=manifest.max_tokens)
        modules = [encoder, Pooling(manifest.dim, pooling_mode="mean"), Normalize()]
        SentenceTransformer(modules=modules, prompts=prompts, device="cpu").save(os.fspath(out))
