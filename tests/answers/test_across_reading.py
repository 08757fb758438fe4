"""Which questions are over several reports, and what they ask of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.answers.across_reading import Across, read_across
from report_qa.answers.naming import read_names
from report_qa.questions.places import Gazetteer
from report_qa.settings import shipped_folder


def read(gazetteer: Gazetteer, text: str) -> Across | None:
    return read_across(read_names([text], gazetteer), gazetteer)


@pytest.mark.parametrize(
    ("text", "kind", "level", "words"),
    [
        ("各市2024年GDP目标是多少", "each", "city", "GDP目标"),
        ("江苏各市2024年GDP目标", "each", "city", "GDP目标"),
        ("各省2025年经济增长目标分别是多少", "each", "province", "地区生产总值增速"),
        ("2023年哪个城市GDP增长最快？", "most", "city", "GDP增速"),
        ("2023年浙江哪个市的进出口总额最高", "most", "city", "进出口总额"),
        ("去年粮食产量最高的省是哪个", "most", "province", "粮食产量"),
        ("哪个城市的失业率最低", "most", "city", "失业率"),
        ("which city grew fastest in 2023", "most", "city", "GDP growth"),
        ("What are the 2024 GDP growth targets of all cities?", "each", "city", "GDP growth targets"),
        ("苏州和南京谁的GDP高", "places", "any", "GDP"),
        ("苏州比南京GDP高多少", "places", "any", "GDP"),
        ("上海2023年GDP增速比北京快吗", "places", "any", "GDP增速"),
        ("合肥、南通和苏州2023年工业增速", "places", "any", "工业增速"),
        ("全国和山东谁的粮食产量增长快", "places", "any", "粮食产量增速"),
        ("云南省去年定的GDP目标完成了吗", "target", "any", "GDP"),
        ("云南2025年实际GDP增速和目标比怎么样", "target", "any", "GDP增速"),
        ("Did Yunnan meet its 2025 GDP growth target?", "target", "any", "GDP growth"),
        ("上海2020年和2021年的GDP增速", "years", "any", "GDP增速"),
    ],
)
def test_questions_over_several_reports(gazetteer: Gazetteer, text: str, kind: str, level: str, words: str) -> None:
    across = read(gazetteer, text)
    assert across is not None
    assert (across.kind, across.level, across.words) == (kind, level, words)


@pytest.mark.parametrize(
    "text",
    [
        "苏州去年GDP多少",
        "苏州到上海有几条地铁",
        "苏州和新加坡合作办了几所学校",
        "山东哪些城市环境空气质量优良",
        "城里人和农村人的收入谁涨得快",
        "苏州GDP在江苏排第几",
        "粮食产量高于全国多少",
        "你好",
        "各地方政府怎么化债",
        "苏州大学排第几",
    ],
)
def test_questions_of_one_report(gazetteer: Gazetteer, text: str) -> None:
    assert read(gazetteer, text) is None


@pytest.mark.parametrize(
    ("text", "lowest"), [("哪个市GDP最低", True), ("哪个市GDP最高", False), ("各市GDP由低到高排", True)]
)
def test_the_least_may_be_asked(gazetteer: Gazetteer, text: str, lowest: bool) -> None:
    across = read(gazetteer, text)
    assert across is not None
    assert across.lowest is lowest


GAZETTEER = Gazetteer.open(shipped_folder("lexicon"))
PIECES = st.sampled_from(
    [
        "苏州",
        "南京",
        "各市",
        "哪个省",
        "全国",
        "2023年",
        "去年",
        "和",
        "比",
        "GDP",
        "目标",
        "完成了吗",
        "最高",
        "谁",
        "？",
        "报告",
        " ",
        "of",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=9))
def test_no_words_break_the_reading(pieces: list[str]) -> None:
    text = "".join(pieces)
    if text.strip():
        names = read_names(["苏州去年GDP", text], GAZETTEER)
        across = read_across(names, GAZETTEER)
        assert names.texts[-1].strip()
        assert across is None or across.words.strip()
