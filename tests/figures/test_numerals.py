"""Numbers as printed, Arabic and Chinese, against cases worked by hand and against a speller written the other way."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.figures.numbers import find_numbers
from report_qa.figures.numerals import arabic, chinese, fold_numerals, fold_width, numeral, scale_of

DIGITS = "零一二三四五六七八九"


def spell(number: int) -> str:
    """A whole number in Chinese numerals, the long way: every place said, 零 for a gap."""
    if number == 0:
        return "零"
    parts: list[str] = []
    for scale, word in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, number = divmod(number, scale) if scale > 1 else (number, 0)
        if section:
            if parts and section < 1000:
                parts.append("零")
            parts.append(spell_section(section) + word)
        elif parts and number and not parts[-1].endswith("零"):
            pass
    return "".join(parts)


def spell_section(number: int) -> str:
    said, gap = "", False
    for scale, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            said += ("零" if gap and said else "") + DIGITS[digit] + word
            gap = False
        else:
            gap = True
    return said


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_chinese_reads_what_is_spelled(number: int) -> None:
    assert chinese(spell(number)) == number


@given(st.text(max_size=12))
def test_chinese_never_raises(text: str) -> None:
    value = chinese(text)
    assert value is None or value >= 0


@given(st.text(max_size=40))
def test_folding_width_keeps_positions(text: str) -> None:
    assert len(fold_width(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二十", 20), ("十五", 15), ("两千", 2000), ("三万五千", 35000), ("三万五", 35000), ("一百二", 120),
        ("一百零二", 102), ("二〇二一", 2021), ("三点五", Decimal("3.5")), ("一亿零三万", 100030000), ("百", 100),
    ],
)  # fmt: skip
def test_chinese_numerals(text: str, value: Decimal) -> None:
    assert chinese(text) == value


@pytest.mark.parametrize("text", ["", "点", "三点", "元整", "一二百", "百千"])
def test_what_is_no_numeral(text: str) -> None:
    assert chinese(text) is None


def test_thousands_are_parted_by_half_width_commas() -> None:
    assert arabic("1,234,567.50") == Decimal("1234567.50")
    assert fold_width("１，２３４．５％") == "1,234.5%"
    assert fold_width("2，234家，１２，３４５") == "2，234家，12,345"


def test_other_scripts_of_numerals_fold_character_for_character() -> None:
    assert fold_numerals("壹佰貳拾萬元，１２．５億元") == "一百二十万元，12.5亿元"
    assert fold_numerals("陆地、队伍、收拾、伍仁") == "陆地、队伍、收拾、伍仁"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1万6千", 16000), ("16.4亿", 1640000000), ("100万三千", 1003000), ("2千零30万", 20300000), ("10万万", 10**9),
        ("4.78万亿", 4780000000000), ("1,234.5", Decimal("1234.5")), ("贰佰零伍", 205), ("两億", 2 * 10**8),
    ],
)  # fmt: skip
def test_mixed_numerals(text: str, value: Decimal) -> None:
    assert numeral(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "1.2.3亿", "十一十二", "七十百", "20.3万零400", "五十千", "1" * 40, "1\u0663亿", "万一千万亿五亿万零亿x"],
)
def test_what_writes_no_number(text: str) -> None:
    assert numeral(text) is None


@given(st.text(alphabet="0123456789.,零一二两三五九十百千万亿点壹佰１２．", max_size=24))
def test_numerals_never_raise_and_are_never_negative(text: str) -> None:
    value = numeral(text)
    assert value is None or value >= 0


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("增长１．５倍，三万五千户", ["1.5", "35000"]), ("百分之七十百分位", ["70"]), ("二十五分之一", ["0.04"]), ("三又二分之一", ["3.5"]),
        ("陆地上的队伍", []), ("1.2.3亿", ["None"]), ("亿万", []), (".75", []), ("1,234家", ["1234"]), ("3/4", ["0.75"]),
    ],
)  # fmt: skip
def test_every_number_of_a_text(text: str, read: list[str]) -> None:
    assert [str(one.value) for one in find_numbers(text)] == read


@given(st.text(max_size=60))
def test_numbers_lie_in_order(text: str) -> None:
    found = find_numbers(text)
    assert all(left.end <= right.start for left, right in zip(found, found[1:], strict=False))
    assert all(0 <= one.start < one.end <= len(text) for one in found)


def test_scale_words_multiply() -> None:
    assert [scale_of(word) for word in ("", "万", "千万", "亿", "万亿")] == [1, 10**4, 10**7, 10**8, 10**12]


@pytest.mark.shared
def test_cases_of_other_projects(shared: Path) -> None:
    """Chinese numerals of cn2an's strict tests whose reading the house shares, negative ones and coins aside."""
    rows = [json.loads(line) for line in (shared / "numbers" / "cases.jsonl").read_text(encoding="utf-8").splitlines()]
    strict = [row for row in rows if row["suite"] == "cn2an/cn2an_test:strict_data_dict"]
    plain = [
        row for row in strict
        if isinstance(row["expected"], int | float) and not set(row["input"]) - set("零一二两三四五六七八九十百千万亿点")
    ]  # fmt: skip
    assert len(plain) >= 30
    wrong = [
        (row["input"], str(chinese(row["input"])))
        for row in plain
        if chinese(row["input"]) != Decimal(str(row["expected"]))
    ]
    assert wrong == []
