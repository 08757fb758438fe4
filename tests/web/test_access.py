"""Anybody can use the pages: axe finds nothing serious, and nothing is cut off on a narrow phone."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .conftest import NewPage

pytestmark = pytest.mark.browser
PAGES = {"chat": "/", "source": "/reports/%E6%9F%90%E5%B8%82-2022#L4-L5", "error": "/no-such-page"}


def serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['html'][:120]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def talk(page: Page) -> None:
    """A conversation that shows an answer, a refusal and an error."""
    expect(page.locator(".examples button").first).to_be_visible()
    for question, shown in (("去年", ".answer"), ("火星", ".related"), ("坏", ".failure")):
        page.get_by_role("textbox").fill(question)
        page.keyboard.press("Enter")
        expect(page.locator(shown).first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(new_page: NewPage, name: str, scheme: Literal["light", "dark"]) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(PAGES[name])
    if name == "chat":
        talk(page)
    assert serious(page) == []


@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_off_at_320_pixels(new_page: NewPage, name: str, locale: str) -> None:
    page = new_page(viewport={"width": 320, "height": 640}, locale=locale)
    page.goto(PAGES[name])
    if name == "chat":
        talk(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_answers_are_announced(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("log")).to_have_attribute("aria-live", "polite")
