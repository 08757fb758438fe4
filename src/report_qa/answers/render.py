"""Renders an `Outcome` with the templates of a language; a name that a template lacks is an error."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from report_qa.answers.outcome import Outcome
from report_qa.questions.question import Language


@cache
def _template(language: Language) -> Template:
    environment = Environment(loader=PackageLoader("report_qa.answers"), undefined=StrictUndefined, autoescape=False)  # noqa: S701 plain text
    return environment.get_template(f"{language}.j2")


def render(outcome: Outcome, language: Language) -> str:
    """The answer as plain text in a language."""
    module = _template(language).make_module(outcome.context)
    text: str = getattr(module, outcome.name)()
    return " ".join(text.split()) if language == "en" else text.strip()
