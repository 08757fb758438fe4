"""A service that is slow, down or talks nonsense: the reader is told, nothing wrong is shown, and asking again works."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from .asking import ASK, ask, asked

pytestmark = pytest.mark.browser
TOO_MANY = {"error": {"code": "too_many_requests", "message": "/srv/app.py failed", "hint": "Traceback"}}


def never(_: Route) -> None:
    """No reply at all."""


def answering(status: int, body: str, **headers: str) -> Callable[[Route], None]:
    """A service that answers every question so."""
    told = {"Content-Type": "application/json", **{name.replace("_", "-"): value for name, value in headers.items()}}
    return lambda route: route.fulfill(status=status, body=body, headers=told)


def spoiled(**fields: Any) -> Callable[[Route], None]:
    """A service whose replies are right but for some fields; `figures__text` is a field of each figure."""

    def spoil(route: Route) -> None:
        reply = route.fetch().json()
        for name, value in fields.items():
            target, _, part = name.partition("__")
            if part:
                for one in reply[target]:
                    one[part] = value
            else:
                reply[target] = value
        route.fulfill(json=reply)

    return spoil


def asks_again_and_is_answered(page: Page) -> None:
    page.unroute(ASK)
    page.get_by_role("button", name="重试").click()
    expect(page.get_by_role("textbox")).to_be_focused()
    expect(page.locator(".answer .text")).to_contain_text("8.5%")
    assert page.locator(".failure").count() == 0


def test_a_slow_service_is_said_to_be_slow_and_given_up_in_the_end(page: Page) -> None:
    page.clock.install()
    page.goto("/")
    page.route(ASK, never)
    ask(page)
    expect(page.locator(".waiting")).to_have_text("正在查报告…")
    page.clock.fast_forward(7_000)
    expect(page.locator(".waiting")).to_contain_text("比平时慢")
    expect(page.locator(".announcer")).to_contain_text("比平时慢")
    page.clock.fast_forward(24_000)
    expect(page.get_by_role("alert").filter(has_text="太久没有回应")).to_be_visible()
    asks_again_and_is_answered(page)


def test_waiting_can_be_cancelled(page: Page) -> None:
    page.goto("/")
    page.route(ASK, never)
    ask(page)
    expect(page.get_by_role("button", name="提问")).to_be_disabled()
    page.get_by_role("button", name="取消").click()
    expect(page.locator(".failure")).to_contain_text("已取消")
    expect(page.get_by_role("button", name="提问")).to_be_enabled()
    expect(page.get_by_role("textbox")).to_be_focused()
    asks_again_and_is_answered(page)


def test_a_question_takes_the_place_of_one_still_under_way(page: Page) -> None:
    bodies = asked(page)
    page.goto("/")
    # By its words and not by taking the route away: that lets what waits go on to the service.
    page.route(ASK, lambda route: never(route) if "甲" in (route.request.post_data or "") else route.continue_())
    ask(page, "甲")
    expect(page.locator(".waiting")).to_be_visible()
    ask(page, "乙")
    expect(page.locator(".answer")).to_have_count(1)
    expect(page.locator(".failure")).to_contain_text("已取消")
    assert [body["history"] for body in bodies] == [[], []]


def test_without_a_network_it_says_so_until_it_is_back(page: Page) -> None:
    page.goto("/")
    page.context.set_offline(True)
    expect(page.locator(".offline")).to_have_text("现在没有网络。连上以后可以继续问。")
    ask(page)
    expect(page.get_by_role("alert").filter(has_text="问题没有送出")).to_be_visible()
    page.context.set_offline(False)
    expect(page.locator(".offline")).to_be_hidden()
    asks_again_and_is_answered(page)


def test_a_service_out_of_reach_is_said_so(page: Page) -> None:
    page.goto("/")
    page.route(ASK, lambda route: route.abort())
    ask(page)
    expect(page.get_by_role("alert").filter(has_text="连不上服务")).to_be_visible()
    asks_again_and_is_answered(page)


def test_too_many_questions_may_be_tried_again_when_the_service_says(page: Page) -> None:
    page.clock.install()
    page.goto("/")
    page.route(ASK, answering(429, json.dumps(TOO_MANY), Retry_After="20"))
    ask(page)
    retry = page.locator(".retry")
    expect(retry).to_be_disabled()
    expect(retry).to_have_text("20 秒后可重试")
    page.clock.run_for(5_000)
    expect(retry).to_have_text("15 秒后可重试")
    page.clock.run_for(16_000)
    expect(retry).to_be_enabled()
    assert "Traceback" not in page.locator(".log").inner_text()
    asks_again_and_is_answered(page)


def test_a_time_that_is_none_holds_nobody_up(page: Page) -> None:
    page.goto("/")
    for header in ("", "soon", "-5", "0", "Mon, 01 Jan 2001 00:00:00 GMT"):
        page.route(ASK, answering(429, "{}", Retry_After=header))
        ask(page, f"等{header}")
        expect(page.locator(".failure").last).to_contain_text("提问的人太多")
        expect(page.locator(".retry").last).to_be_enabled()


NONSENSE = [
    (500, "<h1>Traceback (most recent call last)</h1> /srv/app.py", "服务出了错"),
    (500, json.dumps(TOO_MANY), "服务出了错"),
    (502, "", "服务出了错"),
    (503, "{}", "还没有准备好"),
    (404, '{"error": {"code": "report_unknown", "message": "", "hint": ""}}', "没有这份报告"),
    (404, "not json", "服务出了错"),
    (200, "", "不完整"),
    (200, "<!doctype html><title>A login page</title>", "不完整"),
    (200, "null", "不完整"),
    (200, "[]", "不完整"),
    (200, '"text"', "不完整"),
    (200, '{"status": "answered", "answer": "99%"}', "不完整"),
]
BROKEN: list[dict[str, Any]] = [
    {"status": "sure"}, {"answer": None}, {"answer": 5}, {"figures": None}, {"figures": {}}, {"figures": [None]},
    {"figures__text": 8.5}, {"figures__citation": "1"}, {"figures__places": [{"line": "4"}]}, {"figures__status": "done"},
    {"citations__n": None}, {"citations__url": 5}, {"citations__line_start": -1}, {"citations__section": "一"},
    {"suggestions": "甲"}, {"nearest": 0}, {"derived": [1]}, {"index": None},
]  # fmt: skip


def test_an_error_or_nonsense_is_named_and_nothing_of_it_is_shown(page: Page) -> None:
    page.goto("/")
    for number, (status, body, told) in enumerate(NONSENSE, 1):
        page.route(ASK, answering(status, body))
        ask(page, f"第{number}问")
        expect(page.locator(".failure")).to_have_count(number)
        expect(page.locator(".failure").last).to_contain_text(told)
    shown = page.locator(".log").inner_text()
    assert not any(word in shown for word in ("Traceback", "/srv", "99%", "<"))
    assert page.locator(".answer").count() == 0


def test_a_reply_that_breaks_the_contract_is_not_shown_at_all(page: Page) -> None:
    page.goto("/")
    for number, fields in enumerate(BROKEN, 1):
        page.route(ASK, spoiled(**fields))
        ask(page, f"第{number}问")
        expect(page.locator(".failure")).to_have_count(number)
        expect(page.locator(".failure").last).to_contain_text("不完整")
    assert page.locator(".answer").count() == 0


def test_a_reply_with_more_than_the_contract_is_shown(page: Page) -> None:
    page.goto("/")
    page.route(ASK, spoiled(figures__remark="new", more={"a": 1}, interpretation=None))
    ask(page)
    expect(page.locator(".figures li")).to_have_count(2)


def test_an_opinion_that_cannot_be_sent_is_not_thanked_for_falsely(page: Page) -> None:
    page.goto("/")
    ask(page)
    page.route("**/api/v1/feedback", lambda route: route.abort())
    page.get_by_role("button", name="有用").click()
    expect(page.locator(".opinion")).to_contain_text("这次没能记下")


def test_a_memory_that_is_nonsense_is_forgotten(page: Page) -> None:
    page.goto("/")
    ask(page)
    expect(page.locator(".answer")).to_be_visible()
    for kept in ("nonsense", "{}", '[{"question": 5}]', '[{"question": "甲", "earlier": [], "reply": {}}]'):
        page.evaluate("kept => Object.keys(sessionStorage).forEach(key => sessionStorage.setItem(key, kept))", kept)
        page.reload()
        expect(page.get_by_role("textbox")).to_be_visible()
        assert page.locator(".turn").count() == 0
