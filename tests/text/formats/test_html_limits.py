"""Markup made to exhaust a parser is refused before it is parsed; sloppy markup is not."""

from __future__ import annotations

import pytest

from report_qa.errors import SourceError
from report_qa.text.formats.html import extract_html
from report_qa.text.formats.html_limits import MAX_LENGTH, check_markup

TEXT = "全市地区生产总值完成3200亿元，增长6.5%，好于预期。"


@pytest.mark.parametrize(
    "tag", ["div", "pre", "b", "font", "table", "section", "unknown", "svg", "a", "select", "form"]
)
def test_a_hundred_thousand_nested_elements_are_refused(tag: str) -> None:
    with pytest.raises(SourceError, match="too deep"):
        extract_html(f"<html><body>{f'<{tag}>' * 100_000}{TEXT}".encode())


@pytest.mark.parametrize("tag", ["p", "li", "td", "dd"])
def test_elements_that_close_one_another_may_be_many(tag: str) -> None:
    assert extract_html(f"<html><body>{f'<{tag}>' * 20_000}{TEXT}".encode()).text == TEXT


def test_formatting_that_a_parser_would_copy_into_every_paragraph_is_refused() -> None:
    marks = "".join(f"<b id=b{number}>" for number in range(3000))
    with pytest.raises(SourceError, match="too deep"):
        check_markup(f"<html><body>{marks}{'<p>x' * 3000}")


def test_a_sloppy_page_is_read() -> None:
    body = "".join(f"<div><font color=red><b>{TEXT}</font>" for _ in range(200))
    assert extract_html(f"<html><body>{body}".encode()).text.split("\n") == [TEXT] * 200


def test_a_huge_attribute_is_no_harm_and_thousands_are_refused() -> None:
    huge = f'<html><body><p style="{"x" * 2_000_000}" class="{"a b" * 100_000}">{TEXT}</p>'
    assert extract_html(huge.encode()).text == TEXT
    many = " ".join(f"a{number}=1" for number in range(20_000))
    with pytest.raises(SourceError, match="attributes"):
        extract_html(f"<html><body><p {many}>{TEXT}</p>".encode())


def test_an_endless_page_is_refused() -> None:
    with pytest.raises(SourceError, match="larger"):
        check_markup(" " * (MAX_LENGTH + 1))


@pytest.mark.parametrize("noise", ["<" * 200_000, "&" * 200_000, "<!--" * 50_000, "</p>" * 50_000, "<p " * 50_000])
def test_noise_is_no_article(noise: str) -> None:
    with pytest.raises(SourceError):
        extract_html(f"<html><body>{noise}".encode())
