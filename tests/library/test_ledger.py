"""The ledger of made-up reports: every field of every record, ids that stay, contradictions, CSV, and a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from report_qa.errors import IndexDamaged
from report_qa.figures.metric_words import MetricWords
from report_qa.library.infer import infer
from report_qa.library.ledger import Ledger, make_ledger, places_text
from report_qa.library.ledger_csv import COLUMNS, MORE_COLUMNS, ledger_csv
from report_qa.library.ledger_facts import ledger_facts
from report_qa.library.ledger_filter import LedgerFilter
from report_qa.library.ledger_words import LedgerWords
from report_qa.library.ledger_xlsx import ledger_xlsx
from report_qa.library.library import Library
from report_qa.library.place_names import PlaceNames
from report_qa.library.read_ledger import read_ledger
from report_qa.library.shelf import ShelvedReport
from report_qa.library.stored import StoredReport, from_json, to_json
from report_qa.search.index_manifest import ReportKey
from report_qa.settings import Settings, shipped_folder
from report_qa.text.read import read_document
from report_qa.text.source import Source

from .conftest import SUZHOU

WORDS = MetricWords.open(shipped_folder("lexicon"))
CITY = """临江市政府工作报告
——2023年1月10日在临江市第九届人民代表大会第二次会议上
各位代表：
一、2022年工作回顾
2022年，全市地区生产总值增长5.2%，一般公共预算收入达到120.5亿元，比上年增长6%。
规模以上工业增加值、固定资产投资分别增长7.5%和10%。城镇化率由61%提高到63.5%。
新增城镇就业3.2万人，建成公租房800套，新增城市绿地200公顷，新建和改造农村公路130公里，新建公园30个，改造老旧小区120个。
二、2023年工作安排
2023年，地区生产总值预期增长6%左右，新建学校5—8所，改造老旧小区不少于40个。
"""
# line, text, value, value_to, scale, unit, qualifier, metric, change, period, status, base
GOLDEN = """
5:16-20|5.2%|5.2||1|%||地区生产总值|增长|2022年|actual|
5:31-38|120.5亿元|120.5||100000000|元||一般公共预算收入|达到|2022年|actual|
5:44-46|6%|6||1|%||一般公共预算收入|比上年增长|2022年|actual|比上年
6:20-24|7.5%|7.5||1|%||规模以上工业增加值|增长|2022年|actual|
6:25-28|10%|10||1|%||固定资产投资|增长|2022年|actual|
6:34-37|61%|61||1|%||城镇化率||2021年|actual|
6:40-45|63.5%|63.5||1|%||城镇化率|提高到|2022年|actual|
7:6-11|3.2万人|3.2||10000|人||新增城镇就业||2022年|actual|
7:17-21|800套|800||1|套||建成公租房||2022年|actual|
7:28-33|200公顷|200||1|公顷||新增城市绿地||2022年|actual|
7:43-48|130公里|130||1|公里||新建和改造农村公路||2022年|actual|
7:53-56|30个|30||1|个||新建公园||2022年|actual|
7:63-67|120个|120||1|个||改造老旧小区||2022年|actual|
9:16-20|6%左右|6||1|%|左右|地区生产总值|增长|2023年|target|
9:25-29|5—8所|5|8|1|所||新建学校||2023年|target|
9:36-42|不少于40个|40||1|个|不少于|改造老旧小区||2023年|target|
""".strip().splitlines()  # fmt: skip
NATION = """政府工作报告
——2031年3月5日在第十五届全国人民代表大会第四次会议上
各位代表：
我代表国务院，向大会报告政府工作，请予审议。
一、2030年工作回顾
过去五年，国内生产总值年均增长4.9%，城镇新增就业累计超过6200万人，改造城镇老旧小区二十多万个。
2030年，粮食产量达到1.45万亿斤，比上年增产百分之二，居民恩格尔系数降至三成以下。
货物进出口总额、实际使用外资分别增长3%和0.5%，均好于预期。单位国内生产总值能耗下降2.5%左右。
森林覆盖率从24%提高到25.5%，新能源汽车产量是2025年的2.5倍，5G基站总数连续六年居世界第一。
二、2031年工作安排
今年主要预期目标是：国内生产总值增长4.5%—5%，城镇调查失业率控制在5.5%以内，新增减税降费1.2万亿元。
力争到2035年，人均预期寿命达到80岁以上。
"""
GOLDEN_NATION = """
6:15-19|4.9%|4.9||1|%||国内生产总值|年均增长|过去五年|actual|
6:28-36|超过6200万人|6200||10000|人|超过|城镇新增就业||过去五年|actual|
6:45-50|二十多万个|20||10000|个|多|改造城镇老旧小区||过去五年|actual|
7:12-19|1.45万亿斤|1.45||1000000000000|斤||粮食产量|达到|2030年|actual|
7:25-29|百分之二|2||1|百分之||粮食产量|比上年增产|2030年|actual|比上年
7:39-43|三成以下|3||1|成|以下|居民恩格尔系数|降至|2030年|actual|
8:18-20|3%|3||1|%||货物进出口总额|增长|2030年|actual|
8:21-25|0.5%|0.5||1|%||实际使用外资|增长|2030年|actual|
8:44-50|2.5%左右|2.5||1|%|左右|单位国内生产总值能耗|下降|2030年|actual|
9:6-9|24%|24||1|%||森林覆盖率||2029年|actual|
9:12-17|25.5%|25.5||1|%||森林覆盖率|提高到|2030年|actual|
9:32-36|2.5倍|2.5||1|倍||新能源汽车产量|是2025年的|2030年|actual|2025年的
9:45-47|六年|6||1|年||5G基站总数|连续|2030年|actual|
11:18-25|4.5%—5%|4.5|5|1|%||国内生产总值|增长|2031年|target|
11:36-42|5.5%以内|5.5||1|%|以内|城镇调查失业率|控制在|2031年|target|
11:49-55|1.2万亿元|1.2||1000000000000|元||新增减税降费||2031年|target|
12:17-22|80岁以上|80||1|岁|以上|人均预期寿命|达到|2035年|target|
""".strip().splitlines()


def stored(text: str, report: str) -> StoredReport:
    """A report as the build reads it."""
    source = Source.from_bytes(text.encode())
    manifest = infer(text, report, PlaceNames.open(shipped_folder("lexicon"))).manifest(report)
    document = read_document(source, manifest.dates)
    shelved = ShelvedReport(manifest, source, ReportKey(report, source.sha256, ""))
    return StoredReport("key", document, *read_ledger(shelved, document, WORDS))


def ledger(text: str, report: str = "临江-2023") -> Ledger:
    one = stored(text, report)
    return make_ledger(report, None, one.document, one.figures, one.notes)


def cells(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def rows(table: Sequence[dict[str, str]]) -> list[str]:
    names = ("places", "text", "value", "value_to", "scale", "unit", "qualifier", "metric", "change", "period_label", "status", "base")  # fmt: skip
    return ["|".join(row[name] for name in names) for row in table]


@pytest.mark.parametrize(
    ("report", "text", "golden"), [("临江-2023", CITY, GOLDEN), ("国务院-2031", NATION, GOLDEN_NATION)]
)
def test_the_golden_ledger_of_a_made_up_report(report: str, text: str, golden: list[str]) -> None:
    assert rows(cells(ledger_csv(ledger(text, report).records))) == golden


def test_remarks_belong_to_all_the_figures_that_they_speak_of() -> None:
    remarks = {one.figure.text: one.figure.remark for one in ledger(NATION, "国务院-2031").records}
    assert remarks["3%"] == remarks["0.5%"] == "均好于预期"
    assert remarks["六年"] == "居世界第一"
    assert list(remarks.values()).count(None) == len(remarks) - 3


def wrapped(text: str, width: int) -> str:
    """A text as a column prints it: lines of at most so many half-width columns."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, taken = "", 0
        for sign in paragraph:
            wide = 1 if ord(sign) < 256 else 2
            if taken + wide > width:
                lines.append(line)
                line, taken = "", 0
            line, taken = line + sign, taken + wide
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("width", [24, 28, 32, 38, 48, 56])
def test_a_printed_column_holds_the_same_figures_and_those_cut_have_two_places(width: int) -> None:
    text = wrapped(CITY, width)
    records = ledger(text).records
    plain = [one.figure for one in ledger(CITY).records]
    assert [(one.figure.text, one.figure.metric, one.figure.period) for one in records] == [(one.text, one.metric, one.period) for one in plain]  # fmt: skip
    assert any(len(one.places) == 2 for one in records)
    lines = text.split("\n")
    for one in records:
        cut = (lines[at.line - 1][at.column_start : at.column_end] for at in one.places)
        assert "".join(cut) == one.figure.text
        assert one.url.endswith(f"#L{one.places[0].line}" if len(one.places) == 1 else f"-L{one.places[-1].line}")


def test_every_record_says_where_its_period_and_status_come_from() -> None:
    records = {one.figure.text: one for one in ledger(CITY).records}
    growth = records["5.2%"]
    assert growth.figure.period_evidence.words == "2022年"
    assert places_text(growth.period_places) == "5:0-5"
    built = records["800套"]
    assert built.figure.period_evidence.words
    assert built.period_places
    for one in records.values():
        for evidence, places in (
            (one.figure.period_evidence, one.period_places),
            (one.figure.status_evidence, one.status_places),
        ):
            if places:
                lines = CITY.split("\n")
                cut = "".join(lines[at.line - 1][at.column_start : at.column_end] for at in places)
                assert evidence.words in cut


def test_wordings_of_one_metric_share_a_key_across_periods_and_reports() -> None:
    records = {one.figure.text: one for one in ledger(CITY).records}
    assert records["5.2%"].key == records["6%左右"].key
    other = ledger(CITY.replace("规模以上工业增加值", "规上工业增加值"), "另市-2023")
    assert records["7.5%"].key == next(one.key for one in other.records if one.figure.text == "7.5%")
    assert records["120.5亿元"].key != records["6%"].key


def test_ids_stay_where_figures_are_added_elsewhere_in_the_report() -> None:
    before = {one.id for one in ledger(CITY).records}
    assert before == {one.id for one in ledger(CITY).records}
    longer = CITY + "新建公园30个，修路200公里。\n"
    after = [one.id for one in ledger(longer).records]
    assert len(after) == len(set(after)) == len(before) + 2
    assert before < set(after)
    assert not before & {one.id for one in ledger(CITY, "另市-2023").records}


def test_a_stored_ledger_is_read_back() -> None:
    one = stored(CITY + "地区生产总值增长9%。\n", "临江-2023")
    assert from_json(to_json(one), one.document.source) == one


@pytest.mark.parametrize("name", ["keys", "overruled", "dropped", "dropped_for", "contradictions"])
def test_notes_of_another_ledger_are_refused(name: str) -> None:
    one = stored(CITY, "临江-2023")
    fields = to_json(one)
    wrong = {"keys": ["x"], "overruled": {"999": []}, "dropped": {}, "dropped_for": ["x"], "contradictions": [[0, 99, "k", "values"]]}  # fmt: skip
    fields["notes"] = {**fields["notes"], name: wrong[name]}
    with pytest.raises(IndexDamaged):
        from_json(fields, one.document.source)


def test_an_index_without_notes_is_refused_with_the_command_that_mends_it() -> None:
    one = stored(CITY, "临江-2023")
    fields = {name: value for name, value in to_json(one).items() if name != "notes"}
    with pytest.raises(IndexDamaged) as told:
        from_json(fields, one.document.source)
    assert "report-qa build" in told.value.hint


def test_two_values_of_one_metric_period_and_status_are_flagged() -> None:
    text = CITY.replace("改造老旧小区120个。", "改造老旧小区120个。\n全市完成一般公共预算收入131亿元。")
    found = ledger(text)
    [pair] = found.contradictions
    assert (pair.one.figure.text, pair.other.figure.text) == ("120.5亿元", "131亿元")
    assert pair.one.contradicts == (pair.other.id,)
    assert pair.other.contradicts == (pair.one.id,)
    for language in ("zh", "en"):
        told = pair.told(language)
        assert "120.5亿元" in told
        assert "131亿元" in told
    assert not ledger(CITY).contradictions


def test_csv_has_the_contract_s_columns_first() -> None:
    text = ledger_csv(ledger(CITY).records)
    assert text.startswith("\ufeff")
    assert text.removeprefix("\ufeff").split("\r\n")[0].split(",") == [*COLUMNS, *MORE_COLUMNS]
    assert COLUMNS[:3] == ("text", "value", "value_to")
    assert COLUMNS[-1] == "places"


def test_the_filters_of_the_ledger() -> None:
    records = ledger(CITY).records
    key = next(one.key for one in records if one.figure.text == "5.2%")

    def texts(asked: LedgerFilter) -> list[str]:
        return [one.figure.text for one in asked.of(records)]

    assert texts(LedgerFilter(key=key)) == ["5.2%", "6%左右"]
    assert texts(LedgerFilter(key=key.partition("/")[0], status="target")) == ["6%左右"]
    assert texts(LedgerFilter(metric="城镇化", period="2021")) == ["61%"]
    assert texts(LedgerFilter()) == [one.figure.text for one in records]


@pytest.fixture(scope="module")
def workbook(one_built: Settings) -> bytes:
    return packed(one_built, "zh")


def packed(settings: Settings, language: str) -> bytes:
    library = Library.open(settings)
    found, review, words = library.ledger("苏州-2024"), library.review("苏州-2024"), LedgerWords(language)  # type: ignore[arg-type]
    facts = ledger_facts(library, found, found.records, review, LedgerFilter(unit="%"), words)
    return ledger_xlsx(found, found.records, review, facts, words)


def test_a_workbook_holds_typed_cells_under_a_frozen_heading(workbook: bytes, one_built: Settings) -> None:
    book = load_workbook(io.BytesIO(workbook))
    assert book.sheetnames == ["数字", "报告", "非数字", "矛盾"]
    sheet = book["数字"]
    heading = [cell.value for cell in sheet[1]]
    records = Library.open(one_built).ledger("苏州-2024").records
    assert sheet.freeze_panes == "A2"
    assert sheet.max_row == len(records) + 1
    assert sheet.auto_filter.ref.startswith("A1:")
    for row, record in zip(sheet.iter_rows(min_row=2), records, strict=True):
        told = {name: cell.value for name, cell in zip(heading, row, strict=True)}
        assert told["原文"] == record.figure.text
        assert told["数值"] == float(record.figure.value)
        assert told["折合"] == float(record.figure.amount)
        assert isinstance(told["行"], int)
        assert told["性质"] == {"actual": "已完成", "target": "目标", None: None}[record.figure.status]
        assert told["编号"] == record.id
    assert all(dimension.width > 6 for dimension in sheet.column_dimensions.values())


def test_a_workbook_tells_the_report_s_facts_and_what_is_no_figure(workbook: bytes, one_built: Settings) -> None:
    book = load_workbook(io.BytesIO(workbook))
    facts = {row[0]: row[1] for row in book["报告"].iter_rows(values_only=True)}
    library = Library.open(one_built)
    assert facts["报告"] == "苏州-2024"
    assert facts["全部数字"] == len(library.figures("苏州-2024"))
    assert facts["筛选"] == "单位 = %"
    assert facts["回顾年份"] == 2023
    assert facts["原文 SHA-256"] == library.source("苏州-2024").sha256
    review = library.review("苏州-2024")
    assert book["非数字"].max_row == len(review.numbers) + 1


def test_the_same_ledger_gives_the_same_workbook_in_either_language(workbook: bytes, one_built: Settings) -> None:
    assert packed(one_built, "zh") == workbook
    english = load_workbook(io.BytesIO(packed(one_built, "en")))
    assert english.sheetnames == ["figures", "report", "no figures", "contradictions"]
    assert english["figures"]["B1"].value == "figure"


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    from openpyxl import Workbook

    from report_qa.library.ledger_xlsx import _write

    sheet = Workbook().create_sheet("x")
    _write(sheet, 1, ['=HYPERLINK("http://x")', "a\x01b", 5, None])
    assert sheet["A1"].data_type == "s"
    assert sheet["B1"].value == "ab"
    assert sheet["C1"].value == 5


def test_the_review_explains_every_digit_of_a_made_up_report(one_built: Settings) -> None:
    library = Library.open(one_built)
    review = library.review("苏州-2024")
    assert review.share == 1
    assert review.digits == sum(character.isdigit() for character in SUZHOU)
    places = {(place.line, column) for one in review.numbers for place in one.places for column in range(place.column_start, place.column_end)}  # fmt: skip
    for record in library.ledger("苏州-2024").records:
        for place in record.places:
            assert not places & {(place.line, column) for column in range(place.column_start, place.column_end)}
    reasons = {(one.places[0].line, one.text): one.why.value for one in review.numbers}
    assert {why for (line, _), why in reasons.items() if line == 2} == {"title"}
    assert all(one.context and one.url.startswith("/reports/") for one in review.numbers)
