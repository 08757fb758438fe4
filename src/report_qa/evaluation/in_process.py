"""Ask a library that is open in this process, in the contract's dictionaries."""

from __future__ import annotations

from time import perf_counter
from typing import Any

from report_qa.answers.wire import reply_to_dict
from report_qa.library.library import Ask, Library


class InProcess:
    """Asks a library that is open in this process."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """The response to a request of `POST /api/v1/ask`."""
        started = perf_counter()
        question = Ask(question=request["question"], history=tuple(request["history"]), report=request["report"])
        reply = self._library.ask(question)
        return reply_to_dict(reply, self._library.digest, (perf_counter() - started) * 1000)

    def lines(self, report: str) -> list[str]:
        """A report's source lines, line 1 first."""
        source = self._library.source(report)
        return [source.line(number) for number in range(1, source.line_count + 1)]
