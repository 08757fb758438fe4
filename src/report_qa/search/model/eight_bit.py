"""A matrix in eight bits: what a tuned model's linear layers are stored in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from report_qa.search.model.packed import BLOCK

_ZERO = 128


@dataclass(frozen=True, slots=True)
class EightBit:
    """A matrix in eight bits, row-major `[out, in]`: weight = (value - 128) x scale of its block of 32.

    `values` is uint8 `(rows, columns)`, 1 to 255; `scales` is float32 `(rows, columns / 32)`.
    """

    bits: ClassVar[int] = 8
    values: NDArray[np.uint8]
    scales: NDArray[np.float32]

    @classmethod
    def of(cls, weights: NDArray[np.float32]) -> EightBit:
        """The nearest such matrix: each block's largest weight becomes 127 steps of its scale.

        >>> EightBit.of(np.full((1, 32), -0.5, np.float32)).dequantised()[0, 0]
        np.float32(-0.5)
        """
        rows, columns = weights.shape
        blocks = weights.reshape(rows, columns // BLOCK, BLOCK)
        scales = (np.abs(blocks).max(axis=2) / 127).astype(np.float32)
        steps = np.divide(blocks, scales[:, :, None], out=np.zeros_like(blocks), where=scales[:, :, None] > 0)
        values = (np.clip(np.rint(steps), -127, 127) + _ZERO).astype(np.uint8)
        return cls(values.reshape(rows, columns), scales)

    def dequantised(self) -> NDArray[np.float32]:
        """The weights as float32."""
        return (self.values.astype(np.float32) - _ZERO) * np.repeat(self.scales, BLOCK, axis=1)

    def packed(self) -> NDArray[np.uint8]:
        """One weight a byte, row-major."""
        return self.values
