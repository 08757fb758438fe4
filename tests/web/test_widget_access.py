"""Anybody can use the widget: by keyboard alone, by ear, at double size, without motion, on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .asking import QUESTION, ask
from .axe import violations
from .conftest import NewPage

pytestmark = pytest.mark.browser


def focused(page: Page) -> str:
    """What has the focus in the widget: its class, else its name."""
    return str(
        page.evaluate("""() => {
            const one = document.querySelector('report-qa').shadowRoot.activeElement;
            return one ? one.className || one.id || one.textContent : '';
        }""")
    )


def tab(page: Page, until: str, back: bool = False) -> list[str]:
    """Press Tab until something has the focus; what had it on the way."""
    passed: list[str] = []
    while focused(page) != until:
        assert len(passed) < 40, f"{until} is not reached: {passed}"
        page.keyboard.press("Shift+Tab" if back else "Tab")
        passed.append(focused(page))
    return passed


def test_keys_alone_are_enough(page: Page) -> None:
    page.goto("/")
    tab(page, "question")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".answer")).to_be_visible()
    assert focused(page) == "question"
    tab(page, "mark", back=True)
    tab(page, "look")
    page.keyboard.press("Enter")
    expect(page.locator(".excerpt mark")).to_have_text("8.5%")
    tab(page, "useless")
    page.keyboard.press("Space")
    expect(page.get_by_role("radio", name="数字不对")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="年份不对")).to_be_checked()
    tab(page, "send-opinion")
    page.keyboard.press("Enter")
    expect(page.locator(".opinion")).to_contain_text("谢谢")
    tab(page, "suggestion")
    page.keyboard.press("Enter")
    expect(page.locator(".answer")).to_have_count(2)
    assert focused(page) == "turn"
    tab(page, "clear")
    page.keyboard.press("Enter")
    expect(page.locator(".turn")).to_have_count(0)
    assert focused(page) == "question"


def test_shift_and_enter_start_a_line_and_an_input_method_keeps_its_enter(page: Page) -> None:
    page.goto("/")
    box = page.get_by_role("textbox")
    box.fill("甲")
    box.press("Shift+Enter")
    page.keyboard.type("乙")
    assert box.input_value() == "甲\n乙"
    box.evaluate(
        "box => box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))"
    )
    assert page.locator(".turn").count() == 0


def test_answers_and_errors_are_announced_in_few_words(page: Page) -> None:
    page.goto("/")
    announcer = page.locator(".announcer[role=status]")
    ask(page)
    expect(announcer).to_have_text("2021年，地区生产总值同比增长8.5%，今年目标是7%以上。[1][2] 出处2处。")
    ask(page, "火星")
    expect(announcer).to_have_text("报告没有提到火星。")
    ask(page, "坏")
    expect(page.locator(".failure[role=alert]")).to_contain_text("服务出了错")
    expect(page.get_by_role("log")).to_have_attribute("aria-busy", "false")


def test_every_control_has_a_name_and_a_size_to_hit(page: Page) -> None:
    page.goto("/")
    ask(page)
    sizes = page.locator(
        "report-qa"
    ).evaluate("""element => [...element.shadowRoot.querySelectorAll('button, textarea, input')]
        .filter(one => one.checkVisibility()).map(one => [one.className, Math.min(one.offsetWidth, one.offsetHeight)])""")
    assert [name for name, size in sizes if size < 24] == []


def test_nothing_is_lost_at_double_size(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 640, "height": 480}, device_scale_factor=1)
    page.goto("/")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    ask(page)
    expect(page.locator(".figures")).to_be_visible()
    right = page.locator("report-qa").evaluate("""element => Math.max(...[...element.shadowRoot.querySelectorAll('*')]
        .filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().right))""")
    assert right <= 640
    page.get_by_role("textbox").scroll_into_view_if_needed()
    expect(page.get_by_role("textbox")).to_be_in_viewport()


def test_what_is_done_and_what_is_promised_differ_without_colour(page: Page) -> None:
    page.goto("/")
    ask(page)
    done, goal = page.locator(".stamp.actual"), page.locator(".stamp.target")
    expect(done).to_have_text("已完成")
    expect(goal).to_have_text("目标")
    expect(done).to_have_css("border-top-style", "solid")
    expect(goal).to_have_css("border-top-style", "dashed")
    shape = "(one) => getComputedStyle(one, '::before').transform"
    assert done.evaluate(shape) != goal.evaluate(shape)


def test_nothing_moves_for_who_wants_no_motion(new_page: NewPage) -> None:
    page = new_page(reduced_motion="reduce")
    page.goto("/")
    page.route("**/api/v1/ask", lambda route: None)
    ask(page)
    expect(page.locator(".waiting")).to_be_visible()
    assert page.locator(".waiting").evaluate("one => getComputedStyle(one, '::after').animationName") == "none"


def test_on_paper_stand_the_answer_and_the_addresses_of_its_sources(page: Page) -> None:
    page.goto("/")
    ask(page)
    expect(page.locator(".figures")).to_be_visible()
    page.emulate_media(media="print")
    for css in (".figures", ".citations", ".dateline"):
        expect(page.locator(css)).to_be_visible()
    for css in (".ask", ".foot", ".answer .suggestions"):
        expect(page.locator(css)).to_be_hidden()
    printed = page.locator(".citations .where a").first.evaluate("one => getComputedStyle(one, '::after').content")
    assert "attr(href)" in printed or "/reports/" in printed


def test_axe_is_not_blind_to_what_stands_in_the_widget(page: Page) -> None:
    page.goto("/")
    ask(page)
    expect(page.locator(".figures")).to_be_visible()
    assert violations(page) == []
    page.evaluate("document.querySelector('report-qa').style.setProperty('--report-qa-soft', '#ddd')")
    assert any(one.startswith("color-contrast") for one in violations(page))
