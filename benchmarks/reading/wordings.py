"""Words of web pages, page furniture and newspapers, made up for the clutter benchmark: what a set of them holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wordings:
    """One set. `{n}` is a page number, `{all}` the number of pages, `{y}` a year, `{d}` a day of the month."""

    above: tuple[tuple[str, ...], ...]  # blocks of lines over the report, of which one is taken
    below: tuple[tuple[str, ...], ...]  # and under it
    between: tuple[tuple[str, ...], ...]  # and between two of its paragraphs
    page: tuple[str, ...]  # page numbers that cannot be mistaken
    headed: tuple[str, ...]  # running heads that hold a page number
    heads: tuple[str, ...]  # running heads
    paper: tuple[tuple[str, ...], ...]  # what a newspaper prints at the edge of its page
    rules: tuple[str, ...]  # lines over footnotes and the like
    code: tuple[tuple[str, ...], ...]  # what is left of a page's code
    inline: tuple[str, ...]  # page numbers that stand in the line itself
