"""What the pages cost a browser, beside an empty page: the bars of first paint, marking, scrolling, filtering and typing.

    python -m benchmarks.web.pages [--url http://localhost:8000 --report ID]

Every time is the median of five, each with a cold cache. Without `--url` a service over two made-up reports is started: one of
34,000 characters, and a print of 5,000 lines. With it, a running service and one of its reports are measured.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import cast
from urllib.parse import quote

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.responses import HTMLResponse

from benchmarks.web.made_up import LONG, PRINT, MadeUpLibrary
from report_qa.library.library import Library
from report_qa.service import create_app
from report_qa.settings import load_settings

RUNS = 5
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
EMPTY = "<!doctype html><html lang=en><meta charset=utf-8><title>Empty</title><p>Empty"

# Notes the first paint, when a thing is there to be used, shifts of the layout and long tasks; runs before any script of the page.
WATCH = """
window.seen = { ready: null, shift: 0, tasks: [] };
new PerformanceObserver(list => { for (const one of list.getEntries()) if (!one.hadRecentInput) seen.shift += one.value; })
    .observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver(list => { for (const one of list.getEntries()) seen.tasks.push(one.duration); })
    .observe({ type: 'longtask', buffered: true });
const look = () => {
    const there = document.querySelector('report-qa')?.shadowRoot?.querySelector('textarea')
        ?? document.querySelector('.reader[data-ready]') ?? (document.body?.matches('.scripted') || document.title === 'Empty' || null);
    if (there) seen.ready = performance.now(); else requestAnimationFrame(look);
};
look();
"""
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
SCROLL = """async () => {
    seen.tasks.length = 0;
    const height = document.documentElement.scrollHeight;
    for (let top = 0; top < height; top += innerHeight * 0.8) {
        scrollTo(0, top);
        await new Promise(requestAnimationFrame);
    }
    await new Promise(done => setTimeout(done, 60));
    return Math.max(0, ...seen.tasks);
}"""
FILTER = """words => {
    const box = document.querySelector('[name=topic]');
    const started = performance.now();
    box.value = words;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    document.querySelector('.ledger').getBoundingClientRect();
    return performance.now() - started;
}"""
# From the press on a citation to the frame in which its line is marked in the pane.
CITE = """async () => {
    const link = document.querySelector('report-qa').shadowRoot.querySelector('.answer .text a');
    const started = performance.now();
    link.click();
    while (!document.querySelector('.pane .line.marked')) await new Promise(requestAnimationFrame);
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - started;
}"""


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing: what, how much in milliseconds (or shift), and the bar."""

    name: str
    value: float
    bar: float | None


def main() -> None:
    """Measure and print; exits 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--url", help="a running service; by default one over made-up reports is started")
    parser.add_argument("--report", help="the report to measure there")
    asked = parser.parse_args()
    with sync_playwright() as playwright:
        found = os.environ.get("REPORT_QA_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        with served() as own:
            rows = list(measure(browser, asked.url or own, own, [asked.report] if asked.report else [LONG, PRINT]))
        browser.close()
    for row in rows:
        bar = "" if row.bar is None else f"   (bar {row.bar:g})"
        print(f"{row.name:<58}{row.value:9.3f}{bar}" if row.value < 1 else f"{row.name:<58}{row.value:9.1f}{bar}")
    raise SystemExit(any(row.bar is not None and row.value > row.bar for row in rows))


def measure(browser: Browser, url: str, own: str, reports: list[str]) -> Iterator[Row]:
    """Every row, in order; `own` serves the empty page."""
    empty = [opened(browser, f"{own}/empty") for _ in range(RUNS)]
    yield Row("empty page: first paint, ms", median(one[0] for one in empty), None)
    ask = f"{url}/?report={quote(reports[0])}"
    yield from opening(browser, "home", ask)
    yield Row("citation to marked line, ms", median(repeat(browser, ask, cited)), 100)
    yield Row("home: longest task while typing, ms", median(repeat(browser, ask, typed)), 50)
    for report in reports:
        page = f"{url}/reports/{quote(report)}"
        yield from opening(browser, f"source of {report}", page)
        yield from opening(browser, f"source of {report}, a line far down", f"{page}#L250")
        yield Row(f"source of {report}: longest task while scrolling, ms", median(repeat(browser, page, scrolled)), 50)
    page = f"{url}/reports/{quote(reports[0])}/figures"
    yield from opening(browser, "figures", page)
    yield Row("figures: a filter, ms", median(repeat(browser, page, filtered)), 50)
    yield Row("figures: longest task while typing, ms", median(repeat(browser, page, typed)), 50)


def opening(browser: Browser, name: str, address: str) -> Iterator[Row]:
    """First paint, ready, and layout shift of a page."""
    runs = [opened(browser, address) for _ in range(RUNS)]
    yield Row(f"{name}: first paint, ms", median(one[0] for one in runs), 300)
    yield Row(f"{name}: ready, ms", median(one[1] for one in runs), 300)
    yield Row(f"{name}: layout shift", median(one[2] for one in runs), 0.01)


@contextmanager
def fresh(browser: Browser, address: str) -> Iterator[Page]:
    """A page in a context of its own, loaded."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function("() => window.seen?.ready")
    yield page
    context.close()


def opened(browser: Browser, address: str) -> tuple[float, float, float]:
    """First paint and ready in milliseconds after the request, and how much of the layout shifted."""
    with fresh(browser, address) as page:
        page.wait_for_function(f"() => {PAINT}")
        page.wait_for_timeout(120)
        return page.evaluate(PAINT), page.evaluate("seen.ready"), page.evaluate("seen.shift")


def repeat(browser: Browser, address: str, act: Callable[[Page], float]) -> list[float]:
    """What an act costs, five times, each on a fresh page."""
    costs = []
    for _ in range(RUNS):
        with fresh(browser, address) as page:
            costs.append(act(page))
    return costs


def cited(page: Page) -> float:
    page.get_by_role("textbox").fill("去年粮食产量是多少？")
    page.keyboard.press("Enter")
    page.locator(".answer .text a").first.wait_for()
    page.wait_for_timeout(600)  # a reader reads the answer before following its citation
    return float(page.evaluate(CITE))


def scrolled(page: Page) -> float:
    return float(page.evaluate(SCROLL))


def typed(page: Page) -> float:
    page.evaluate("seen.tasks.length = 0")
    page.get_by_role("textbox").or_(page.locator("[name=topic]")).first.press_sequentially("去年粮食产量", delay=40)
    page.wait_for_timeout(100)
    return float(page.evaluate("Math.max(0, ...seen.tasks)"))


def filtered(page: Page) -> float:
    return median(float(page.evaluate(FILTER, words)) for words in ("粮", "粮食", "就业", "路", ""))


@contextmanager
def served() -> Iterator[str]:
    """A service over the made-up reports, with an empty page beside."""
    app = create_app(
        load_settings(log_level="ERROR", feedback_db=os.devnull), lambda _: cast("Library", MadeUpLibrary())
    )
    app.add_route("/empty", lambda _: HTMLResponse(EMPTY))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.05)
        host, port = listener.getsockname()
        try:
            yield f"http://{host}:{port}"
        finally:
            server.should_exit = True
            thread.join(timeout=10)


if __name__ == "__main__":
    main()
