"""What every `VectorIndex` promises, held against the exact one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.errors import IndexDamaged
from report_qa.search.embedder import Vectors
from report_qa.search.faiss_vectors import FaissVectors
from report_qa.search.vectors import ExactVectors, VectorIndex

Make = Callable[[Vectors], VectorIndex]


def unit(rows: int, dim: int = 16, seed: int = 0) -> Vectors:
    vectors = np.random.default_rng(seed).standard_normal((rows, dim)).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


@pytest.fixture(params=[ExactVectors, FaissVectors.of], ids=["exact", "faiss"])
def make(request: pytest.FixtureRequest) -> Make:
    made: Make = request.param
    return made


def test_it_knows_its_size(make: Make) -> None:
    index = make(unit(40))
    assert (len(index), index.dim) == (40, 16)


def test_a_stored_vector_is_nearest_to_itself(make: Make) -> None:
    vectors = unit(40)
    index = make(vectors)
    for row in range(40):
        found, similarity = index.search(vectors[row], 1)[0]
        assert found == row
        assert similarity == pytest.approx(1, abs=1e-5)


@given(seed=st.integers(0, 50), k=st.integers(0, 60), start=st.integers(0, 60), length=st.integers(0, 60))
def test_neighbours_and_similarities_are_the_exact_ones(seed: int, k: int, start: int, length: int) -> None:
    vectors, query = unit(40, seed=seed), unit(1, seed=seed + 1000)[0]
    exact, faiss = ExactVectors(vectors), FaissVectors.of(vectors)
    for rows in (None, range(start, start + length)):
        wanted, found = exact.search(query, k, rows), faiss.search(query, k, rows)
        assert [row for row, _ in found] == [row for row, _ in wanted]
        assert np.allclose([s for _, s in found], [s for _, s in wanted], atol=1e-6)
        assert len(wanted) == min(k, len(range(40)[start : start + length]) if rows is not None else 40)


def test_similarities_are_inner_products_in_the_order_of_rows(make: Make) -> None:
    vectors, query = unit(40), unit(1, seed=9)[0]
    index = make(vectors)
    assert np.allclose(index.similarities(query, range(5, 12)), vectors[5:12] @ query, atol=1e-6)
    assert index.similarities(query, range(38, 60)).shape == (2,)
    assert index.similarities(query, range(50, 60)).shape == (0,)
    assert dict(index.search(query, 40))[7] == pytest.approx(float(index.similarities(query, range(7, 8))[0]), abs=1e-6)


def test_a_row_filter_that_matches_nothing_finds_nothing(make: Make) -> None:
    index = make(unit(10))
    assert index.search(unit(1)[0], 5, range(3, 3)) == []
    assert index.search(unit(1)[0], 5, range(20, 30)) == []


def test_equal_similarities_come_in_the_order_of_rows(make: Make) -> None:
    vectors = np.repeat(unit(3), 10, axis=0)
    index = make(vectors)
    assert [row for row, _ in index.search(vectors[15], 4)] == [10, 11, 12, 13]
    assert [row for row, _ in index.search(vectors[15], 4, range(13, 30))] == [13, 14, 15, 16]


def test_what_is_read_is_what_was_written(make: Make) -> None:
    vectors = unit(12)
    index = make(vectors)
    data = index.to_bytes()
    again = type(index).from_bytes(data)
    assert again.to_bytes() == data == make(vectors).to_bytes()
    assert again.search(vectors[3], 12) == index.search(vectors[3], 12)


def test_an_empty_index_finds_nothing(make: Make) -> None:
    index = type(make(unit(1))).from_bytes(make(np.empty((0, 16), np.float32)).to_bytes())
    assert (len(index), index.dim, index.search(unit(1)[0], 3)) == (0, 16, [])


def test_damaged_bytes_are_refused(make: Make) -> None:
    index = make(unit(12))
    data = index.to_bytes()
    for bad in (b"", b"nonsense" * 4, data[: len(data) // 2]):
        with pytest.raises(IndexDamaged):
            type(index).from_bytes(bad)
