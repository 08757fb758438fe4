"""What a stranger comes for, done in the page alone, on the shipped report as it is really read and answered."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from report_qa.library.build import CACHE, build
from report_qa.library.library import Library
from report_qa.settings import load_settings
from tests.service.serving import serving

from .asking import ask
from .conftest import NewPage

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[str]:
    """A service over the shipped report, its index built by the code as it is."""
    folder = tmp_path_factory.mktemp("tasks")
    if (cache := root / "index" / CACHE).is_dir():
        shutil.copytree(cache, folder / CACHE)
    build(load_settings(data_dir=root / "data", index_dir=folder))
    with serving(folder, Library.open, data_dir=root / "data") as (host, port):
        yield f"http://{host}:{port}"


@pytest.fixture
def visitor(new_page: NewPage, service: str) -> Page:
    """A stranger on the first page."""
    page = new_page(base_url=service, permissions=["clipboard-read", "clipboard-write"])
    page.goto("/")
    return page


def answer(page: Page, question: str) -> None:
    """Ask, and wait until the answer stands there."""
    before = page.locator(".answer").count()
    ask(page, question)
    expect(page.locator(".answer")).to_have_count(before + 1)


def only_figure(page: Page, text: str, status: str) -> None:
    """The last answer gives one figure, done or promised."""
    figures = page.locator(".answer").last.locator(".figures li")
    expect(figures).to_have_count(1)
    expect(figures.locator(".amount")).to_have_text(text)
    expect(figures.locator(f".stamp.{status}")).to_be_visible()


def test_finds_last_year_s_growth_and_the_line_that_it_stands_on(visitor: Page) -> None:
    answer(visitor, "去年GDP增长了多少？")
    only_figure(visitor, "8.5%", "actual")
    visitor.get_by_role("link", name="第66–68行").click()
    expect(visitor.locator(".pane #L66.marked")).to_be_in_viewport()
    assert visitor.evaluate("[...CSS.highlights.get('cited')].map(String)") == ["8.5%"]
    expect(visitor.locator(".answer .text")).to_be_in_viewport()


def test_finds_this_year_s_target_with_its_qualifier(visitor: Page) -> None:
    answer(visitor, "今年GDP增长目标是多少？")
    only_figure(visitor, "8%左右", "target")


def test_takes_a_figure_along_for_a_quotation_with_its_source(visitor: Page) -> None:
    answer(visitor, "今年粮食产量的目标")
    only_figure(visitor, "25.5亿斤以上", "target")
    visitor.get_by_role("button", name="复制引文").click()
    expect(visitor.locator(".tools .said")).to_have_text("已复制。")
    reference = visitor.evaluate("navigator.clipboard.readText()")
    assert reference.startswith("2022年包头市政府工作报告[R/OL]. 2022: 第149—150行(2022-02-12)[")
    assert reference.endswith("/reports/baotou-2022#L149-L150.")


def test_is_set_right_after_a_false_premise(visitor: Page) -> None:
    answer(visitor, "去年GDP增长了9.5%，对吗？")
    expect(visitor.locator(".answer .text")).to_have_text(re.compile(r"^不是。.*8\.5%"))
    only_figure(visitor, "8.5%", "actual")


def test_hears_that_the_report_does_not_say(visitor: Page) -> None:
    answer(visitor, "包头有几个火车站？")
    expect(visitor.locator(".answer .head")).to_have_text("报告没有说")
    expect(visitor.locator(".related .title")).to_have_text("相关内容（不是答案）")
    assert visitor.locator(".answer .figures, .answer .citations").count() == 0


def test_asks_on(visitor: Page) -> None:
    answer(visitor, "去年GDP增长了多少？")
    answer(visitor, "那今年呢？")
    only_figure(visitor, "8%左右", "target")


def test_does_the_same_in_english(new_page: NewPage, service: str) -> None:
    page = new_page(base_url=service, locale="en-GB")
    page.goto("/")
    answer(page, "How much did GDP grow last year?")
    only_figure(page, "8.5%", "actual")
    expect(page.locator(".stamp.actual")).to_have_text("Done")
    answer(page, "What about this year?")
    only_figure(page, "8%左右", "target")
    page.get_by_role("link", name=re.compile("^lines? 66")).click()
    expect(page.locator(".pane #L66.marked")).to_be_in_viewport()


def test_does_the_same_by_keyboard(visitor: Page) -> None:
    for _ in range(20):
        visitor.keyboard.press("Tab")
        if visitor.evaluate("document.activeElement.localName") == "report-qa":
            break
    while visitor.evaluate("document.querySelector('report-qa').shadowRoot.activeElement.localName") != "textarea":
        visitor.keyboard.press("Tab")
    visitor.keyboard.type("去年GDP增长了多少？")
    visitor.keyboard.press("Enter")
    only_figure(visitor, "8.5%", "actual")
    while visitor.evaluate("document.querySelector('report-qa').shadowRoot.activeElement.dataset.n") != "1":
        visitor.keyboard.press("Shift+Tab")
    visitor.keyboard.press("Enter")
    expect(visitor.locator(".pane #L66.marked")).to_be_in_viewport()
    visitor.keyboard.press("Escape")
    expect(visitor.locator(".pane")).to_be_hidden()
    expect(visitor.locator(".citations .where a")).to_be_focused()
