"""The widget and the pages' own files, read once: under their names, which a cache checks again, and under a digest for good."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from report_qa.settings import shipped_folder

_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
_FOR_GOOD = "public, max-age=31536000, immutable"
_IMPORT = re.compile(r'^(?:import|export|\})[^"\n]*"\./([^"]+)"', re.MULTILINE)
_DIGITS = 12  # hexadecimal digits of a digest in an address


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent: its bytes, plain and packed, and its ETag."""

    plain: bytes
    packed: bytes
    media_type: str
    tag: str


@dataclass(frozen=True, slots=True)
class Assets:
    """The files of `web/` that are served, by name; `digest` changes when any of them does."""

    files: Mapping[str, Asset]
    digest: str

    @classmethod
    def load(cls, folder: Path | None = None) -> Assets:
        """Read the shipped scripts, styles and pictures; nothing else of the folder is ever served."""
        found = sorted((folder or shipped_folder("web")).iterdir())
        files = {file.name: _asset(file) for file in found if file.is_file() and file.suffix in _TYPES}
        said = "\n".join(f"{name} {one.tag}" for name, one in files.items())
        return cls(files, hashlib.sha256(said.encode()).hexdigest()[:_DIGITS])

    def address(self, name: str, folder: str = "assets") -> str:
        """Where a page finds a file: an address that holds the digest, and may be kept for good.

        Raises:
            KeyError: there is no such file.
        """
        if name not in self.files:
            raise KeyError(name)
        return f"/{folder}/{self.digest}/{name}"

    def scripts_of(self, name: str) -> tuple[str, ...]:
        """A script and all that it imports, by name, so that a page can name them at once."""
        found: list[str] = []
        waiting = [name]
        while waiting:
            one = waiting.pop(0)
            if one in self.files and one not in found:
                found.append(one)
                waiting += _imports(self.files[one].plain.decode())
        return tuple(found)

    def response(self, request: Request, name: str, digest: str | None = None) -> Response:
        """A file; under the present digest for good, else until the next check.

        Raises:
            HTTPException: 404, there is no such file.
        """
        asset = self.files.get(name)
        if asset is None:
            raise HTTPException(404)
        packs = "gzip" in request.headers.get("accept-encoding", "")
        headers = {
            "Cache-Control": _FOR_GOOD if digest == self.digest else "no-cache",
            "ETag": f'"{asset.tag}"',
            "Vary": "Accept-Encoding",
        }
        if asset.tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if packs:
            headers["Content-Encoding"] = "gzip"
        return Response(asset.packed if packs else asset.plain, media_type=asset.media_type, headers=headers)


def router(assets: Assets) -> APIRouter:
    """The routes of the files: the widget's scripts, and what the pages use."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/widget/{name}")
    @routes.get("/widget/{digest}/{name}")
    def widget(request: Request, name: str, digest: str | None = None) -> Response:
        """A script of the widget; `report-qa.js` registers the tag."""
        if not name.endswith(".js"):
            raise HTTPException(404)
        return assets.response(request, name, digest)

    @routes.get("/assets/{name}")
    @routes.get("/assets/{digest}/{name}")
    def asset(request: Request, name: str, digest: str | None = None) -> Response:
        """A file of the pages."""
        return assets.response(request, name, digest)

    return routes


def _asset(file: Path) -> Asset:
    plain = file.read_bytes()
    packed = gzip.compress(plain, mtime=0)
    return Asset(plain, packed, _TYPES[file.suffix], hashlib.sha256(plain).hexdigest()[:_DIGITS])


def _imports(script: str) -> list[str]:
    r"""The files that a script imports from its own folder, in order.

    >>> _imports('import { a } from "./a.js";\nimport "./b.js";\nexport { c } from "../c.js";')
    ['a.js', 'b.js']
    """
    return _IMPORT.findall(script)
