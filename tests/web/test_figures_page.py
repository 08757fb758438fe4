"""The figures page: filters and sorts in the page, says so in the address, and leads to the characters."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import NewPage

pytestmark = pytest.mark.browser
PAGE = "/reports/%E6%9F%90%E5%B8%82-2022/figures"


def shown(page: Page) -> list[str]:
    texts: list[str] = page.locator(".ledger tbody tr:visible .value b").all_inner_texts()
    return texts


def test_filters_narrow_the_table_as_one_types(page: Page) -> None:
    requests: list[str] = []
    page.goto(PAGE)
    page.on("request", lambda request: requests.append(request.url))
    page.get_by_label("主题").fill("经济总量")
    expect(page.locator(".shown")).to_have_text("显示 2 个，共 6 个")
    assert shown(page) == ["8.5%", "7%以上"]
    page.get_by_role("combobox", name="性质").select_option("目标")
    assert shown(page) == ["7%以上"]
    page.get_by_label("主题").fill("火星")
    expect(page.locator(".shown")).to_have_text("没有符合条件的数字。")
    page.get_by_role("link", name="清除筛选").click()
    expect(page.locator(".shown")).to_have_text("显示 6 个，共 6 个")
    page.get_by_role("combobox", name="时间").select_option("五年来")
    assert shown(page) == ["4559亿元"]
    page.get_by_role("combobox", name="时间").select_option("全部")
    page.get_by_role("combobox", name="单位").select_option("斤")
    assert shown(page) == ["25.5亿斤"]
    assert [url for url in requests if not url.endswith("icon.svg")] == []


def test_the_address_and_the_downloads_say_what_is_shown(page: Page) -> None:
    page.goto(PAGE)
    page.get_by_role("combobox", name="性质").select_option("目标")
    page.locator("[data-sort=value]").click()
    expect(page).to_have_url(re.compile(r"\?status=target&sort=value$"))
    page.wait_for_function("() => document.querySelector('.download').search === '?status=target'")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").first.click()
    assert "5—10所" in download.value.path().read_text(encoding="utf-8-sig")
    assert "8.5%" not in download.value.path().read_text(encoding="utf-8-sig")
    page.reload()
    assert shown(page) == ["7%以上", "5—10所"]
    page.locator("#language").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert shown(page) == ["7%以上", "5—10所"]


def test_the_table_sorts_in_the_page_as_the_service_does(page: Page) -> None:
    page.goto(PAGE)
    for column in ("value", "period", "status", "line", "value"):
        page.locator(f"[data-sort={column}]").click()
        page.wait_for_function(
            "column => location.search.includes(`sort=${column}`) || column === 'line' && !location.search", arg=column
        )
        expect(page.locator("th[aria-sort=ascending]")).to_have_class(re.compile(column))
        here = shown(page)
        page.reload()
        assert shown(page) == here
    page.locator("[data-sort=value]").press("Enter")
    expect(page.locator("th[aria-sort=descending]")).to_have_class(re.compile("value"))
    assert shown(page)[:3] == ["86.2%", "8.5%", "7%以上"]


def test_a_figure_leads_to_its_characters(page: Page) -> None:
    page.goto(PAGE)
    page.locator(".ledger tbody tr").nth(2).get_by_role("link").click()
    page.wait_for_url("**/reports/**#L5")
    expect(page.locator("mark").first).to_have_text("4559")
    assert page.evaluate("[...CSS.highlights.get('cited')].map(String)") == ["4559", "亿元"]


def test_a_result_and_its_target_lead_to_their_lines(page: Page) -> None:
    page.goto(PAGE)
    row = page.locator(".pairs tbody tr")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("已完成 同比增长 8.5%")
    expect(row.locator("svg")).to_have_count(2)
    row.get_by_role("link", name="7%以上").click()
    page.wait_for_url("**#L10")
    expect(page.locator("mark")).to_have_text("7%以上")


def test_the_page_works_without_a_script(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(PAGE)
    page.get_by_label("主题").fill("粮食")
    page.get_by_role("button", name="筛选").click()
    assert shown(page) == ["25.5亿斤"]
    page.locator(".ledger thead a").nth(2).click()
    expect(page).to_have_url(re.compile("topic=.*sort=value"))
    assert shown(page) == ["25.5亿斤"]


def test_what_is_typed_is_never_markup(page: Page) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.goto(f"{PAGE}?topic=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.get_by_label("主题")).to_have_value('"><img src=x onerror=alert(1)>')
    assert page.locator("img").count() == 0
    assert shown(page) == []
