"""The process in which a PDF is read: its bytes on standard input, what was found as JSON on standard output."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from report_qa.errors import SourceError
from report_qa.text.formats.pdf_document import read_pdf

MEMORY = 2 * 1024**3  # bytes beyond those of the file itself
SECONDS = 300  # of a processor


def bound_memory(size: int) -> None:
    """Bound this process's memory and time for a file of `size` bytes, on systems that can."""
    try:
        import resource
    except ImportError:  # Windows has no such bounds
        return
    for what, most in (
        (resource.RLIMIT_AS, MEMORY + 3 * size),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def main() -> None:
    """Read the PDF on standard input."""
    data = sys.stdin.buffer.read()
    bound_memory(len(data))
    try:
        told: dict[str, object] = asdict(read_pdf(data))
    except SourceError as error:
        told = {"error": error.message, "hint": error.hint}
    sys.stdout.buffer.write(json.dumps(told).encode())


if __name__ == "__main__":
    main()
