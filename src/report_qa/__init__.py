"""Ask a printed government work report; every figure of the answer is cited to its source line.

The public names load on first use, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from report_qa.answers.reply import Citation, CitedFigure, Derived, Interpretation, Reply
    from report_qa.errors import ReportQAError
    from report_qa.figures.figure import Figure
    from report_qa.library.ask import Ask
    from report_qa.library.library import Library
    from report_qa.library.summary import ReportDetail, ReportSummary
    from report_qa.search.passage import Hit, Passage
    from report_qa.settings import Settings
    from report_qa.text.periods import Period
    from report_qa.text.source import Place, Source

__version__ = "0.1.0"

__all__ = [
    "Ask",
    "Citation",
    "CitedFigure",
    "Derived",
    "Figure",
    "Hit",
    "Interpretation",
    "Library",
    "Passage",
    "Period",
    "Place",
    "Reply",
    "ReportDetail",
    "ReportQAError",
    "ReportSummary",
    "Settings",
    "Source",
]

_HOMES = {
    "Ask": "library.ask",
    "Citation": "answers.reply",
    "CitedFigure": "answers.reply",
    "Derived": "answers.reply",
    "Figure": "figures.figure",
    "Hit": "search.passage",
    "Interpretation": "answers.reply",
    "Library": "library.library",
    "Passage": "search.passage",
    "Period": "text.periods",
    "Place": "text.source",
    "Reply": "answers.reply",
    "ReportDetail": "library.summary",
    "ReportQAError": "errors",
    "ReportSummary": "library.summary",
    "Settings": "settings",
    "Source": "text.source",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
