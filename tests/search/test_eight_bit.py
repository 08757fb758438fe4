"""Eight-bit matrices: as near as eight bits come, no move of a tuning rounded away, wide columns exact."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from report_qa.search.model.eight_bit import STEPS, EightBit

NONE = np.empty(0, np.int64)


@given(st.integers(0, 2**32 - 1), st.floats(1e-6, 1e3), st.sets(st.integers(0, 63), max_size=5))
def test_no_weight_is_off_by_more_than_a_step_of_its_row(seed: int, size: float, wide: set[int]) -> None:
    weights = (np.random.default_rng(seed).standard_normal((3, 64)) * size).astype(np.float32)
    read = EightBit.of(weights, np.array(sorted(wide), np.int64))
    off = np.abs(read.dequantised() - weights)
    assert (off <= read.scales[:, None] * 1.001 + 1e-12).all()
    assert np.abs(read.values).max() <= STEPS
    assert not off[:, sorted(wide)].any()
    assert not read.values[:, sorted(wide)].any()


def test_moves_of_less_than_half_a_step_are_kept_on_average() -> None:
    lattice = np.random.default_rng(1).integers(-8, 8, (64, 512)).astype(np.float32)
    lattice[:, 0] = 8
    moved = lattice + 0.02  # a step is 8 / 96
    read = EightBit.of(moved, NONE).dequantised()
    assert abs(float((read - lattice).mean()) - 0.02) < 0.001


def test_a_row_of_zeros_stays_zero() -> None:
    assert not EightBit.of(np.zeros((2, 32), np.float32), NONE).dequantised().any()


def test_the_same_weights_give_the_same_values() -> None:
    weights = np.random.default_rng(2).standard_normal((4, 32)).astype(np.float32)
    assert np.array_equal(EightBit.of(weights, NONE).values, EightBit.of(weights, NONE).values)
