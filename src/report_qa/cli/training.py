"""`train`: tunes the embedding model on questions whose answers' places are known."""

from __future__ import annotations

from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from report_qa.cli.output import note, progress_bar, say
from report_qa.settings import load_settings

if TYPE_CHECKING:
    from report_qa.training.train import ReportText


def train_model(
    out: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that the model is written into.")],
    pairs: Annotated[
        list[Path],
        typer.Option("--pairs", help="Questions with the places of their answers, JSON Lines; again for more."),
    ],
    reports: Annotated[Path, typer.Option(help="Folder that holds <report>.txt of every report named, at any depth.")],
    general: Annotated[
        list[Path] | None,
        typer.Option("--general", help='Questions and passages of other text, lines of {"q", "pos"}; again for more.'),
    ] = None,
    rounds: Annotated[int, typer.Option(min=1, help="Times that every question is shown.")] = 2,
    seed: Annotated[int, typer.Option(help="Decides order and chance; the same gives the same examples.")] = 0,
    cache: Annotated[Path, typer.Option(help="Folder for what is fetched and made on the way.")] = Path(".cache/train"),
) -> None:
    """Tune the published model on questions and write the model folder, for `data/model/` or REPORT_QA_MODEL."""
    from report_qa.training.pairs import read_pairs
    from report_qa.training.recipe import TrainingRecipe
    from report_qa.training.train import Workshop, train

    read = read_pairs(pairs)
    texts = _texts(reports, sorted({pair.report for pair in read}))
    workshop = Workshop(out, cache, load_settings().model_dir / "tokenizer.json", tuple(general or ()))
    with progress_bar() as bar:
        task = bar.add_task("tuning", total=None)
        made = train(
            read, texts, workshop, TrainingRecipe(rounds=rounds, seed=seed), note,
            lambda done, steps, loss: bar.update(
                task, completed=done, total=steps, description="tuning" if isnan(loss) else f"tuning, loss {loss:.2f}"
            ),
        )  # fmt: skip
    say(f"trained: {made.identity} in {out}")


def _texts(folder: Path, wanted: list[str]) -> dict[str, ReportText]:
    from report_qa.library.infer import infer
    from report_qa.library.place_names import PlaceNames
    from report_qa.text.source import Source
    from report_qa.training.train import ReportText

    names = PlaceNames.open(load_settings().lexicon_dir)
    files = {path.stem: path for path in sorted(folder.rglob("*.txt"))}
    texts: dict[str, ReportText] = {}
    for report in wanted:
        if report in files:
            source = Source.from_bytes(files[report].read_bytes())
            texts[report] = ReportText(source, infer(source.text, report, names).manifest(report).dates)
    return texts
