"""Where the boxes of a page begin, from how its lines are set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.text.blocks import Block, read_blocks
from report_qa.text.boxes import box_turns, read_settings
from report_qa.text.headings import name_blocks
from report_qa.text.layout import read_layout
from report_qa.text.repair import repair
from report_qa.text.source import Source

_TEXT = "深化改革成效明显政务服务事项全部网上可办外贸进出口总额再创新高首个保税物流中心封关运行群众获得感不断增强社会大局持续稳定"


def paragraph(at: int, width: int, indent: int, lines: int = 4) -> list[str]:
    """A paragraph of whole lines of a box and a short last one, different for each `at`."""
    length = lines * width - indent + width // 2 - 1
    start = at * 7 % len(_TEXT)
    text = (_TEXT[start:] + _TEXT * (length // len(_TEXT) + 1))[:length] + "。"
    first = width - indent
    return [text[:first], *(text[cut : cut + width] for cut in range(first, len(text), width))]


def turns_of(pages: list[tuple[int, int]], count: int = 3) -> tuple[list[Block], list[float]]:
    """Boxes of (width, indent) in characters, each of `count` paragraphs, apart by a blank line."""
    lines: list[str] = []
    for box, (width, indent) in enumerate(pages):
        lines += ["", *(line for at in range(count) for line in paragraph(box * count + at, width, indent))]
    layout = read_layout(Source.from_bytes("\n".join(["各位代表：", *lines]).encode()))
    blocks = name_blocks(read_blocks(layout, repair(layout)))
    return blocks, box_turns(blocks, read_settings(blocks, layout.lines))


@pytest.mark.parametrize(
    ("one", "other"), [((20, 2), (28, 2)), ((36, 0), (22, 2)), ((17, 2), (24, 0)), ((47, 2), (40, 2))]
)
def test_a_box_begins_where_the_width_changes_and_nowhere_else(one: tuple[int, int], other: tuple[int, int]) -> None:
    blocks, turns = turns_of([one, other])
    assert len(blocks) == 7
    assert turns[4] > 2
    assert all(turn < 0 for at, turn in enumerate(turns) if at not in (0, 1, 4))


def test_an_indent_that_changes_shows_a_box_too() -> None:
    _, turns = turns_of([(26, 2), (26, 0)])
    assert turns[4] > 1


def test_boxes_set_alike_show_nothing_and_a_blank_line_leaves_room_for_doubt() -> None:
    _, turns = turns_of([(26, 2), (26, 2)])
    assert turns[5] < turns[4] < 0


@given(st.lists(st.tuples(st.integers(14, 50), st.sampled_from([0, 2])), min_size=1, max_size=5))
def test_there_is_one_finite_number_a_block(pages: list[tuple[int, int]]) -> None:
    blocks, turns = turns_of(pages, count=2)
    assert len(turns) == len(blocks)
    assert all(-10 < turn < 10 for turn in turns)
