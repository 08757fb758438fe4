"""What every `Embedder` promises, held against all of them."""

from __future__ import annotations

import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from report_qa.errors import EmbedderUnavailable
from report_qa.search.embedder import Embedder, open_embedder
from report_qa.search.hash_embedder import HashEmbedder

TEXTS = ["粮食产量达到25.5亿斤以上。", "新增就业4万人", "a", "老旧小区改造" * 40, "新增就业4万人", "😀𠀀　"]


@pytest.fixture(params=["onnx", "sentence-transformers", "hash"])
def embedder(request: pytest.FixtureRequest, shipped: Path) -> Iterator[Embedder]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if request.param == "onnx":
            yield open_embedder(None, shipped)
        elif request.param == "hash":
            yield HashEmbedder()
        else:
            yield open_embedder(str(request.getfixturevalue("exported")), shipped)


def test_vectors_are_float32_of_unit_length(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), embedder.dim)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    query = embedder.embed_query(TEXTS[0])
    assert query.dtype == np.float32
    assert query.shape == (embedder.dim,)


def test_a_text_has_one_vector_whatever_stands_beside_it(embedder: Embedder) -> None:
    together = embedder.embed_passages(TEXTS)
    backwards = embedder.embed_passages(TEXTS[::-1])[::-1]
    alone = np.concatenate([embedder.embed_passages([text]) for text in TEXTS])
    assert np.array_equal(together, alone)
    assert np.array_equal(together, backwards)
    assert np.array_equal(together[1], together[4])


def test_no_texts_give_no_vectors(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, embedder.dim)


def test_progress_counts_every_text(embedder: Embedder) -> None:
    told: list[int] = []
    embedder.embed_passages(TEXTS[:3], told.append)
    assert sum(told) == 3


def test_another_opening_has_the_same_name(shipped: Path, exported: Path) -> None:
    for name in (None, str(exported)):
        first, second = open_embedder(name, shipped), open_embedder(name, shipped)
        assert first.name == second.name


def test_a_question_is_nearer_to_its_answer_than_to_another(shipped: Path) -> None:
    embedder = open_embedder(None, shipped)
    passages = embedder.embed_passages(["新增就业4万人以上。", "粮食产量达到25.5亿斤以上。", "改造老旧小区100个。"])
    for question, answer in (
        ("今年要让多少人找到工作", 0),
        ("How much grain will be harvested?", 1),
        ("老房子翻新几个院子", 2),
    ):
        assert int(np.argmax(passages @ embedder.embed_query(question))) == answer


def test_a_model_that_is_not_there_is_unavailable(tmp_path: Path, shipped: Path) -> None:
    with pytest.raises(EmbedderUnavailable, match="model"):
        open_embedder(None, tmp_path / "nowhere")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(EmbedderUnavailable):
            open_embedder(str(tmp_path / "nowhere"), shipped)


def test_the_shipped_model_runs_without_torch(shipped: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from report_qa.search.embedder import open_embedder; "
        f"open_embedder(None, Path({str(shipped)!r})).embed_query('a'); "
        "import report_qa.search.retrieve, report_qa.search.faiss_vectors; "
        "print([name for name in ('torch', 'transformers', 'sentence_transformers', 'onnx', 'jieba', 'bm25s') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "[]"
