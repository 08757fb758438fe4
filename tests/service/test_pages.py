"""The pages as sent: language, escaping, lines and their anchors, marks that need no script, repairs, caching."""

from __future__ import annotations

import json
import re
from dataclasses import fields

import pytest
from fastapi.testclient import TestClient

from report_qa.service.figures_words import FIGURES_WORDS
from report_qa.service.home_words import HOME_WORDS
from report_qa.service.page_words import WORDS
from report_qa.service.source_words import SOURCE_WORDS

from .fake_library import REPORT, SOURCE, TITLE

PAGE = "/reports/%E6%9F%90%E5%B8%82-2022"


def text_of(page: str, line: int) -> str:
    """The text of a line as the page holds it, without its tags."""
    found = re.search(rf'id="L{line}".*?class="t"[^>]*>(.*?)</span></div>', page, re.DOTALL)
    assert found
    plain = re.sub(r"<[^>]*>", "", found[1])
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", '"').replace("&amp;", "&")


def test_the_first_page_asks_the_only_report(client: TestClient) -> None:
    page = client.get("/").text
    assert f'report="{REPORT}"' in page
    assert re.search(rf"<h1[^>]*>{TITLE}</h1>", page)
    assert re.search(r'<script type="module" blocking="render" src="/widget/[0-9a-f]{12}/report-qa.js">', page)
    assert 'rel="modulepreload"' in page


def test_the_first_page_says_what_to_expect(client: TestClient) -> None:
    page = client.get("/").text
    for said in (HOME_WORDS["zh"].what_said, *HOME_WORDS["zh"].read_said, *HOME_WORDS["zh"].cannot_said):
        assert said in page
    assert f'href="{PAGE}/figures"' in page


def test_the_language_is_the_address_then_the_choice_then_the_browser(client: TestClient) -> None:
    assert '<html lang="zh-CN">' in client.get("/").text
    assert '<html lang="en">' in client.get("/", headers={"Accept-Language": "en-GB,en;q=0.9,zh;q=0.5"}).text
    assert '<html lang="zh-CN">' in client.get("/", headers={"Accept-Language": "fr, zh;q=0.5"}).text
    assert '<html lang="en">' in client.get("/?lang=en").text
    assert '<html lang="en">' in client.get(PAGE).text
    assert '<html lang="zh-CN">' in client.get(f"{PAGE}?lang=zh", headers={"Accept-Language": "en"}).text


def test_an_unknown_language_is_no_error(client: TestClient) -> None:
    assert client.get("/?lang=fr").status_code == 200


@pytest.mark.parametrize("words", [WORDS, HOME_WORDS, SOURCE_WORDS, FIGURES_WORDS])
def test_both_languages_say_as_much(words: dict[str, object]) -> None:
    for one in fields(words["zh"]):  # type: ignore[arg-type]
        chinese, english = getattr(words["zh"], one.name), getattr(words["en"], one.name)
        assert bool(chinese)
        assert bool(english)
        if isinstance(chinese, str):
            assert chinese.count("{}") == english.count("{}"), one.name
        else:
            assert len(chinese) == len(english), one.name


@pytest.mark.parametrize(
    ("written", "chinese", "english"),
    [("2022-02-12", "2022年2月12日", "12 February 2022"), ("2022-02", "2022年2月", "February 2022"), ("2022", "2022年", "2022")],
)  # fmt: skip
def test_a_date_is_told_as_far_as_it_is_known(written: str, chinese: str, english: str) -> None:
    assert (WORDS["zh"].date(written), WORDS["en"].date(written)) == (chinese, english)


def test_every_line_of_the_source_has_its_number_and_anchor(client: TestClient) -> None:
    page = client.get(PAGE).text
    assert re.findall(r'id="L(\d+)"', page) == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize("query", ["", "?at=7:28-42+4:0-3", "?repairs=1", "?repairs=1&at=1:2-5"])
def test_a_line_holds_its_characters_and_no_other(client: TestClient, query: str) -> None:
    page = client.get(PAGE + query).text
    assert [text_of(page, number) for number in range(1, 11)] == [SOURCE.line(number) for number in range(1, 11)]


def test_the_source_is_text_on_the_page(client: TestClient) -> None:
    page = client.get(PAGE).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; " in page
    assert "<script>alert" not in page


def test_figures_are_marked_where_they_stand_across_line_ends(client: TestClient) -> None:
    page = client.get(PAGE).text
    assert re.search(r'<span class="f actual" data-f="\d" title="地区生产总值 · 2021年 · 已完成">8.5%</span>', page)
    assert page.count('title="完成投资 · 五年来 · 已完成"') == 2
    assert re.search(r'<span class="f target" data-f="\d" title="新建学校 · 2022年 · 目标">5—10所</span>', page)
    assert re.search(r'<span class="f " data-f="\d" title="城镇化率">86.2%</span>', page)


def test_headings_are_headings_and_stand_in_the_margin(client: TestClient) -> None:
    page = client.get(PAGE).text
    assert re.search(r'role="heading" aria-level="2">\s*一、2021年工作回顾\s*</span>', page)
    assert '<a href="#L9">二、2022年工作安排</a>' in page
    assert '<b aria-hidden="true">二、2022年工作安排</b>' in page


def test_the_characters_that_an_address_names_are_marked_without_a_script(client: TestClient) -> None:
    page = client.get(f"{PAGE}?at=7:37-42").text
    assert re.search(r"<mark[^>]*>86.2%</mark>", page)
    assert re.search(r'class="line marked" id="L7"', page)
    assert client.get(PAGE).text.count("<mark") == 0


def test_marks_count_code_points_and_cut_figures(client: TestClient) -> None:
    page = client.get(f"{PAGE}?at=7:28-34,7:37-39").text
    assert re.findall(r"<mark[^>]*>([^<]*)</mark>", page) == ["𠀀𠀀城镇化率", "86"]
    assert ">.2%</span>" in page


@pytest.mark.parametrize("at", ["x", "0:1-2", "99:0-1", "4:5-5", "4:9-2", "<script>", "4:1", "9" * 300, ""])
def test_places_that_are_none_mark_nothing(client: TestClient, at: str) -> None:
    page = client.get(PAGE, params={"at": at})
    assert page.status_code == 200
    assert "<mark" not in page.text


def test_repairs_of_the_print_are_shown_on_demand(client: TestClient) -> None:
    assert "<del" not in client.get(PAGE).text
    page = client.get(f"{PAGE}?repairs=1").text
    assert re.search(r"<del[^>]*>某市政府工作报告</del>", page)
    assert re.search(r'class="line joins" id="L4"', page)
    assert page.count('<span class="count">') == 2
    assert "?repairs=1" in client.get(PAGE).text


def test_the_page_s_script_gets_the_figures_by_place(client: TestClient) -> None:
    [data] = re.findall(r'<script type="application/json" class="spots">(.*?)</script>', client.get(PAGE).text)
    spots = json.loads(data)
    assert [
        "5:17-21 6:0-2",
        [["4559亿元", "完成投资", "累计", "五年来", "actual", "完成投资/level/money", False]],
    ] in spots
    assert sum(figure[-1] for _, figures in spots for figure in figures) == 2


def test_a_page_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get(PAGE)
    assert first.headers["cache-control"] == "no-cache"
    again = client.get(PAGE, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["content-security-policy"] == first.headers["content-security-policy"]
    other = client.get(f"{PAGE}?lang=en", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


def test_long_pages_are_packed_for_who_takes_them(client: TestClient) -> None:
    packed = client.get(PAGE, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.text == client.get(PAGE, headers={"Accept-Encoding": "identity"}).text
