"""`read_question`: names, places within the report's own, claims, and where each part of a reading came from."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.questions.question import Intent

from .conftest import Read

ORIGINS = ("intent", "metrics", "period", "status", "place")


def test_a_question_is_read_into_its_parts(read: Read) -> None:
    question = read("请问苏州今年计划新建几所幼儿园？谢谢")
    assert question.text == "请问苏州今年计划新建几所幼儿园？谢谢"
    assert question.clean == "苏州今年计划新建几所幼儿园？"
    assert "今年" not in question.body
    assert "幼儿园" in question.topic
    assert (question.language, question.intent, question.status) == ("zh", Intent.FIGURE, "target")
    assert [period.label for period in question.times] == ["2024年"]
    assert [(sought.kind, sought.classifier) for sought in question.sought] == [("count", "所")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“幸福工程”投了多少", ("幸福工程",)),
        ("《行动方案》讲了什么", ("行动方案",)),
        ("「两山」基地和‘零碳’园区有几个", ("两山", "零碳")),
        ('"双百"工程投资多少', ("双百",)),
        ("“十四五”时期建了几座桥", ()),
        ("建了几座桥", ()),
    ],
)
def test_names_stand_in_quotation_marks(read: Read, text: str, names: tuple[str, ...]) -> None:
    assert read(text).names == names


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("昆山去年改了几个老旧小区", ("昆山",)),
        ("昆山市人民医院有多少张床位", ("昆山市人民医院",)),
        ("苏州去年改了几个老旧小区", ()),
        ("南京去年改了几个老旧小区", ()),
        ("去年改了几个老旧小区", ()),
    ],
)
def test_a_part_of_the_reports_place_must_stand_in_what_answers(read: Read, text: str, within: tuple[str, ...]) -> None:
    assert read(text).within == within


def test_the_reports_own_place_is_no_part_of_the_topic_and_another_is(read: Read) -> None:
    assert "苏州" not in read("苏州GDP增长多少").topic
    assert "南京" in read("南京GDP增长多少").topic


@pytest.mark.parametrize(
    ("text", "value", "scale", "unit"),
    [
        ("去年GDP增长5%，对吗", "5", 1, "%"),
        ("粮食产量突破25.5亿斤了吗", "25.5", 10**8, "斤"),
        ("新增就业是不是22万人", "22", 10**4, "人"),
        ("建了120所学校，没错吧", "120", 1, "所"),
    ],
)
def test_a_yes_or_no_question_states_its_quantities(read: Read, text: str, value: str, scale: int, unit: str) -> None:
    question = read(text)
    (claim,) = question.claims
    assert (claim.value, claim.scale, claim.unit) == (Decimal(value), scale, unit)
    assert question.intent is Intent.YESNO
    assert value not in question.topic


@pytest.mark.parametrize(
    ("text", "value", "scale", "unit"),
    [
        ("去年建了五百万平米保障房吗", 500, 10**4, "平方米"),
        ("去年投了两百亿对吗", 200, 10**8, None),
        ("去年投资两百亿元，对吗", 200, 10**8, "元"),
        ("花了三万块吗", 3, 10**4, "元"),
        ("总产值有三万亿元吗", 3, 10**12, "元"),
        ("一百二十万亩都种上了吗", 120, 10**4, "亩"),
    ],
)
def test_a_large_amount_said_in_words_is_a_quantity_too(
    read: Read, text: str, value: int, scale: int, unit: str | None
) -> None:
    question = read(text)
    (claim,) = question.claims
    assert (claim.value, claim.scale, claim.unit) == (Decimal(value), scale, unit)
    assert question.intent is Intent.YESNO


DIGITS = dict(zip("一二三四五六七八九", range(1, 10), strict=True))
PLACES = {"": 1, "十": 10, "百": 100, "千": 1000}
SCALES = {"万": 10**4, "亿": 10**8, "万亿": 10**12}


@given(st.sampled_from([*DIGITS]), st.sampled_from([*PLACES]), st.sampled_from([*SCALES]))
def test_numerals_and_digits_claim_the_same(read: Read, digit: str, place: str, scale: str) -> None:
    value = DIGITS[digit] * PLACES[place]
    (said,), (printed,) = (read(f"总投资{number}{scale}元，对吗").claims for number in (f"{digit}{place}", value))
    assert (said.value * said.scale, said.unit) == (printed.value * printed.scale, printed.unit)
    assert said.value * said.scale == value * SCALES[scale]


@pytest.mark.parametrize("text", ["万亿级产业集群建成了吗", "千家万户都通气了吗", "万无一失了吗"])
def test_a_numeral_in_a_name_or_saying_claims_nothing(read: Read, text: str) -> None:
    assert read(text).claims == ()


@pytest.mark.parametrize("text", ["5G基站建了多少座", "3个园区一共投资多少", "PM2.5浓度达标了吗", "去年完成了吗"])
def test_a_question_for_a_number_and_a_name_with_digits_claim_nothing(read: Read, text: str) -> None:
    assert read(text).claims == ()


def test_every_reading_says_where_each_name_came_from(read: Read) -> None:
    assert read("去年昆山实际建了几所学校").origin == dict.fromkeys(ORIGINS, "question")
    assert read("学校").origin == {
        "intent": "default", "metrics": "question", "period": "default", "status": "default", "place": "default",
    }  # fmt: skip
    for turns in (("去年GDP增长多少", "那今年呢"), ("昆山去年建了几所学校", "医院呢"), ("你好",)):
        origin = read(*turns).origin
        assert set(origin) == set(ORIGINS)
        assert set(origin.values()) <= {"question", "history", "default"}


def test_an_english_question_is_read_in_english(read: Read) -> None:
    question = read("How many hospitals were built last year?")
    assert (question.language, question.intent, question.status) == ("en", Intent.FIGURE, "actual")
    assert [period.start for period in question.times] == [2023]
    assert "hospitals" in question.topic


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("去年糧食產量是多少？", "去年粮食产量是多少？"),
        ("去年粮食产量是多少？？？", "去年粮食产量是多少？"),
        ("你好，请问去年粮食产量是多少？谢谢！", "去年粮食产量是多少？"),
        ("去年粮食产量是几多？", "去年粮食产量是多少？"),
    ],
)
def test_the_way_of_typing_does_not_matter(read: Read, typed: str, plain: str) -> None:
    one, other = read(typed), read(plain)
    assert (one.topic, one.times, one.intent, one.sought) == (other.topic, other.times, other.intent, other.sought)
