"""The widget on another site: one script tag, one element."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.service.fake_library import REPORT
from tests.service.serving import serving

from .conftest import NewPage

pytestmark = pytest.mark.browser


@contextmanager
def site(folder: Path) -> Iterator[str]:
    """The origin of a site that serves a folder."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("allowed", [True, False])
def test_the_widget_works_on_an_allowed_site_only(new_page: NewPage, tmp_path: Path, allowed: bool) -> None:
    with site(tmp_path) as origin, serving(tmp_path, allowed_origins=origin if allowed else "") as (host, port):
        service = f"http://{host}:{port}"
        (tmp_path / "index.html").write_text(
            f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>A site</title>
            <script type="module" src="{service}/widget/report-qa.js"></script>
            <report-qa report="{REPORT}" lang="zh"></report-qa></html>""",
            encoding="utf-8",
        )
        page = new_page()
        page.goto(origin)
        if not allowed:
            assert page.get_by_role("textbox").count() == 0
            return
        page.get_by_role("textbox").fill("去年")
        page.get_by_role("button", name="提问").click()
        link = page.locator(".answer .text a").first
        expect(link).to_have_attribute("href", f"{service}/reports/%E6%9F%90%E5%B8%82-2022#L4-L5")


def test_the_widget_is_small() -> None:
    web = Path(__file__).parents[2] / "web"
    parts = ("report-qa.js", "answer-view.js", "ask-client.js", "strings.js", "styles.js")
    assert sum((web / part).stat().st_size for part in parts) < 30_000
