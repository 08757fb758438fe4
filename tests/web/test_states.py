"""Every state of the widget, from the file that the demo page reads too: what it shows, and that anybody can use it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .axe import violations
from .sites import site

pytestmark = pytest.mark.browser
WEB = Path(__file__).parents[2] / "web"
SPEC: dict[str, Any] = json.loads((WEB / "demo" / "states.json").read_text(encoding="utf-8"))
STATES = {state["name"]: state for state in SPEC["states"]}
LOOKS = [(language, theme) for language in ("zh", "en") for theme in ("light", "dark")]

# What is seen of elements of the shadow tree: how many there are, and their text.
SEEN = """all => all.map(css => {
    const root = document.querySelector('report-qa').shadowRoot;
    const found = [...root.querySelectorAll(css)].filter(one => one.checkVisibility());
    return [found.length, found.map(one => one.textContent).join('|')];
})"""
CUT_OFF = """() => {
    const wide = [...document.querySelector('report-qa').shadowRoot.querySelectorAll('*')]
        .filter(one => one.checkVisibility() && !one.closest('.unseen') && one.getBoundingClientRect().right > innerWidth + 1);
    return [document.documentElement.scrollWidth > innerWidth, wide.map(one => one.className)];
}"""


class Stage:
    """The demo page on a phone of 320 pixels; a state is shown without loading the page again."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self._page = browser.new_page(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
        self._origin = origin
        self._look = ("", "")
        self.errors: list[str] = []
        self._page.on("pageerror", lambda error: self.errors.append(str(error)))
        self._page.on("dialog", lambda dialog: self.errors.append(f"a script ran: {dialog.message}"))
        self._page.on("console", lambda told: self.errors.append(told.text) if told.type == "error" else None)

    def show(self, name: str, language: str = "zh", theme: str = "light") -> Page:
        """The page with one state on it."""
        if self._look != (language, theme):
            self._page.goto(f"{self._origin}/demo/?lang={language}&theme={theme}&state=empty")
            self._page.wait_for_selector("html[data-ready]")
            self._look = (language, theme)
        self._page.evaluate("name => show(name)", name)
        return self._page

    def close(self) -> None:
        """Leave the page."""
        self._page.close()


@pytest.fixture(scope="module")
def stage(browser: Browser) -> Iterator[Stage]:
    with site(WEB) as origin:
        stage = Stage(browser, origin)
        yield stage
        stage.close()


def said(value: Any, language: str) -> Any:
    return value[language] if isinstance(value, dict) else value


@pytest.mark.parametrize(("language", "theme"), LOOKS)
@pytest.mark.parametrize("name", STATES)
def test_a_state_shows_what_its_specification_says_to_anybody(
    stage: Stage, name: str, language: str, theme: str
) -> None:
    page, state = stage.show(name, language, theme), STATES[name]
    seen = page.evaluate(SEEN, [wanted["css"] for wanted in state["shows"]] + state["hides"])
    for wanted, (count, text) in zip(state["shows"], seen, strict=False):
        assert count == wanted["count"] if "count" in wanted else count > 0, f"{wanted['css']}: {count} shown"
        assert said(wanted.get("text", ""), language) in text, f"{wanted['css']}: {text}"
    for css, (count, _) in zip(state["hides"], seen[len(state["shows"]) :], strict=True):
        assert count == 0, f"{css} is shown"
    assert page.evaluate(CUT_OFF) == [False, []]
    assert violations(page) == []
    assert stage.errors == []


@pytest.mark.parametrize(
    ("name", "figure"),
    [(name, figure) for name, reply in SPEC["replies"].items() if name != "hostile" for figure in reply["figures"]],
)
def test_the_figures_of_the_specification_stand_where_they_say(name: str, figure: dict[str, Any]) -> None:
    [report] = {one["report"] for one in SPEC["replies"][name]["citations"]}
    lines = SPEC["lines"][report]
    printed = [lines[place["line"] - 1][place["column_start"] : place["column_end"]] for place in figure["places"]]
    assert "".join(printed) == figure["text"]
