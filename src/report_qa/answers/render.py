"""Renders an `Outcome` with the templates of a language; a name that a template lacks is an error."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from report_qa.answers.outcome import Outcome
from report_qa.questions.question import Language


@cache
def _template(name: str) -> Template:
    environment = Environment(loader=PackageLoader("report_qa.answers"), undefined=StrictUndefined, autoescape=False)  # noqa: S701 plain text
    return environment.get_template(f"{name}.j2")


def render(outcome: Outcome, language: Language) -> str:
    """The answer as plain text in a language."""
    return render_words(language, outcome.name, outcome.context, language)


def render_words(template: str, name: str, context: Mapping[str, object], language: Language) -> str:
    """What the macro `name` of a template says of a context, in a language."""
    text: str = getattr(_template(template).make_module(dict(context)), name)()
    return " ".join(text.split()) if language == "en" else text.strip()
