"""A text's vector is the same to the last bit alone and in any batch, on one thread and on two."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report_qa.search import onnx_embedder as module
from report_qa.search.embedder import Vectors
from report_qa.search.onnx_embedder import OnnxEmbedder

TEXTS = (
    "粮食产量达到25.5亿斤以上。",
    "2023年 目标 地区生产总值 增长 6%左右：地区生产总值增长6%左右。",
    "空气质量",
    "How many homes were renovated?",
    "",
    "新建改扩建学校12所，新增学位1.2万个，" * 8,
)


@pytest.fixture(scope="module")
def alone(onnx_embedder: OnnxEmbedder) -> Vectors:
    return np.stack([onnx_embedder.embed_passages([text])[0] for text in TEXTS])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, len(TEXTS) - 1), min_size=1, max_size=12), st.integers(1, 3))
def test_a_batch_changes_no_bit(onnx_embedder: OnnxEmbedder, alone: Vectors, order: list[int], workers: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "WORKERS", workers)
        assert np.array_equal(onnx_embedder.embed_passages([TEXTS[i] for i in order]), alone[order])


def test_questions_between_passages_change_no_bit(onnx_embedder: OnnxEmbedder, alone: Vectors) -> None:
    first = onnx_embedder.embed_query(TEXTS[3])
    onnx_embedder.embed_passages(TEXTS)
    assert np.array_equal(onnx_embedder.embed_query(TEXTS[3]), first)
    assert np.array_equal(onnx_embedder.embed_passages(TEXTS), alone)
