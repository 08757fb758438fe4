"""Whether figures match: numbers equal and whole, units equal, qualifiers aside."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report_qa.evaluation.amounts import fold, han_number, scan
from report_qa.evaluation.match import (
    figures_match,
    occurrences,
    own_qualifiers,
    phrase_stands_in,
    qualifiers,
    read_quantity,
    stands_in,
)

UNITS = st.sampled_from(["", "%", "个", "人", "人次", "元", "美元", "个百分点", "斤", "平方米", "微克/立方米"])
SCALES = st.sampled_from(["", "万", "亿", "万亿"])
NUMBERS = st.decimals(Decimal("0.1"), Decimal(99999), places=1).map(lambda number: f"{number.normalize():f}")
FRONTS = st.sampled_from(["", "超", "超过", "近", "约", "不低于", "至少", "突破"])
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

TAILS = st.sampled_from(["", "以上", "以下", "左右", "以内"])


@given(NUMBERS, SCALES, UNITS, FRONTS, TAILS)
def test_a_figure_matches_itself_whatever_its_qualifiers(
    number: str, scale: str, unit: str, front: str, tail: str
) -> None:
    plain = f"{number}{scale}{unit}"
    assert figures_match(f"{front}{plain}{tail}", plain)
    assert figures_match(plain, f"{front}{plain}{tail}")


@given(NUMBERS, SCALES, UNITS, FRONTS, TAILS)
def test_a_figure_stands_in_prose_that_holds_it(number: str, scale: str, unit: str, front: str, tail: str) -> None:
    plain = f"{number}{scale}{unit}"
    assert stands_in(plain, f"2021年，这一项达到 {front}{plain}{tail}[1]，比上年好。")


@given(st.integers(1, 9), NUMBERS, SCALES, UNITS)
def test_a_longer_number_never_gives_a_figure_that_it_ends_with(digit: int, number: str, scale: str, unit: str) -> None:
    plain = f"{number}{scale}{unit}"
    assert not figures_match(f"{digit}{plain}", plain)
    assert not stands_in(plain, f"这一项达到{digit}{plain}。")


@given(NUMBERS, NUMBERS, SCALES, UNITS)
def test_two_figures_of_one_unit_match_when_their_numbers_are_equal(
    one: str, other: str, scale: str, unit: str
) -> None:
    same = Decimal(one) == Decimal(other)
    assert figures_match(f"{one}{scale}{unit}", f"{other}{scale}{unit}") is same


@given(NUMBERS, UNITS, UNITS)
def test_two_figures_of_one_number_match_when_their_units_are_equal(number: str, one: str, other: str) -> None:
    assert figures_match(number + one, number + other) is (one == other)


@given(st.integers(0, 99_999_999))
def test_a_number_reads_the_same_in_chinese_numerals(number: int) -> None:
    assert han_number(_in_chinese(number)) == number


def _in_chinese(number: int) -> str:
    """Standard Chinese numerals, written for this test."""
    if number >= 10_000:
        low = number % 10_000
        zero = "零" if 0 < low < 1_000 else ""
        return _in_chinese(number // 10_000) + "万" + zero + (_in_chinese(low) if low else "")
    words = ""
    gap = False
    for place, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            words += ("零" if gap and words else "") + "零一二三四五六七八九"[digit] + word
        gap = digit == 0
    return words or "零"


@pytest.mark.parametrize(
    ("given", "gold"),
    [
        ("51%以上", "51%"),
        ("１２００万人", "1200万人以上"),
        ("25.5 亿 斤", "25.5亿斤"),
        ("1,200元", "1200元"),
        ("1.39万亿斤", "13900亿斤"),
        ("2200余场", "2200场"),
        ("1100多万", "1100万"),
        ("近九成", "九成"),
        ("600万头（只）以上", "600万头"),
        ("二十件", "20件"),
        ("三万五千人", "3.5万人"),
        ("1.79∶1", "1.79∶1"),
        ("3.3万至3.5万元", "3.3万-3.5万元"),
    ],
)
def test_figures_that_match(given: str, gold: str) -> None:
    assert figures_match(given, gold)


@pytest.mark.parametrize(
    ("given", "gold"),
    [
        ("18%", "8%"),
        ("8.5%", "5%"),
        ("8个百分点", "8%"),
        ("8个百分点", "8个"),
        ("23.2万人次", "23.2万人"),
        ("1.8万人", "1.8万"),
        ("100亿元", "100亿美元"),
        ("26.4万元", "26.4亿元"),
        ("3%-5%", "3%"),
        ("第三", "三"),
        ("1.79∶1", "1.8∶1"),
    ],
)
def test_figures_that_do_not_match(given: str, gold: str) -> None:
    assert not figures_match(given, gold)


@pytest.mark.parametrize(
    ("gold", "answer"),
    [
        ("8%", "增长18%"),
        ("8%", "增长8.8%"),
        ("8%", "增长7%至8%"),
        ("5个", "下降5个百分点"),
        ("67.5万人", "服务67.5万人次"),
        ("300元", "1,300元"),
        ("30元", "每吨30元/吨"),
        ("1.8万", "新增1.8万人"),
        ("2万户", "2021万户"),
        ("10年", "二十年"),
        ("3分", "三分之一"),
    ],
)
def test_a_figure_that_does_not_stand_in_an_answer(gold: str, answer: str) -> None:
    assert not stands_in(gold, answer)


@pytest.mark.parametrize(
    ("gold", "answer"),
    [
        ("12.2万", "带动12.2万农村居民增收"),
        ("25万", "惠及25万个体工商户"),
        ("83%", "由75%提高到83%以上"),
        ("75%", "由75%至83%"),
        ("2200场", "举办2200余场活动"),
        ("8%", "The target is 8% [1], not 10%."),
        ("10%", "Growth was 8, 10% and 12%."),
        ("12月31日", "截至2021年12月31日"),
        ("十年", "过去十年"),
    ],
)
def test_a_figure_that_stands_in_an_answer(gold: str, answer: str) -> None:
    assert stands_in(gold, answer)


def test_occurrences_cover_number_and_unit() -> None:
    prose = fold("达到2200余场活动，其中10场在外。")
    assert [prose[start:end] for start, end in occurrences("2200场", prose)] == ["2200余场"]


def test_qualifiers_before_inside_and_behind_are_read() -> None:
    assert own_qualifiers("不低于51%") == {"不低于"}
    assert own_qualifiers("2200余场") == {"余"}
    assert own_qualifiers("25.5亿斤以上") == {"以上"}
    prose = fold("达到600万头（只）以上")
    assert qualifiers(prose, *occurrences("600万头", prose)[0]) == {"以上"}
    prose = fold("超过51%的")
    assert qualifiers(prose, *occurrences("51%", prose)[0]) == {"超过"}
    assert own_qualifiers("51%") == frozenset()


@pytest.mark.parametrize("text", ["第三", "全国首位", "", "PM2.5"])
def test_a_rank_or_a_name_is_no_quantity(text: str) -> None:
    assert read_quantity(text) is None


def test_a_number_at_the_edge_of_a_phrase_is_whole() -> None:
    assert phrase_stands_in("第3", "居第3位")
    assert not phrase_stands_in("第3", "居第32位")
    assert phrase_stands_in("电动 汽车", "电动汽车[1]、锂电池")


@given(st.text(max_size=60))
def test_any_text_can_be_folded_and_scanned(text: str) -> None:
    folded = fold(text)
    amounts = scan(folded)
    assert all(0 <= amount.start < amount.end <= len(folded) for amount in amounts)
    assert all(one.end <= other.start for one, other in zip(amounts, amounts[1:], strict=False))
