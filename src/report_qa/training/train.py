"""`train`: from the published weights and questions with their places to a model folder like the one that ships."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from report_qa.errors import CaseError
from report_qa.search.model.export import export_model
from report_qa.search.model.make import Recipe, kept_of, make_model, write_model
from report_qa.search.model.manifest import TOKENIZER, ModelManifest
from report_qa.search.model.packed import read_packed
from report_qa.search.model.tuned import TunedModel
from report_qa.search.model.weights import find_weights
from report_qa.text.periods import ReportDates
from report_qa.text.source import Source
from report_qa.training.examples import ReportPassages, make_examples
from report_qa.training.general import make_general
from report_qa.training.pairs import Pair
from report_qa.training.recipe import TrainingRecipe
from report_qa.training.tuning import Progress, tune

NAME = "multilingual-e5-small-reports-q8"
LOG = "training.json"


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report to train on: its source, and what its reader may know of its dates."""

    source: Source
    dates: ReportDates


@dataclass(frozen=True, slots=True)
class Workshop:
    """Folders: `out` gets the model, `cache` keeps what is made on the way, `tokenizer` is the tokenizer.json to keep;
    `general` are files of questions and passages of other text.
    """

    out: Path
    cache: Path
    tokenizer: Path
    general: tuple[Path, ...] = ()


def train(
    pairs: Sequence[Pair],
    reports: Mapping[str, ReportText],
    workshop: Workshop,
    recipe: TrainingRecipe,
    tell: Callable[[str], None],
    progress: Progress,
) -> ModelManifest:
    """Tune the published model on pairs and write the model folder, `training.json` beside it; `tell` is told each step.

    Raises:
        CaseError: a pair is of a report that is not given, or its place is not in it.
        EmbedderUnavailable: the published weights or a library cannot be had.
    """
    if missing := sorted({pair.report for pair in pairs} - set(reports)):
        raise CaseError(f"There is no text of the report {missing[0]!r}.", "Give the folder that holds <report>.txt.")
    tell(f"Reading {len({pair.report for pair in pairs})} reports")
    read = {
        name: ReportPassages(name, reports[name].source, reports[name].dates)
        for name in sorted({p.report for p in pairs})
    }
    examples = make_examples(pairs, read, recipe.negatives, recipe.rounds, recipe.seed)
    if workshop.general:
        examples += make_general(workshop.general, recipe.general, recipe.negatives, recipe.seed)
        random.Random(recipe.seed).shuffle(examples)  # noqa: S311 - a reproducible order, no secret
    tell("Making the float model from the published weights")
    base, tuned = workshop.cache / "float", workshop.cache / "tuned"
    make_model(workshop.cache / "published", Recipe(workshop.cache, tokenizer=workshop.tokenizer))
    for folder in (base, tuned):
        shutil.rmtree(folder, ignore_errors=True)
    export_model(workshop.cache / "published", base)
    tell(f"Tuning on {len(pairs)} questions, {len(examples)} examples")
    losses: list[float] = []

    def told(done: int, steps: int, loss: float) -> None:
        losses.append(loss)
        progress(done, steps, loss)

    tune(base, tuned, examples, recipe, told)
    tell("Writing the model in eight bits")
    manifest = _written(tuned, workshop, (len(pairs), len(read)))
    _log(workshop, pairs, recipe, losses)
    return manifest


def _written(tuned: Path, workshop: Workshop, questions: tuple[int, int]) -> ModelManifest:
    from safetensors.numpy import load_file

    packed = read_packed(find_weights(workshop.cache))
    state = {name: np.asarray(values, np.float32) for name, values in load_file(tuned / "model.safetensors").items()}
    text = (workshop.cache / "published" / TOKENIZER).read_text("utf-8")
    model, kept = TunedModel(packed, state), kept_of(packed, workshop.tokenizer)
    return write_model(workshop.out, NAME, model, kept, text, questions)


def _log(workshop: Workshop, pairs: Sequence[Pair], recipe: TrainingRecipe, losses: Sequence[float]) -> None:
    digest = hashlib.sha256("\n".join(repr(pair) for pair in pairs).encode()).hexdigest()
    fields = {
        "recipe": asdict(recipe),
        "questions": len(pairs),
        "reports": sorted({pair.report for pair in pairs}),
        "pairs_sha256": digest,
        "general": [path.name for path in workshop.general],
        "steps": len(losses),
        "losses": [round(loss, 4) for loss in losses[9::10]],
    }
    (workshop.out / LOG).write_text(json.dumps(fields, ensure_ascii=False, indent=1) + "\n", "utf-8")
