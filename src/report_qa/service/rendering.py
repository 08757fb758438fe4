"""`Pages`: the templates of the pages, what each of them is told, and the pages that are kept because nothing in them changes."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from report_qa.library.ledger import places_text
from report_qa.service.assets import Assets
from report_qa.service.figures_page import NONE
from report_qa.service.page_words import COOKIE, WORDS, Words, language_of
from report_qa.service.problems import Problem
from report_qa.settings import shipped_folder

_YEAR_SECONDS = 365 * 24 * 3600
_KEPT = 48  # bodies; the longest report has about a megabyte
Context = Mapping[str, object]


@dataclass(slots=True)
class KeptBodies:
    """The bodies of pages used last, by what they were made of."""

    most: int = _KEPT
    _bodies: OrderedDict[Hashable, bytes] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """The body of a key, made where it is not kept."""
        with self._lock:
            if key in self._bodies:
                self._bodies.move_to_end(key)
                return self._bodies[key]
        body = make()
        with self._lock:
            self._bodies[key] = body
            while len(self._bodies) > self.most:
                self._bodies.popitem(last=False)
        return body


@dataclass(frozen=True, slots=True)
class Pages:
    """The templates of the pages, and the files that they name."""

    templates: Environment
    assets: Assets
    kept: KeptBodies

    @classmethod
    def load(cls, assets: Assets) -> Pages:
        """The templates that are shipped. Everything put into them is escaped; a name they lack is an error."""
        templates = Environment(
            loader=FileSystemLoader(shipped_folder("web") / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        templates.filters["path"] = lambda text: quote(text, safe="")
        templates.filters["at"] = places_text
        templates.filters["labelled"] = _labelled
        templates.filters["statuses"] = _statuses
        templates.globals["asset"] = assets.address
        templates.globals["scripts_of"] = assets.scripts_of
        return cls(templates, assets, KeptBodies())

    def render(self, request: Request, name: str, context: Context, status: int = 200) -> HTMLResponse:
        """A page in the reader's language; `?lang=` is remembered in a cookie that holds nothing else."""
        return self._respond(request, self._body(request, name, context), status)

    def keep(self, request: Request, name: str, made_of: Hashable, context: Callable[[], Context]) -> Response:
        """A page that is the same whenever `made_of`, its address and its language are: kept, and not sent twice."""
        language = language_of(request)
        key = (name, language, made_of, str(request.query_params))
        body = self.kept.get(key, lambda: self._body(request, name, context()))
        tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
        if tag in request.headers.get("if-none-match", ""):
            # A cache takes the headers of this reply for those of the page: it must be one of HTML, with a page's policy.
            return Response(status_code=304, headers=_headers() | {"ETag": tag}, media_type="text/html")
        response = self._respond(request, body, 200)
        response.headers["ETag"] = tag
        return response

    def error(self, request: Request, problem: Problem) -> HTMLResponse:
        """The page of an error."""
        words = WORDS[language_of(request)]
        title = words.error_titles.get(problem.status, words.error_other)
        return self.render(request, "error.html", {"title": title, "status": problem.status}, problem.status)

    def _body(self, request: Request, name: str, context: Context) -> bytes:
        language = language_of(request)
        other = "en" if language == "zh" else "zh"
        query = {name: value for name, value in request.query_params.items() if name != "lang"} | {"lang": other}
        told = {"words": WORDS[language], "language": language, "other": other, "other_url": f"?{urlencode(query)}"}
        return self.templates.get_template(name).render({**told, **context}).encode("utf-8", "replace")

    def _respond(self, request: Request, body: bytes, status: int) -> HTMLResponse:
        response = HTMLResponse(body, status, headers=_headers())
        language = language_of(request)
        if request.query_params.get("lang") == language:
            response.set_cookie(COOKIE, language, max_age=_YEAR_SECONDS, samesite="lax", httponly=True)
        return response


def _headers() -> dict[str, str]:
    return {"Vary": "Accept-Language, Cookie", "Cache-Control": "no-cache"}


def _labelled(values: Iterable[str], none: str) -> list[tuple[str, str]]:
    """Values of a filter with their labels; `none` is that of figures which have no such value."""
    return [(value, none if value == NONE else value) for value in values]


def _statuses(values: Iterable[str], words: Words, none: str) -> list[tuple[str, str]]:
    labels = {"actual": words.actual, "target": words.target}
    return [(value, labels.get(value, none)) for value in values]
