"""Positions: spans, extents, lines and columns lead back to the source whatever its line ends and encoding."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.errors import OffsetError, SourceError
from report_qa.text.edits import Edit, apply_edits
from report_qa.text.source import Source
from report_qa.text.spans import Extent, Span

TEXTS = st.text(
    alphabet=st.sampled_from(list("粮食产量达到25.5亿斤，。 　\t\n\r\x0b\x85\u2028𠀀A")), min_size=1, max_size=60
).filter(lambda text: bool(text.strip()))


def source_of(text: str) -> Source:
    return Source.from_bytes(text.encode())


def squashed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一\n二", ["一", "二"]),
        ("一\r\n二\r\n", ["一", "二"]),
        ("一\r二\r\r\n三", ["一", "二", "", "三"]),
        ("一\n\n", ["一", ""]),
        ("一\x0b二\x85三\u2028四", ["一\x0b二\x85三\u2028四"]),
    ],
)
def test_only_newline_and_carriage_return_end_a_line(text: str, lines: list[str]) -> None:
    source = source_of(text)
    assert [source.line(number) for number in range(1, source.line_count + 1)] == lines


@given(TEXTS)
def test_lines_joined_by_their_ends_give_the_text(text: str) -> None:
    source = source_of(text)
    starts = [source.line_bounds(number)[0] for number in range(1, source.line_count + 1)]
    ends = [*starts[1:], len(source.text)]
    assert "".join(source.text[a:b] for a, b in zip(starts, ends, strict=True)) == source.text


@given(TEXTS, st.data())
def test_every_code_point_lies_on_the_line_that_line_of_names(text: str, data: st.DataObject) -> None:
    source = source_of(text)
    offset = data.draw(st.integers(0, len(source.text) - 1))
    start, end = source.line_bounds(source.line_of(offset))
    assert start <= offset
    assert offset < end or source.text[offset] in "\r\n"


@given(TEXTS, st.data())
def test_places_cut_out_and_squashed_give_the_extent_squashed(text: str, data: st.DataObject) -> None:
    source = source_of(text)
    offsets = data.draw(st.lists(st.integers(0, len(source.text) - 1), min_size=1, unique=True).map(sorted))
    run = Extent.of(range(offsets[0], offsets[-1] + 1))
    cut = "".join(source.line(place.line)[place.column_start : place.column_end] for place in source.places(run))
    assert squashed(cut) == squashed(source.cut(run))


@given(TEXTS, st.data())
def test_every_repaired_character_leads_back_to_its_own(text: str, data: st.DataObject) -> None:
    source = source_of(text)
    size = len(source.text)
    starts = data.draw(st.lists(st.integers(0, size - 1), max_size=8))
    edits = [Edit(Span(start, data.draw(st.integers(start + 1, size))), "random") for start in starts]
    repaired = apply_edits(source, edits)
    assert [source.text[origin] for origin in repaired.origins] == list(repaired.text)
    left_out = {offset for edit in edits for offset in range(edit.span.start, edit.span.end)}
    assert set(repaired.origins) == set(range(size)) - left_out
    if len(repaired.text) >= 2:
        low = data.draw(st.integers(0, len(repaired.text) - 1))
        high = data.draw(st.integers(low + 1, len(repaired.text)))
        assert source.cut(repaired.extent(low, high)) == repaired.text[low:high]


@given(st.lists(st.integers(0, 40), min_size=1, unique=True).map(sorted), st.data())
def test_part_of_an_extent_is_the_extent_of_the_part(offsets: list[int], data: st.DataObject) -> None:
    extent = Extent.of(offsets)
    assert list(extent.offsets()) == offsets
    low = data.draw(st.integers(0, len(offsets) - 1))
    high = data.draw(st.integers(low + 1, len(offsets)))
    assert list(extent.part(low, high).offsets()) == offsets[low:high]


def test_an_edit_outside_the_source_is_refused() -> None:
    with pytest.raises(OffsetError):
        apply_edits(source_of("一二"), [Edit(Span(1, 5), "wrong")])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings_give_the_same_text_and_their_own_identity(encoding: str) -> None:
    text = "政府工作报告\r\n粮食产量达到25.5亿斤"
    source = Source.from_bytes(text.encode(encoding))
    assert source.text == text
    assert len({Source.from_bytes(text.encode(name)).sha256 for name in ("utf-8", "utf-8-sig", "gb18030")}) == 3


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\x00\x01", b"\xff\xfe\xff\xff\xff"])
def test_empty_binary_and_undecodable_sources_are_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        Source.from_bytes(data)
