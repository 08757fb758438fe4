"""The model that ships: whole, within its size, and the same as its float export."""

from __future__ import annotations

import json
import random
import shutil
import warnings
from pathlib import Path

import numpy as np
import pytest

from report_qa.errors import EmbedderUnavailable
from report_qa.search.model.manifest import CARD, GRAPH, MANIFEST, TOKENIZER, read_model
from report_qa.search.model.packed import FourBit
from report_qa.search.onnx_embedder import OnnxEmbedder


def made_texts(count: int) -> list[str]:
    """Texts made of a report's words, figures and English, most of them one clause, some of five."""
    random_ = random.Random(7)
    subjects = [
        "粮食产量",
        "城镇新增就业",
        "一般公共预算收入",
        "居民人均可支配收入",
        "老旧小区",
        "the grain output",
        "空气质量优良天数",
        "５Ｇ基站",
    ]
    verbs = ["达到", "增长", "同比下降", "预计完成", "力争突破", "改造", "reached", "累计新建"]
    units = ["亿斤以上", "万人", "%", "个百分点", "元", "公里", " tonnes", "座（个）"]
    ends = ["。", "，", "；", "！", "，其中农村占三成，", "，为近五年最好水平，", ", up from last year. "]
    texts = []
    for _ in range(count):
        clauses = random_.choice((1, 1, 1, 1, 1, 1, 2, 5))
        texts.append("".join(
            random_.choice(subjects) + random_.choice(verbs) + f"{random_.uniform(0, 5000):.{random_.randint(0, 2)}f}"
            + random_.choice(units) + random_.choice(ends) for _ in range(clauses)
        ))  # fmt: skip
    return texts


@pytest.mark.slow
def test_the_export_gives_the_same_vectors(onnx_embedder: OnnxEmbedder, exported: Path) -> None:
    texts = made_texts(500)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import torch
        from sentence_transformers import SentenceTransformer

        torch.set_num_threads(1)  # threads that wait for each other cost most where other work runs beside
        model = SentenceTransformer(str(exported), device="cpu")
        theirs = np.asarray(model.encode_document(texts, batch_size=16, show_progress_bar=False))
        question = np.asarray(model.encode_query("今年粮食产量要达到多少", show_progress_bar=False))
    ours = onnx_embedder.embed_passages(texts)
    assert float((ours * theirs).sum(axis=1).min()) >= 0.99
    assert float(onnx_embedder.embed_query("今年粮食产量要达到多少") @ question) >= 0.99


def test_the_export_carries_the_model_card(exported: Path, shipped: Path) -> None:
    assert (exported / "README.md").read_text("utf-8") == (shipped / CARD).read_text("utf-8")


def test_the_folder_is_whole_and_within_40_megabytes(shipped: Path) -> None:
    manifest = read_model(shipped)
    assert manifest.dim == 384
    assert (manifest.query_prompt, manifest.passage_prompt) == ("query: ", "passage: ")
    assert sum(path.stat().st_size for path in shipped.iterdir()) <= 40_000_000
    card = (shipped / CARD).read_text("utf-8")
    assert "intfloat/multilingual-e5-small" in card
    assert "MIT" in card


@pytest.fixture
def copied(shipped: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped, tmp_path / "model"))


def test_a_changed_file_is_refused(copied: Path) -> None:
    data = bytearray((copied / GRAPH).read_bytes())
    data[len(data) // 2] ^= 1
    (copied / GRAPH).write_bytes(data)
    with pytest.raises(EmbedderUnavailable, match=GRAPH):
        OnnxEmbedder.open(copied)


def test_a_missing_file_is_refused(copied: Path) -> None:
    (copied / TOKENIZER).unlink()
    with pytest.raises(EmbedderUnavailable, match=TOKENIZER):
        OnnxEmbedder.open(copied)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 9}', "\x00", '{"format": 1, "files": {}}'])
def test_a_damaged_manifest_is_refused(copied: Path, text: str) -> None:
    (copied / MANIFEST).write_text(text)
    with pytest.raises(EmbedderUnavailable):
        OnnxEmbedder.open(copied)


def test_a_manifest_that_names_nothing_is_refused(copied: Path) -> None:
    read = json.loads((copied / MANIFEST).read_text("utf-8"))
    (copied / MANIFEST).write_text(json.dumps({**read, "files": {}}))
    with pytest.raises(EmbedderUnavailable):
        OnnxEmbedder.open(copied)


def test_four_bit_weights_pack_the_earlier_one_low() -> None:
    nibbles = np.arange(32, dtype=np.uint8).reshape(1, 32) % 16
    matrix = FourBit(nibbles, np.array([[0.5]], np.float32))
    assert matrix.dequantised()[0, :3].tolist() == [(0 - 8) / 2, (1 - 8) / 2, (2 - 8) / 2]
    assert matrix.packed()[0, :2].tolist() == [0x10, 0x32]
