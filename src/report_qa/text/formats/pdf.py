"""`extract_pdf`: a PDF as lines of text in reading order, the page of each kept.

The PDF is read in a process of its own, with bounds on memory and time: a file made to harm, or damaged in a way that breaks the
parser, ends that process and no other.
"""

from __future__ import annotations

import json
import subprocess
import sys

from report_qa.errors import SourceError
from report_qa.text.formats.extraction import Extraction

TIMEOUT = 300  # seconds
_HINT = "Open it in a PDF reader and print it to a new PDF, or add the report as text, Word or a web page."


def extract_pdf(data: bytes) -> Extraction:
    """The text of a PDF, one line per printed line, columns in reading order, with the page of each line from 1.

    A first line's indent is carried into the text as `　　` and a clear gap between two paragraphs as an empty line. Page
    numbers and running heads stand on lines of their own. Pages without text are named in the remarks.

    Raises:
        SourceError: encrypted, damaged, cut short, without pages, a scan without text, a PDF whose fonts do not say which
            characters they print, or one that takes more memory or time than a report does.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "report_qa.text.formats.pdf_process"],
            input=data,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise SourceError(f"The PDF takes longer than {TIMEOUT} seconds to read.", _HINT) from None
    if done.returncode != 0:
        raise SourceError("The PDF breaks the reader: it is damaged, or takes more memory than a report does.", _HINT)
    told = json.loads(done.stdout)
    if "error" in told:
        raise SourceError(told["error"], told["hint"])
    return Extraction(told["text"], told["reader"], tuple(told["pages"]), tuple(told["remarks"]))
