"""What may answer at all: figures of the period, unit, side and name that the question asks for."""

from __future__ import annotations

import numpy as np
import pytest

from report_qa.answers.features import FIGURE_FEATURES, SENTENCE_FEATURES
from report_qa.answers.ranking import names_present
from report_qa.answers.view import ReportView
from report_qa.questions.read import read_question
from report_qa.questions.turn import Reader

from .conftest import AskReport


def allowed(asked: AskReport, *turns: str) -> set[str]:
    held = asked(*turns)
    return {figure.text for figure, may in zip(held.view.figures, held.ranking.allowed, strict=True) if may}


@pytest.mark.parametrize(
    ("text", "may", "may_not"),
    [
        ("去年新建改建幼儿园几所", {"35所"}, {"40所", "1200张"}),
        ("今年新建改建幼儿园几所", {"40所"}, {"35所"}),
        ("2015年新建改建幼儿园几所", set(), {"35所", "40所"}),
        ("去年一般公共预算收入多少亿元", {"2456亿元"}, {"5.5%", "35所", "22.3万人"}),
        ("去年新增就业多少人", {"22.3万人"}, {"2456亿元", "4.6%"}),
        ("GDP增长目标是多少", {"5%以上"}, {"4.6%"}),
        ("一般公共预算收入实际完成多少", {"2456亿元"}, {"3%左右"}),
        ("一般公共预算收入增长多少", {"5.5%", "3%左右"}, {"2456亿元"}),
        ("失业率控制在多少", {"5%以内"}, {"4.6%", "5.5%"}),
        ("地表水水质优良比例", {"83.3%"}, {"75%"}),
        ("地表水水质优良比例从多少提高上来的", {"75%", "83.3%"}, set()),
        ("“江南织造”工程投资多少", {"26亿元"}, {"2456亿元", "2450亿元"}),
        ("“江南水乡”工程投资多少", set(), {"26亿元", "2450亿元"}),
        ("昆山改造老旧小区多少个", {"48个"}, {"150个"}),
        ("太仓改造老旧小区多少个", set(), {"48个", "150个"}),
    ],
)
def test_a_figure_of_another_period_unit_side_or_name_may_not_answer(
    asked: AskReport, text: str, may: set[str], may_not: set[str]
) -> None:
    found = allowed(asked, text)
    assert may <= found
    assert not may_not & found


def test_an_open_question_may_be_answered_by_every_period(asked: AskReport) -> None:
    assert {"35所", "40所"} <= allowed(asked, "新建改建幼儿园")


def test_the_best_figures_are_allowed_and_fall_in_score(asked: AskReport) -> None:
    ranking = asked("去年新建改建幼儿园几所").ranking
    best = ranking.best(50)
    assert len(best) == int(ranking.allowed.sum())
    assert all(ranking.allowed[at] for at in best)
    assert list(ranking.scores[best]) == sorted(ranking.scores[best], reverse=True)
    assert ranking.best() == best[:1]


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("去年新建改建幼儿园几所", "35所"),
        ("今年养老床位新增多少张", "1200张"),
        ("去年城里人人均可支配收入多少元", "82989元"),
        ("去年农村居民收入增长多少", "5.9%"),
        ("今年GDP增长目标", "5%以上"),
        ("去年能耗下降多少", "4.2%"),
        ("今年失业率控制在多少", "5%以内"),
        ("今年老旧小区要改多少个", "150个"),
    ],
)
def test_words_alone_find_the_figure_of_the_thing_asked(asked: AskReport, text: str, best: str) -> None:
    held = asked(text)
    assert held.view.figures[held.ranking.best()[0]].text == best


def test_the_best_sentence_is_the_one_that_says_it(asked: AskReport) -> None:
    held = asked("市图书馆新馆建成了吗")
    assert "市图书馆新馆" in held.view.document.sentences[held.ranking.best_sentences()[0]].text


def test_names_hold_a_sentence_to_its_words_or_its_headings(view: ReportView, reader: Reader) -> None:
    present = names_present(view, read_question("“江南织造”怎么样", (), reader))
    texts = [sentence.text for sentence, there in zip(view.document.sentences, present, strict=True) if there]
    assert any("江南织造" in text for text in texts)
    assert not any("粮食产量" in text for text in texts)
    assert names_present(view, read_question("粮食产量", (), reader)).all()
    assert not names_present(view, read_question("“江南水乡”怎么样", (), reader)).any()


def test_every_row_has_a_number_for_every_feature(asked: AskReport) -> None:
    for text in ("去年新建改建幼儿园几所", "江南", "How many jobs?", "？"):
        ranking = asked(text).ranking
        assert ranking.features.shape[1] == len(FIGURE_FEATURES)
        assert ranking.sentence_features.shape[1] == len(SENTENCE_FEATURES)
        assert np.isfinite(ranking.features).all()
        assert np.isfinite(ranking.sentence_features).all()
        assert np.isfinite(ranking.scores).all()
