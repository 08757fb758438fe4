"""Making a model: a tiny packed file goes in, and its float twin, built another way, gives the same vectors."""

from __future__ import annotations

import json
import math
import struct
import warnings
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from report_qa.errors import EmbedderUnavailable
from report_qa.search.embedder import Vectors
from report_qa.search.model.graph import make_graph
from report_qa.search.model.make import Recipe, kept_of, make_model, write_model
from report_qa.search.model.packed import PARTS, PackedModel, read_packed
from report_qa.search.model.tuned import TunedModel
from report_qa.search.onnx_embedder import OnnxEmbedder

onnx = pytest.importorskip("onnx", reason="onnx is not installed")
pytest.importorskip("sentencepiece", reason="sentencepiece is not installed")

HIDDEN, LAYERS, WIDE = 64, 2, 128
PIECES = [
    "<s>",
    "<pad>",
    "</s>",
    "<unk>",
    "▁",
    "query",
    "passage",
    ":",
    "粮",
    "食",
    "粮食",
    "产量",
    "дом",
    "мир",
    "<mask>",
]


def packed_file(path: Path) -> Path:
    """A packed file of a model with random weights, as the format is described in `packed.py`."""
    random = np.random.default_rng(3)
    blob = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, blob)]).astype("<u4")
    scores = np.linspace(-1, -9, len(PIECES)).astype("<f4")
    head = b"E5S1" + struct.pack("<I7ifi", 1, HIDDEN, LAYERS, 2, WIDE, len(PIECES), 512, 1, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, sum(map(len, blob)))
    head += offsets.tobytes() + scores.tobytes() + b"".join(blob) + struct.pack("<iI", 0, 0)

    tensors: dict[str, bytes] = {}

    def floats(name: str, size: int, mean: float = 0) -> None:
        tensors[name] = random.normal(mean, 0.2, size).astype("<f4").tobytes()

    def matrix(name: str, rows: int, columns: int) -> None:
        blocks = np.zeros(rows * columns // 32, np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)]))
        blocks["scale"] = random.uniform(0.02, 0.06, len(blocks))
        blocks["nibbles"] = random.integers(0, 256, (len(blocks), 16))
        tensors[name] = blocks.tobytes()

    matrix("emb.word", len(PIECES), HIDDEN)
    for name, size, mean in (("pos", 512 * HIDDEN, 0), ("type", HIDDEN, 0), ("ln.w", HIDDEN, 1), ("ln.b", HIDDEN, 0)):
        floats(f"emb.{name}", size, mean)
    for layer in range(LAYERS):
        for part, rows, columns in (
            ("q", 64, 64),
            ("k", 64, 64),
            ("v", 64, 64),
            ("ao", 64, 64),
            ("fi", 128, 64),
            ("fo", 64, 128),
        ):
            matrix(f"l{layer}.{part}.w", rows, columns)
            floats(f"l{layer}.{part}.b", rows)
        for part in ("aln", "oln"):
            floats(f"l{layer}.{part}.w", HIDDEN, 1)
            floats(f"l{layer}.{part}.b", HIDDEN)
    at = len(head) + 4 + sum(2 + len(name) + 21 for name in tensors)
    directory = struct.pack("<i", len(tensors))
    for name, data in tensors.items():
        directory += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", 0, 0, at, len(data))
        at += len(data)
    path.write_bytes(head + directory + b"".join(tensors.values()))
    return path


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return packed_file(tmp_path_factory.mktemp("packed") / "tiny.bin")


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpora")
    (folder / "a.txt").write_text("粮食产量\n粮食产量\n", "utf-8")
    (folder / "b.jsonl").write_text(json.dumps({"q": "дом дом", "n": 3}) + "\n", "utf-8")
    (folder / "cmrc2018_dev.jsonl").write_text(json.dumps({"q": "мир мир"}) + "\n", "utf-8")
    return folder


def numpy_vector(model: PackedModel, ids: list[int], kept: list[int]) -> Vectors:
    """The encoder written out in NumPy, from the equations of BERT."""

    def norm(x: np.ndarray, name: str) -> np.ndarray:
        x = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + model.epsilon)
        return np.asarray(x * model.vector(f"{name}.w") + model.vector(f"{name}.b"))

    def linear(x: np.ndarray, name: str, columns: int) -> np.ndarray:
        return np.asarray(x @ model.matrix(f"{name}.w", columns).dequantised().T + model.vector(f"{name}.b"))

    words = model.matrix("emb.word", HIDDEN).dequantised()[[kept[i] for i in ids]]
    x = norm(words + model.vector("emb.pos").reshape(512, HIDDEN)[: len(ids)] + model.vector("emb.type"), "emb.ln")
    for layer in range(LAYERS):
        q, k, v = (linear(x, f"l{layer}.{part}", HIDDEN).reshape(-1, 2, 32).transpose(1, 0, 2) for part in "qkv")
        weights = np.exp(q @ k.transpose(0, 2, 1) / np.sqrt(32))
        mixed = (weights / weights.sum(-1, keepdims=True) @ v).transpose(1, 0, 2).reshape(-1, HIDDEN)
        x = norm(x + linear(mixed, f"l{layer}.ao", HIDDEN), f"l{layer}.aln")
        inner = linear(x, f"l{layer}.fi", HIDDEN)
        erf = np.vectorize(math.erf)(inner / np.sqrt(2))
        x = norm(x + linear(inner * (1 + erf) / 2, f"l{layer}.fo", WIDE), f"l{layer}.oln")
    mean = x.mean(0)
    return np.asarray(mean / np.linalg.norm(mean), np.float32)


def test_the_graph_computes_what_the_equations_say(weights: Path, corpora: Path, tmp_path: Path) -> None:
    make_model(tmp_path, Recipe(tmp_path, weights, corpora))
    embedder, tokenizer = OnnxEmbedder.open(tmp_path), Tokenizer.from_file(str(tmp_path / "tokenizer.json"))
    kept = [PIECES.index(piece) for piece in PIECES if piece not in ("мир", "<mask>")]
    for text in ("粮食产量", "дом粮", "产量 дом 粮食"):
        ids = tokenizer.encode("query: " + text).ids
        expected = numpy_vector(read_packed(weights), ids, kept)
        assert float(expected @ embedder.embed_query(text)) > 0.999


def test_pieces_of_the_corpora_are_kept_but_not_those_of_test_sets(
    weights: Path, corpora: Path, tmp_path: Path
) -> None:
    make_model(tmp_path, Recipe(tmp_path, weights, corpora))
    read = json.loads((tmp_path / "tokenizer.json").read_text("utf-8"))
    pieces = [piece for piece, _ in read["model"]["vocab"]]
    assert pieces[:4] == PIECES[:4]
    assert not {"<mask>", "мир"} & set(pieces)
    assert {"粮食", "产量", "дом"} <= set(pieces)


def test_the_same_weights_give_the_same_bytes(weights: Path, corpora: Path, tmp_path: Path) -> None:
    one, two, three = (tmp_path / name for name in ("one", "two", "three"))
    made = make_model(one, Recipe(tmp_path, weights, corpora))
    assert make_model(two, Recipe(tmp_path, weights, corpora)) == made
    again = make_model(three, Recipe(tmp_path, weights, tokenizer=one / "tokenizer.json"))
    assert again == made
    for name in sorted(path.name for path in one.iterdir()):
        assert (one / name).read_bytes() == (two / name).read_bytes() == (three / name).read_bytes()


def test_the_export_of_it_gives_the_same_vectors(weights: Path, corpora: Path, tmp_path: Path) -> None:
    from report_qa.search.model.export import export_model

    make_model(tmp_path / "made", Recipe(tmp_path, weights, corpora))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        export_model(tmp_path / "made", tmp_path / "exported")
        from sentence_transformers import SentenceTransformer

        theirs = SentenceTransformer(str(tmp_path / "exported"), device="cpu").encode_query("粮食产量")
    assert float(OnnxEmbedder.open(tmp_path / "made").embed_query("粮食产量") @ theirs) > 0.999


def tuned(packed: PackedModel) -> TunedModel:
    """The model of a packed file as training would give it back: float, every weight moved a little."""
    random = np.random.default_rng(5)
    state: dict[str, np.ndarray] = {
        "embeddings.position_embeddings.weight": packed.vector("emb.pos").reshape(512, HIDDEN)
    }
    for field, long in (("w", "weight"), ("b", "bias")):
        state[f"embeddings.LayerNorm.{long}"] = packed.vector(f"emb.ln.{field}")
        for layer in range(LAYERS):
            for part, place in PARTS.items():
                values = packed.vector(f"l{layer}.{part}.{field}") if field == "b" or part.endswith("ln") else None
                if values is None:
                    values = packed.matrix(f"l{layer}.{part}.w", WIDE if part == "fo" else HIDDEN).dequantised()
                moved = values + random.normal(0, 0.01, values.shape)
                state[f"encoder.layer.{layer}.{place}.{long}"] = moved.astype(np.float32)
    return TunedModel(packed, state)


def test_a_tuned_model_in_eight_bits_keeps_the_vectors_of_the_float_one(
    weights: Path, corpora: Path, tmp_path: Path
) -> None:
    import onnxruntime

    make_model(tmp_path / "made", Recipe(tmp_path, weights, corpora))
    text = (tmp_path / "made" / "tokenizer.json").read_text("utf-8")
    packed = read_packed(weights)
    model, kept = tuned(packed), kept_of(packed, tmp_path / "made" / "tokenizer.json")
    write_model(tmp_path / "tuned", "tuned", model, kept, text, (1, 1))
    embedder = OnnxEmbedder.open(tmp_path / "tuned")
    exact = onnxruntime.InferenceSession(make_graph(model, np.array(kept)).SerializeToString())
    for one in ("粮食产量", "дом粮", "产量 дом 粮食"):
        ids = Tokenizer.from_str(text).encode("query: " + one).ids
        assert float(exact.run(None, {"input_ids": [ids]})[0][0] @ embedder.embed_query(one)) > 0.999
    again = write_model(tmp_path / "again", "tuned", model, kept, text, (1, 1))
    assert again.identity == embedder.name


def test_the_export_of_a_tuned_model_gives_its_vectors(weights: Path, corpora: Path, tmp_path: Path) -> None:
    from report_qa.search.model.export import export_model

    make_model(tmp_path / "made", Recipe(tmp_path, weights, corpora))
    packed, tokenizer = read_packed(weights), tmp_path / "made" / "tokenizer.json"
    kept = kept_of(packed, tokenizer)
    write_model(tmp_path / "tuned", "tuned", tuned(packed), kept, tokenizer.read_text("utf-8"), (1, 1))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        export_model(tmp_path / "tuned", tmp_path / "exported")
        from sentence_transformers import SentenceTransformer

        theirs = SentenceTransformer(str(tmp_path / "exported"), device="cpu").encode_query("粮食产量")
    assert float(OnnxEmbedder.open(tmp_path / "tuned").embed_query("粮食产量") @ theirs) > 0.999


def test_other_files_are_refused(tmp_path: Path, weights: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"GGUF" + b"\0" * 100)
    with pytest.raises(EmbedderUnavailable, match="E5S1"):
        make_model(tmp_path / "out", Recipe(tmp_path, tmp_path / "other.bin", tmp_path))
    with pytest.raises(EmbedderUnavailable, match="vocabulary"):
        make_model(tmp_path / "out", Recipe(tmp_path, weights))
