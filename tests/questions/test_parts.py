"""Questions about several things: what each part is about, and what it asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.questions.parts import parts_of
from report_qa.questions.turn import Reader

from .conftest import Read


def topics(reader: Reader, text: str) -> list[str]:
    turn = reader.turn(text)
    return [part.topic for part in parts_of(turn.body, turn.language, reader)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("GDP和粮食产量分别是多少", ["GDP", "粮食产量"]),
        ("GDP、社零、固投分别是多少", ["GDP", "社零", "固投"]),
        ("惠及人数和投资额各是多少", ["惠及人数", "投资额"]),
        ("医院与学校各有多少", ["医院", "学校"]),
        ("新建学校多少所、医院多少家", ["新建学校", "医院"]),
        ("GDP与社零谁涨得快", ["GDP", "社零"]),
        ("社零和粮食产量分别是多少", ["社零", "粮食产量"]),
        ("新建中小学、幼儿园各几所", ["新建中小学", "幼儿园"]),
        ("旅游收入和粮食产量各多少", ["旅游收入", "粮食产量"]),
        ("How much did GDP and retail sales grow in 2023?", ["GDP", "retail sales"]),
    ],
)
def test_every_thing_named_is_a_part_in_the_questions_order(reader: Reader, text: str, parts: list[str]) -> None:
    assert topics(reader, text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("GDP及财政收入分别增长多少", ["GDP 增长", "财政收入 增长"]),
        ("进出口和投资各增长多少", ["进出口 增长", "投资 增长"]),
    ],
)
def test_what_is_asked_of_all_is_said_of_each(reader: Reader, text: str, parts: list[str]) -> None:
    assert topics(reader, text) == parts


def test_what_only_the_last_of_a_list_says_belongs_to_all(reader: Reader) -> None:
    assert topics(reader, "交通、能源、水利投资各是多少") == ["交通投资", "能源投资", "水利投资"]
    assert topics(reader, "城镇、农村居民收入各多少") == ["城镇居民收入", "农村居民收入"]


def test_what_only_the_first_of_a_list_says_belongs_to_all(reader: Reader) -> None:
    assert topics(reader, "旧楼改造的个数、面积和户数是多少") == ["旧楼改造 个数", "旧楼改造 面积", "旧楼改造 户数"]


def test_a_second_asking_word_without_a_thing_asks_of_the_same_thing(reader: Reader) -> None:
    assert topics(reader, "签约项目多少个，总投资多少亿元") == ["签约项目", "总投资"]
    assert topics(reader, "签约项目多少个，多少亿元") == ["签约项目", "签约项目"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("建几所学校、几家医院", ["建几所学校", "几家医院"]),
        ("建了几所学校和几家医院", ["建了几所学校", "几家医院"]),
    ],
)
def test_what_is_counted_may_stand_behind_its_asking_word(read: Read, text: str, words: list[str]) -> None:
    question = read(text)
    assert [part.words for part in question.parts] == words
    assert ["学校" in question.parts[0].topic, "医院" in question.parts[1].topic] == [True, True]
    assert [sought.classifier for sought in question.sought] == ["所", "家"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("财政收入和外贸总额去年是多少", ["财政收入", "外贸总额"]),
        ("GDP与社零是多少", ["GDP", "社零"]),
    ],
)
def test_two_concepts_joined_without_each_are_two_parts(reader: Reader, text: str, parts: list[str]) -> None:
    assert topics(reader, text) == parts


@pytest.mark.parametrize("text", ["GDP和地区生产总值是多少", "党建和队伍建设是多少", "和平路修了多少公里"])
def test_words_joined_without_each_that_are_not_two_concepts_are_one(reader: Reader, text: str) -> None:
    assert topics(reader, text) == []


def test_each_part_keeps_the_unit_that_it_asks_for(read: Read) -> None:
    assert [part.words for part in read("新建学校多少所、医院多少家").parts] == ["新建学校多少所", "医院多少家"]


@pytest.mark.parametrize(
    "text",
    [
        "GDP增长多少",
        "普及率和与会人数",
        "参与人数是多少",
        "城乡居民收入分别增长多少",  # one printed word for two things: told apart where the report lists them
        "“科教兴市、人才强市”战略分别是什么",
        "公共服务多少项",
        "How many schools were built?",
    ],
)
def test_a_question_about_one_thing_has_no_parts(reader: Reader, text: str) -> None:
    assert topics(reader, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "城乡居民收入分别增长多少",
        "新建学校多少所、医院多少家",
        "GDP和粮食各是多少",
        "roads and schools, how many each?",
    ],
)
def test_a_question_for_several_figures_says_so(read: Read, text: str) -> None:
    assert read(text).plural


@pytest.mark.parametrize("text", ["GDP增长多少", "今年建几所学校", "谁作的报告", "粮食产量"])
def test_a_question_for_one_figure_says_so(read: Read, text: str) -> None:
    assert not read(text).plural


@pytest.mark.parametrize("text", ["GDP和粮食产量增长了没有", "谁出席了大会、论坛", "是不是修了路、桥"])
def test_only_questions_for_figures_and_lists_have_parts(read: Read, text: str) -> None:
    assert read(text).parts == ()


@given(
    st.lists(
        st.sampled_from(["粮食产量", "财政收入", "外贸总额", "新增就业", "工业用电", "常住人口"]),
        min_size=2,
        max_size=5,
        unique=True,
    ),
    st.sampled_from(["、", "和", "与", "以及"]),
)
def test_as_many_parts_as_things_listed(reader: Reader, things: list[str], last: str) -> None:
    asked = f"{'、'.join(things[:-1])}{last}{things[-1]}分别是多少"
    assert topics(reader, asked) == things
