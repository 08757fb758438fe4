"""A matrix in eight bits: what a tuned model's linear layers are stored in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Weights go from -96 to 96 times their row's scale. The kernel of processors with AVX2 but without VNNI adds two products of
# eight bits in sixteen and cuts off what does not fit: at 127 steps that costs cosine .0005, at 96 nothing that can be measured;
# 64 steps could never be cut off, but are coarser (cosine to float .9984 against .9990).
STEPS = 96


@dataclass(frozen=True, slots=True)
class EightBit:
    """A matrix in eight bits, row-major `[out, in]`: weight = value x scale of its row.

    `values` is int8 `(rows, columns)`, `scales` float32 `(rows,)`. The columns `wide` (int64, rising) stand in `wide_weights`,
    float32 `(rows, len(wide))`, and are 0 in `values`.
    """

    values: NDArray[np.int8]
    scales: NDArray[np.float32]
    wide: NDArray[np.int64]
    wide_weights: NDArray[np.float32]

    @classmethod
    def of(cls, weights: NDArray[np.float32], wide: NDArray[np.int64]) -> EightBit:
        """Such a matrix near to `weights`, each rounded up or down by chance so that on average it is kept.

        Rounding to the nearest would undo a tuning: the published weights lie on a lattice of four bits, and training moves
        them by less than half a step of eight, so that every move would be rounded away (cosine to float .9951, here .9992).
        The chance is the same each time.

        >>> EightBit.of(np.full((1, 4), -0.5, np.float32), np.array([1])).dequantised()
        array([[-0.5, -0.5, -0.5, -0.5]], dtype=float32)
        """
        narrow = weights.copy()
        narrow[:, wide] = 0
        scales = (np.abs(narrow).max(axis=1) / STEPS).astype(np.float32)
        steps = np.divide(narrow, scales[:, None], out=np.zeros_like(narrow), where=scales[:, None] > 0)
        chance = np.random.default_rng(0).random(narrow.shape, np.float32)
        values = np.clip(np.floor(steps + chance), -STEPS, STEPS).astype(np.int8)
        values[:, wide] = 0
        return cls(values, scales, wide, weights[:, wide].astype(np.float32))

    def dequantised(self) -> NDArray[np.float32]:
        """The weights as float32."""
        weights = self.values.astype(np.float32) * self.scales[:, None]
        weights[:, self.wide] = self.wide_weights
        return weights
