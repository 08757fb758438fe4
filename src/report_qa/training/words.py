"""Trains the head that makes vectors of pieces and weighs their matches; the model itself stays as it is.

Loss: the right sentence or figure of a report against all others that may answer, with what is known of them otherwise and
without; and a logistic one that parts right ones from the best wrong one, and from the best one for a question that the report
does not answer.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import normalize, softplus

from report_qa.answers.matching import Groups, PieceGroups

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
DIM = 48
_BATCH, _RATE, _WITHHELD, _ALONE = 40, 2e-3, 0.3, 0.5
_NEVER = -1e4


@dataclass(frozen=True, slots=True)
class WordSample:
    """A question: the `states` of its pieces (q, layers x hidden), each layer's at unit length; of the figures or sentences of its
    report what is known of them otherwise (`known`, a score), which `allowed` to answer, and which are `right`: none where the
    report does not answer.
    """

    states: Floats
    of_figures: bool
    known: Floats
    allowed: Bools
    right: tuple[int, ...]
    absent: bool


@dataclass(frozen=True, slots=True)
class WordReport:
    """A report: the states of its pieces (n, layers x hidden), how they are grouped, and its questions."""

    states: Floats
    groups: PieceGroups
    samples: tuple[WordSample, ...]


class _Head(torch.nn.Module):
    """The weights of `search.model.word_head.WordHead`, as they are trained."""

    def __init__(self, directions: Tensor) -> None:
        super().__init__()
        self.projection = torch.nn.Parameter(directions)
        self.telling = torch.nn.Linear(directions.shape[1], 1)
        torch.nn.init.zeros_(self.telling.weight)
        torch.nn.init.zeros_(self.telling.bias)
        self.rarity = torch.nn.Parameter(torch.tensor(4.0))
        self.linear = torch.nn.Parameter(torch.tensor([[6.0, 3.0, 3.0, 0.0], [6.0, 3.0, 3.0, -4.0]]))
        self.shares = torch.nn.Parameter(torch.tensor([1.0, 0.5]))
        self.certainty = torch.nn.Parameter(torch.tensor([[1.0, -10.0], [1.0, -10.0]]))
        self.mix = torch.nn.Parameter(torch.ones(2))

    def project(self, states: Tensor) -> Tensor:
        made: Tensor = normalize(states @ self.projection.T, dim=1)
        return made

    def scores(self, report: _Report, pieces: Tensor, sample: WordSample) -> Tensor:
        """A score of each figure or sentence, as `matching.WordMatcher` gives it."""
        states = torch.from_numpy(sample.states)
        matches = torch.cat([self.project(states) @ pieces.T, torch.full((len(states), 1), -1.0)], dim=1)
        sentences = report.sentences.best(matches)
        contexts = report.contexts.best(sentences)
        weights = torch.softmax(self.telling(states)[:, 0] + self.rarity * (1 - sentences.mean(1)), 0)
        known = sentences.max(1).values[:, None]
        own = sentences
        if sample.of_figures:
            own, sentences, contexts = report.clauses.best(matches), sentences[:, report.of], contexts[:, report.of]
        parts = torch.stack([own, sentences, contexts, known.expand_as(own)], -1)
        mean, least = (parts @ side for side in self.linear)
        worst = -torch.logsumexp(weights.log()[:, None] - least, 0)
        summed: Tensor = self.shares[0] * (weights[:, None] * mean).sum(0) + self.shares[1] * worst
        return summed

    def loss(self, report: _Report, pieces: Tensor, sample: WordSample) -> Tensor | None:
        """What a sample costs; None where it says nothing."""
        allowed = torch.from_numpy(sample.allowed)
        right = [at for at in sample.right if sample.allowed[at]]
        if not sample.allowed.any() or not (right or sample.absent):
            return None
        side = 0 if sample.of_figures else 1
        own = self.scores(report, pieces, sample)
        whole = (own + self.mix[side] * torch.from_numpy(sample.known)).masked_fill(~allowed, _NEVER)
        slope, bias = self.certainty[side]
        if sample.absent:
            return softplus(slope * own[int(whole.detach().argmax())] + bias)
        alone = own.masked_fill(~allowed, _NEVER)
        cost = -torch.logsumexp(torch.log_softmax(whole, 0)[right], 0)
        cost = cost - _ALONE * torch.logsumexp(torch.log_softmax(alone, 0)[right], 0)
        cost = cost + softplus(-(slope * torch.logsumexp(own[right], 0) + bias))
        withheld = whole.detach().clone()
        withheld[right] = _NEVER
        return cost + _WITHHELD * softplus(slope * own[int(withheld.argmax())] + bias)


class _Grouped:
    """Groups as torch takes the best of them."""

    def __init__(self, groups: Groups) -> None:
        sizes = np.diff([*groups.starts.tolist(), len(groups.of)])
        self.of = torch.from_numpy(groups.of)
        self.owner = torch.from_numpy(np.repeat(np.arange(len(sizes)), sizes))
        self.count = len(sizes)

    def best(self, matches: Tensor) -> Tensor:
        empty = torch.full((len(matches), self.count), -1.0)
        owners = self.owner[None].expand(len(matches), -1)
        return empty.scatter_reduce(1, owners, matches[:, self.of], "amax")


class _Report:
    def __init__(self, report: WordReport) -> None:
        self.states = torch.from_numpy(report.states)
        groups = report.groups
        self.sentences, self.contexts, self.clauses = (
            _Grouped(one) for one in (groups.sentences, groups.contexts, groups.clauses)
        )
        self.of = torch.from_numpy(groups.figure_sentences)
        self.samples = report.samples


def fit_head(
    reports: Sequence[WordReport], epochs: int = 7, seed: int = 0, progress: Callable[[str], None] = print
) -> dict[str, Floats]:
    """The arrays of a `WordHead`, by name."""
    torch.manual_seed(seed)
    order = random.Random(seed)  # noqa: S311  the order of training, no secret
    opened = [_Report(report) for report in reports]
    head = _Head(_directions([report.states for report in opened]))
    others = [weights for name, weights in head.named_parameters() if name != "projection"]
    groups = [{"params": [head.projection], "lr": _RATE / 2}, {"params": others, "lr": _RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=1e-3)
    batches = [(report, low) for report in opened for low in range(0, len(report.samples), _BATCH)]
    steps = len(batches) * epochs + 1
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [_RATE / 2, _RATE], total_steps=steps)
    for epoch in range(epochs):
        mixed = {id(report): order.sample(report.samples, len(report.samples)) for report in opened}
        order.shuffle(batches)
        total = 0.0
        for report, low in batches:
            pieces = head.project(report.states)
            costs = [head.loss(report, pieces, one) for one in mixed[id(report)][low : low + _BATCH]]
            said = [cost for cost in costs if cost is not None]
            if said:
                cost = torch.stack(said).mean()
                optimizer.zero_grad()
                cost.backward()  # type: ignore[no-untyped-call]
                optimizer.step()
                schedule.step()
                total += float(cost.detach())
        progress(f"epoch {epoch + 1} of {epochs}: loss {total / len(batches):.3f}")
    telling = [
        *head.telling.weight.detach()[0].tolist(),
        float(head.telling.bias.detach()),
        float(head.rarity.detach()),
    ]
    return {
        "projection": head.projection.detach().numpy(),
        "telling": np.array(telling, np.float32),
        "linear": head.linear.detach().numpy(),
        "shares": head.shares.detach().numpy(),
    }


def _directions(states: Sequence[Tensor]) -> Tensor:
    """The main directions of the pieces of reports, (DIM, layers x hidden), to start from."""
    some = torch.cat([one[::7] for one in states])
    some = some[torch.randperm(len(some))[:6000]]
    found: Tensor = torch.linalg.svd(some - some.mean(0), full_matrices=False).Vh[:DIM].clone()
    return found
