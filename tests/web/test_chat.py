"""Asking on the page: the answer, its citations, and what happens when something goes wrong."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.service.fake_library import REPORT, SUGGESTIONS, TITLE

from .asking import ASK, QUESTION, ask, asked
from .conftest import NewPage

pytestmark = pytest.mark.browser


def test_a_question_is_answered_with_figures_and_numbered_citations(page: Page) -> None:
    page.goto("/")
    ask(page)
    answer = page.locator(".answer")
    expect(answer.locator(".text")).to_contain_text("地区生产总值同比增长8.5%")
    expect(answer.locator(".figures li").nth(0)).to_contain_text("2021年已完成")
    expect(answer.locator(".figures li").nth(1)).to_contain_text("2022年目标")
    expect(answer.locator(".text a").nth(0)).to_have_attribute(
        "href", f"{page.url}reports/%E6%9F%90%E5%B8%82-2022#L4-L5&at=4:12-16"
    )
    expect(answer.locator(".citations li").nth(1)).to_contain_text("地区生产总值预期增长7%以上")
    expect(answer.locator(".derived")).to_contain_text("8.5% - 7%")


def test_earlier_questions_are_sent_as_history(page: Page) -> None:
    bodies = asked(page)
    page.goto("/")
    for question in ("甲", "乙", "丙"):
        ask(page, question)
        expect(page.locator(".answer")).to_have_count("甲乙丙".index(question) + 1)
    assert bodies[-1] == {"question": "丙", "history": ["甲", "乙"], "report": REPORT}


@pytest.mark.parametrize(
    "question", ["<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "</textarea><b>粗</b>", "😀𠀀"]
)
def test_a_question_is_text_whatever_it_holds(page: Page, question: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.goto("/")
    ask(page, question)
    expect(page.locator(".answer")).to_be_visible()
    assert page.locator(".log .question").inner_text().endswith(question)
    assert page.locator(".log img, .log script, .log b").count() == 0


def test_a_reply_is_text_whatever_it_holds(page: Page) -> None:
    def spoil(route: Route) -> None:
        reply = json.loads(route.fetch().body().decode().replace("地区生产总值", "<img src=x onerror=alert(1)>"))
        reply["citations"][0]["url"] = "javascript:alert(1)"
        route.fulfill(json=reply)

    page.goto("/")
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.route(ASK, spoil)
    ask(page)
    expect(page.locator(".answer .text")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator(".answer img").count() == 0
    assert page.locator(".answer .text a").first.get_attribute("href") is None


def test_a_refusal_shows_related_passages_as_related(page: Page) -> None:
    page.goto("/")
    ask(page, "火星上有多少企业？")
    answer = page.locator(".answer[data-status=not_found]")
    expect(answer.locator(".related .title")).to_have_text("相关内容（不是答案）")
    expect(answer.locator(".related a").first).to_have_attribute(
        "href", f"{page.url}reports/%E6%9F%90%E5%B8%82-2022#L4"
    )
    assert answer.locator(".figures, .citations").count() == 0


def test_examples_and_follow_up_questions_ask_when_pressed(page: Page) -> None:
    page.goto("/")
    examples = page.locator(".examples button")
    expect(examples).to_have_text(list(SUGGESTIONS))
    examples.first.press("Enter")
    expect(page.locator(".log .question")).to_contain_text(SUGGESTIONS[0])
    page.locator(".answer .suggestion").nth(1).click()
    expect(page.locator(".log .question").nth(1)).to_contain_text(SUGGESTIONS[1])
    expect(page.locator(".examples")).to_be_hidden()


def test_an_error_can_be_retried_and_leaves_no_history(page: Page) -> None:
    bodies = asked(page)
    page.goto("/")
    ask(page, "坏")
    expect(page.get_by_role("alert").filter(has_text="没能得到回答")).to_be_visible()
    page.get_by_role("button", name="重试").click()
    expect(page.locator(".failure")).to_have_count(1)
    ask(page)
    expect(page.locator(".answer")).to_be_visible()
    assert bodies[-1]["history"] == []


def test_a_question_too_long_is_not_sent_and_not_lost(page: Page) -> None:
    bodies = asked(page)
    page.goto("/")
    ask(page, "的" * 1001)
    expect(page.get_by_role("alert")).to_contain_text("太长")
    assert page.get_by_role("textbox").input_value() == "的" * 1001
    assert bodies == []


def test_an_opinion_is_sent_once_with_its_reason_and_thanked_for(page: Page) -> None:
    sent: list[object] = []
    page.on("request", lambda request: sent.append(request.post_data_json) if "feedback" in request.url else None)
    page.goto("/")
    ask(page)
    page.get_by_role("button", name="没用").click()
    expect(page.get_by_role("radio", name="数字不对")).to_be_focused()
    page.get_by_role("radio", name="年份不对").check()
    page.get_by_role("textbox", name="补充").fill(" 我问的是前年 ")
    page.get_by_role("button", name="提交").click()
    expect(page.locator(".opinion [role=status]")).to_have_text("谢谢，已记下。")
    expect(page.locator(".opinion [role=status]")).to_be_focused()
    reason = "wrong_period: 我问的是前年"
    assert sent == [{"question": QUESTION, "index": "fake", "useful": False, "reason": reason}]


def test_a_reason_is_not_asked_of_who_is_content_and_not_required_of_who_is_not(page: Page) -> None:
    page.goto("/")
    ask(page)
    with page.expect_request("**/api/v1/feedback") as sent:
        page.get_by_role("button", name="有用").click()
    assert sent.value.post_data_json == {"question": QUESTION, "index": "fake", "useful": True, "reason": None}
    ask(page, "另问")
    page.get_by_role("button", name="没用").click()
    with page.expect_request("**/api/v1/feedback") as sent:
        page.get_by_role("button", name="提交").click()
    assert sent.value.post_data_json == {"question": "另问", "index": "fake", "useful": False, "reason": None}


def test_an_answer_is_copied_with_its_sources(new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/")
    ask(page)
    page.get_by_role("button", name="复制回答").click()
    expect(page.locator(".tools .said")).to_have_text("已复制。")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"问: {QUESTION}\n答: 2021年，地区生产总值同比增长8.5%，今年目标是7%以上。[1][2]\n")
    assert "由报告中的数字算出: 1.5个百分点 = 8.5% - 7%" in copied
    assert "[2] “地区生产总值预期增长7%以上” " in copied
    assert copied.endswith("数字照报告所印，此后未更新。")


def test_a_reference_has_the_form_of_gb_t_7714(new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/")
    ask(page)
    page.get_by_role("button", name="复制引文").click()
    expect(page.locator(".tools .said")).to_have_text("已复制。")
    first, second = page.evaluate("navigator.clipboard.readText()").split("\n")
    day = r"\[\d{4}-\d{2}-\d{2}\]"
    address = re.escape(f"{page.url}reports/%E6%9F%90%E5%B8%82-2022")
    assert re.fullmatch(rf"{TITLE}\[R/OL\]\. 2022: 第4—5行\(2022-02-12\){day}\. {address}#L4-L5\.", first)
    assert re.fullmatch(rf"{TITLE}\[R/OL\]\. 2022: 第10行\(2022-02-12\){day}\. {address}#L10\.", second)


def test_where_nothing_may_be_copied_the_text_is_shown_to_be_selected(page: Page) -> None:
    page.goto("/")
    page.evaluate("""() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
        document.execCommand = () => false;
    }""")
    ask(page)
    page.get_by_role("button", name="复制回答").click()
    expect(page.get_by_role("textbox", name="浏览器不让复制")).to_have_value(re.compile("8.5%"))


def test_a_link_to_an_answer_asks_it_again_with_what_it_rested_on(new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.route(ASK, lambda route: route.fulfill(json=resting_on_history(route)))
    page.goto("/")
    for question in ("甲", "那今年呢？"):
        ask(page, question)
        expect(page.locator(".question").last).to_contain_text(question)
        expect(page.locator(".answer")).to_have_count(2 if question != "甲" else 1)
    page.get_by_role("button", name="复制链接").last.click()
    expect(page.locator(".tools .said").last).to_have_text("已复制。")
    link = page.evaluate("navigator.clipboard.readText()")

    other = new_page()
    bodies = asked(other)
    other.goto(link)
    expect(other.locator(".answer")).to_have_count(1)
    expect(other.locator(".question")).to_contain_text("那今年呢？")
    expect(other.locator(".earlier")).to_have_text("此前问过：甲")
    assert [(body["question"], body["history"]) for body in bodies] == [("那今年呢？", ["甲"])]
    other.reload()
    expect(other.locator(".answer")).to_have_count(1)
    assert len(bodies) == 1
    ask(other, "丙")
    expect(other.locator(".answer")).to_have_count(2)
    assert bodies[-1]["history"] == ["甲", "那今年呢？"]


def resting_on_history(route: Route) -> object:
    """The service's reply, as one whose reading came from earlier questions."""
    reply = route.fetch().json()
    reply["interpretation"]["origin"]["metrics"] = "history"
    return reply


def test_the_source_is_shown_as_printed_with_the_figure_marked(page: Page) -> None:
    page.goto("/")
    ask(page)
    page.get_by_role("button", name="原文样子").first.click()
    expect(page.locator(".excerpt mark")).to_have_text("8.5%")
    lines = page.locator(".excerpt .line.cited")
    expect(lines).to_have_count(2)
    assert lines.nth(1).inner_text().split() == ["5", "25.5亿斤。五年来，累计完成投资4559"]
    page.get_by_role("button", name="原文样子").first.click()
    expect(page.locator(".excerpt").first).to_be_hidden()


def test_clearing_forgets_the_conversation(page: Page) -> None:
    page.goto("/")
    ask(page)
    expect(page.locator(".answer")).to_be_visible()
    page.reload()
    expect(page.locator(".answer")).to_be_visible()
    page.get_by_role("button", name="清空对话").click()
    expect(page.locator(".answer")).to_have_count(0)
    expect(page.get_by_role("textbox")).to_be_focused()
    page.reload()
    expect(page.locator(".examples button").first).to_be_visible()
    assert page.locator(".answer").count() == 0


def test_events_tell_the_page_around_it(page: Page) -> None:
    page.goto("/")
    page.evaluate("""() => {
        window.told = [];
        const note = (name, of) => addEventListener(name, event => {
            window.told.push([name, of(event.detail)]);
            event.preventDefault();
        }, true);
        note('report-qa-answer', ({ question, reply }) => [question, reply.status]);
        note('report-qa-cite', ({ citation, url, places, link }) => [citation.n, url, places, link.textContent]);
        note('report-qa-error', ({ question, code }) => [question, code]);
    }""")
    ask(page)
    page.locator(".citations .where a").nth(1).click()
    ask(page, "坏")
    expect(page.locator(".failure")).to_be_visible()
    url = f"{page.url}reports/%E6%9F%90%E5%B8%82-2022#L10&at=10:10-14"
    place = {"line": 10, "column_start": 10, "column_end": 14}
    assert page.evaluate("window.told") == [
        ["report-qa-answer", [QUESTION, "answered"]],
        ["report-qa-cite", [2, url, [place], "第10行"]],
        ["report-qa-error", ["坏", "failed"]],
    ]


def test_the_page_speaks_english_to_who_reads_english(new_page: NewPage) -> None:
    page = new_page(locale="en-GB")
    page.goto("/")
    ask(page)
    expect(page.locator(".figures .stamp").first).to_have_text("Done")
    page.locator("#language").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(page.locator(".figures .stamp").first).to_have_text("已完成")
