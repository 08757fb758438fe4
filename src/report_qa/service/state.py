"""`Service`: what the running service holds, opened once when it starts and handed to every request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends
from starlette.requests import HTTPConnection, Request

from report_qa.errors import IndexMissing, ReportQAError
from report_qa.library.library import Library
from report_qa.service.feedback import FeedbackBook
from report_qa.service.problems import Refused, not_ready
from report_qa.settings import Settings


@dataclass(frozen=True, slots=True)
class Service:
    """The opened library, or why there is none; the settings; where feedback is kept."""

    settings: Settings
    feedback: FeedbackBook
    library: Library | None = None
    failure: ReportQAError | None = None

    def opened(self) -> Library:
        """The library.

        Raises:
            Refused: 503, and why it could not be opened.
        """
        if self.library is None:
            raise Refused(not_ready(self.failure or IndexMissing("There is no index yet.")))
        return self.library


def service_of(request: HTTPConnection) -> Service:
    """The service that a request is answered by."""
    return cast("Service", request.state.service)


async def _service(request: Request) -> Service:
    return service_of(request)


async def _library(request: Request) -> Library:
    return service_of(request).opened()


CurrentService = Annotated[Service, Depends(_service)]
OpenLibrary = Annotated[Library, Depends(_library)]
