"""`tune`: contrastive training of a sentence-transformers folder, on the processor."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report_qa.errors import EmbedderUnavailable
from report_qa.training.batches import make_batches
from report_qa.training.examples import Example
from report_qa.training.recipe import TrainingRecipe

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformerTrainingArguments
    from sentence_transformers.base.sampler import DefaultBatchSampler
    from transformers import TrainerCallback

Progress = Callable[[int, int, float], None]  # steps done, steps in all, the last loss
_HINT = 'pip install "report-qa[train]", which brings datasets and accelerate.'


def tune(base: Path, out: Path, examples: Sequence[Example], recipe: TrainingRecipe, progress: Progress) -> None:
    """Tune the model of the folder `base` on examples and save it as the folder `out`.

    In-batch negatives with the examples' own beside them (multiple negatives ranking loss, Henderson et al. 2017). The word
    vectors are left as they were published, so that they can ship in their four bits.

    Raises:
        EmbedderUnavailable: a library that training needs is not installed.
    """
    os.environ["ACCELERATE_USE_CPU"] = "true"
    try:
        import torch
        from datasets import Dataset
        from sentence_transformers import SentenceTransformer, SentenceTransformerTrainer
        from sentence_transformers.losses import MultipleNegativesRankingLoss
    except ImportError as error:
        raise EmbedderUnavailable(f"Training needs {error.name}, which is not installed.", _HINT) from error
    torch.set_num_threads(recipe.threads)
    model = SentenceTransformer(os.fspath(base), device="cpu")
    whole, model.max_seq_length = model.max_seq_length, recipe.tokens
    encoder: Any = model[0]
    encoder.auto_model.embeddings.word_embeddings.weight.requires_grad = False
    ordered = list(chain.from_iterable(make_batches(examples, recipe.batch, recipe.seed)))
    columns = {"question": [one.question for one in ordered], "positive": [one.positive for one in ordered]}
    columns |= {f"negative_{i}": [one.negatives[i] for one in ordered] for i in range(recipe.negatives)}
    SentenceTransformerTrainer(
        model=model,
        args=_arguments(out, recipe, len(ordered) // recipe.batch, list(columns)),
        train_dataset=Dataset.from_dict(columns),
        loss=MultipleNegativesRankingLoss(model, scale=recipe.scale),
        callbacks=[_told(progress)],
    ).train()
    model.max_seq_length = whole
    model.save(os.fspath(out))


def _arguments(
    out: Path, recipe: TrainingRecipe, steps: int, columns: Sequence[str]
) -> SentenceTransformerTrainingArguments:
    from sentence_transformers import SentenceTransformerTrainingArguments

    return SentenceTransformerTrainingArguments(
        output_dir=f"{out}.steps",
        max_steps=steps,
        per_device_train_batch_size=recipe.batch,
        learning_rate=recipe.rate,
        warmup_steps=steps // 10,
        lr_scheduler_type="linear",
        bf16=True,
        use_cpu=True,
        logging_steps=10,
        save_strategy="no",
        report_to="none",
        batch_sampler=_as_they_stand,
        prompts={name: "query: " if name == "question" else "passage: " for name in columns},
        seed=recipe.seed,
        dataloader_drop_last=True,
        disable_tqdm=True,
    )


def _as_they_stand(dataset: Any, batch_size: int, drop_last: bool, **_: Any) -> DefaultBatchSampler:
    """A sampler that takes the examples in the order of `make_batches`."""
    from sentence_transformers.base.sampler import DefaultBatchSampler
    from torch.utils.data import SequentialSampler

    return DefaultBatchSampler(SequentialSampler(dataset), batch_size=batch_size, drop_last=drop_last)


def _told(progress: Progress) -> TrainerCallback:
    from transformers import TrainerCallback

    class Told(TrainerCallback):
        def on_step_end(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:  # noqa: ARG002
            losses = [float(entry["loss"]) for entry in state.log_history if "loss" in entry]
            progress(state.global_step, state.max_steps, losses[-1] if losses else float("nan"))

    return Told()
