"""What a person does with the widget, in a test's words."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

QUESTION = "去年地区生产总值增长多少？"
ASK = "**/api/v1/ask"


def ask(page: Page, question: str = QUESTION) -> None:
    """Type a question and send it."""
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
