"""The widget on other people's sites: two lines, a strict policy, a sandboxed frame, a corner of the page, their own look."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.service.fake_library import REPORT
from tests.service.serving import serving

from .asking import ask
from .conftest import NewPage
from .sites import site

pytestmark = pytest.mark.browser
WEB = Path(__file__).parents[2] / "web"
# What the strictest of sites sends: nothing from anywhere but the service's scripts and answers; no styles, no markup from text.
STRICT = "default-src 'none'; frame-src 'self'; script-src {service}; connect-src {service}; require-trusted-types-for 'script'; trusted-types 'none'"
PAGE = """<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>A site</title>{head}
<script type="module" src="{service}/widget/report-qa.js"></script>
<report-qa report="{report}" {attributes}></report-qa></html>"""


def colour(page: Page, css: str, name: str = "backgroundColor") -> str:
    return str(page.locator(css).first.evaluate("(one, name) => getComputedStyle(one)[name]", name))


class Site:
    """A site on another origin than the service's; its pages hold the widget."""

    def __init__(self, folder: Path, origin: str, service: str) -> None:
        self.folder, self.origin, self.service = folder, origin, service

    def write(self, attributes: str = "", *, name: str = "index.html", lang: str = "zh", head: str = "") -> str:
        """Write a page with the widget's two lines; its address."""
        page = PAGE.format(service=self.service, report=REPORT, attributes=attributes, lang=lang, head=head)
        (self.folder / name).write_text(page, encoding="utf-8")
        return f"{self.origin}/{name}"


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site whose policy allows the service's scripts and answers, and nothing else; the service allows it, and frames."""
    folder = tmp_path_factory.mktemp("site")
    policy: list[str] = []
    with site(folder, policy) as origin, serving(folder, allowed_origins=f"{origin},null") as (host, port):
        policy.append(STRICT.format(service=f"http://{host}:{port}"))
        yield Site(folder, origin, f"http://{host}:{port}")


def test_another_site_under_a_strict_policy_needs_two_lines(new_page: NewPage, strict: Site) -> None:
    page = new_page()
    page.add_init_script(
        "addEventListener('securitypolicyviolation', event => (window.broken ??= []).push(event.violatedDirective))"
    )
    page.goto(strict.write(lang="en"))
    ask(page, "去年")
    link = page.locator(".answer .text a").first
    expect(link).to_have_attribute("href", f"{strict.service}/reports/%E6%9F%90%E5%B8%82-2022#L4-L5&at=4:12-16")
    assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener")
    expect(page.locator(".dateline")).to_contain_text("From “2022年某市政府工作报告”, 2022-02-12")
    expect(page.locator(".figures .stamp.actual")).to_have_css("border-top-style", "solid")
    page.get_by_role("button", name="As printed").first.click()
    expect(page.locator(".excerpt mark")).to_have_text("8.5%")
    page.get_by_role("button", name="Useful", exact=True).click()
    expect(page.locator(".opinion")).to_contain_text("Thank you, noted.")
    assert page.evaluate("window.broken ?? []") == []


def test_a_site_that_is_not_allowed_gets_nothing(new_page: NewPage, tmp_path: Path) -> None:
    with site(tmp_path) as origin, serving(tmp_path) as (host, port):
        page = new_page()
        page.goto(Site(tmp_path, origin, f"http://{host}:{port}").write())
        assert page.get_by_role("textbox").count() == 0


def test_it_works_in_a_sandboxed_frame_that_may_only_run_scripts(new_page: NewPage, strict: Site) -> None:
    strict.write(name="inner.html")
    frame = '<iframe sandbox="allow-scripts" src="inner.html" width="700" height="700" title="A frame"></iframe>'
    (strict.folder / "outer.html").write_text(f"<!doctype html><title>A site</title>{frame}", encoding="utf-8")
    page = new_page()
    page.goto(f"{strict.origin}/outer.html")
    inner = page.frame_locator("iframe")
    inner.get_by_role("textbox").fill("去年")
    inner.get_by_role("button", name="提问").click()
    expect(inner.locator(".figures .amount").first).to_have_text("8.5%")
    inner.get_by_role("textbox").fill("火星")
    inner.get_by_role("textbox").press("Enter")
    expect(inner.locator(".related li")).to_have_count(2)
    inner.get_by_role("button", name="没用").last.click()
    inner.get_by_role("button", name="提交").click()
    expect(inner.locator(".opinion").last).to_contain_text("谢谢")
    inner.get_by_role("button", name="复制链接").last.click()
    expect(inner.locator(".tools .said").last).not_to_be_empty()


def test_a_button_in_the_corner_opens_the_panel_and_gives_the_focus_back(new_page: NewPage, strict: Site) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(strict.write("floating"))
    page.evaluate("addEventListener('report-qa-toggle', event => (window.told ??= []).push(event.detail.open))")
    launcher = page.get_by_role("button", name="问报告")
    expect(page.get_by_role("dialog")).to_be_hidden()
    launcher.press("Enter")
    expect(page.get_by_role("textbox")).to_be_focused()
    assert page.get_by_role("dialog").bounding_box() == {"x": 0, "y": 0, "width": 320, "height": 640}
    ask(page, "去年")
    expect(page.locator(".answer")).to_be_visible()
    page.keyboard.press("Escape")
    expect(launcher).to_be_focused()
    launcher.click()
    page.get_by_role("button", name="收起").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.evaluate("window.told") == [True, False, True, False]
    page.evaluate("document.querySelector('report-qa').setAttribute('open', '')")
    expect(page.locator(".answer")).to_be_visible()


def test_a_height_keeps_the_question_box_in_sight(new_page: NewPage, strict: Site) -> None:
    page = new_page()
    page.goto(strict.write('height="30rem"'))
    for number in (1, 2, 3):
        ask(page, "甲乙丙"[number - 1])
        expect(page.locator(".answer")).to_have_count(number)
    box = page.locator(".panel").bounding_box()
    assert box is not None
    assert box["height"] == 480
    expect(page.get_by_role("textbox")).to_be_in_viewport()
    expect(page.locator(".question").last).to_be_in_viewport()
    page.evaluate("document.querySelector('report-qa').setAttribute('height', 'nonsense')")
    assert page.locator(".panel").evaluate("panel => panel.offsetHeight") > 480


@pytest.mark.parametrize(
    ("attributes", "head", "dark"),
    [('theme="dark"', "", True), ('theme="light"', '<meta name="color-scheme" content="dark">', False), ("", "", False),
     ("", '<meta name="color-scheme" content="light dark">', True), ('theme="purple"', "", False)],
)  # fmt: skip
def test_the_theme_is_the_site_s_or_what_reader_and_page_agree_on(
    new_page: NewPage, strict: Site, attributes: str, head: str, dark: bool
) -> None:
    page = new_page(color_scheme="dark")
    page.goto(strict.write(attributes, head=head))
    expect(page.get_by_role("textbox")).to_be_visible()
    assert colour(page, ".panel") == ("rgb(30, 28, 26)" if dark else "rgb(255, 254, 251)")


def test_a_site_gives_it_its_own_look(new_page: NewPage, strict: Site) -> None:
    page = new_page()
    page.goto(strict.write())
    page.evaluate("""() => {
        const own = {accent: '#004d40', 'on-accent': '#fffde7', card: '#e0f2f1', ink: '#263238', font: 'monospace'};
        for (const [name, value] of Object.entries(own))
            document.querySelector('report-qa').style.setProperty(`--report-qa-${name}`, value);
    }""")
    assert colour(page, ".send") == "rgb(0, 77, 64)"
    assert colour(page, ".send", "color") == "rgb(255, 253, 231)"
    assert colour(page, ".panel") == "rgb(224, 242, 241)"
    assert colour(page, ".ask label", "fontFamily") == "monospace"


def test_attributes_may_change_and_the_element_may_move(new_page: NewPage, strict: Site) -> None:
    page = new_page()
    page.goto(strict.write('examples="甲？|乙？"'))
    expect(page.locator(".examples button")).to_have_text(["甲？", "乙？"])
    ask(page, "去年")
    expect(page.locator(".figures .stamp.target")).to_have_text("目标")
    page.evaluate("document.querySelector('report-qa').lang = 'en'")
    expect(page.locator(".figures .stamp.target")).to_have_text("Target")
    page.evaluate("document.body.append(document.createElement('main'))")
    page.evaluate("document.querySelector('main').append(document.querySelector('report-qa'))")
    expect(page.locator("main .answer")).to_have_count(1)
    ask(page, "火星")
    expect(page.locator(".related li")).to_have_count(2)


def test_the_page_s_own_code_may_ask_and_listen(new_page: NewPage, strict: Site) -> None:
    page = new_page()
    page.goto(strict.write())
    expect(page.get_by_role("textbox")).to_be_visible()
    reply = page.evaluate("document.querySelector('report-qa').ask('  去年  ')")
    assert (reply["status"], reply["figures"][0]["text"]) == ("answered", "8.5%")
    assert page.evaluate("document.querySelector('report-qa').ask('   ')") is None
    assert page.evaluate("document.querySelector('report-qa').ask('坏')") is None
    page.evaluate("document.querySelector('report-qa').clear()")
    expect(page.locator(".turn")).to_have_count(0)


def imported(name: str, seen: dict[str, bytes]) -> dict[str, bytes]:
    """A module of `web/` and all that it imports, by name."""
    if name not in seen:
        seen[name] = (WEB / name).read_bytes()
        for other in re.findall(rb'^(?:import|export) .* from "\./([\w-]+\.js)";$', seen[name], re.MULTILINE):
            imported(other.decode(), seen)
    return seen


def test_the_widget_with_all_that_it_imports_is_at_most_30_kb() -> None:
    parts = imported("report-qa.js", {})
    assert len(parts) > 10
    assert sum(len(gzip.compress(part)) for part in parts.values()) <= 30_000


def test_no_text_is_ever_read_as_markup() -> None:
    writes = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|\beval\b")
    for name, part in imported("report-qa.js", {}).items():
        assert not writes.search(part.decode()), name
