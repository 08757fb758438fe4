"""The source page: what the address names is marked, on load and afterwards; figures, finding, what else stands on a line."""

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


def highlighted(page: Page, name: str = "cited") -> list[str]:
    words: list[str] = page.evaluate("name => [...(CSS.highlights.get(name) ?? [])].map(String)", name)
    return words


def shows(page: Page, parts: list[str]) -> None:
    """Wait until these are the characters that are marked."""
    for _ in range(200):
        if highlighted(page) == parts:
            return
        page.wait_for_timeout(50)
    assert highlighted(page) == parts


def test_the_lines_of_the_address_are_marked_whatever_it_says(page: Page) -> None:
    page.goto(PAGE)
    for fragment, lines in (
        ("#L4", ["L4"]), ("#L4-L6", ["L4", "L5", "L6"]), ("#L6-L4", ["L4", "L5", "L6"]), ("#L4-6", ["L4", "L5", "L6"]),
        ("#L9-L99", ["L9", "L10"]), ("#L99", []), ("#Lx", []), ("#<b>", []), ("#L4&at=4:0-2", ["L4"]), ("#L5&x=%zz", ["L5"]),
    ):  # fmt: skip
        page.evaluate("fragment => { location.hash = fragment; }", fragment)
        page.wait_for_function("lines => [...document.querySelectorAll('.marked')].map(one => one.id).join() === lines", arg=",".join(lines))  # fmt: skip
        page.goto("about:blank")
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


def test_marked_lines_are_scrolled_into_view_and_focused(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 240})
    page.goto(f"{PAGE}#L10")
    expect(page.locator("#L10")).to_be_in_viewport()
    expect(page.locator("#L10 .n")).to_be_focused()


def test_the_other_language_keeps_the_marked_lines(page: Page) -> None:
    page.goto(f"{PAGE}#L4-L5")
    page.locator("#language").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#L4")).to_have_class(re.compile(r"\bmarked\b"))
    assert marked(page) == ["L4", "L5"]


def test_the_cited_characters_are_marked_in_code_points(page: Page) -> None:
    for at, words in (
        ("7:37-42", ["86.2%"]),
        ("7:28-34", ["𠀀𠀀城镇化率"]),
        ("5:17-21,6:0-2", ["4559", "亿元"]),
        ("7:0-999,99:0-1", []),
        ("7:5-2,x,7:", []),
    ):
        page.goto("about:blank")
        page.goto(f"{PAGE}#L5-L7&at={at}")
        shows(page, words)
    page.evaluate("location.hash = '#L9'")
    expect(page.locator("#L9.marked")).to_be_visible()
    shows(page, [])


def test_places_of_the_query_are_marked_too_as_long_as_their_lines_are(page: Page) -> None:
    page.goto(f"{PAGE}?at=7:37-42#L7")
    shows(page, ["86.2%"])
    page.evaluate("location.hash = '#L4'")
    expect(page.locator("#L4.marked")).to_be_visible()
    shows(page, [])


def test_next_and_previous_figure_step_through_the_ledger(page: Page) -> None:
    page.goto(PAGE)
    following, before = page.get_by_role("button", name="下一个数字"), page.get_by_role("button", name="上一个数字")
    for parts in (["8.5%"], ["25.5亿斤"], ["4559", "亿元"], ["86.2%"], ["7%以上"], ["5—10所"]):
        following.click()
        shows(page, parts)
    following.click()
    shows(page, ["8.5%"])
    before.click()
    shows(page, ["5—10所"])


def test_stepping_starts_at_the_marked_line(page: Page) -> None:
    page.goto(f"{PAGE}#L9")
    page.get_by_role("button", name="下一个数字").click()
    shows(page, ["7%以上"])
    page.goto("about:blank")
    page.goto(f"{PAGE}#L7")
    page.get_by_role("button", name="上一个数字").click()
    shows(page, ["4559", "亿元"])


def test_what_else_stands_on_a_line(page: Page) -> None:
    page.goto(PAGE)
    page.locator("#L10 .n").click()
    expect(page).to_have_url(re.compile("#L10$"))
    here = page.locator(".here")
    expect(here.locator(".here-lines")).to_have_text("第10行")
    expect(here.locator("li").nth(0)).to_contain_text("地区生产总值增长7%以上2022年目标与报告别处的数字不一致")
    expect(here.locator("li").nth(1)).to_contain_text("新建学校5—10所")
    expect(here.locator(".here-section")).to_have_text("二、2022年工作安排")
    more = here.locator("li").nth(1).get_by_role("link", name="数字表里的同一指标")
    expect(more).to_have_attribute("href", f"{PAGE}/figures?topic=%E6%96%B0%E5%BB%BA%E5%AD%A6%E6%A0%A1")
    page.locator("#L3 .n").click()
    expect(here).to_contain_text("这里没有数字")
    page.locator("#L5 .n").click(modifiers=["Shift"])
    expect(page).to_have_url(re.compile("#L3-L5$"))
    expect(here.locator("li")).to_have_count(3)


def test_following_a_figure_in_the_text_marks_it(page: Page) -> None:
    page.goto(PAGE)
    page.locator("#L6 [data-f]").click()
    shows(page, ["4559", "亿元"])
    assert marked(page) == ["L5", "L6"]
    expect(page.locator(".here li.now")).to_have_count(1)


def test_a_line_s_link_can_be_copied(new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{PAGE}#L4")
    page.get_by_role("button", name="复制链接").click()
    expect(page.locator(".copied")).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_words_are_found_across_line_ends_and_whatever_the_width(page: Page) -> None:
    page.goto(PAGE)
    box = page.get_by_role("searchbox")
    box.fill("4559亿元")
    expect(page.locator(".found")).to_have_text("第1处，共1处")
    assert highlighted(page, "found") == ["4559", "亿元"]
    box.fill("２０２２年")
    expect(page.locator(".found")).to_have_text("第1处，共1处")
    box.fill("生产总值")
    expect(page.locator(".found")).to_have_text("第1处，共2处")
    page.keyboard.press("Enter")
    expect(page.locator(".found")).to_have_text("第2处，共2处")
    page.get_by_role("button", name="上一处").click()
    expect(page.locator(".found")).to_have_text("第1处，共2处")
    box.fill("<script>alert(1)</script> & 𠀀")
    expect(page.locator(".found")).to_have_text("第1处，共1处")
    box.fill("没有的词")
    expect(page.locator(".found")).to_have_text("没有找到")
    box.press("Escape")
    expect(box).to_have_value("")
    assert highlighted(page, "found") == []


def test_repairs_are_shown_and_the_marked_line_stays(page: Page) -> None:
    page.goto(f"{PAGE}#L4-L5&at=4:0-2")
    page.get_by_role("link", name="看排印修整").click()
    expect(page.locator("del")).to_have_text("某市政府工作报告")
    assert marked(page) == ["L4", "L5"]
    shows(page, ["全年"])


def test_the_page_reads_without_a_script(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{PAGE}?at=7:37-42#L7")
    expect(page.locator("mark")).to_have_text("86.2%")
    expect(page.locator("#L7")).to_be_in_viewport()
    expect(page.locator(".tools, .here").first).to_be_hidden()
    page.locator(".outline summary").click()
    page.get_by_role("link", name="二、2022年工作安排").click()
    expect(page.locator("#L9")).to_be_in_viewport()


def test_the_page_prints_its_lines_and_no_tools(page: Page) -> None:
    page.goto(f"{PAGE}#L4")
    page.emulate_media(media="print")
    expect(page.locator(".tools")).to_be_hidden()
    expect(page.locator(".here")).to_be_hidden()
    expect(page.locator("#L10 .t")).to_be_visible()
