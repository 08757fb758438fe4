"""One reply that is right for every kind of case, and one for every reason to call it wrong."""

from typing import Any

import pytest

from report_qa.evaluation.cases import Case, GoldFigure, LineRange
from report_qa.evaluation.judge import Judgement, judge
from tests.evaluation.conftest import MakeCase, MakeReply, citation, figure, lines

GROWTH = (GoldFigure("8.5%", 2),)
LINE_2 = (LineRange(2, 2),)


def names(judgement: Judgement) -> list[str]:
    return [failure.name for failure in judgement.failures]


def growth_reply(make_reply: MakeReply, **fields: Any) -> dict[str, Any]:
    answer = "2021年，地区生产总值增长8.5%[1]。"
    return make_reply(**({"answer": answer, "figures": [figure("8.5%")], "citations": [citation(2, 2)]} | fields))


def test_a_figure_that_is_given_and_cited_is_right(make_case: MakeCase, make_reply: MakeReply) -> None:
    judged = judge(make_case(gold_figures=GROWTH, gold_lines=LINE_2), growth_reply(make_reply), lines)
    assert judged.right
    assert judged.unfaithful == ()
    assert {name: tally.rate for name, tally in judged.tallies.items()} == {
        "right": 1, "faithful": 1, "abstained": 0, "falsely_abstained": 0, "trapped": 0, "cited": 1,
        "citation_precision": 1,
    }  # fmt: skip


def test_every_figure_of_several_is_needed(make_case: MakeCase, make_reply: MakeReply) -> None:
    case = make_case("figures", gold_figures=(GoldFigure("8.5%", 2), GoldFigure("2.7万人", 2)))
    assert names(judge(case, growth_reply(make_reply), lines)) == ["missing_figure"]
    both = growth_reply(
        make_reply, answer="增长8.5%，新增就业2.7万人[1]。", figures=[figure("8.5%"), figure("2.7万人")]
    )
    assert judge(case, both, lines).right


def test_a_comparison_needs_both_sides(make_case: MakeCase, make_reply: MakeReply) -> None:
    case = make_case("compare", gold_figures=(GoldFigure("8.5%", 2), GoldFigure("8%", 3)))
    reply = make_reply(
        "2021年增长8.5%[1]，2022年目标8%左右[2]，低0.5个百分点。",
        figures=[figure("8.5%"), figure("8%左右", ("2022年", 2022, 2022), 2)],
        derived=[{"text": "0.5个百分点", "formula": "8.5-8", "operands": [0, 1]}],
        citations=[citation(2, 2), citation(3, 3, 2)],
    )
    judged = judge(case, reply, lines)
    assert judged.right
    assert judged.unfaithful == ()
    assert judged.tallies["qualified"].hits == judged.tallies["qualified"].total == 1


def test_a_list_needs_one_phrase_of_each_group(make_case: MakeCase, make_reply: MakeReply) -> None:
    case = make_case("list", gold_phrases=(("重大项目", "大项目"), ("减免税费",)))
    reply = make_reply("实施重大项目715个[1]。", citations=[citation(5, 5)])
    judged = judge(case, reply, lines)
    assert [str(failure) for failure in judged.failures] == ["missing_phrase: 减免税费"]
    assert judge(case, reply | {"answer": "实施重大项目715个，为企业减免税费26.4亿元[1]。"}, lines).right


@pytest.mark.parametrize("kind", ["text", "rank"])
def test_text_and_rank_rest_on_phrases_and_citations(kind: str, make_case: MakeCase, make_reply: MakeReply) -> None:
    case = make_case(kind, gold_phrases=(("减免税费",),), gold_lines=(LineRange(4, 5),))
    assert judge(case, make_reply("为企业减免税费[1]。", citations=[citation(5, 5)]), lines).right
    elsewhere = make_reply("为企业减免税费[1]。", citations=[citation(1, 3)])
    assert names(judge(case, elsewhere, lines)) == ["no_citation_overlap"]


@pytest.mark.parametrize(("given", "failures"), [("yes", []), ("no", ["verdict"]), (None, ["verdict"])])
def test_the_verdict_must_agree(
    given: str | None, failures: list[str], make_case: MakeCase, make_reply: MakeReply
) -> None:
    case = make_case("yesno", verdict="yes", gold_figures=GROWTH)
    assert names(judge(case, growth_reply(make_reply, verdict=given), lines)) == failures


def test_an_open_question_needs_one_figure_with_its_period(make_case: MakeCase, make_reply: MakeReply) -> None:
    case = make_case("ambiguous", gold_figures=(GoldFigure("8.5%", 2), GoldFigure("8%", 3)))
    assert judge(case, growth_reply(make_reply, status="clarify"), lines).right
    undated = growth_reply(make_reply, status="clarify", answer="增长8.5%[1]。")
    assert names(judge(case, undated, lines)) == ["missing_figure"]
    unknown = growth_reply(make_reply, status="clarify", figures=[figure("8.5%", None)])
    assert names(judge(case, unknown, lines)) == ["missing_figure"]


def test_an_open_question_may_name_the_years_of_a_period(make_case: MakeCase, make_reply: MakeReply) -> None:
    case = make_case("ambiguous", gold_figures=GROWTH)
    term = [figure("8.5%", ("过去五年", 2017, 2021))]
    named = growth_reply(make_reply, answer="2017–2021: 8.5% [1]", figures=term)
    assert judge(case, named, lines).right
    half = growth_reply(make_reply, answer="2021: 8.5% [1]", figures=term)
    assert names(judge(case, half, lines)) == ["missing_figure"]


def test_a_date_that_is_asked_for_needs_no_record(make_case: MakeCase, make_reply: MakeReply) -> None:
    dated = make_reply("2021年12月31日[1]。", citations=[citation(2, 2)])
    gold = (GoldFigure("2021年12月31日", 2),)
    assert judge(make_case("ambiguous", gold_figures=gold), dated, lines).right
    assert judge(make_case("figure", gold_figures=gold), dated, lines).right


def test_a_refusal_is_right_without_figures(make_case: MakeCase, make_reply: MakeReply) -> None:
    case = make_case("unanswerable", reason="other_period", wrong_figures=("8.5%",))
    reply = make_reply(status="not_found", reason="other_period")
    judged = judge(case, reply, lines)
    assert judged.right
    assert judged.tallies["reason_right"].hits == 1
    assert judge(case, reply | {"reason": "not_in_report"}, lines).tallies["reason_right"].hits == 0
    assert names(judge(case, reply | {"figures": [figure("8.5%")]}, lines)) == ["figures_in_refusal"]


def test_what_should_be_refused_and_is_answered_is_wrong(make_case: MakeCase, make_reply: MakeReply) -> None:
    judged = judge(make_case("unanswerable", wrong_figures=("8.5%",)), growth_reply(make_reply), lines)
    assert names(judged) == ["should_refuse", "figures_in_refusal"]
    assert judged.tallies["trapped"].hits == 1
    assert judged.tallies["refused"].hits == 0


def test_smalltalk_needs_its_status_and_no_figures(make_case: MakeCase, make_reply: MakeReply) -> None:
    assert judge(make_case("smalltalk"), make_reply("您好！", "smalltalk"), lines).right
    assert names(judge(make_case("smalltalk"), make_reply(status="not_found"), lines)) == ["smalltalk"]
    chatty = make_reply("您好！", "smalltalk", figures=[figure("8.5%")])
    assert names(judge(make_case("smalltalk"), chatty, lines)) == ["figures_in_smalltalk"]


def test_a_refused_question_that_has_an_answer_is_wrong(make_case: MakeCase, make_reply: MakeReply) -> None:
    judged = judge(make_case(gold_figures=GROWTH), make_reply(status="not_found", reason="not_in_report"), lines)
    assert [str(failure) for failure in judged.failures] == ["refused: not_found, not_in_report"]
    assert judged.tallies["falsely_abstained"].hits == 1


def test_a_trap_among_the_first_figures_is_wrong(make_case: MakeCase, make_reply: MakeReply) -> None:
    case = make_case("yesno", gold_figures=GROWTH, wrong_figures=("8%",))
    first = growth_reply(make_reply, figures=[figure("8%左右"), figure("8.5%")])
    assert names(judge(case, first, lines)) == ["trapped"]
    second = growth_reply(make_reply, figures=[figure("8.5%"), figure("8%左右")])
    assert judge(case, second, lines).right


def test_the_first_figure_of_one_must_be_a_gold_or_an_ok_one(make_case: MakeCase, make_reply: MakeReply) -> None:
    reply = growth_reply(make_reply, figures=[figure("2.7万人"), figure("8.5%")])
    assert names(judge(make_case(gold_figures=GROWTH), reply, lines)) == ["wrong_first"]
    assert judge(make_case(gold_figures=GROWTH, ok_figures=("2.7万人",)), reply, lines).right
    assert names(judge(make_case(gold_figures=GROWTH), reply | {"figures": []}, lines)) == ["wrong_first"]


def test_an_answer_that_pours_out_the_report_is_not_short(make_case: MakeCase, make_reply: MakeReply) -> None:
    case = make_case(gold_figures=GROWTH)
    long = growth_reply(make_reply, answer="增长8.5%[1]。" + "好" * 591)
    assert len(long["answer"]) == 601
    assert names(judge(case, long, lines)) == ["not_short"]
    assert judge(case, long | {"answer": long["answer"][:600]}, lines).right
    assert judge(case, long, lambda report: ["", "长" * 301, "长" * 902]).right
    poured = judge(case, long, lambda report: ["", "长" * 601, "长" * 600])
    assert [str(failure) for failure in poured.failures] == ["not_short: a report poured out"]


def test_a_long_answer_may_rest_on_long_lines_counted_once(make_case: MakeCase, make_reply: MakeReply) -> None:
    reply = growth_reply(make_reply, answer="8.5%" + "好" * 700, citations=[citation(2, 2), citation(2, 2, 2)])
    assert names(judge(make_case(gold_figures=GROWTH), reply, lambda report: ["", "8.5%" + "长" * 306])) == [
        "not_short"
    ]


def test_naming_many_reports_may_be_long(make_case: MakeCase, make_reply: MakeReply) -> None:
    case = make_case("ambiguous", report=None)
    assert judge(case, make_reply("好" * 900, "clarify"), lines).right
    assert names(judge(make_case("ambiguous"), make_reply("好" * 900, "clarify"), lines)) == ["not_short"]


def test_a_citation_of_another_report_is_wrong(make_case: MakeCase, make_reply: MakeReply) -> None:
    case = make_case(gold_figures=GROWTH, gold_lines=LINE_2)
    reply = growth_reply(make_reply, citations=[citation(2, 2), citation(2, 2, 2, "other")])
    judged = judge(case, reply, lines)
    assert [str(failure) for failure in judged.failures] == ["foreign_citation: other"]
    assert judged.tallies["citation_precision"].rate == 0.5


def test_a_case_over_several_reports_names_them_itself(make_case: MakeCase, make_reply: MakeReply) -> None:
    case = make_case(
        "compare", report=None, gold_figures=(GoldFigure("8.5%", 2, "a"),),
        gold_lines=(LineRange(2, 2, "a"), LineRange(3, 3, "b")),
    )  # fmt: skip
    assert judge(case, growth_reply(make_reply, citations=[citation(2, 2, report="a")]), lines).right
    elsewhere = growth_reply(make_reply, citations=[citation(2, 2, report="b")])
    assert names(judge(case, elsewhere, lines)) == ["no_citation_overlap"]
    foreign = growth_reply(make_reply, citations=[citation(2, 2, report="a"), citation(1, 1, 2, "c")])
    assert names(judge(case, foreign, lines)) == ["foreign_citation"]


def test_a_qualifier_of_the_source_must_be_said_to_count(make_case: MakeCase, make_reply: MakeReply) -> None:
    case = make_case(gold_figures=(GoldFigure("25.5亿斤", 3),))  # cut by a line end, its qualifier behind it
    reply = make_reply("达到25.5亿斤以上[1]。", figures=[figure("25.5亿斤以上")], citations=[citation(3, 4)])
    assert judge(case, reply, lines).tallies["qualified"].rate == 1
    bare = judge(case, reply | {"answer": "达到25.5亿斤[1]。"}, lines)
    assert bare.right
    assert bare.tallies["qualified"].rate == 0


def test_figures_without_a_citation_are_not_cited(make_case: MakeCase, make_reply: MakeReply) -> None:
    case = make_case(gold_figures=GROWTH)
    assert judge(case, growth_reply(make_reply, citations=[]), lines).tallies["cited"].hits == 0
    assert judge(case, growth_reply(make_reply, figures=[figure("8.5%", citation=7)]), lines).tallies["cited"].hits == 0


def test_a_request_that_failed_is_wrong(make_case: MakeCase) -> None:
    judged = judge(make_case(), {"error": "report_unknown: There is no report r."}, lines)
    assert names(judged) == ["error"]
    assert judged.tallies["right"].rate == 0


def test_every_kind_can_be_judged(make_reply: MakeReply) -> None:
    case = Case("C", ("问",), "text", True)
    assert judge(case, make_reply("答"), lines).right
