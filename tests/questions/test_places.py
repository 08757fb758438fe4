"""Places in questions: the gazetteer, false friends, and how a place stands to a report's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.errors import LexiconError
from report_qa.questions.places import Gazetteer, PlaceMention

LEXICON = Path(__file__).parents[2] / "data" / "lexicon"
GAZETTEER = Gazetteer.open(LEXICON)


def found(text: str) -> list[str]:
    return [mention.name for mention in GAZETTEER.find(text)]


def only(text: str) -> PlaceMention:
    (mention,) = GAZETTEER.find(text)
    return mention


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("苏州去年GDP涨了多少", ["苏州"]),
        ("苏州市区的路", ["苏州市区"]),
        ("内蒙古的粮食产量", ["内蒙古"]),
        ("那鄂尔多斯呢", ["鄂尔多斯"]),
        ("黔南州和黔东南州哪个高", ["黔南州", "黔东南州"]),
        ("凉山州建了几所学校", ["凉山州"]),
        ("昆山市有多少人", ["昆山市"]),
        ("去年昆山有多少人", ["昆山"]),
        ("全国粮食产量", ["全国"]),
        ("粤港澳大湾区的机场", ["粤港澳大湾区"]),
        ("和美国做买卖做了多少", ["美国"]),
    ],
)
def test_names_of_every_level_are_found(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "朝阳产业增长多少",
        "社会长治久安",
        "东西安不安全",
        "创新平台有几个",
        "更新安装了几部电梯",
        "规上高技术制造业",
        "和平、新城、文明、开放",
        "主城区和郊区的路",
        "黄河南岸的树",
        "大兴调查研究",
        "示范县有几个",
        "县域医共体和县城建设",
        "重大理念",
        "惠农补贴发了多少",
    ],
)
def test_words_that_only_look_like_places_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("What was Shaanxi's GDP?", ("610000",)),
        ("How did Shanxi do?", ("140000",)),
        ("Inner Mongolia's coal output", ("150000",)),
        ("Lhasa tourists", ("540100",)),
        ("growth in Xi'an", ("610100",)),
        ("growth in Xi’an", ("610100",)),
        ("GDP OF TIBET", ("540000",)),
        ("gdp of chongqing", ("500000",)),
        ("Kunshan City's exports", ("320583",)),
        ("Qiandongnan forests", ("522600",)),
    ],
)
def test_english_names_are_found(text: str, codes: tuple[str, ...]) -> None:
    assert only(text).codes == codes


def test_english_names_stand_as_whole_words() -> None:
    assert found("The Xianning-like Suzhouese jian ali") == ["Xianning"]
    assert found("I met Dalian people, not Dalianese") == ["Dalian"]


def test_a_name_of_several_places_keeps_all_until_its_neighbour_narrows_it() -> None:
    assert set(only("朝阳去年GDP").codes) > {"211300", "110105"}
    assert only("北京朝阳去年GDP").codes == ("110105",)
    assert only("江苏省苏州市昆山去年GDP") == PlaceMention(0, 8, "江苏省苏州市昆山", "county", ("320583",))
    assert set(only("How did Suzhou grow?").codes) == {"320500", "341300"}


@pytest.mark.parametrize(
    "text", ["吉林大学招了多少人", "上海路修好了吗", "苏州到上海的高铁", "去湛江的高铁通了吗", "宁波港吞吐量"]
)
def test_a_place_inside_a_name_or_a_route_is_flagged(text: str) -> None:
    assert GAZETTEER.find(text)[0].in_name


@pytest.mark.parametrize("text", ["苏州路网密度", "苏州大学生有多少", "苏州港口吞吐量", "苏州的路"])
def test_a_place_before_an_ordinary_word_is_not_flagged(text: str) -> None:
    assert not GAZETTEER.find(text)[0].in_name


@pytest.mark.parametrize(
    "text", ["电送到广东多少", "与新加坡合作了几个项目", "珠海那边帮衬了多少钱", "全国排第几", "看大病还用跑郑州不"]
)
def test_a_place_that_is_only_a_partner_or_a_yardstick_is_flagged(text: str) -> None:
    assert only(text).aside


@pytest.mark.parametrize(
    ("text", "report", "relation"),
    [
        ("苏州", "苏州市", "same"),
        ("苏州市", "苏州", "same"),
        ("Suzhou", "苏州市", "same"),
        ("昆山", "苏州市", "inside"),
        ("苏州工业园区", "苏州市", "inside"),
        ("江苏", "苏州市", "contains"),
        ("长三角", "苏州市", "contains"),
        ("全国", "苏州市", "contains"),
        ("上海", "苏州市", "outside"),
        ("美国", "苏州市", "outside"),
        ("黔南州", "黔东南州", "outside"),
        ("凯里", "黔东南州", "inside"),
        ("济南", "山东省", "inside"),
        ("珠三角", "广东省", "inside"),
        ("中国", "全国", "same"),
        ("广东", "全国", "inside"),
        ("吉林市", "吉林省", "inside"),
        ("吉林省", "吉林市", "contains"),
        ("全省", "苏州市", "contains"),
        ("全市", "苏州市", "same"),
        ("全市", "重庆市", "same"),
        ("全省", "山东省", "same"),
        ("包头", "内蒙古自治区", "inside"),
        ("来宾市", "来宾", "same"),
    ],
)
def test_a_place_stands_to_the_place_of_the_report(text: str, report: str, relation: str) -> None:
    assert GAZETTEER.relation(only(text), report) == relation


def test_without_a_known_place_of_the_report_the_relation_is_unknown() -> None:
    assert GAZETTEER.relation(only("苏州"), None) == "unknown"
    assert GAZETTEER.relation(only("苏州"), "某某报") == "unknown"


def test_containment_and_sameness() -> None:
    assert GAZETTEER.contains("320000", "320583")
    assert GAZETTEER.contains("320583", "320583")
    assert not GAZETTEER.contains("320583", "320000")
    assert GAZETTEER.same("呼市", "呼和浩特市")
    assert not GAZETTEER.same("黔南州", "黔东南州")


def test_every_place_is_found_by_its_full_name_and_leads_to_a_province() -> None:
    rows = [line.split("\t") for line in (LEXICON / "places.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    assert {row[3] for row in rows} == {"province", "prefecture", "county"}
    assert len({row[0] for row in rows}) == len(rows) > 3200
    blocked = set((LEXICON / "not_places.txt").read_text(encoding="utf-8").split("\n"))
    for code, name, _short, _level, _parent, _english, _also in rows:
        if name not in blocked:
            assert code in GAZETTEER.codes(name), name
        assert GAZETTEER.contains("000000", code), name


@given(st.text(alphabet="苏州市江省昆山去年的GDP上海大学北京朝阳Suzhou ，。", max_size=40))
def test_mentions_are_in_order_and_say_what_stands_there(text: str) -> None:
    end = 0
    for mention in GAZETTEER.find(text):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.name == text[mention.start : mention.end]
        end = mention.end


def test_a_missing_or_cut_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"places\.tsv"):
        Gazetteer.open(tmp_path)
    for name in ("places.tsv", "regions.tsv", "not_places.txt"):
        shutil.copy(LEXICON / name, tmp_path / name)
    (tmp_path / "places.tsv").write_text("code\tname\n1\t2\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"places\.tsv line 1"):
        Gazetteer.open(tmp_path)
