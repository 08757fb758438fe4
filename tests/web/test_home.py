"""The first page: a citation opens the source beside the conversation, at once, and gives the conversation back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from .conftest import NewPage

pytestmark = pytest.mark.browser
REPORT = "**/reports/%E6%9F%90%E5%B8%82-2022"


def ask(page: Page, question: str = "去年地区生产总值增长多少？") -> None:
    page.goto("/")
    page.get_by_role("textbox").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".answer .text")).to_be_visible()


def marked(page: Page) -> list[str]:
    ids: list[str] = page.locator(".pane .line.marked").evaluate_all("lines => lines.map(line => line.id)")
    return ids


def test_a_citation_opens_the_source_beside_the_conversation(page: Page) -> None:
    ask(page)
    page.locator(".answer .text a").first.click()
    expect(page.locator(".pane #L4.marked")).to_be_in_viewport()
    assert marked(page) == ["L4", "L5"]
    assert page.evaluate("[...CSS.highlights.get('cited')].map(String)") == ["8.5%"]
    expect(page.locator(".answer .text")).to_be_in_viewport()
    assert page.url.endswith("/")
    page.locator(".answer .text a").nth(1).click()
    expect(page.locator(".pane #L10.marked")).to_be_in_viewport()
    assert marked(page) == ["L10"]


def test_the_source_is_fetched_before_anybody_asks_for_it(page: Page) -> None:
    with page.expect_response(REPORT):
        ask(page)
    page.wait_for_function("() => performance.getEntriesByType('resource').some(one => one.name.includes('/reports/'))")
    page.route(REPORT, lambda route: route.abort())
    page.locator(".answer .text a").first.click()
    expect(page.locator(".pane #L4.marked")).to_be_visible()


def test_escape_and_the_button_give_the_citation_back(page: Page) -> None:
    ask(page)
    link = page.locator(".answer .text a").first
    for leave in ("Escape", "Button"):
        link.press("Enter")
        expect(page.locator(".pane #L4 .n")).to_be_focused()
        if leave == "Escape":
            page.keyboard.press("Escape")
        else:
            page.get_by_role("button", name="合上原文").click()
        expect(page.locator(".pane")).to_be_hidden()
        expect(link).to_be_focused()


def test_figures_and_finding_work_in_the_pane_and_stay_in_it(page: Page) -> None:
    ask(page)
    page.locator(".answer .text a").first.click()
    page.locator(".pane .figure-next").click()
    assert page.evaluate("[...CSS.highlights.get('cited')].map(String)") == ["25.5亿斤"]
    page.locator(".pane input[type=search]").fill("城镇化率")
    expect(page.locator(".pane .found")).to_have_text("第1处，共1处")
    assert page.url.endswith("/")
    page.locator(".pane-open").click()
    page.wait_for_url("**/reports/**")
    expect(page.locator(".line.marked").first).to_be_in_viewport()


def test_on_a_phone_the_source_is_a_sheet_over_the_conversation(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    ask(page)
    page.locator(".answer .text a").first.click()
    expect(page.locator(".pane #L4.marked")).to_be_in_viewport()
    assert page.locator(".pane").evaluate("pane => pane.matches(':modal')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.keyboard.press("Escape")
    expect(page.locator(".pane")).to_be_hidden()
    expect(page.locator(".answer .text")).to_be_visible()


def test_a_source_out_of_reach_is_said_so_and_linked(page: Page) -> None:
    def fail(route: Route) -> None:
        route.fulfill(status=500, body="no")

    page.route(REPORT, fail)
    ask(page)
    page.locator(".answer .text a").first.click()
    expect(page.locator(".pane-body a")).to_contain_text("原文没有取到")
    page.unroute(REPORT)
    page.locator(".answer .text a").first.click()
    expect(page.locator(".pane #L4.marked")).to_be_visible()


def test_the_page_says_what_to_expect_without_a_script(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/")
    expect(page.get_by_role("heading", name="不能做什么")).to_be_visible()
    expect(page.locator("noscript .notice")).to_contain_text("JavaScript")
    page.get_by_role("link", name="看全部数字").click()
    expect(page.locator(".ledger tbody tr").first).to_be_visible()


def test_nothing_moves_while_the_page_is_loading(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("textbox")).to_be_visible()
    shift = page.evaluate("""() => new Promise(done => {
        let sum = 0;
        new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value; })
            .observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 250);
    })""")
    assert shift < 0.01
