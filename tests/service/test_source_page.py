"""The source as plain data: pieces that put together are the line, sheets that put together are the source, pages and marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report_qa.library.ledger import Ledger
from report_qa.service.charts import WIDTH, bars
from report_qa.service.page_words import WORDS
from report_qa.service.source_page import Mark, Segment, Shown, places_of, segments_of, source_view
from report_qa.text.source import Place, Source

LINES = st.text(st.sampled_from("增长8.5%，𠀀😀 \t<b>&"), max_size=24)
MARKS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30), st.sampled_from("fcr")), max_size=5)
SAYS = {
    "f": Segment("", spot=1, title="甲", status="actual"),
    "c": Segment("", cited=True),
    "r": Segment("", repair="乙"),
}


def marks(bounds: list[tuple[int, int, str]]) -> list[Mark]:
    return [Mark(start, start + length, SAYS[kind]) for start, length, kind in bounds]


@given(LINES, MARKS)
def test_pieces_put_together_are_the_line(line: str, bounds: list[tuple[int, int, str]]) -> None:
    pieces = list(segments_of(line, marks(bounds)))
    assert "".join(piece.text for piece in pieces) == line
    assert all(piece.text for piece in pieces)


@given(LINES, MARKS)
def test_a_character_says_what_every_mark_over_it_says(line: str, bounds: list[tuple[int, int, str]]) -> None:
    said = [piece for piece in segments_of(line, marks(bounds)) for _ in piece.text]
    for column, piece in enumerate(said):
        over = {kind for start, length, kind in bounds if start <= column < start + length}
        assert (piece.spot is not None, piece.cited, piece.repair is not None) == (
            "f" in over,
            "c" in over,
            "r" in over,
        )


@given(st.lists(st.text(st.sampled_from("字数 1"), max_size=90), min_size=1, max_size=120))
def test_sheets_put_together_are_the_source(lines: list[str]) -> None:
    source = Source.from_bytes("\n".join([*lines, "末"]).encode())
    view = source_view(source, (), Ledger("某市-2022", None, source, (), (), ()), Shown(WORDS["zh"], "zh"))
    shown = [line for sheet in view.sheets for line in sheet]
    assert [line.number for line in shown] == list(range(1, source.line_count + 1))
    assert ["".join(piece.text for piece in line.segments) for line in shown] == [*lines, "末"]
    assert all(sheet for sheet in view.sheets)


def test_a_page_is_named_where_it_begins() -> None:
    source = Source.from_extracted("一\n二\n三\n四", "0" * 64, (1, 1, 2, None))
    view = source_view(source, (), Ledger("某市-2022", None, source, (), (), ()), Shown(WORDS["zh"], "zh"))
    assert [line.page for sheet in view.sheets for line in sheet] == [1, None, 2, None]


@given(st.text(max_size=60))
def test_whatever_an_address_says_its_places_lie_in_lines(asked: str) -> None:
    assert all(place.line >= 1 and place.column_start < place.column_end for place in places_of(asked))


@given(st.lists(st.tuples(st.integers(1, 9_999), st.integers(0, 99), st.integers(1, 99)), max_size=9))
def test_places_are_read_as_they_are_written(written: list[tuple[int, int, int]]) -> None:
    places = tuple(Place(line, start, start + length) for line, start, length in written)
    for between in (" ", ",", "+"):
        text = between.join(f"{place.line}:{place.column_start}-{place.column_end}" for place in places)
        assert places_of(text) == places


@given(st.lists(st.decimals(-1_000_000, 1_000_000, places=2), min_size=1, max_size=6))
def test_bars_lie_on_the_drawing_and_begin_or_end_at_zero(amounts: list) -> None:  # type: ignore[type-arg]
    drawn = bars(amounts)
    assert len({bar.zero for bar in drawn}) == 1
    for bar, amount in zip(drawn, amounts, strict=True):
        assert -0.1 <= bar.x <= bar.x + bar.width <= WIDTH + 0.2
        assert abs((bar.x if amount >= 0 else bar.x + bar.width) - bar.zero) <= 0.11
    longest = max(amounts, key=abs)
    assert max(bar.width for bar in drawn) == drawn[amounts.index(longest)].width
