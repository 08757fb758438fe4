"""Anchors: the words of a question, found in a report under the forms that it prints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.answers.anchors import Anchor, find_anchors
from report_qa.answers.coverage import cover
from report_qa.answers.folding import fold, stands_in
from report_qa.answers.grams import GramIndex
from report_qa.answers.view import ReportView
from report_qa.questions.lexicon import Lexicon
from report_qa.questions.read import read_question
from report_qa.questions.turn import Reader

SENTENCES = (
    "地区生产总值增长4.6%。",
    "外贸进出口总额2450亿元。",
    "改造老旧小区48个。",
    "完成“江南织造”工程。",
    "新建幼儿园35所，新建公园3个。",
    "新建公路3条。",
)
WORDS = GramIndex([fold(sentence) for sentence in SENTENCES])


def anchors(topic: str, lexicon: Lexicon) -> dict[str, Anchor]:
    return {anchor.text: anchor for anchor in find_anchors(topic, topic, WORDS, lexicon)}


@pytest.mark.parametrize(
    ("form", "text", "stands"),
    [
        ("出口", "外贸进出口总额", False),
        ("出口", "出口额增长", True),
        ("出口", "进出口总额和出口额", True),
        ("出口总额", "进出口总额", False),
        ("进口", "进出口总额", False),
        ("进出口", "外贸进出口总额", True),
        ("小区", "老旧小区", True),
        ("学校", "医院", False),
        ("生产总值", "海洋生产总值", False),
        ("生产总值", "全市生产总值", True),
        ("生产总值", "地区生产总值", True),
    ],
)
def test_a_word_stands_in_a_text_as_a_word_of_its_own(form: str, text: str, stands: bool) -> None:
    assert stands_in(form, text) is stands


def test_folding_leaves_out_what_printing_adds() -> None:
    assert fold(" “江南 织造” R&D\n") == "江南织造r&d"


@pytest.mark.parametrize("word", ["GDP", "gdp", "地区生产总值", "经济总量"])
def test_a_concept_is_found_under_the_reports_own_word(word: str, lexicon: Lexicon) -> None:
    (anchor,) = anchors(word, lexicon).values()
    assert anchor.concept == "gdp"
    assert "地区生产总值" in anchor.forms


def test_a_citizens_word_is_known_for_one(lexicon: Lexicon) -> None:
    assert not anchors("家底有多厚", lexicon)["家底"].formal
    assert anchors("GDP", lexicon)["gdp"].formal


def test_a_literal_word_is_the_longest_that_the_report_has(lexicon: Lexicon) -> None:
    found = anchors("江南织造工程", lexicon)
    assert "江南织造" in "".join(text for text, anchor in found.items() if anchor.forms)


def test_words_that_the_report_lacks_have_no_forms(lexicon: Lexicon) -> None:
    found = anchors("量子计算", lexicon)
    assert found
    assert all(anchor.forms == () for anchor in found.values())


def test_a_word_of_few_sentences_tells_more_than_one_of_many(lexicon: Lexicon) -> None:
    rare, common = (
        anchors("公园", lexicon)["公园"],
        find_anchors("新建", "新建", GramIndex(["新建桥"] * 9), lexicon),
    )
    assert all(rare.weight > anchor.weight for anchor in common)


@given(topic=st.text(alphabet="新建幼儿园公路老旧小区进出口总额量子江南GDP5 、“”", max_size=24))
def test_any_topic_has_anchors_in_order_with_weights(lexicon: Lexicon, topic: str) -> None:
    found = find_anchors(topic, topic, WORDS, lexicon)
    assert [anchor.start for anchor in found] == sorted(anchor.start for anchor in found)
    for anchor in found:
        assert anchor.weight > 0
        assert all(WORDS.has(form) for form in anchor.forms)
        assert not anchor.grams or sum(share for _, share in anchor.grams) == pytest.approx(1)


def covered(view: ReportView, reader: Reader, text: str) -> set[str]:
    """Texts of the figures whose clause has all that a question says."""
    question = read_question(text, (), reader)
    clause = cover(view, find_anchors(question.topic, question.body, view.words, reader.lexicon)).clause
    return {figure.text for figure, share in zip(view.figures, clause, strict=True) if share > 0.99}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("GDP", {"4.6%", "5%以上"}),
        ("城里人挣多少", {"82989元", "3.6%"}),
        ("外贸进出口总额", {"2450亿元"}),
        ("粮食产量", {"18.2亿斤"}),
        ("老旧小区改造", {"48个", "150个"}),  # printed 改造老旧小区
        ("养老床位", {"1200张"}),
    ],
)
def test_the_figures_of_a_thing_are_covered_however_it_is_called(
    view: ReportView, reader: Reader, text: str, figures: set[str]
) -> None:
    assert figures <= covered(view, reader, text)


@pytest.mark.parametrize("text", ["出口总额", "出口额是多少", "量子计算机"])
def test_what_the_report_does_not_say_covers_nothing(view: ReportView, reader: Reader, text: str) -> None:
    assert covered(view, reader, text) == set()


def test_what_no_word_of_a_report_says_is_unknown_wholly(view: ReportView, reader: Reader) -> None:
    def unknown(text: str) -> float:
        return cover(view, find_anchors(text, text, view.words, reader.lexicon)).unknown

    assert unknown("量子计算机") == 1
    assert unknown("粮食产量") == 0
    assert 0 < unknown("粮食产量量子计算机") < 1


def test_every_share_of_coverage_lies_between_nothing_and_all(view: ReportView, reader: Reader) -> None:
    for text in ("GDP增长多少", "老旧小区改造", "出口", "城里人和农村人收入", ""):
        found = cover(view, find_anchors(text, text, view.words, reader.lexicon))
        for share in (found.metric, found.clause, found.sentence, found.context, found.elsewhere, found.head):
            assert ((share >= 0) & (share <= 1.0001)).all()
