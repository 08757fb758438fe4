"""False premises of kinds that share all the report's words: what stays is said to move, what is half done to be done."""

from __future__ import annotations

import pytest

from report_qa.library.library import Ask, Library
from tests.library.conftest import make_library

REPORT = """政府工作报告
——2024年1月18日在绍兴市第九届人民代表大会第四次会议上
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
全市地区生产总值增长7.8%，固定资产投资增长8.1%。北部引水工程投资完成概算的64.6%。镜湖大桥建成通车。
筹措民生资金835亿元。社会保险费率2023年保持8%不变。
二、2024年工作安排
全市地区生产总值增长6.5%左右。基本医疗保险费率保持6%不变，新建改建公厕120座。
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library.open(make_library(tmp_path_factory.mktemp("shaoxing"), {"绍兴-2024": REPORT}))


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("今年基本医疗保险费率6%要下调，是吗", "no"),
        ("今年基本医疗保险费率是6%，对吗", "yes"),
        ("去年筹措了八百多亿民生资金，是吗", "yes"),
        ("去年筹措了七百多亿民生资金，是吗", "no"),
        ("北部引水工程的投资已经全部完成了，对吗", "no"),
        ("镜湖大桥建成通车了吗", "yes"),
    ],
)
def test_the_verdict_is_that_of_the_report(library: Library, question: str, verdict: str) -> None:
    reply = library.ask(Ask(question))
    assert (reply.status, reply.verdict) == ("answered", verdict)
