"""Captions: pictures' texts and credits that stand between, and inside, the paragraphs of a newspaper page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report_qa.text.credits import ends_in_credit, is_credit, taken
from report_qa.text.lines import Line
from report_qa.text.titles import title_lines
from report_qa.text.uncredited import Surroundings, is_small, may_be_caption

_NARROW = 26  # half-width columns of a caption set beside its picture
_MOST_LINES, _MOST_CHARS = 8, 70


def split_captions(text: str) -> list[tuple[int, int]]:
    """Where the captions on one line begin and end: each ends with its credit."""
    ends = [match.end() for match in taken(text)]
    cuts = [0, *[end for end in ends if end < len(text)], len(text)]
    return [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if text[a:b].strip()]


def _has_credit(group: Sequence[Line]) -> bool:
    whole = "".join(line.text for line in group[-_MOST_LINES:])
    if any(True for _ in taken(group[-1].text)):
        return True
    return ends_in_credit(whole, cut=is_small(group) or max(line.width for line in group) <= _NARROW + 6)


def find_captions(lines: Sequence[Line]) -> list[tuple[int, ...]]:
    """Groups of line numbers, each a caption, among lines with the furniture left out but blank lines in.

    A credit (吴杰 摄) ends a caption: what stands over it without a blank line between belongs to it, and over a credit on a line of
    its own the group above. Without a credit, a caption is told by `uncredited.py`.
    """
    titles = {lines[at].number for at in title_lines([line.text for line in lines])}
    groups = list(_groups([replace(line, text="") if line.number in titles else line for line in lines]))
    found: dict[int, bool] = {}
    for at, group in enumerate(groups):
        if _has_credit(group):
            found[at] = True
            alone = is_credit("".join(line.text for line in group))
            if alone and at and not found.get(at - 1) and is_small(groups[at - 1]):
                found[at - 1] = False
    page: Surroundings | None = None
    for at in range(len(groups)):
        if at not in found and may_be_caption(groups, at):
            page = page or Surroundings.of(groups)
            found.update({at: True} if page.is_caption(at, found) else {})
    return _gathered(groups, found)


def _gathered(groups: Sequence[Sequence[Line]], found: dict[int, bool]) -> list[tuple[int, ...]]:
    """Line numbers of each caption; a group marked False goes on in the next."""
    captions: list[tuple[int, ...]] = []
    held: tuple[int, ...] = ()
    for at in sorted(found):
        held += tuple(line.number for line in groups[at])
        if found[at]:
            captions.append(held)
            held = ()
    return captions


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines without a blank line, cut after a credit; of a run that ends with one only the lines that flow into it."""
    group: list[Line] = []
    for line in lines:
        if not line.blank:
            group.append(line)
        if group and (line.blank or any(True for _ in taken(line.text)) or ends_in_credit(line.text)):
            yield from _text_and_caption(group)
            group = []
    if group:
        yield from _text_and_caption(group)


def _text_and_caption(group: list[Line]) -> Iterator[list[Line]]:
    keep = len(group) - 1
    if _has_credit(group):
        width = max(line.width for line in group[-2:]) + 4
        width = (
            width if is_small(group) else min(width, _NARROW + 6)
        )  # in the midst of text only narrow lines are a caption's
        while (
            keep
            and len(group) - keep < _MOST_LINES
            and group[keep - 1].width <= width
            and group[keep - 1].text[-1] not in "。！？"
        ):
            keep -= 1
        if group[:keep]:
            yield group[:keep]
        yield group[keep:]
        return
    yield group
