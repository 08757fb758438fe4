"""The widget and the pages' own files, by name: nothing else of the folder is served."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse

from report_qa.settings import shipped_folder

_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_WIDGET = ("report-qa.js", "answer-view.js", "ask-client.js", "strings.js", "styles.js")
_ASSETS = ("page.css", "report.js", "icon.svg")

router = APIRouter(include_in_schema=False)


@router.get("/widget/{name}")
def widget(name: str) -> FileResponse:
    """A file of the widget; `report-qa.js` registers the tag."""
    return _file(name, _WIDGET)


@router.get("/assets/{name}")
def asset(name: str) -> FileResponse:
    """A file of the pages."""
    return _file(name, _ASSETS)


def _file(name: str, known: tuple[str, ...]) -> FileResponse:
    if name not in known:
        raise HTTPException(404)
    path = shipped_folder("web") / name
    return FileResponse(path, media_type=_TYPES[path.suffix], headers={"Cache-Control": "no-cache"})
