"""Comparisons: both figures as printed, the difference derived from them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from report_qa.answers.reply import Reply

from .conftest import AskLibrary


def texts(reply: Reply) -> list[str]:
    return [cited.figure.text for cited in reply.figures]


@pytest.mark.parametrize(
    ("question", "figures", "difference", "word"),
    [
        ("今年新建改建幼儿园比去年多几所", ["35所", "40所"], "5所", "高"),
        ("2023年和2024年新建改建幼儿园哪个多", ["35所", "40所"], "5所", "高"),
        ("去年城镇居民和农村居民收入差多少", ["82989元", "46385元"], "36604元", "高"),
        ("去年城镇居民和农村居民收入增速相差几个百分点", ["3.6%", "5.9%"], "2.3个百分点", "低"),
    ],
)
def test_the_difference_is_derived_from_the_two_figures(
    ask: AskLibrary, question: str, figures: list[str], difference: str, word: str
) -> None:
    reply = ask(question)
    assert (reply.status, texts(reply)) == ("answered", figures)
    (derived,) = reply.derived
    assert derived.text == difference
    assert f"{word}{difference}" in reply.answer
    assert "计算" in reply.answer


@pytest.mark.parametrize(
    ("question", "verdict", "figures"),
    [
        ("今年新建改建幼儿园比去年多吗", "yes", ["35所", "40所"]),
        ("今年新建改建幼儿园比去年少吗", "no", ["35所", "40所"]),
        ("去年城镇居民收入比农村居民低吗", "no", ["82989元", "46385元"]),
        ("去年农村居民收入增速比城镇居民快吗", "yes", ["5.9%", "3.6%"]),
        ("今年GDP目标比去年实际高吗", "yes", ["4.6%", "5%以上"]),
        ("今年财政收入增速比去年低吗", "yes", ["5.5%", "3%左右"]),
    ],
)
def test_a_comparison_that_is_stated_gets_a_verdict_and_both_figures(
    ask: AskLibrary, question: str, verdict: str, figures: list[str]
) -> None:
    reply = ask(question)
    assert (reply.status, reply.verdict, texts(reply)) == ("answered", verdict, figures)
    assert reply.answer.startswith({"yes": "是。", "no": "不是。"}[verdict])


@pytest.mark.parametrize(
    ("question", "text", "formula"),
    [
        ("2023年和2024年一共新建改建幼儿园多少所", "75所", "35所 + 40所"),
        ("去年和今年新建改建幼儿园加起来多少所", "75所", "35所 + 40所"),
    ],
)
def test_two_years_together_are_a_sum(ask: AskLibrary, question: str, text: str, formula: str) -> None:
    reply = ask(question)
    assert texts(reply) == ["35所", "40所"]
    assert [(derived.text, derived.formula, derived.operands) for derived in reply.derived] == [(text, formula, (0, 1))]
    assert f"合计{text}（计算得出）" in reply.answer


def test_the_operands_are_the_higher_and_the_lower_figure(ask: AskLibrary) -> None:
    for question in ("今年新建改建幼儿园比去年多几所", "去年城镇居民和农村居民收入差多少"):
        reply = ask(question)
        (derived,) = reply.derived
        high, low = (reply.figures[at].figure for at in derived.operands)
        assert high.amount > low.amount
        assert derived.formula == f"{high.text} − {low.text}"
        scale = Decimal(max(high.scale, low.scale))
        assert Decimal(derived.text.rstrip("所元个百分点")) == (high.amount - low.amount) / scale


def test_percentages_differ_by_points_and_never_by_percent(ask_baotou: AskLibrary) -> None:
    reply = ask_baotou("今年的GDP增长目标比去年实际增速是高还是低？")
    assert texts(reply) == ["8.5%", "8%左右"]
    assert [derived.text for derived in reply.derived] == ["约0.5个百分点"]  # 8%左右 is no exact number
    assert "低约0.5个百分点" in reply.answer


def test_large_numbers_differ_in_the_scale_that_they_are_printed_in(ask_baotou: AskLibrary) -> None:
    reply = ask_baotou("2022年重大项目完成投资的目标，跟2021年实际完成的相比是增是减？")
    assert texts(reply) == ["1311亿元", "1300亿元"]
    assert [(derived.text, derived.operands) for derived in reply.derived] == [("11亿元", (0, 1))]


def test_things_of_another_scope_stand_side_by_side_without_a_difference(ask_baotou: AskLibrary) -> None:
    reply = ask_baotou("今年修公厕的数量比去年少了多少座")
    assert texts(reply) == ["347座", "150座"]  # 公厕旱厕, and 公共厕所 alone
    assert reply.derived == ()
    assert "2022年目标更低" in reply.answer
    assert "口径" in reply.answer


def test_two_metrics_have_an_order_and_no_difference(ask_baotou: AskLibrary) -> None:
    reply = ask_baotou("森林覆盖率与建成区绿化覆盖率哪个更高？")
    assert sorted(texts(reply)) == ["18.3%", "44.6%"]
    assert reply.derived == ()
    assert "更高" in reply.answer or "更低" in reply.answer


def test_an_english_comparison_keeps_the_figures_as_printed(ask: AskLibrary) -> None:
    reply = ask("今年新建改建幼儿园比去年多几所", lang="en")
    assert texts(reply) == ["35所", "40所"]
    assert "35所" in reply.answer
    assert "higher by “5所” (computed)" in reply.answer


def test_every_side_is_said_with_its_period(ask: AskLibrary) -> None:
    reply = ask("今年新建改建幼儿园比去年多几所")
    assert "2023年实际" in reply.answer
    assert "2024年目标" in reply.answer
    assert [cited.figure.status for cited in reply.figures] == ["actual", "target"]


def test_an_ellipsis_compares_with_the_year_asked_before(ask: AskLibrary) -> None:
    reply = ask("去年新建改建幼儿园多少所", "跟今年的目标比呢")
    assert texts(reply) == ["35所", "40所"]
    assert "2024年目标比2023年实际高5所（计算得出）" in reply.answer


def test_two_years_asked_one_by_one_are_added_up(ask: AskLibrary) -> None:
    reply = ask("去年新建改建幼儿园多少所", "今年呢", "两年一共多少")
    assert [derived.text for derived in reply.derived] == ["75所"]


def test_a_ratio_is_that_of_the_first_year_named_to_the_second(ask: AskLibrary) -> None:
    for question, text in (
        ("今年新建改建幼儿园是去年的几倍", "约1.14倍"),
        ("去年新建改建幼儿园是今年目标的几倍", "约0.88倍"),
    ):
        assert [derived.text for derived in ask(question).derived] == [text]


def test_joint_figures_are_both_given_where_no_word_picks_one(ask: AskLibrary) -> None:
    assert texts(ask("去年老百姓收入涨了多少")) == ["3.6%", "5.9%"]
    assert texts(ask("去年农村居民收入涨了多少")) == ["5.9%"]


def test_the_line_is_said_where_the_source_is_asked_for(ask: AskLibrary) -> None:
    plain, sourced = ask("去年新建改建幼儿园多少所"), ask("去年新建改建幼儿园多少所", "出处呢")
    assert texts(plain) == texts(sourced)
    line = sourced.citations[0].line_start
    assert f"第{line}行" in sourced.answer
    assert f"第{line}行" not in plain.answer
