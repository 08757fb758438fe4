"""The pages as sent: language, escaping, lines and their anchors."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient

from report_qa.service.page_words import WORDS

from .fake_library import REPORT, TITLE

PAGE = "/reports/%E6%9F%90%E5%B8%82-2022"


def test_the_first_page_asks_the_only_report(client: TestClient) -> None:
    page = client.get("/").text
    assert f'report="{REPORT}"' in page
    assert f"<h1>{TITLE}</h1>" in page
    assert '<script type="module" src="/widget/report-qa.js">' in page


def test_the_language_is_the_address_then_the_choice_then_the_browser(client: TestClient) -> None:
    assert '<html lang="zh-CN">' in client.get("/").text
    assert '<html lang="en">' in client.get("/", headers={"Accept-Language": "en-GB,en;q=0.9,zh;q=0.5"}).text
    assert '<html lang="zh-CN">' in client.get("/", headers={"Accept-Language": "fr, zh;q=0.5"}).text
    assert '<html lang="en">' in client.get("/?lang=en").text
    assert '<html lang="en">' in client.get(PAGE).text
    assert '<html lang="zh-CN">' in client.get(f"{PAGE}?lang=zh", headers={"Accept-Language": "en"}).text


def test_an_unknown_language_is_no_error(client: TestClient) -> None:
    assert client.get("/?lang=fr").status_code == 200


def test_both_languages_have_every_error_title() -> None:
    assert WORDS["zh"].error_titles.keys() == WORDS["en"].error_titles.keys()


def test_every_line_of_the_source_has_its_number_and_anchor(client: TestClient) -> None:
    page = client.get(PAGE).text
    assert re.findall(r'id="L(\d+)"', page) == [str(number) for number in range(1, 11)]


def test_the_source_is_text_on_the_page(client: TestClient) -> None:
    page = client.get(PAGE).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; " in page
    assert "<script>alert" not in page


def test_figures_are_marked_where_they_stand_across_line_ends(client: TestClient) -> None:
    page = client.get(PAGE).text
    assert '<span class="figure actual" title="地区生产总值 · 2021年 · 已完成">8.5%</span>' in page
    assert page.count('title="完成投资 · 五年来 · 已完成"') == 2
    assert '<span class="figure target" title="新建学校 · 2022年 · 目标">5—10所</span>' in page
    assert '<span class="figure undated" title="城镇化率">86.2%</span>' in page


def test_headings_are_headings(client: TestClient) -> None:
    page = client.get(PAGE).text
    assert 'role="heading" aria-level="2">一、2021年工作回顾</span>' in page
    assert '<a href="#L9">二、2022年工作安排</a>' in page
