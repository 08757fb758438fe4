"""Asking on the page: the answer, its citations, and what happens when something goes wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.service.fake_library import REPORT, SUGGESTIONS

from .conftest import NewPage

pytestmark = pytest.mark.browser
QUESTION = "去年地区生产总值增长多少？"


def ask(page: Page, question: str = QUESTION) -> None:
    page.get_by_role("textbox").fill(question)
    page.keyboard.press("Enter")


def asked(page: Page) -> list[dict[str, Any]]:
    """The bodies of the questions that the page will send, filled as they are sent."""
    bodies: list[dict[str, Any]] = []
    page.on(
        "request",
        lambda request: (
            bodies.append(json.loads(request.post_data or "null")) if request.url.endswith("/ask") else None
        ),
    )
    return bodies


def test_a_question_is_answered_with_figures_and_numbered_citations(page: Page) -> None:
    page.goto("/")
    ask(page)
    answer = page.locator(".answer")
    expect(answer.locator(".text")).to_contain_text("地区生产总值同比增长8.5%")
    expect(answer.locator(".figures li").nth(0)).to_contain_text("2021年已完成")
    expect(answer.locator(".figures li").nth(1)).to_contain_text("2022年目标")
    expect(answer.locator(".text a").nth(0)).to_have_attribute(
        "href", f"{page.url}reports/%E6%9F%90%E5%B8%82-2022#L4-L5"
    )
    expect(answer.locator(".citations li").nth(1)).to_contain_text("地区生产总值预期增长7%以上")
    expect(answer.locator(".derived")).to_contain_text("8.5% - 7%")


def test_following_a_citation_lands_on_the_marked_lines(page: Page) -> None:
    page.goto("/")
    ask(page)
    page.locator(".answer .text a").first.click()
    page.wait_for_url("**/reports/%E6%9F%90%E5%B8%82-2022#L4-L5")
    assert page.locator(".line.marked").evaluate_all("lines => lines.map(line => line.id)") == ["L4", "L5"]
    cited = page.evaluate("[...CSS.highlights.get('cited')].map(String).join('')")
    assert cited == "全年地区生产总值同比增长8.5%，粮食产量达到25.5亿斤"
    page.locator("#back").click()
    expect(page.locator(".answer .text")).to_contain_text("8.5%")


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
    page.route("**/api/v1/ask", spoil)
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
    assert page.locator(".examples button").count() == 0


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


def test_a_service_out_of_reach_is_said_so(page: Page) -> None:
    page.goto("/")
    page.route("**/api/v1/ask", lambda route: route.abort())
    ask(page)
    expect(page.locator(".failure")).to_contain_text("连不上服务")


def test_waiting_can_be_cancelled(page: Page) -> None:
    page.goto("/")
    expect(page.locator(".examples button").first).to_be_visible()
    page.route("**/api/v1/ask", lambda route: None)  # never answered
    ask(page)
    expect(page.locator(".waiting")).to_have_text("正在查报告…")
    page.get_by_role("button", name="取消").click()
    expect(page.locator(".failure")).to_contain_text("已取消")
    expect(page.get_by_role("button", name="提问")).to_be_enabled()


def test_a_question_too_long_is_not_sent_and_not_lost(page: Page) -> None:
    bodies = asked(page)
    page.goto("/")
    expect(page.locator(".examples button").first).to_be_visible()
    ask(page, "的" * 1001)
    expect(page.get_by_role("alert")).to_contain_text("太长")
    assert page.get_by_role("textbox").input_value() == "的" * 1001
    assert [body["question"] for body in bodies] == ["你好"]


def test_an_opinion_is_sent_and_thanked_for(page: Page) -> None:
    page.goto("/")
    ask(page)
    with page.expect_request("**/api/v1/feedback") as sent:
        page.get_by_role("button", name="没用").click()
    assert sent.value.post_data_json == {"question": QUESTION, "index": "fake", "useful": False, "reason": None}
    expect(page.locator(".opinion")).to_contain_text("谢谢")


def test_clearing_forgets_the_conversation(page: Page) -> None:
    page.goto("/")
    ask(page)
    expect(page.locator(".answer")).to_be_visible()
    page.reload()
    expect(page.locator(".answer")).to_be_visible()
    page.get_by_role("button", name="清空对话").click()
    expect(page.locator(".answer")).to_have_count(0)
    page.reload()
    expect(page.locator(".examples button").first).to_be_visible()
    assert page.locator(".answer").count() == 0


def test_events_tell_the_page_around_it(page: Page) -> None:
    page.goto("/")
    page.evaluate("""() => {
        window.told = [];
        for (const name of ['report-qa-answer', 'report-qa-cite'])
            document.addEventListener(name, event => {
                window.told.push([name, event.detail.question ?? event.detail.citation.n]);
                if (name === 'report-qa-cite') event.preventDefault();
            });
    }""")
    ask(page)
    page.locator(".citations a").nth(1).click()
    assert page.evaluate("window.told") == [["report-qa-answer", QUESTION], ["report-qa-cite", 2]]
    assert page.url.endswith("/")


def test_the_page_speaks_english_to_who_reads_english(new_page: NewPage) -> None:
    page = new_page(locale="en-GB")
    page.goto("/")
    ask(page)
    expect(page.locator(".figures .tag").first).to_have_text("Done")
    page.locator("#language").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(page.locator(".figures .tag").first).to_have_text("已完成")


def test_keys_alone_are_enough(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("textbox")).to_be_focused()
    page.keyboard.type("去年")
    page.keyboard.press("Enter")
    expect(page.locator(".answer")).to_be_visible()
    expect(page.get_by_role("textbox")).to_be_focused()
