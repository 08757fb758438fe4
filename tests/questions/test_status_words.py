"""Words that ask for a result or for a promise."""

from __future__ import annotations

import pytest

from report_qa.questions.status_words import status_of


@pytest.mark.parametrize(
    "text",
    [
        "粮食产量目标是多少", "计划建多少套房", "要达到多少", "今年要建几所", "预期增长多少", "准备招多少人", "力争做到多少", "打算种多少树", "再建几条路",
        "安排多少钱", "How many will be built?", "the target for grain", "what is planned", "GDP is expected to grow",
    ],
)  # fmt: skip
def test_words_of_a_promise(text: str) -> None:
    assert status_of(text) == "target"


@pytest.mark.parametrize(
    "text",
    [
        "实际是多少", "完成了多少", "增长了多少", "新增了多少", "降了多少", "建了几所", "已经花掉多少", "How many were built?", "did it reach 5%",
        "what was achieved",
    ],
)  # fmt: skip
def test_words_of_a_result(text: str) -> None:
    assert status_of(text) == "actual"


@pytest.mark.parametrize("text", ["粮食产量多少", "GDP增速", "需求是多少", "the roads of the city"])
def test_a_bare_question_tells_neither(text: str) -> None:
    assert status_of(text) is None


@pytest.mark.parametrize("text", ["实际比目标高多少", "完成年度目标了吗", "达到预期目标了没有"])
def test_a_target_held_against_what_was_done_is_no_promise(text: str) -> None:
    assert status_of(text) != "target"
