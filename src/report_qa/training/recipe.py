"""`TrainingRecipe`: the numbers of one training, written beside the model that came out of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class TrainingRecipe:
    """How a model is tuned; the defaults are those of the model that ships (`docs/decisions/0007-tuned-model.md`).

    `rounds` over the questions, `batch` examples a step, `negatives` a question, `rate` the highest learning rate, `scale`
    that similarities are multiplied by before the softmax, `tokens` a text is cut at, `general` examples of other text mixed in
    where files of it are given, `threads` of the processor.
    """

    rounds: int = 2
    batch: int = 32
    negatives: int = 1
    rate: float = 3e-5
    scale: float = 50.0
    tokens: int = 256
    general: int = 1200
    threads: int = 2
    seed: int = 0

    def to_json(self) -> str:
        """The recipe as a line of JSON."""
        return json.dumps(asdict(self))
