"""Remarks: what a PDF did not give, in plain English, for whoever adds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from report_qa.text.formats.pdf_glyphs import UNKNOWN
from report_qa.text.formats.pdf_page import PageRead


def remarks_on(pages: Sequence[PageRead]) -> Iterator[str]:
    """What to say of a document's pages, in a fixed order; pages of one kind in one remark."""
    told = (
        ([page for page in pages if page.broken], "cannot be opened", "cannot be opened"),
        (
            [page for page in pages if page.garbled],
            "has a font that does not say which characters it prints; its text is left out",
            "have a font that does not say which characters it prints; their text is left out",
        ),
        (
            [page for page in pages if page.pictures],
            "holds a picture and no text beyond a few characters",
            "hold a picture each and no text beyond a few characters",
        ),
        (
            [page for page in pages if page.drawings and not page.pictures],
            "holds drawings and no text beyond a few characters",
            "hold drawings and no text beyond a few characters",
        ),
        (
            [page for page in pages if page.hidden_layer and page.lines],
            "is a scan, read from the text that OCR put behind it: check its figures against the paper",
            "are scans, read from the text that OCR put behind them: check their figures against the paper",
        ),
    )
    for group, one, several in told:
        if group:
            yield f"{numbered([page.number for page in group])} {one if len(group) == 1 else several}"
    for reason in sorted({reason for page in pages for reason, _ in page.left_out}):
        yield _counted({page.number: dict(page.left_out).get(reason, 0) for page in pages}, "left out ", reason)
    if any(page.unknown for page in pages):
        what = f"that the PDF does not say, written {UNKNOWN}"
        yield _counted({page.number: page.unknown for page in pages}, "", what)


def _counted(counts: dict[int, int], done: str, what: str) -> str:
    total = sum(counts.values())
    where = numbered([number for number, count in counts.items() if count])
    return f"{where}: {done}{total} {'character' if total == 1 else 'characters'} {what}"


def numbered(pages: Iterable[int]) -> str:
    """Page numbers, in order, as a person writes them.

    >>> numbered([3]), numbered([1, 2, 3, 7])
    ('page 3', 'pages 1-3, 7')
    """
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    several = len(runs) > 1 or len(runs[0]) > 1
    return ("pages " if several else "page ") + ", ".join(
        f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs
    )
