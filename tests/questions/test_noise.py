"""Questions without their noise, and the language that they are in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.questions.noise import clean_question, language_of, simplified

PADDING = "今天天气不错，我出门买菜遇到了邻居老王，他跟我聊了很多家常。" * 12


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("去年GDP多少？", "去年GDP多少？"),
        ("你好，请问去年GDP多少？谢谢！", "去年GDP多少？"),
        ("麻烦你帮我查一下去年粮食产量，急急急", "去年粮食产量"),
        ("我想了解一下医保", "医保"),
        ("２０２３年ＧＤＰ，涨了百分之几（％）？", "2023年GDP，涨了百分之几（%）？"),
        ("去年廣州的糧食產量", "去年广州的粮食产量"),
        ("<b>去年</b>GDP<script>alert(1)</script>多少😀👍🏽", "去年GDP多少"),
        ("&lt;i&gt;GDP&lt;/i&gt;多少", "GDP多少"),
        ("去年\x00GDP\u200b多少\ufeff", "去年GDP多少"),
        ("包 头 去 年 GDP 多少", "包头去年GDP多少"),
        ("GDP多少？？？？", "GDP多少？"),
        ("zf欠的钱还上了吗", "政府欠的钱还上了吗"),
        ("有冇起新嘅公园", "有没有起新的公园"),
        ("Could you please tell me how much GDP grew? Thanks", "how much GDP grew?"),
        ("Hello, what   was the growth rate?", "what was the growth rate?"),
        ("气温25℃，面积100㎡", "气温25°C，面积100m2"),
        ("投了1000000000元吗", "投了1000000000元吗"),
        ("1<2 and 3>2?", "1<2 and 3>2?"),
    ],
)
def test_noise_goes_and_the_question_stays(typed: str, clean: str) -> None:
    assert clean_question(typed) == clean


@pytest.mark.parametrize("typed", ["你好", "谢谢", "请问", "👍", "我想问的是城镇的"])
def test_a_text_of_nothing_else_is_kept(typed: str) -> None:
    assert clean_question(typed) == typed


def test_the_sentence_that_asks_is_kept_out_of_padding() -> None:
    assert clean_question(f"{PADDING}去年粮食产量是多少？{PADDING}") == "去年粮食产量是多少？"
    assert clean_question("啊" * 600 + "去年粮食产量是多少") == "啊去年粮食产量是多少"
    assert clean_question(" " * 600 + "去年粮食产量是多少") == "去年粮食产量是多少"


def test_a_sentence_that_leans_on_the_one_before_brings_it_along() -> None:
    padding = "我家住在老城边上。" + "昨天下了一整天的雨，路上都是水。" * 12
    assert (
        clean_question(f"{padding}去年发了新的育儿补贴。这个补贴一共多少钱？")
        == "去年发了新的育儿补贴。这个补贴一共多少钱？"
    )


def test_a_long_text_that_asks_nothing_is_kept() -> None:
    text = "".join(f"第{number}条是关于道路的意见。" for number in range(30))
    assert clean_question(text) == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("去年GDP多少", "zh"),
        ("what's 社零", "zh"),
        ("How much did GDP grow?", "en"),
        ("GDP growth", "en"),
        ("women jobs", "en"),
        ("baotou gdp zengzhang duoshao", "zh"),
        ("GDP 2023", "zh"),
        ("2023?", "zh"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_simplified_text_is_left_as_it_is() -> None:
    assert simplified("著名的乾隆皇后在后面") == "著名的乾隆皇后在后面"
    assert simplified("臺灣與廣東的經濟") == "台湾与广东的经济"


@given(st.text(max_size=300))
def test_cleaning_never_fails_and_shows_no_control_letters(text: str) -> None:
    clean = clean_question(text)
    assert bool(clean) == bool(text.split()) or not clean.isspace()
    if clean != " ".join(text.split()):
        assert not any(letter in clean for letter in "\n\r\t\x00\u200b")


@given(st.text(alphabet="去年粮食产量多少？，GDP增长 2023%吗", min_size=1, max_size=60))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_question(text)
    assert clean_question(once) == once
