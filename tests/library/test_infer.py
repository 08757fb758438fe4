"""What `add` finds out by itself: the content decides first, the file's name second, and nothing is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_qa.library.infer import infer
from report_qa.library.manifest import Manifest
from report_qa.library.place_names import PlaceNames
from report_qa.settings import shipped_folder
from report_qa.text.source import Source

OPENING = "各位代表：\n现在，我代表{who}人民政府，向大会报告工作，请予审议。\n"
YEARS = "一、2023年工作回顾\n2023年，全市生产总值增长5%。\n二、2024年工作安排\n2024年，预期增长6%。\n"


@pytest.fixture(scope="session")
def names() -> PlaceNames:
    return PlaceNames.open(shipped_folder("lexicon"))


def read(names: PlaceNames, text: str, stem: str = "报告") -> Manifest:
    return infer(stem, text, stem, names)


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


def test_every_development_report_is_placed_and_dated(names: PlaceNames, shared: Path) -> None:
    files = sorted((shared / "reports").glob("*/*-20*.txt"))
    assert files
    for file in files:
        manifest = infer(file.stem, Source.from_bytes(file.read_bytes()).text, file.stem, names)
        assert manifest.place, file.stem
        assert manifest.reviews, file.stem
        assert manifest.plans == manifest.reviews + 1, file.stem
