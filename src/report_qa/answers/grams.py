"""`GramIndex`: which of a report's texts have a word, without reading them all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from report_qa.answers.folding import stands_in

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class GramIndex:
    """Folded texts with the positions of those that have each two-character word."""

    __slots__ = ("_postings", "_whole", "texts")

    def __init__(self, texts: Sequence[str]) -> None:
        """Index texts as `folding.fold` leaves them."""
        self.texts = tuple(texts)
        self._whole = "\n".join(self.texts)
        found: dict[str, list[int]] = {}
        for at, text in enumerate(self.texts):
            for gram in {text[start : start + 2] for start in range(len(text) - 1)}:
                found.setdefault(gram, []).append(at)
        self._postings = {gram: np.array(positions, np.int64) for gram, positions in found.items()}

    def has(self, form: str) -> bool:
        """Whether a text has these characters."""
        return form in self._whole

    def count(self, forms: Sequence[str]) -> int:
        """In how many texts one of the forms stands as a word."""
        return len({at for form in forms for at in self._candidates(form) if stands_in(form, self.texts[at])})

    def found(self, forms: Sequence[str], grams: Sequence[tuple[str, float]]) -> Floats:
        """How much of a word each text has, 0 to 1: all where a form of it stands, else by the weights of its grams."""
        shares = np.zeros(len(self.texts), np.float32)
        for gram, weight in grams:
            positions = self._postings.get(gram)
            if positions is not None:
                shares[positions] += weight
        for form in forms:
            for at in self._candidates(form):
                if shares[at] < 1 and stands_in(form, self.texts[at]):
                    shares[at] = 1
        return shares

    def _candidates(self, form: str) -> Sequence[int]:
        """Positions of the texts that have the rarest two-character word of a form."""
        if len(form) < 2:
            return range(len(self.texts))
        best: Ints | None = None
        for start in range(len(form) - 1):
            positions = self._postings.get(form[start : start + 2])
            if positions is None:
                return ()
            if best is None or len(positions) < len(best):
                best = positions
        return [] if best is None else best.tolist()
