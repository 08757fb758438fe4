"""A source of extracted text: lines and columns count in the text, the identity is the original's, each line has its page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.errors import SourceError
from report_qa.text.source import Source
from report_qa.text.spans import Extent, Span

lines = st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=8), min_size=1)
printed = lines.filter(lambda found: any(line.strip() for line in found) and bool(found[-1]))


@given(printed, st.data())
def test_it_has_the_lines_of_the_text_and_their_pages(found: list[str], data: st.DataObject) -> None:
    pages = tuple(data.draw(st.lists(st.integers(1, 9), min_size=len(found), max_size=len(found))))
    source = Source.from_extracted("\n".join(found), "0" * 64, pages)
    assert [source.line(number) for number in range(1, source.line_count + 1)] == found
    assert [source.page(number) for number in range(1, source.line_count + 1)] == list(pages)
    assert source.page_count == max(pages)
    assert (source.sha256, source.extracted) == ("0" * 64, True)
    for place in source.places(Extent((Span(0, len(source.text)),))):
        assert place.page == pages[place.line - 1]


@given(printed)
def test_without_pages_it_reads_as_the_same_text_in_a_file(found: list[str]) -> None:
    text = "\n".join(found)
    if text.startswith("\ufeff") or "\0" in text:
        return
    extracted, plain = Source.from_extracted(text, "0" * 64), Source.from_bytes(text.encode())
    assert (extracted.text, extracted.line_count) == (plain.text, plain.line_count)
    assert (extracted.page(1), extracted.page_count) == (None, None)
    assert (extracted.extracted, plain.extracted) == (True, False)


@pytest.mark.parametrize("pages", [(1,), (1, 1, 2)])
def test_pages_for_another_number_of_lines_are_refused(pages: tuple[int, ...]) -> None:
    with pytest.raises(SourceError, match=f"2 lines, but pages for {len(pages)}"):
        Source.from_extracted("甲\n乙", "0" * 64, pages)


@pytest.mark.parametrize("text", ["", " \n\u3000"])
def test_an_empty_extraction_is_no_source(text: str) -> None:
    with pytest.raises(SourceError, match="empty"):
        Source.from_extracted(text, "0" * 64)
