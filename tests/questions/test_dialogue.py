"""Turns that lean on the turns before them."""

from __future__ import annotations

import pytest

from report_qa.questions.dialogue import resolve
from report_qa.questions.question import Aspect, Intent, Question
from report_qa.questions.turn import Reader

from .conftest import Read

GROWTH = "去年GDP增长多少"


def years(question: Question) -> list[int]:
    return [period.start for period in question.times]


@pytest.mark.parametrize(
    ("turn", "year"), [("那今年呢", 2024), ("今年呢？", 2024), ("2021年的呢", 2021), ("那前年", 2022)]
)
def test_another_year_is_asked_of_the_same_thing(read: Read, turn: str, year: int) -> None:
    question = read(GROWTH, turn)
    assert (question.topic, years(question), question.aspect) == ("GDP增长", [year], Aspect.GROWTH)
    assert question.origin["metrics"] == "history"
    assert question.origin["period"] == "question"


def test_the_full_question_is_written_out(read: Read) -> None:
    assert read(GROWTH, "那今年呢").clean == "2024年GDP增长多少"


@pytest.mark.parametrize("turn", ["那粮食产量呢", "粮食产量呢", "那粮食产量"])
def test_another_thing_is_asked_of_the_same_year(read: Read, turn: str) -> None:
    question = read(GROWTH, turn)
    assert (question.topic, years(question)) == ("粮食产量", [2023])
    assert (question.origin["metrics"], question.origin["period"]) == ("question", "history")


def test_a_promise_asked_for_stays_asked_for(read: Read) -> None:
    question = read("今年低保标准的目标是多少", "那医保呢")
    assert (years(question), question.status, question.origin["status"]) == ([2024], "target", "history")


@pytest.mark.parametrize("turn", ["去年实际呢", "那去年完成了多少"])
def test_a_result_asked_behind_a_promise_is_no_promise(read: Read, turn: str) -> None:
    question = read("今年新增就业目标是多少", turn)
    assert (question.topic, years(question), question.status) == ("新增就业", [2023], "actual")


@pytest.mark.parametrize(
    "turn", ["农村的呢", "那农村呢", "打错了，是农村的", "不对，我问的是农村的", "不是城镇，是农村"]
)
def test_one_of_a_pair_is_put_in_place_of_the_other(read: Read, turn: str) -> None:
    question = read("去年城镇居民收入是多少", turn)
    assert "农村" in question.topic
    assert "收入" in question.topic
    assert "城镇" not in question.topic
    assert years(question) == [2023]


def test_a_wrong_word_is_replaced_in_the_topic_before(read: Read) -> None:
    assert read("森林覆盖率多少", "不是森林，是草原").topic == "草原覆盖率"


def test_a_wrong_year_is_replaced(read: Read) -> None:
    question = read("今年老旧小区要改多少个", "不对，我问的是去年")
    assert years(question) == [2023]
    assert "老旧小区" in question.topic
    assert [(sought.kind, sought.classifier) for sought in question.sought] == [("count", "个")]


def test_a_new_side_of_the_same_thing_is_asked(read: Read) -> None:
    question = read("2021年外贸总额是多少", "涨了多少")
    assert (question.topic, years(question), question.aspect) == ("外贸总额", [2021], Aspect.GROWTH)


@pytest.mark.parametrize("turn", ["换个话题，医院建了几家", "另外问，医院建了几家", "再问个别的，医院建了几家"])
def test_a_change_of_topic_keeps_nothing(read: Read, turn: str) -> None:
    question = read(GROWTH, turn)
    assert "医院" in question.topic
    assert "GDP" not in question.clean
    assert (question.times, question.soft_times) == ((), ())
    assert "history" not in question.origin.values()


def test_a_question_complete_in_itself_keeps_nothing_but_a_hint_of_the_time(read: Read) -> None:
    question = read("2021年GDP增长多少", "居家养老服务站点一共建成多少个")
    assert "GDP" not in question.clean
    assert question.times == ()
    assert [period.start for period in question.soft_times] == [2021]


@pytest.mark.parametrize("between", ["谢谢", "好的", "明白了", "你是谁", "thanks"])
def test_smalltalk_between_two_turns_parts_nothing(read: Read, between: str) -> None:
    assert read(GROWTH, between, "那今年呢") == read(GROWTH, "那今年呢")


def test_smalltalk_is_not_drawn_into_the_talk(read: Read) -> None:
    question = read(GROWTH, "谢谢")
    assert (question.intent, question.times) == (Intent.SMALLTALK, ())


@pytest.mark.parametrize(
    ("turn", "ordinal"), [("第二个是多少", 2), ("第3个呢", 3), ("最后一个呢", -1), ("前者呢", 1), ("后者是多少", -1)]
)
def test_an_ordinal_picks_one_of_the_things_asked_before(read: Read, turn: str, ordinal: int) -> None:
    question = read("去年学校、医院、公园各建了几个", turn)
    assert question.ordinal == ordinal
    assert years(question) == [2023]
    assert len(question.parts) == 3


@pytest.mark.parametrize("text", ["第三产业增加值多少", "第二批试点城市有哪些", "第一季度增速"])
def test_an_ordinal_in_a_name_picks_nothing(read: Read, text: str) -> None:
    assert read(text).ordinal is None


@pytest.mark.parametrize("turn", ["其中出口呢", "其中出口是多少"])
def test_a_narrowing_turn_asks_for_a_part_of_the_thing_before(read: Read, turn: str) -> None:
    question = read("去年外贸进出口总额多少", turn)
    assert "外贸" in question.topic
    assert question.names == ("出口",)
    assert years(question) == [2023]


def test_a_comparison_without_years_takes_those_asked_before(read: Read) -> None:
    question = read("2023年背街小巷整治了几条", "今年计划治几条", "多了还是少了")
    assert (question.intent, years(question)) == (Intent.COMPARE, [2023, 2024])


def test_a_place_named_before_is_still_meant(read: Read) -> None:
    question = read("昆山去年建了几所学校", "医院呢")
    assert ([place.name for place in question.places], question.origin["place"]) == (["昆山"], "history")


def test_a_place_named_now_counts(read: Read) -> None:
    question = read("昆山去年建了几所学校", "那南京呢")
    assert ([place.name for place in question.places], question.origin["place"]) == (["南京"], "question")


@pytest.mark.parametrize(
    ("before", "turn", "gone", "place"),
    [
        ("昆山去年建了几所学校", "那南京呢", "昆山", "南京"),
        ("南京去年建了几所学校", "那苏州呢", "南京", "苏州"),
        ("南京去年建了几所学校", "那咱苏州呢", "南京", "苏州"),
        ("昆山市去年建了几所学校", "太仓呢", "昆山", "太仓"),
    ],
)
def test_the_place_before_is_replaced_everywhere(read: Read, before: str, turn: str, gone: str, place: str) -> None:
    question = read(before, turn)
    assert [one.name for one in question.places] == [place]
    assert gone not in question.topic + question.body + question.clean
    assert "学校" in question.topic
    assert years(question) == [2023]


@pytest.mark.parametrize(
    ("before", "turn", "topic"),
    [
        ("森林覆盖率多少", "不是森林，是草原", "草原覆盖率"),
        ("粮食产量多少", "不是粮食是蔬菜", "蔬菜产量"),
        ("粮食产量多少", "不是粮食，而是蔬菜", "蔬菜产量"),
    ],
)
def test_not_this_but_that_replaces_the_word(read: Read, before: str, turn: str, topic: str) -> None:
    assert read(before, turn).topic == topic


@pytest.mark.parametrize("turn", ["是不是比前年多", "这不是真的吧"])
def test_a_question_whether_is_no_correction(read: Read, turn: str) -> None:
    assert "粮食产量" in read("去年粮食产量多少", turn).topic


def test_a_name_in_quotation_marks_is_kept_for_another_year(read: Read) -> None:
    question = read("“幸福工程”去年投了多少", "那今年呢")
    assert (question.names, years(question)) == (("幸福工程",), [2024])


def test_the_language_is_that_of_the_last_turn(read: Read) -> None:
    assert read("去年GDP增长多少", "and this year?").language == "en"
    assert read("What was GDP growth last year?", "那今年呢").language == "zh"


def test_an_english_turn_leans_on_the_one_before_too(read: Read) -> None:
    question = read("What was GDP growth in 2023?", "and this year?")
    assert ("GDP growth" in question.topic, years(question)) == (True, [2024])


def test_another_thing_in_an_english_talk_is_asked_in_english(read: Read) -> None:
    question = read("What was GDP growth in 2023?", "what about retail sales?")
    assert "retail sales" in question.topic
    assert (years(question), question.aspect, question.language) == ([2023], Aspect.GROWTH, "en")
    assert not any("\u4e00" <= letter <= "\u9fff" for letter in question.body + question.topic)


def test_a_first_turn_that_leaves_all_out_names_nothing(read: Read) -> None:
    question = read("那今年呢")
    assert (question.topic, years(question), question.origin["metrics"]) == ("", [2024], "default")


def test_resolving_one_turn_changes_nothing(reader: Reader) -> None:
    turn = reader.turn(GROWTH)
    assert resolve([turn]).turn == turn
    assert resolve([turn]).origin == {}


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("2023年粮食产量多少", "今年呢", "差了多少"), [2023, 2024]),
        (("今年粮食产量目标多少", "比去年少多少"), [2024, 2023]),
        (("去年粮食产量多少", "跟今年的目标比呢"), [2023, 2024]),
        (("去年粮食产量多少", "今年呢", "两年一共多少"), [2023, 2024]),
    ],
)
def test_a_comparison_is_made_of_the_periods_named(read: Read, turns: tuple[str, ...], expected: list[int]) -> None:
    question = read(*turns)
    assert (question.intent, years(question)) == (Intent.COMPARE, expected)
    assert "粮食产量" in question.topic


def test_a_change_asked_behind_one_year_is_no_comparison(read: Read) -> None:
    question = read("去年外贸总额多少", "涨了多少")
    assert (question.intent, question.aspect, years(question)) == (Intent.FIGURE, Aspect.GROWTH, [2023])


def test_things_asked_one_by_one_are_asked_together(read: Read) -> None:
    question = read("去年新建几所学校", "医院呢", "今年这两项的目标各是多少")
    assert [part.topic for part in question.parts] == ["新建 学校", "医院"]
    assert (years(question), question.status) == ([2024], "target")


def test_the_gap_between_two_things_asked_one_by_one(read: Read) -> None:
    question = read("去年新建几所学校", "医院呢", "两个差多少")
    assert (question.intent, len(question.parts), years(question)) == (Intent.COMPARE, 2, [2023])


@pytest.mark.parametrize("turn", ["出处呢", "在哪一行", "原文怎么说的"])
def test_the_source_is_asked_of_the_same_question(read: Read, turn: str) -> None:
    question, before = read("去年粮食产量多少", turn), read("去年粮食产量多少")
    assert question.source
    assert not before.source
    assert (question.clean, question.topic, question.times) == (before.clean, before.topic, before.times)
    assert set(question.origin.values()) <= {"history", "question"}


def test_more_is_asked_as_text(read: Read) -> None:
    question = read("森林覆盖率多少", "展开说说")
    assert (question.intent, question.topic) == (Intent.TEXT, "森林覆盖率")


@pytest.mark.parametrize("turn", ["不，我说的是上半年", "上半年呢"])
def test_a_part_of_a_year_narrows_and_must_be_named(read: Read, turn: str) -> None:
    question = read("去年粮食产量多少", turn)
    assert ("粮食产量" in question.topic, question.names) == (True, ("上半年",))
    assert question.otherwise is None


def test_a_group_is_a_part_of_what_was_asked(read: Read) -> None:
    question = read("去年城镇新增就业多少人", "女性呢")
    assert ("城镇新增就业" in question.topic, question.names) == (True, ("女性",))


def test_a_turn_that_may_be_read_two_ways_carries_the_other(read: Read) -> None:
    question = read("制造业税率要降到多少", "交通运输业呢")
    assert question.topic.startswith("交通运输业税率")
    assert question.needs == ("交通运输业",)
    assert question.otherwise is not None
    assert question.otherwise.topic == "交通运输业"


@pytest.mark.parametrize(
    ("first", "turn", "status"),
    [("今年GDP目标是多少", "医院建成了几家", "actual"), ("去年GDP增长多少", "目标呢", "target")],
)
def test_a_period_that_the_status_contradicts_does_not_leak(read: Read, first: str, turn: str, status: str) -> None:
    question = read(first, turn)
    assert (question.times, question.status) == ((), status)
    assert len(question.soft_times) == 1


def test_a_measure_alone_is_of_the_thing_before(read: Read) -> None:
    assert read("零售总额去年增长多少", "总额是多少").clean == "2023年零售总额是多少"


@pytest.mark.parametrize("turn", ["what about retail sales?", "and retail sales?"])
def test_an_english_period_is_written_in_english(read: Read, turn: str) -> None:
    question = read("How many jobs were created in 2023?", turn)
    assert question.clean.endswith("in 2023")
    assert "年" not in question.clean
