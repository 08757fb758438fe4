"""Anybody can use the pages: axe finds nothing, nothing is cut off on a narrow phone or at double size, keys reach everything."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from .axe import violations
from .conftest import NewPage

pytestmark = pytest.mark.browser
REPORT = "/reports/%E6%9F%90%E5%B8%82-2022"
PAGES = {
    "home": "/",
    "source": f"{REPORT}#L4-L5&at=4:0-2",
    "repairs": f"{REPORT}?repairs=1&at=7:37-42#L7",
    "figures": f"{REPORT}/figures?status=target&sort=value",
    "metric": "/figures?key=gdp/growth/share",
    "error": "/no-such-page",
}
CUT_OFF = """() => document.documentElement.scrollWidth > innerWidth
    && [...document.querySelectorAll('main *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
        .map(one => one.outerHTML.slice(0, 80)).slice(0, 3)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_axe_finds_nothing_on_any_page(new_page: NewPage, locale: str, scheme: Literal["light", "dark"]) -> None:
    page = new_page(color_scheme=scheme, locale=locale)
    for path in PAGES.values():
        page.goto("about:blank")
        page.goto(path)
        assert violations(page) == []
    page.goto("/")
    page.get_by_role("textbox").fill("去年")
    page.keyboard.press("Enter")
    page.locator(".answer .text a").first.click()
    expect(page.locator(".pane #L4.marked")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_nothing_is_cut_off(new_page: NewPage, locale: str) -> None:
    page = new_page(viewport={"width": 320, "height": 640}, locale=locale)
    for path in PAGES.values():
        page.goto("about:blank")
        page.goto(path)
        assert page.evaluate(CUT_OFF) is False
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 330, path


def reached(page: Page, presses: int) -> list[str]:
    """What the Tab key reaches, in order: names of classes, labels or texts."""
    names = []
    for _ in range(presses):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.className || document.activeElement.name || document.activeElement.textContent.trim()"))  # fmt: skip
    return names


def test_keys_alone_read_the_source(page: Page) -> None:
    page.goto(REPORT)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    names = reached(page, 6)
    assert names[-4:] == ["", "find", "figure-previous", "figure-next"] or "figure-next" in names
    page.locator(".figure-next").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#L4 .n")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#L5.marked")).to_be_visible()


def test_motion_is_left_out_where_it_is_unwanted(browser: Browser, address: str) -> None:
    page = browser.new_page(reduced_motion="reduce", base_url=address)
    page.goto(REPORT)
    assert page.locator("#L4").evaluate("line => getComputedStyle(line).transitionDuration") == "0s"
    page.close()
