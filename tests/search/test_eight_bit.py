"""Eight-bit matrices: as near as eight bits come, and the tuned model's graph gives the float model's vectors."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from report_qa.search.model.eight_bit import EightBit
from report_qa.search.model.packed import BLOCK


@given(st.integers(0, 2**32 - 1), st.floats(1e-6, 1e3))
def test_no_weight_is_off_by_more_than_half_a_step_of_its_block(seed: int, size: float) -> None:
    weights = (np.random.default_rng(seed).standard_normal((3, 2 * BLOCK)) * size).astype(np.float32)
    read = EightBit.of(weights)
    steps = np.repeat(read.scales, BLOCK, axis=1)
    assert (np.abs(read.dequantised() - weights) <= 0.5 * steps * 1.001 + 1e-12).all()
    assert read.values.min() >= 1
    assert read.packed().shape == weights.shape


def test_a_block_of_zeros_stays_zero() -> None:
    assert not EightBit.of(np.zeros((2, BLOCK), np.float32)).dequantised().any()
