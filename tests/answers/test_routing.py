"""Which reports a question is about, where none is given."""

from __future__ import annotations

import pytest

from report_qa.answers.routing import Route, route
from report_qa.questions.places import Gazetteer
from report_qa.text.periods import ReportDates

REPORTS = {
    "苏州-2023": ReportDates("2023-01-10", 2022, 2023, "苏州市"),
    "苏州-2024": ReportDates("2024-01-16", 2023, 2024, "苏州市"),
    "山东省-2024": ReportDates("2024-01-22", 2023, 2024, "山东省"),
}


@pytest.mark.parametrize("text", ["南京2008年GDP增长多少", "粮食产量", "你好"])
def test_one_report_needs_no_choosing(gazetteer: Gazetteer, text: str) -> None:
    assert route([text], {"苏州-2024": REPORTS["苏州-2024"]}, gazetteer) == Route(("苏州-2024",), named=False)


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("苏州粮食产量多少", ("苏州-2024", "苏州-2023")),
        ("苏州2024年粮食产量目标", ("苏州-2024",)),
        ("苏州市2023年粮食产量", ("苏州-2024", "苏州-2023")),
        ("苏州2022年粮食产量", ("苏州-2023",)),
        ("山东去年粮食产量", ("山东省-2024",)),
        ("昆山建了几所学校", ("苏州-2024", "苏州-2023")),  # a part of 苏州
        ("2022年粮食产量", ("苏州-2023",)),
        ("2024年粮食产量目标", ("山东省-2024", "苏州-2024")),
    ],
)
def test_the_place_and_the_year_named_choose(gazetteer: Gazetteer, text: str, reports: tuple[str, ...]) -> None:
    found = route([text], REPORTS, gazetteer)
    assert set(found.reports) == set(reports)
    assert found.named


@pytest.mark.parametrize("text", ["广州粮食产量多少", "黑龙江去年粮食产量", "2008年粮食产量", "2031年的目标"])
def test_an_unknown_place_or_year_chooses_none(gazetteer: Gazetteer, text: str) -> None:
    assert route([text], REPORTS, gazetteer) == Route((), named=True)


WITH_NATION = REPORTS | {"全国-2024": ReportDates("2024-03-05", 2023, 2024, "全国")}


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("苏州粮食产量多少", {"苏州-2023", "苏州-2024"}),
        ("昆山去年建了几所学校", {"苏州-2023", "苏州-2024"}),
        ("山东去年粮食产量", {"山东省-2024"}),
        ("济南去年粮食产量", {"山东省-2024"}),
        ("全国粮食产量多少", {"全国-2024"}),
        ("我国去年粮食产量多少", {"全国-2024"}),
        ("苏州GDP在全国排第几", {"苏州-2023", "苏州-2024"}),
        ("广州粮食产量多少", set()),  # a place that no report is of is not the nation
        ("黑龙江粮食产量多少", set()),
    ],
)
def test_the_report_of_a_place_comes_before_that_of_the_nation(
    gazetteer: Gazetteer, text: str, reports: set[str]
) -> None:
    found = route([text], WITH_NATION, gazetteer)
    assert (set(found.reports), found.named) == (reports, True)


def test_a_year_that_no_report_of_a_known_place_covers_leaves_the_place(gazetteer: Gazetteer) -> None:
    assert set(route(["苏州2008年粮食产量"], REPORTS, gazetteer).reports) == {"苏州-2023", "苏州-2024"}


def test_a_question_that_names_nothing_fits_all_latest_first(gazetteer: Gazetteer) -> None:
    found = route(["粮食产量多少"], REPORTS, gazetteer)
    assert not found.named
    assert found.reports[-1] == "苏州-2023"
    assert set(found.reports) == set(REPORTS)


def test_the_history_names_the_place_until_another_is_named(gazetteer: Gazetteer) -> None:
    assert route(["山东去年粮食产量", "那今年呢"], REPORTS, gazetteer).reports == ("山东省-2024",)
    assert route(["山东2024年粮食产量", "那苏州呢"], REPORTS, gazetteer).reports == ("苏州-2024",)


def test_a_place_in_a_bodys_name_names_no_report(gazetteer: Gazetteer) -> None:
    found = route(["苏州大学附属医院建了吗"], REPORTS, gazetteer)
    assert "山东省-2024" in found.reports


@pytest.mark.parametrize("order", [sorted, lambda names: sorted(names, reverse=True)])
def test_the_order_of_the_library_does_not_matter(gazetteer: Gazetteer, order: object) -> None:
    assert callable(order)
    shuffled = {name: REPORTS[name] for name in order(REPORTS)}
    assert route(["粮食产量多少"], shuffled, gazetteer) == route(["粮食产量多少"], REPORTS, gazetteer)
