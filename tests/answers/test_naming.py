"""What a question and its history say of the report that they mean."""

from __future__ import annotations

import pytest

from report_qa.answers.naming import for_report, read_names
from report_qa.questions.places import Gazetteer


@pytest.mark.parametrize(
    ("text", "edition", "asked"),
    [
        ("苏州2024年政府工作报告：去年粮食产量多少", 2024, "去年粮食产量多少"),
        ("2024年苏州市政府工作报告里，去年粮食产量多少", 2024, "去年粮食产量多少"),
        ("苏州2024年去年的粮食产量", 2024, "苏州去年的粮食产量"),
        ("苏州2024年，2023年粮食产量多少", 2024, "苏州2023年粮食产量多少"),
        ("2024年政府工作报告是谁作的", 2024, "政府工作报告是谁作的"),
        ("苏州2024年粮食产量比2023年多多少", None, "苏州2024年粮食产量比2023年多多少"),
        ("苏州2023年和2024年粮食产量", None, "苏州2023年和2024年粮食产量"),
        ("2024年粮食目标报告里怎么说", None, "2024年粮食目标报告里怎么说"),
        ("苏州2024年粮食产量比去年多多少", None, "苏州2024年粮食产量比去年多多少"),
    ],
)
def test_a_year_in_a_reports_name_is_no_time_that_is_asked_about(
    gazetteer: Gazetteer, text: str, edition: int | None, asked: str
) -> None:
    names = read_names([text], gazetteer)
    assert (names.edition, names.texts) == (edition, (asked,))


@pytest.mark.parametrize(
    ("text", "years", "shifts"),
    [
        ("苏州2023年粮食产量", (2023,), ()),
        ("苏州去年粮食产量", (), (-1,)),
        ("苏州今年的粮食产量目标", (), (0,)),
        ("苏州粮食产量", (), ()),
    ],
)
def test_times_are_absolute_or_counted_from_the_year_planned(
    gazetteer: Gazetteer, text: str, years: tuple[int, ...], shifts: tuple[int, ...]
) -> None:
    names = read_names([text], gazetteer)
    assert (names.years, names.shifts) == (years, shifts)


@pytest.mark.parametrize(
    ("text", "nation", "places"),
    [
        ("国务院2024年GDP目标", True, ()),
        ("总理说今年要新增多少就业", True, ()),
        ("国务院督查表扬了苏州几次", False, ("苏州",)),
        ("苏州粮食产量占全国比重", False, ("苏州",)),
        ("高于全国多少", False, ()),
        ("全国粮食产量", False, ("全国",)),
    ],
)
def test_the_nation_is_meant_by_its_government_and_never_as_a_yardstick(
    gazetteer: Gazetteer, text: str, nation: bool, places: tuple[str, ...]
) -> None:
    names = read_names([text], gazetteer)
    assert (names.nation, tuple(place.name for place in names.places)) == (nation, places)


def test_the_latest_turn_that_names_a_time_tells_it(gazetteer: Gazetteer) -> None:
    names = read_names(["苏州2023年粮食产量", "那今年呢"], gazetteer)
    assert (names.years, names.shifts, [place.name for place in names.places]) == ((), (0,), ["苏州"])


@pytest.mark.parametrize(
    ("text", "place", "asked"),
    [
        ("苏州市昆山改造了几个小区", "苏州市", "昆山改造了几个小区"),
        ("苏州2024年全市粮食产量", "苏州市", "2024年全市粮食产量"),
        ("苏州，粮食产量", "苏州市", "粮食产量"),
        ("苏州粮食产量", "苏州市", "苏州粮食产量"),
        ("苏州大学建了吗", "苏州市", "苏州大学建了吗"),
        ("南京2024年粮食产量", "苏州市", "南京2024年粮食产量"),
        ("粮食产量", None, "粮食产量"),
    ],
)
def test_a_report_is_asked_without_its_own_place_in_front(
    gazetteer: Gazetteer, text: str, place: str | None, asked: str
) -> None:
    assert for_report(text, place, gazetteer) == asked
