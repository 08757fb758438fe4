"""The command line: its commands, and how an error is told. Heavy modules load inside the command that needs them."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from report_qa import __version__
from report_qa.cli import adding, asking, building, figures, inspecting, model, reports, serving, training
from report_qa.cli.output import say, tell_error
from report_qa.errors import ReportQAError

FAILED, USAGE = 1, 2

app = typer.Typer(
    name="report-qa",
    help="Ask a printed government work report; every figure of the answer is cited to its source line.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("add")(adding.add_reports)
app.command("remove")(reports.remove_report)
app.command("list")(reports.list_reports)
app.command("inspect")(inspecting.inspect_report)
app.command("build")(building.build_index)
app.command("serve")(serving.serve)
app.command("ask")(asking.ask)
app.command("figures")(figures.show_figures)
app.command("eval")(asking.evaluate_cases)
app.command("train")(training.train_model)
app.add_typer(model.app, name="model")


def _version(wanted: bool) -> None:
    if wanted:
        say(f"report-qa {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Ask a printed government work report; every figure of the answer is cited to its source line."""


def run(arguments: Sequence[str]) -> int:
    """Run the command line; gives its exit status: 0 it ran, 1 something failed or a bar was missed, 2 usage."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app(list(arguments), prog_name="report-qa")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else FAILED if end.code else 0
    except ReportQAError as error:
        tell_error(error.message, error.hint)
    except KeyboardInterrupt:
        tell_error("Stopped.")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader left; nothing more can be said
    except OSError as error:
        tell_error(f"The system refused: {error.strerror or error}.", "Check the folders and their permissions.")
    except Exception as error:
        if os.environ.get("REPORT_QA_LOG_LEVEL", "").upper() == "DEBUG":
            raise
        tell_error(
            f"Something unforeseen failed: {type(error).__name__}: {error}", "REPORT_QA_LOG_LEVEL=DEBUG shows where."
        )
    return FAILED


def main() -> None:
    """The entry point of `report-qa`."""
    sys.exit(run(sys.argv[1:]))
