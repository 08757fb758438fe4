"""What `add` finds out by itself: the content decides first, the file's name second, and nothing is guessed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.library.infer import infer
from report_qa.library.inferring.finding import Conflict, Inferred, Origin
from report_qa.library.manifest import Manifest
from report_qa.library.place_names import PlaceNames
from report_qa.settings import shipped_folder
from report_qa.text.source import LINE_END, Source

OPENING = "各位代表：\n现在，我代表{who}人民政府，向大会报告工作，请予审议。\n"
YEARS = "一、2023年工作回顾\n2023年，全市生产总值增长5%。\n二、2024年工作安排\n2024年，预期增长6%。\n"


@pytest.fixture(scope="session")
def names() -> PlaceNames:
    return PlaceNames.open(shipped_folder("lexicon"))


def read(names: PlaceNames, text: str, stem: str = "报告") -> Manifest:
    return infer(text, stem, names).manifest(stem)


def test_the_session_tells_place_and_date(names: PlaceNames) -> None:
    manifest = read(names, "政府工作报告\n——2026年1月27日在山东省第十四届人民代表大会第四次会议上\n")
    assert (manifest.place, manifest.level, manifest.delivered) == ("山东省", "province", "2026-01-27")
    assert (manifest.reviews, manifest.plans, manifest.title) == (2025, 2026, "2026年山东省政府工作报告")


@pytest.mark.parametrize(
    ("head", "delivered"),
    [
        ("（2024年1月31日在黔东南州第十五届人民代表大会第四次会议上）", "2024-01-31"),
        ("——二〇二六年一月二十七日在甘肃省十四届人民代表大会第四次会议上", "2026-01-27"),
        ("——2026年1月26日在广东省第十四届\n人民代表大会第五次会议上", "2026-01-26"),
        ("2 0 2 4 年 1 月 3 1 日", None),
    ],
)
def test_delivery_dates_in_their_forms(names: PlaceNames, head: str, delivered: str | None) -> None:
    assert read(names, f"政 府 工 作 报 告\n{head}\n").delivered == delivered


def test_the_national_congress_makes_a_national_report(names: PlaceNames) -> None:
    manifest = read(names, "政府工作报告\n——2022年3月5日在第十三届全国人民代表\n大会第五次会议上\n")
    assert (manifest.place, manifest.level, manifest.delivered) == ("全国", "national", "2022-03-05")


def test_line_ends_and_spaces_inside_the_session_do_not_matter(names: PlaceNames) -> None:
    manifest = read(names, "政府工作报告\n——2024 年 1 月\n\n16 日在亳州市第五届人民代\n表大会第三次会议上\n")
    assert (manifest.place, manifest.delivered) == ("亳州市", "2024-01-16")


def test_a_session_s_day_takes_its_year_from_the_year_planned(names: PlaceNames) -> None:
    text = "包头市第十六届人民代表大会第一次会议于2月12日至14日举行。\n2021年工作回眸\n2022年工作安排\n"
    assert read(names, text).delivered == "2022-02-12"


@pytest.mark.parametrize(
    ("stem", "who", "place", "level"),
    [
        ("苏州-2024", "市", "苏州市", "prefecture"),
        ("吉林-2024", "市", "吉林市", "prefecture"),
        ("吉林-2024", "省", "吉林省", "province"),
        ("凉山-2024", "州", "凉山彝族自治州", "prefecture"),
        ("天门-2024", "市", "天门市", "county"),
        ("宁夏-2024", "自治区", "宁夏回族自治区", "province"),
        ("上海-2024", "上海市", "上海市", "province"),
    ],
)
def test_the_file_s_name_completed_by_who_speaks(
    names: PlaceNames, stem: str, who: str, place: str, level: str
) -> None:
    manifest = read(names, OPENING.format(who=who) + YEARS, stem)
    assert (manifest.place, manifest.level) == (place, level)


@pytest.mark.parametrize(
    ("stem", "who", "body", "place"),
    [
        ("黄山-2024", "区", "全区上下，我区，全市第一。", "黄山区"),
        ("黄山-2024", "区", "全市上下，我市，全区第一，市长。", "黄山市"),
        ("大理-2024", "市", "全市上下，我市，全州第一。", "大理市"),
        ("大理-2024", "市", "全州上下，我州，全市第一。", "大理白族自治州"),
    ],
)
def test_a_name_of_a_prefecture_and_a_county_goes_by_how_the_report_speaks(
    names: PlaceNames, stem: str, who: str, body: str, place: str
) -> None:
    assert read(names, OPENING.format(who=who) + body, stem).place == place


def test_the_content_overrules_the_file_s_name(names: PlaceNames) -> None:
    text = "各位代表：\n现在，我代表国务院，向大会报告政府工作，请予审议。\n一、2022年工作回顾\n"
    manifest = read(names, text, "贵阳-2024")
    assert (manifest.place, manifest.level, manifest.reviews, manifest.plans) == ("全国", "national", 2022, 2023)
    assert manifest.title == "2023年国务院政府工作报告"
    assert manifest.delivered is None, "the name's year is neither of the report's years"


def test_years_of_one_heading_give_the_other(names: PlaceNames) -> None:
    assert read(names, "首先报告２００１年的工作\n").plans == 2002
    assert read(names, "二、2024年政府工作建议\n").reviews == 2023


def test_what_nothing_says_is_unknown(names: PlaceNames) -> None:
    manifest = read(names, "本届政府做了许多工作。\n", "scan001")
    assert manifest == Manifest(id="scan001")


def found(names: PlaceNames, text: str, stem: str = "报告") -> Inferred:
    return infer(text, stem, names)


def test_each_finding_carries_the_words_and_the_line_that_say_so(names: PlaceNames) -> None:
    text = (
        "\n政 府 工 作 报 告\n\n——2024 年 1 月 16 日在苏州市第十七届人民代表大会第三次会议上\n各位代表：\n"
        "现在，我代表市人民政府，向大会报告工作。\n一、2023年工作回顾\n全市生产总值增长5%。\n二、2024年工作安排\n"
    )
    inferred = found(names, text)
    told = {name: (one.origin, one.words, one.line) for name, one in inferred.findings()}
    assert told == {
        "place": (Origin.SESSION, "苏州市第十七届人民代表大会", 4),
        "delivered": (Origin.SESSION, "2024年1月16日在苏州市第十七届人民代表大会第三次会议", 4),
        "reviews": (Origin.HEADING, "一、2023年工作回顾", 7),
        "plans": (Origin.HEADING, "二、2024年工作安排", 9),
        "title": (Origin.OTHER_FIELDS, "", None),
    }


@pytest.mark.parametrize(
    ("text", "stem", "place", "origin"),
    [
        ("现在，我代表昆山市人民政府，向大会报告工作。\n", "x", "昆山市", Origin.SPEECH),
        ("昆山市人民政府市长　王某某\n各位代表：\n", "x", "昆山市", Origin.OFFICE),
        ("修水县政府工作报告\n县长 王某\n", "x", "修水县", Origin.TITLE),
        ("现在，我代表县人民政府，向大会报告工作。\n", "修水-2024", "修水县", Origin.FILE_NAME),
        ("现在，我代表市人民政府，向大会报告工作。\n" + "绍兴全市上下，绍兴人民，" * 4, "x", "绍兴市", Origin.MENTIONS),
    ],
)
def test_what_says_the_place(names: PlaceNames, text: str, stem: str, place: str, origin: Origin) -> None:
    inferred = found(names, text, stem)
    assert inferred.place is not None
    assert (inferred.place.value.name, inferred.place.origin) == (place, origin)


@pytest.mark.parametrize(
    "text",
    [
        "我代表市人民政府。\n绍兴建设。绍兴人民。绍兴发展。绍兴特色。\n",  # four times is not enough
        "我代表市人民政府。\n" + "绍兴和嘉兴，" * 6,  # as often as another one
        "我代表镇人民政府。\n" + "修水县委、修水县政府，全县" * 6,  # a town's report names its county
    ],
)
def test_a_place_that_is_not_clearly_named_most_is_unknown(names: PlaceNames, text: str) -> None:
    assert found(names, text).place is None


@pytest.mark.parametrize(
    "text",
    [
        "我代表市人民政府。\n在江苏省第十四届人民代表大会上，省长作政府工作报告，昆山全市上下备受鼓舞。\n"
        + "昆山人民，" * 6,
        "第十四届全国人民代表大会第二次会议上，代表们说到昆山。\n我代表市人民政府。\n" + "昆山人民，" * 6,
        "我代表市人民政府。\n在中共苏州市委领导下，\n" + "昆山人民，" * 6,
        "我代表本届政府。全市上下努力。\n" + "昆山人民，" * 6,
    ],
)
def test_what_is_said_of_a_wider_place_is_not_the_report_s(names: PlaceNames, text: str) -> None:
    assert read(names, text).place == "昆山市"
    assert read(names, text.replace("昆山人民，", ""), "昆山-2024").place == "昆山市"


def test_a_name_inside_a_longer_one_is_not_counted(names: PlaceNames) -> None:
    inferred = found(names, "我代表市人民政府。\n" + "马鞍山经济，马鞍山人民，" * 5)
    assert inferred.place is not None
    assert (inferred.place.value.name, inferred.place.times) == ("马鞍山市", 10)


def test_where_content_and_name_disagree_the_content_is_followed_and_it_is_said(names: PlaceNames) -> None:
    speech = "现在，我代表国务院，向大会报告政府工作，请予审议。\n一、2022年工作回顾\n"
    inferred = found(names, speech, "贵阳-2020")
    assert inferred.conflicts == (Conflict("place", "全国", "贵阳市"), Conflict("year", "2022/2023", "2020"))
    assert inferred.manifest("x").place == "全国"
    text = "现在，我代表市人民政府，向大会报告工作。\n" + "绍兴全市上下，绍兴人民，" * 4
    assert found(names, text, "嘉兴-2024").conflicts == (Conflict("place", "绍兴市", "嘉兴市"),)


@pytest.mark.parametrize(
    ("stem", "who"), [("吉林-2024", "吉林省"), ("吉林-2024", "吉林市"), ("国务院2024", "国务院"), ("报告", "苏州市")]
)
def test_a_name_that_may_mean_the_place_is_no_disagreement(names: PlaceNames, stem: str, who: str) -> None:
    text = f"现在，我代表{who}{'' if who == '国务院' else '人民政府'}，向大会报告工作。\n{YEARS}"
    assert found(names, text, stem).conflicts == ()


@pytest.mark.parametrize(
    ("head", "delivered"),
    [
        ("二○二四年一月十六日在苏州市第十七届人民代表大会第三次会议上", "2024-01-16"),
        ("二〇二三年十二月二十日\n在苏州市第十七届人民代表大会第三次会议上", "2023-12-20"),
        ("苏州市第十七届人民代表大会第三次会议\n（2024年1月16日）\n市长 王某", "2024-01-16"),
        ("（1月16日在苏州市第十七届人民代表大会第三次会议上）", "2024-01-16"),
        ("（12月20日在苏州市第十七届人民代表大会第三次会议上）", "2023-12-20"),
        ("在苏州市第十七届人民代表大会第三次会议上\n发布时间：2024年1月25日 来源：苏州日报", None),
        ("在苏州市第十七届人民代表大会第三次会议上\n2021年5月6日，市民在湖边散步。王某摄", None),
        ("2024年2月31日在苏州市第十七届人民代表大会第三次会议上", None),
        ("2019年1月16日在苏州市第十六届人民代表大会第三次会议上", None),
    ],
)
def test_the_day_of_the_session(names: PlaceNames, head: str, delivered: str | None) -> None:
    text = f"政府工作报告\n{head}\n各位代表：\n一、2023年工作回顾\n全市增长5%。\n二、2024年工作安排\n增长6%。\n"
    assert read(names, text).delivered == delivered


@pytest.mark.parametrize(
    ("review", "plan", "delivered"),
    [
        ("刚刚过去的2023年，增长5%。", "增长6%。", "2024"),
        ("刚刚过去的一年，增长5%。", "增长6%。", "2024"),
        ("过去一年，增长5%。", "今年政府工作的总体要求是稳中求进。", "2024"),
        ("过去一年，增长5%。", "今年是关键的一年。", "2024"),
        ("即将过去的2023年，增长5%。", "2024年，增长6%。", "2023"),
        ("今年是关键的一年，增长5%。", "2024年，增长6%。", "2023"),
        ("全市增长5%，预计今年税收增长8%。", "2024年，增长6%。", "2023"),
        ("今年以来，全市增长5%。", "做好今年工作，增长6%。", "2024"),
        ("全市增长5%。", "增长6%。", None),
    ],
)
def test_the_year_in_which_it_is_spoken(names: PlaceNames, review: str, plan: str, delivered: str | None) -> None:
    text = f"各位代表：\n一、2023年工作回顾\n{review}\n二、2024年工作安排\n{plan}\n"
    manifest = read(names, text)
    assert (manifest.reviews, manifest.plans, manifest.delivered) == (2023, 2024, delivered)


@pytest.mark.parametrize(("stem", "delivered"), [("苏州-2024", "2024"), ("苏州-2023", None), ("苏州", None)])
def test_a_name_by_the_year_reviewed_says_no_year_of_delivery(
    names: PlaceNames, stem: str, delivered: str | None
) -> None:
    inferred = found(names, f"各位代表：\n{YEARS.replace('预期', '')}", stem)
    assert inferred.manifest("x").delivered == delivered
    assert inferred.conflicts == ()


@pytest.mark.parametrize(
    ("text", "reviews"),
    [
        ("奋力完成2023年高质量发展的各项任务\n增长5%。\n全力实现2024年高质量发展的奋斗目标\n", 2023),
        ("请予审议，并请政协委员提出意见。\n2023年，在省委坚强领导下，增长5%。\n", 2023),
        ("一、“九五”时期国民经济和社会发展的回顾\n增长5%。\n", 2000),
        ("第十一届全国人民代表大会第一次会议以来的五年，极不平凡。\n", 2012),
        ("2024年3月5日在第十四届全国人民代表大会第二次会议上\n", 2023),
        ("2023年增长5%，2023年投产，2023年建成。2024年增长6%，2024年投产，2024年建成。\n", 2023),
        ("二、今年工作安排\n", None),
    ],
)
def test_years_without_the_usual_headings(names: PlaceNames, text: str, reviews: int | None) -> None:
    manifest = read(names, text)
    assert (manifest.reviews, manifest.plans) == (reviews, None if reviews is None else reviews + 1)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("政府工作报告_某某人民政府门户网站", "政府工作报告"),
        ("首页 > 政务公开 > 2024年某某政府工作报告", "2024年某某政府工作报告"),
        ("在某次会议上所作的关于本届政府五年来各方面工作情况以及今后五年总体安排和明年主要任务的政府工作报告", None),
        ("工作总结", None),
    ],
)
def test_a_printed_title_without_the_site_s_names(names: PlaceNames, head: str, title: str | None) -> None:
    assert read(names, f"{head}\n各位代表：\n").title == title


@given(st.text(max_size=300), st.text(max_size=20))
def test_any_text_is_read_without_an_error(names: PlaceNames, text: str, stem: str) -> None:
    inferred = infer(text, stem, names)
    for _, one in inferred.findings():
        assert one.line is None or 1 <= one.line <= len(LINE_END.split(text))
    assert inferred.manifest("x").id == "x"


def test_every_report_of_the_table_is_inferred_as_a_person_reads_it(
    names: PlaceNames, root: Path, shared: Path
) -> None:
    with (root / "data/eval/manifests.tsv").open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table, delimiter="\t") if row["file"].endswith(".txt")]
    assert len(rows) > 180
    for row in rows:
        file = shared / row["file"]
        manifest = infer(Source.from_bytes(file.read_bytes()).text, file.stem, names).manifest("x")
        assert manifest.place == row["place"], row
        assert (str(manifest.reviews), str(manifest.plans)) == (row["reviews"], row["plans"]), row
        if row["delivered"] != "-":
            assert manifest.delivered == row["delivered"], row
