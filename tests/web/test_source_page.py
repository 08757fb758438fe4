"""The source page: the lines that the address names are marked, on load and afterwards."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import NewPage

pytestmark = pytest.mark.browser
PAGE = "/reports/%E6%9F%90%E5%B8%82-2022"


def marked(page: Page) -> list[str]:
    ids: list[str] = page.locator(".line.marked").evaluate_all("lines => lines.map(line => line.id)")
    return ids


@pytest.mark.parametrize(
    ("fragment", "lines"),
    [("#L4", ["L4"]), ("#L4-L6", ["L4", "L5", "L6"]), ("#L6-L4", ["L4", "L5", "L6"]), ("#L4-6", ["L4", "L5", "L6"]),
     ("#L9-L99", ["L9", "L10"]), ("", []), ("#L99", []), ("#Lx", []), ("#<b>", [])],
)  # fmt: skip
def test_the_lines_of_the_address_are_marked_on_load(page: Page, fragment: str, lines: list[str]) -> None:
    page.goto(PAGE + fragment)
    assert marked(page) == lines


def test_marks_follow_the_address(page: Page) -> None:
    page.goto(f"{PAGE}#L4-L5")
    page.evaluate("location.hash = '#L9'")
    expect(page.locator("#L9.marked")).to_be_visible()
    assert marked(page) == ["L9"]
    page.go_back()
    expect(page.locator("#L4.marked")).to_be_visible()
    assert marked(page) == ["L4", "L5"]


def test_marked_lines_are_scrolled_into_view(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 240})
    page.goto(f"{PAGE}#L10")
    expect(page.locator("#L10")).to_be_in_viewport()


def test_the_other_language_keeps_the_marked_lines(page: Page) -> None:
    page.goto(f"{PAGE}#L4-L5")
    page.locator("#language").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#L4")).to_have_class(re.compile(r"\bmarked\b"))
    assert marked(page) == ["L4", "L5"]


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([{"line": 7, "column_start": 37, "column_end": 42}], ["86.2%"]),
        ([{"line": 7, "column_start": 28, "column_end": 34}], ["𠀀𠀀城镇化率"]),
        (
            [{"line": 5, "column_start": 17, "column_end": 21}, {"line": 6, "column_start": 0, "column_end": 2}],
            ["4559", "亿元"],
        ),
        ([{"line": 7, "column_start": 0, "column_end": 999}, {"line": 99, "column_start": 0, "column_end": 1}], []),
    ],
)
def test_the_cited_words_are_marked_in_code_points(page: Page, places: list[dict[str, int]], words: list[str]) -> None:
    page.goto(f"{PAGE}#L5-L7")
    page.evaluate(
        "places => sessionStorage.setItem('report-qa cited', JSON.stringify({url: location.href, places}))", places
    )
    page.reload()
    assert page.evaluate("[...CSS.highlights.get('cited')].map(String)") == words
    page.evaluate("location.hash = '#L9'")
    expect(page.locator("#L9.marked")).to_be_visible()
    assert page.evaluate("[...(CSS.highlights.get('cited') ?? [])].map(String)") == []
