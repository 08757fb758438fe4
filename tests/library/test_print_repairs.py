"""What a reader sees of the print's repairs: each with its place and its rule's words; the source stays as it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from report_qa.library.library import Library
from report_qa.library.print_repairs import repairs_of
from report_qa.settings import Settings
from report_qa.text.edits import Edit
from report_qa.text.source import Source
from report_qa.text.spans import Span

SOURCE = Source.from_bytes("第一行\r\n 第二行 \n\n第四行".encode())


def test_a_line_end_joins_and_has_no_place() -> None:
    at = SOURCE.line_bounds(1)[1]
    [repair] = repairs_of([Edit(Span(at, at + 2), "hard_wrap")], SOURCE)
    assert (repair.joins, repair.places) == (1, ())
    assert repair.zh != repair.en != "hard_wrap"


def test_margins_are_left_aside_and_unknown_rules_keep_their_name() -> None:
    start = SOURCE.line_bounds(2)[0]
    found = list(repairs_of([Edit(Span(start, start + 1), "margin"), Edit(Span(start, start + 1), "odd")], SOURCE))
    assert [(repair.rule, repair.zh, repair.joins) for repair in found] == [("odd", "odd", None)]
    assert [(place.line, place.column_start, place.column_end) for place in found[0].places] == [(2, 0, 1)]


@given(st.lists(st.tuples(st.integers(0, len(SOURCE.text) - 1), st.integers(1, 9)), max_size=6))
def test_places_lie_in_their_lines(bounds: list[tuple[int, int]]) -> None:
    edits = [Edit(Span(start, min(start + length, len(SOURCE.text))), "odd") for start, length in bounds]
    for repair in repairs_of(edits, SOURCE):
        assert repair.joins is None or 1 <= repair.joins < SOURCE.line_count
        for place in repair.places:
            assert 0 <= place.column_start < place.column_end <= len(SOURCE.line(place.line))


def test_a_library_tells_the_repairs_of_a_report(one_built: Settings) -> None:
    library = Library.open(one_built)
    repairs = library.repairs("苏州-2024")
    assert [repair.joins for repair in repairs.repairs if repair.rule == "hard_wrap"] == [10, 11]
    assert sum(count for _, count in repairs.counts()) == len(repairs.repairs)
    assert library.repairs("苏州-2024") is repairs
    assert "经济总量" in library.wordings("gdp")
    assert library.wordings("无此指标") == ()
