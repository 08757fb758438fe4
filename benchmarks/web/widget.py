"""What the widget costs a site: its size, and the time from the service's reply to the answer on the screen.

    python -m benchmarks.web.widget

Times are the median of five, each with a cold cache, of a service over a made-up report.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.web.made_up import LONG
from benchmarks.web.pages import FLAGS, RUNS, Row, repeat, served
from report_qa.settings import shipped_folder

SIZE_BYTES = 30_000
SHOWN_MS = 50
_IMPORT = re.compile(rb'^(?:import|export) .* from "\./([\w-]+\.js)";$', re.MULTILINE)

# From the last byte of the reply to the frame in which the answer is drawn: the browser's own clock for both.
ASKED = """async question => {
    const element = document.querySelector('report-qa');
    const drawn = new Promise(done => element.addEventListener('report-qa-answer', () =>
        requestAnimationFrame(() => { const port = new MessageChannel(); port.port2.onmessage = () => done(performance.now());
            port.port1.postMessage(null); }), { once: true }));
    await element.ask(question);
    const shown = await drawn;
    const replies = performance.getEntriesByType('resource').filter(one => one.name.endsWith('/api/v1/ask'));
    return shown - replies.at(-1).responseEnd;
}"""


def modules(folder: Path, name: str = "report-qa.js") -> dict[str, bytes]:
    """A module and all that it imports, by name."""
    found: dict[str, bytes] = {}
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found[one] = (folder / one).read_bytes()
            waiting += [other.decode() for other in _IMPORT.findall(found[one])]
    return found


def shown(page: Page) -> float:
    """Milliseconds from the reply to the answer, of the second question (the first warms the service)."""
    page.evaluate(ASKED, "今年粮食产量是多少？")
    return float(page.evaluate(ASKED, "去年粮食产量是多少？"))


def rows(browser: Browser, url: str) -> Iterator[Row]:
    """Every row, in order."""
    parts = modules(shipped_folder("web"))
    size = sum(len(gzip.compress(part, mtime=0)) for part in parts.values())
    yield Row(f"{len(parts)} modules, compressed, bytes", size, SIZE_BYTES)
    page = f"{url}/?report={quote(LONG)}"
    yield Row("answer shown after the reply, ms", median(repeat(browser, page, shown)), SHOWN_MS)


def main() -> None:
    """Measure and print; exits 1 where a bar is missed."""
    with sync_playwright() as playwright:
        found = os.environ.get("REPORT_QA_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        with served() as url:
            measured = list(rows(browser, url))
        browser.close()
    print(f"Medians of {RUNS}")
    for row in measured:
        print(f"{row.name:<58}{row.value:9.1f}   (bar {row.bar:g})")
    raise SystemExit(any(row.bar is not None and row.value > row.bar for row in measured))


if __name__ == "__main__":
    main()
