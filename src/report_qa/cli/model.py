"""`model make`, `model export`: the model that ships, made anew or given to sentence-transformers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from report_qa.cli.output import note, say
from report_qa.settings import load_settings

app = typer.Typer(help="Make the shipped model, or export it for sentence-transformers.", no_args_is_help=True)


@app.command("make")
def make(
    out: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that the model is written into.")],
    weights: Annotated[
        Path | None, typer.Option(help="The packed weights; without it they are found or fetched.")
    ] = None,
    corpora: Annotated[Path | None, typer.Option(help="Folder of texts whose pieces make the vocabulary.")] = None,
    tokenizer: Annotated[Path | None, typer.Option(help="tokenizer.json of a model whose vocabulary is kept.")] = None,
    skip: Annotated[list[str] | None, typer.Option(help="Names of texts that are not counted.")] = None,
    cache: Annotated[Path, typer.Option(help="Folder that fetched weights are kept in.")] = Path(".cache"),
) -> None:
    """Convert the published weights into the model folder that ships."""
    from report_qa.search.model.make import Recipe, make_model

    if corpora is None and tokenizer is None:
        tokenizer = load_settings().model_dir / "tokenizer.json"
    made = make_model(out, Recipe(cache, weights, corpora, tokenizer, tuple(skip or ())), note)
    say(f"made: {made.identity} in {out}")


@app.command("export")
def export(
    out: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that the model is written into.")],
) -> None:
    """Write the shipped model as the float folder that sentence-transformers loads."""
    from report_qa.search.model.export import export_model

    export_model(load_settings().model_dir, out)
    say(f"exported: {out}")
