"""Every number of an answer stands in the lines it cites, or is one that may be said beside."""

from typing import Any

import pytest

from report_qa.evaluation.faithful import unfaithful_figures, unfaithful_numbers
from tests.evaluation.conftest import MakeReply, citation, figure, lines


def found(reply: dict[str, Any], question: str = "去年怎么样？") -> tuple[str, ...]:
    return unfaithful_numbers(reply, lines, question)


def test_a_number_outside_the_cited_lines_is_found(make_reply: MakeReply) -> None:
    reply = make_reply("增长8.5%，减免26.4亿元[1]。", citations=[citation(2, 2)])
    assert found(reply) == ("26.4亿元、",) or found(reply) == ("26.4亿元。",)
    assert found(reply | {"citations": [citation(2, 2), citation(5, 5, 2)]}) == ()


def test_another_scale_is_another_number(make_reply: MakeReply) -> None:
    assert found(make_reply("减免26.4万元[1]。", citations=[citation(5, 5)])) == ("26.4万元。",)


def test_a_part_of_a_number_is_another_number(make_reply: MakeReply) -> None:
    assert found(make_reply("实施15个[1]。", citations=[citation(5, 5)])) == ("15个。",)


def test_a_number_cut_by_a_line_end_stands_in_its_lines(make_reply: MakeReply) -> None:
    reply = make_reply("面积达到2659个[1]。", citations=[citation(1, 4)])
    cut = ["面积达到26", "", "- 12 -", "59个"]
    assert unfaithful_numbers(reply, lambda report: cut, "") == ()


def test_spaces_between_the_digits_of_a_source_do_not_matter(make_reply: MakeReply) -> None:
    reply = make_reply("达到25.5亿斤[1]。", citations=[citation(1, 1)])
    assert unfaithful_numbers(reply, lambda report: ["达 到 2 5 . 5 亿 斤"], "") == ()


@pytest.mark.parametrize(
    "answer",
    [
        "2021年至2022年的情况[1][2]。",
        "2017-2021年[1]。",
        "2022年2月12日发布，见第3行。",
        "1. 甲；2. 乙；3、丙",
        "（1）甲（2）乙",
        "PM2.5与5G[1]。",
        "On 12 February 2022, see lines 3-5 [1].",
    ],
)
def test_years_dates_marks_names_and_list_numbers_are_left_aside(answer: str, make_reply: MakeReply) -> None:
    assert found(make_reply(answer)) == ()


@pytest.mark.parametrize("answer", ["2021个项目。", "增长2.5%。", "5个项目。", "1.5万人。"])
def test_a_quantity_that_only_looks_like_one_of_them_is_found(answer: str, make_reply: MakeReply) -> None:
    assert found(make_reply(answer))


def test_what_was_derived_may_be_said_where_it_stands_whole(make_reply: MakeReply) -> None:
    derived = [
        {"text": "0.5个百分点", "formula": "8.5-8", "operands": [0, 1]},
        {"text": "2", "formula": None, "operands": []},
    ]
    assert found(make_reply("低0.5个百分点，共2项。", derived=derived)) == ()
    assert found(make_reply("低0.5个百分点，共12项。", derived=derived)) == ("12项。",)


def test_period_labels_may_be_said(make_reply: MakeReply) -> None:
    labelled = [figure("8.5%", ("最近3年", 2019, 2021))]
    assert found(make_reply("最近3年增长8.5%[1]。", figures=labelled, citations=[citation(2, 2)])) == ()


def test_a_denial_may_repeat_the_numbers_of_the_question(make_reply: MakeReply) -> None:
    question = "去年增长9.9%对吗？"
    denial = make_reply("不是。不是9.9%，是8.5%[1]。", verdict="no", citations=[citation(2, 2)])
    assert found(denial, question) == ()
    assert found(denial | {"verdict": "yes"}, question) == ("9.9%、",)
    assert found(make_reply("报告没有说9.9%。", "not_found"), question) == ()


def test_a_figure_must_stand_in_its_own_citation(make_reply: MakeReply) -> None:
    reply = make_reply(
        figures=[
            figure("8.5%", citation=1),
            figure("715个", citation=1),
            figure("715个", citation=2),
            figure("1%", citation=9),
        ],
        citations=[citation(2, 2), citation(5, 5, 2)],
    )
    assert unfaithful_figures(reply, lines) == ("715个", "1%")
