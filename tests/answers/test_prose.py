"""Answers in the report's words: measures, problems, lists, places, and verdicts in words, on a made-up report."""

from __future__ import annotations

import pytest

from report_qa.answers.quoting import MOST
from report_qa.library.library import Library
from tests.library.conftest import make_library

from .conftest import AskLibrary, _asking

REPORT = """政府工作报告
——2024年1月18日在徐水市第九届人民代表大会第三次会议上
徐水市市长 王立
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
2023年，全市经济平稳运行。北辰县入选国家农业绿色发展先行区，南丰县获评全国平安建设示范县。全年未发生重特大生产安全事故。
我们也清醒地看到，发展还有不少困难：停车难问题突出，养老服务供给不足。
二、2024年工作安排
推动交通更加畅通。完善公共交通网络，新开公交线路，发展慢行交通。建设智慧停车系统，盘活闲置地块建设停车场。开展交通拥堵专项治理。
实施“四大行动”，让城市更宜居。实施口袋公园行动，让居民推窗见绿。实施老街复兴行动，留住城市记忆。实施清水行动，整治城区河道。实施静夜行动，治理施工噪声。
促进外贸稳定增长，抓好三项举措。一要优化出口结构。支持企业扩大高技术产品出口。二要发展跨境电商。建设海外仓，培育新型企业。三要办好展会。组织企业参加境外展会。
滨河大桥开工建设。严禁新上高耗能项目。
"""


@pytest.fixture(scope="module")
def ask_words(tmp_path_factory: pytest.TempPathFactory) -> AskLibrary:
    """Asks a library of the report above."""
    return _asking(Library.open(make_library(tmp_path_factory.mktemp("words"), {"徐水-2024": REPORT})))


@pytest.mark.parametrize(
    ("question", "phrases"),
    [
        ("智慧停车系统和停车场今年怎么建设", ["盘活闲置地块"]),
        ("“四大行动”是哪四项", ["口袋公园", "老街复兴", "清水行动", "静夜行动"]),
        ("促进外贸稳定增长的三项举措是什么", ["优化出口结构", "发展跨境电商", "办好展会"]),
        ("这份报告是谁作的", ["王立"]),
        ("报告是在哪天作的", ["1月18日"]),
    ],
)
def test_an_answer_holds_what_was_asked(ask_words: AskLibrary, question: str, phrases: list[str]) -> None:
    reply = ask_words(question)
    assert reply.status == "answered"
    assert [phrase for phrase in phrases if phrase not in reply.answer] == []
    assert sum(len(citation.quote) for citation in reply.citations) <= MOST


def test_a_question_for_measures_is_not_answered_by_the_problem(ask_words: AskLibrary) -> None:
    assert "清醒" not in ask_words("停车难问题和停车场今年怎么解决").answer


def test_a_list_of_points_leaves_out_what_each_goes_on_to_say(ask_words: AskLibrary) -> None:
    assert "海外仓" not in ask_words("促进外贸稳定增长的三项举措是什么").answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("去年发生过重特大生产安全事故吗", "no"),
        ("是不是允许新上高耗能项目", "no"),
    ],
)
def test_what_is_denied_or_forbidden_is_not_confirmed(ask_words: AskLibrary, question: str, verdict: str) -> None:
    assert ask_words(question).verdict == verdict


def test_what_has_only_begun_is_not_finished(ask_words: AskLibrary) -> None:
    assert ask_words("滨河大桥建成通车了吗").verdict != "yes"


def test_a_name_that_the_report_does_not_spell_out_is_no_list(ask_words: AskLibrary) -> None:
    assert ask_words("“五个统筹”是哪五个").status == "not_found"
