"""A result beside its target, and one metric over places and years: what is paired, what is drawn, and what is not."""

from __future__ import annotations

import pytest

from report_qa.figures.metric_words import MetricWords
from report_qa.library.infer import infer
from report_qa.library.ledger import Ledger, make_ledger
from report_qa.library.metric_places import concept_of, metric_tables
from report_qa.library.place_names import PlaceNames
from report_qa.library.read_ledger import read_ledger
from report_qa.library.shelf import ShelvedReport
from report_qa.library.side_by_side import KeyParts, Pair, result_beside_target
from report_qa.library.summary import ReportSummary
from report_qa.search.index_manifest import ReportKey
from report_qa.settings import shipped_folder
from report_qa.text.read import read_document
from report_qa.text.source import Source

WORDS = MetricWords.open(shipped_folder("lexicon"))
PLACES = PlaceNames.open(shipped_folder("lexicon"))


def read(report: str, done: str, planned: str, place: str = "临江市", year: int = 2023) -> tuple[ReportSummary, Ledger]:
    """A made-up report of a place with a sentence of what was done and one of what is planned."""
    text = (
        f"{place}政府工作报告\n——{year}年1月10日在{place}第九届人民代表大会第二次会议上\n各位代表：\n"
        f"一、{year - 1}年工作回顾\n{done}\n二、{year}年工作安排\n{planned}\n"
    )
    source = Source.from_bytes(text.encode())
    manifest = infer(text, report, PLACES).manifest(report)
    document = read_document(source, manifest.dates)
    ledger = read_ledger(ShelvedReport(manifest, source, ReportKey(report, source.sha256, "")), document, WORDS)
    figures, notes = ledger
    summary = ReportSummary(
        report,
        manifest.title,
        place,
        manifest.delivered,
        year - 1,
        year,
        source.line_count,
        len(figures),
        source.sha256,
    )
    return summary, make_ledger(report, manifest.title, document, figures, notes)


def pairs(done: str, planned: str) -> list[Pair]:
    summary, ledger = read("临江-2023", done, planned)
    return list(result_beside_target(ledger.records, (summary.reviews, summary.plans), summary.place))


def texts(found: list[Pair]) -> list[tuple[str, str]]:
    return [(pair.result.figure.text, pair.target.figure.text) for pair in found]


def test_figures_of_one_key_are_paired_under_whatever_wording() -> None:
    found = pairs(
        "2022年，规模以上工业增加值增长7.5%，新增城镇就业3.2万人。", "规上工业增加值增长7%左右，城镇新增就业3万人。"
    )
    assert texts(found) == [("7.5%", "7%左右"), ("3.2万人", "3万人")]
    assert all(pair.drawn for pair in found)


@pytest.mark.parametrize(
    ("done", "planned"),
    [
        ("2022年，粮食产量达到18.2亿斤。", "粮食产量增长2%。"),  # an amount and a growth
        ("2022年，城镇居民人均可支配收入增长5%。", "农村居民人均可支配收入增长6%。"),  # unlike scopes
        ("2022年，新建学校8所。", "新建公园12个。"),  # unlike things
        ("2022年，累计建成公园20个。", "建成公园5个。"),  # several years together
        ("2022年，粮食产量连续10年增长。", "粮食产量连续11年增长。"),  # a streak is no amount
        ("五年来，新建学校80所。", "新建学校8所。"),  # a term's total
    ],
)
def test_what_is_no_pair(done: str, planned: str) -> None:
    assert pairs(done, planned) == []


def test_two_different_results_leave_the_target_alone() -> None:
    done = "2022年，地区生产总值增长5.2%。\n全市经济较快增长，地区生产总值增长5.6%。"
    assert pairs(done, "地区生产总值增长6%。") == []


def test_the_same_result_twice_is_one() -> None:
    done = "2022年，地区生产总值增长5.2%。\n全市经济较快增长，地区生产总值增长5.2%。"
    assert texts(pairs(done, "地区生产总值增长6%。")) == [("5.2%", "6%")]


def test_unlike_units_and_ranges_are_paired_but_not_drawn() -> None:
    [pair] = pairs("2022年，地区生产总值增长5.2%。", "地区生产总值增长5.5%—6%。")
    assert not pair.drawn
    found = pairs("2022年，粮食产量达到18.2亿斤。", "粮食产量达到91万吨。")
    assert [pair.drawn for pair in found] in ([], [False])


def test_without_years_there_are_no_pairs() -> None:
    summary, ledger = read("临江-2023", "2022年，地区生产总值增长5.2%。", "地区生产总值增长6%。")
    assert result_beside_target(ledger.records, (None, summary.plans), None) == ()


def test_a_key_comes_apart() -> None:
    assert KeyParts.of("新建/改建/level/count:所").metric == "新建"
    assert KeyParts.of("income+urban/growth/share") == KeyParts("income+urban", "growth", "", "share")
    assert concept_of("income+urban/growth/share") == "income"


def known(concept: str) -> bool:
    return bool(WORDS.wordings(concept))


LIBRARY = [
    read("临江-2023", "2022年，地区生产总值增长5.2%，粮食产量达到18亿斤。", "地区生产总值增长6%，粮食产量达到19亿斤。"),
    read("临江-2024", "2023年，地区生产总值增长5.8%，粮食产量达到19亿斤。", "地区生产总值增长5.5%。", year=2024),
    read("青山-2023", "2022年，地区生产总值增长4.1%，粮食产量达到3亿斤。", "新建亭子3座。", place="青山县"),
]


def test_a_metric_is_gathered_over_places_and_years() -> None:
    table = metric_tables(LIBRARY, known)["gdp/growth/share"]
    assert (table.places, table.years) == (("临江市", "青山县"), (2024, 2023, 2022))
    said = [(cell.status, cell.records[0].figure.text) for cell in table.at("临江市", 2023)]
    assert said == [("actual", "5.8%"), ("target", "6%")]
    assert table.at("青山县", 2024) == ()
    assert (table.name, table.unit) == ("地区生产总值", "%")


def test_rates_of_places_are_drawn_together_and_amounts_are_not() -> None:
    tables = metric_tables(LIBRARY, known)
    assert tables["gdp/growth/share"].drawn_together(("临江市", "青山县"))
    grain = tables["grain/level/mass"]
    assert not grain.drawn_together(grain.places)
    assert grain.drawn_together(["临江市"])


def test_only_metrics_that_the_lexicon_names_are_gathered() -> None:
    assert all(known(concept_of(key)) for key in metric_tables(LIBRARY, known))
    assert metric_tables(LIBRARY, lambda _: False) == {}


def test_two_figures_of_one_cell_are_both_kept_and_neither_is_drawn() -> None:
    twice = read(
        "双溪-2023", "2022年，地区生产总值增长5%。\n经济增长，地区生产总值增长7%。", "地区生产总值增长6%。", "双溪县"
    )
    table = metric_tables([*LIBRARY, twice], known)["gdp/growth/share"]
    [cell] = [cell for cell in table.at("双溪县", 2022) if cell.status == "actual"]
    assert [record.figure.text for record in cell.records] == ["5%", "7%"]
    assert cell.settled is None
