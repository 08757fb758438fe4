"""What a report can print, printed and read back: value, scale, unit, qualifier, range, in both kinds of digits and both widths."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from report_qa.figures.numerals import fold_width
from report_qa.figures.quantity import find_quantities, read_numbers
from tests.figures.test_numerals import spell

WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
UNITS = ("家", "个", "亩", "公里", "%", "个百分点", "吨", "户", "元", "平方米", "套", "件", "所")
BEFORE = ("", "超", "超过", "突破", "约", "近", "不低于", "至少", "不少于", "不超过", "逾")
BEHIND = ("", "以上", "左右", "以内", "以下")
ROUGH = ("", "余", "多")

values = st.one_of(
    st.integers(min_value=1, max_value=1899).map(Decimal),
    st.decimals(min_value=Decimal("0.01"), max_value=Decimal("999.99"), places=2, allow_nan=False),
)


@given(
    values, st.sampled_from(list(SCALES)), st.sampled_from(UNITS), st.sampled_from(BEFORE), st.sampled_from(BEHIND), st.booleans()
)  # fmt: skip
@example(Decimal("25.5"), "亿", "亩", "", "以上", True)
def test_arabic_digits(value: Decimal, scale: str, unit: str, before: str, behind: str, wide: bool) -> None:
    if unit in ("%", "个百分点", "平方米") and scale in ("亿", "万亿"):
        scale = ""
    amount = f"{value.normalize():f}{scale}{unit}"
    printed = f"{before}{amount.translate(WIDE) if wide else amount}{behind}"
    found = find_quantities(f"全年新增面积{printed}，")
    assert len(found) == 1
    one = found[0]
    assert (one.value, one.scale, one.unit, one.value_to) == (value, SCALES[scale], unit, None)
    assert one.qualifier == (before or behind or None)
    assert f"全年新增面积{printed}，"[one.start : one.end] == printed


@given(
    st.integers(min_value=11, max_value=10**9),
    st.sampled_from(("家", "户", "件", "套", "亩", "吨")),
    st.sampled_from(BEFORE),
)
def test_chinese_numerals(number: int, unit: str, before: str) -> None:
    found = find_quantities(f"全年共建设改造{before}{spell(number)}{unit}，")
    assert len(found) == 1
    assert found[0].value * found[0].scale == number
    assert found[0].scale == (10**8 if number >= 10**8 else 10**4 if number >= 10**4 else 1)
    assert (found[0].unit, found[0].qualifier) == (unit, before or None)


@given(
    st.integers(2, 900),
    st.integers(1, 900),
    st.sampled_from(("—", "-", "–", "~", "～", "至", "到", "--")),
    st.sampled_from(("家", "%", "万亩", "个百分点")),
)
def test_ranges(low: int, more: int, dash: str, unit: str) -> None:
    found = find_quantities(f"每年增加{low}{dash}{low + more}{unit}，")
    assert [(one.value, one.value_to) for one in found] == [(Decimal(low), Decimal(low + more))]
    assert found[0].unit == unit.removeprefix("万")
    assert found[0].scale == (10**4 if "万" in unit else 1)


@given(st.integers(10, 9999), st.sampled_from(ROUGH), st.sampled_from(("", "万")), st.sampled_from(("家", "人", "户")))
def test_rough_numbers(number: int, rough: str, scale: str, unit: str) -> None:
    if 1900 <= number < 2100:
        number -= 300
    found = find_quantities(f"带动就业{number}{rough}{scale}{unit}，")
    assert [(one.value, one.scale, one.unit, one.qualifier) for one in found] == [
        (Decimal(number), SCALES[scale], unit, rough or None)
    ]


@given(st.text(max_size=80))
@example("1.2.3亿")
@example("百分之七十百")
@example("9" * 40 + "亿元")
@example("万亿万亿")
@example("增长\u202e5.8\u202c%")
@example("１2３４家和٣٤٥家")
@example("𝟏𝟐亿元，²³㎡，Ⅷ")
def test_no_text_raises_and_nothing_overlaps(text: str) -> None:
    quantities, refused = read_numbers("".join(text.split()))
    assert all(left.end <= right.start for left, right in pairwise(quantities))
    assert all(one.value >= 0 and one.scale >= 1 and one.end > one.number_start >= one.start for one in quantities)
    for one in refused:
        assert not any(one.start < other.end and other.start < one.end for other in quantities)


@given(
    st.text(
        alphabet="0123456789０５.．,，%％万亿千百十元个人家年月日第一二三两几数多余近超约至到—-、（）“”增长和从AG点分之成半翻番/:",
        max_size=40,
    )
)
def test_texts_of_numbers_raise_nothing_and_overlap_nothing(text: str) -> None:
    quantities, refused = read_numbers(text)
    assert all(left.end <= right.start for left, right in pairwise(quantities))
    for one in refused:
        assert not any(one.start < other.end and other.start < one.end for other in quantities), (text, one)
    folded = fold_width(text)
    assert len(folded) == len(text)
