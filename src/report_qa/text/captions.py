"""Captions: pictures' texts and credits that stand between, and inside, the paragraphs of a newspaper page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from report_qa.text.lines import Line
from report_qa.text.titles import title_lines
from report_qa.text.wrap import ends_sentence

_NAME = r"[\u4e00-\u9fff·]{2,4}"
_BY = rf"(?:(?:[\u4e00-\u9fff]{{2,6}})?(?:记者|通讯员|摄影)[\s　:：]*)?{_NAME}?(?:[\s　、，/]+{_NAME})*"
CREDIT = re.compile(
    rf"(?:(?<=[。！？\s　（(])|^){_BY}(?P<gap>[\s　]*)(?<![拍航])摄(?:影(?:报道)?)?(?=[)）。\s　]|$|[\u4e00-\u9fff0-9])"
)
_COMPILED = re.compile(
    r"[（(]?本[版报]\S{0,12}(?:整理|摄影?|提供|采写|撰写|报道)[)）]?。?|[（(]\S{0,16}(?:供图|图片来源|资料图片)\S{0,12}[)）]"
)
_BARE_CREDIT = re.compile(rf"(?:.*[。！？])?\s*(?:[\u4e00-\u9fff]{{0,4}}(?:记者|通讯员)|{_NAME})?\s*摄")
_NARROW = 26  # half-width columns of a caption set beside its picture
_MOST_LINES, _MOST_CHARS = 8, 70


def split_captions(text: str) -> list[tuple[int, int]]:
    """Where the captions on one line begin and end: each ends with its credit."""
    ends = [match.end() for match in _credits(text)]
    cuts = [0, *[end for end in ends if end < len(text)], len(text)]
    return [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if text[a:b].strip()]


def _credits(text: str) -> Iterator[re.Match[str]]:
    """Photo credits: 摄 after a name and a space, or after 记者."""
    for match in CREDIT.finditer(text):
        if match["gap"] or re.search(r"记者|通讯员", match[0]):
            yield match


def _has_credit(group: Sequence[Line]) -> bool:
    whole = "".join(line.text for line in group)
    narrow = max(line.width for line in group) <= _NARROW + 6
    return bool(
        _COMPILED.fullmatch(whole)
        or any(True for _ in _credits(group[-1].text))
        or narrow
        and _BARE_CREDIT.fullmatch(whole)
    )


def find_captions(lines: Sequence[Line]) -> list[tuple[int, ...]]:
    """Groups of line numbers, each a caption, among lines with the furniture left out but blank lines in.

    A credit (吴杰 摄) ends a caption: what stands over it without a blank line between belongs to it, and over a credit on a line of
    its own the group above. Without a credit, a caption shows as narrow lines beside a wider box, as a group that parts
    two halves of a sentence, or as one that stands among credited ones.
    """
    titles = {lines[at].number for at in title_lines([line.text for line in lines])}
    groups = list(_groups([replace(line, text="") if line.number in titles else line for line in lines]))
    pairs = Counter(pair for line in lines for pair in zip(_classes(line.text), _classes(line.text[1:]), strict=False))
    found: dict[int, bool] = {}
    for at, group in enumerate(groups):
        if _has_credit(group):
            found[at] = True
            alone = next(_credits("".join(line.text for line in group)), None)
            if alone and alone.start() == 0 and at and not found.get(at - 1) and _is_small(groups[at - 1]):
                found[at - 1] = False
    for at, group in enumerate(groups):
        if (
            at not in found
            and _is_small(group)
            and group[0].marker is None
            and _is_uncredited(groups, at, found, pairs)
        ):
            found[at] = True
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


def _is_uncredited(
    groups: Sequence[Sequence[Line]], at: int, found: dict[int, bool], pairs: Counter[tuple[str, str]]
) -> bool:
    group = groups[at]
    if not group[-1].text.endswith(("。", "。”", "。）", "整理）")):
        return False
    before = next((groups[other] for other in range(at - 1, -1, -1) if other not in found), None)
    after = next((groups[other] for other in range(at + 1, len(groups)) if other not in found), None)
    beside = at - 1 in found and (at + 1 in found or at + 1 == len(groups))
    if beside:
        return True
    around = [line.width for part in (before, after) if part for line in part if line.width <= 200]
    wide = max(around, default=0)
    inner = [line for line in group[:-1] if not ends_sentence(line.text)]
    if (
        len(group) > 1
        and max(line.width for line in group) <= _NARROW
        and len(inner) == len(group) - 1
        and wide >= _NARROW + 10
    ):
        return True
    set_in_box = len(group) > 1 and abs(group[0].width - wide) <= _NARROW // 3
    return (
        before is not None
        and after is not None
        and not set_in_box
        and _parts_a_sentence(before[-1], group[0], after[0], wide, pairs)
    )


def _parts_a_sentence(before: Line, first: Line, after: Line, wide: int, pairs: Counter[tuple[str, str]]) -> bool:
    """Whether the text goes on better from `before` to `after`, by the pairs of characters that the source holds elsewhere."""
    if ends_sentence(before.text) or before.width > 200 or before.width < wide - 14 or after.marker is not None:
        return False
    if before.marker in ("part", "han") or after.width > 200:
        return False  # a heading, or paragraphs on one line each
    if after.width < wide - 14 and not ends_sentence(after.text):
        return False  # no line of a paragraph but a heading
    last = _classes(before.text[-1])
    across, into = pairs[last, _classes(after.text[0])], pairs[last, _classes(first.text[0])]
    return (
        across > 2 * into
        or before.text[-1] in "，、"
        and after.width >= wide - 2
        and first.width < wide - 14
        and across > into
    )


def _classes(text: str) -> str:
    """A text with every digit as 0: which digit follows a character says nothing."""
    return re.sub(r"[0-9]", "0", text)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines without a blank line, cut after a credit; of a run that ends with one only the lines that flow into it."""
    group: list[Line] = []
    for line in lines:
        if not line.blank:
            group.append(line)
        if group and (line.blank or any(True for _ in _credits(line.text)) or _COMPILED.fullmatch(line.text)):
            yield from _text_and_caption(group)
            group = []
    if group:
        yield from _text_and_caption(group)


def _text_and_caption(group: list[Line]) -> Iterator[list[Line]]:
    keep = len(group) - 1
    if _has_credit(group):
        width = max(line.width for line in group[-2:])
        while (
            keep
            and len(group) - keep < _MOST_LINES
            and group[keep - 1].width <= width + 4
            and group[keep - 1].text[-1] not in "。！？"
        ):
            keep -= 1
        if group[:keep]:
            yield group[:keep]
        yield group[keep:]
        return
    yield group


def _is_small(group: Sequence[Line]) -> bool:
    return sum(len(line.text) for line in group) <= _MOST_CHARS and len(group) <= _MOST_LINES
