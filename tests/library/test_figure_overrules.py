"""A person's `[[figure]]` in `report.toml` overrules one figure, through the build to the answer; nothing of it is silent."""

from __future__ import annotations

import re
import tomllib

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from report_qa.errors import ManifestError
from report_qa.library.add import Overrides, add
from report_qa.library.ask import Ask
from report_qa.library.build import build, is_current
from report_qa.library.figure_fields import read_figure_overrules, write_figure_overrules
from report_qa.library.figure_overrules import FigureOverrule
from report_qa.library.inspect import inspect
from report_qa.library.ledger import Record
from report_qa.library.ledger_json import record_to_dict
from report_qa.library.library import Library
from report_qa.library.manifest import NAME, read_manifest
from report_qa.search.store import open_index
from report_qa.settings import Settings
from report_qa.text.periods import Period

REPORT = "苏州-2024"
WHY = 'reason = "统计公报已更正"'


def overrule(settings: Settings, *entries: str) -> None:
    """Write `[[figure]]` tables behind the report's manifest."""
    manifest = settings.reports_dir / REPORT / NAME
    tables = "".join(f"\n[[figure]]\n{entry}\n" for entry in entries)
    manifest.write_text(manifest.read_text(encoding="utf-8") + tables, encoding="utf-8")


def built(settings: Settings, *entries: str) -> Library:
    overrule(settings, *entries)
    build(settings)
    return Library.open(settings)


def record(library: Library, text: str) -> Record:
    [found] = [one for one in library.ledger(REPORT).records if one.figure.text == text]
    return found


def test_a_corrected_period_is_what_the_answer_uses(library_copy: Settings) -> None:
    before = Library.open(library_copy).ask(Ask("2023年粮食产量是多少？", report=REPORT))
    assert [one.figure.text for one in before.figures] == ["18.2亿斤"]
    library = built(library_copy, f'line = 6\ntext = "18.2亿斤"\nperiod = "2022"\n{WHY}')
    reply = library.ask(Ask("2022年粮食产量是多少？", report=REPORT))
    assert reply.status == "answered"
    assert [one.figure.text for one in reply.figures] == ["18.2亿斤"]
    assert reply.figures[0].figure.period == Period.year(2022)
    other = library.ask(Ask("2023年粮食产量是多少？", report=REPORT))
    assert not any(one.figure.text == "18.2亿斤" and one.figure.period == Period.year(2023) for one in other.figures)


def test_a_corrected_metric_is_what_the_answer_uses(library_copy: Settings) -> None:
    library = built(library_copy, f'line = 7\ntext = "35所"\nmetric = "新建小学"\n{WHY}')
    reply = library.ask(Ask("新建小学多少所？", report=REPORT))
    assert [one.figure.text for one in reply.figures] == ["35所"]
    assert reply.figures[0].figure.metric == "新建小学"


def test_the_ledger_shows_the_reason_and_what_was_read(library_copy: Settings) -> None:
    plain = record(Library.open(library_copy), "18.2亿斤")
    library = built(
        library_copy,
        f'line = 6\ntext = "18.2亿斤"\nperiod = "2022"\nstatus = "target"\nmetric = "夏粮产量"\n{WHY}',
    )
    changed = record(library, "18.2亿斤")
    assert changed.id == plain.id
    assert changed.key != plain.key
    told = record_to_dict(changed)
    assert (told["metric"], told["status"], told["period"]["start"]) == ("夏粮产量", "target", 2022)
    assert told["overruled"] == {
        "reason": "统计公报已更正",
        "was": {
            "period": {"label": "2023年", "start": 2023, "end": 2023},
            "status": "actual",
            "metric": "粮食产量",
        },
    }
    assert told["evidence"]["period"]["kind"] == told["evidence"]["status"]["kind"] == "overrule"
    others = [one for one in library.ledger(REPORT).records if one.id != changed.id]
    assert not any(one.overruled for one in others)


def test_what_the_report_does_not_give_can_be_said(library_copy: Settings) -> None:
    library = built(library_copy, f'line = 6\ntext = "18.2亿斤"\nperiod = "none"\nstatus = "none"\n{WHY}')
    figure = record(library, "18.2亿斤").figure
    assert (figure.period, figure.status) == (None, None)


def test_a_dropped_figure_is_none_and_the_review_says_why(library_copy: Settings) -> None:
    count = len(Library.open(library_copy).figures(REPORT))
    library = built(library_copy, f'line = 7\ntext = "35所"\ndrop = true\n{WHY}')
    ledger = library.ledger(REPORT)
    assert len(ledger.records) == count - 1
    assert "35所" not in {one.figure.text for one in ledger.records}
    assert [(one.figure.text, one.reason) for one in ledger.dropped] == [("35所", "统计公报已更正")]
    assert library.report(REPORT).summary.figures == count - 1
    review = library.review(REPORT)
    [dropped] = [number for number in review.numbers if number.said]
    assert (dropped.text, dropped.said, dropped.why.value) == ("35所", "统计公报已更正", "dropped")
    assert review.share == 1
    reply = library.ask(Ask("新建改建幼儿园多少所？", report=REPORT))
    assert "35所" not in {one.figure.text for one in reply.figures}


def test_a_figure_cut_by_a_line_end_is_met_on_either_line(library_copy: Settings) -> None:
    text = Library.open(library_copy).source(REPORT)
    assert text.line(10).endswith("老旧小")
    library = built(
        library_copy,
        f'line = 10\ntext = "1200张"\nstatus = "actual"\n{WHY}',
        f'line = 12\ncolumns = "0-3"\nmetric = "城市绿地"\n{WHY}',
    )
    assert record(library, "20公顷").figure.metric == "城市绿地"
    assert record(library, "1200张").figure.status == "actual"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('line = 6\ntext = "18.3亿斤"\nperiod = "2022"', "[[figure]] line 6 text 18.3亿斤 meets no figure; on line 6 stand 4.6% ("),
        ('line = 5\ntext = "4.6%"\ndrop = true', "[[figure]] line 5 text 4.6% meets no figure; line 5 holds none"),
        ('line = 6\ncolumns = "0-60"\ndrop = true', "[[figure]] line 6 columns 0-60 lies outside line 6"),
        ('line = 6\ncolumns = "0-45"\ndrop = true', "meets several figures; on line 6 stand 4.6% ("),
        ('line = 60\ntext = "1%"\ndrop = true', "[[figure]] line 60 text 1% lies outside the report, which has 12 lines"),
        ('line = 6\ntext = "4.6%"\nof = "粮食产量"\ndrop = true', "[[figure]] line 6 text 4.6% of 粮食产量 meets no figure"),
    ],
)  # fmt: skip
def test_an_entry_that_meets_no_figure_or_several_stops_the_build_and_the_old_index_stays(
    library_copy: Settings, entry: str, said: str
) -> None:
    serving = Library.open(library_copy)
    before = open_index(library_copy.index_dir).digest
    overrule(library_copy, f"{entry}\n{WHY}")
    with pytest.raises(ManifestError, match=re.escape(said)) as told:
        build(library_copy)
    assert REPORT in told.value.message
    assert told.value.hint
    assert open_index(library_copy.index_dir).digest == before
    assert serving.ask(Ask("2023年粮食产量是多少？", report=REPORT)).status == "answered"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('text = "1%"\ndrop = true\nreason = "x"', "[[figure]] number 1 has line None"),
        ('line = 0\ntext = "1%"\ndrop = true\nreason = "x"', "number 1 has line 0, no number from 1"),
        ('line = 6\ndrop = true\nreason = "x"', "number 1 (line 6) needs columns"),
        ('line = 6\ntext = "1%"\ndrop = true', "needs a reason"),
        ('line = 6\ntext = "1%"\ndrop = true\nreason = "  "', "has reason '  ', no text"),
        ('line = 6\ntext = "1%"\nreason = "x"', "overrules nothing"),
        ('line = 6\ntext = "1%"\ndrop = false\nreason = "x"', "overrules nothing"),
        ('line = 6\ntext = "1%"\ndrop = "yes"\nreason = "x"', "has drop 'yes', not true"),
        ('line = 6\ntext = "1%"\ndrop = true\nperiod = "2022"\nreason = "x"', "drops the figure and says its period too"),
        ('line = 6\ntext = "1%"\nperiod = "去年"\nreason = "x"', "the period '去年' is neither a year (2021)"),
        ('line = 6\ntext = "1%"\nstatus = "done"\nreason = "x"', "has status 'done', not actual, target"),
        ('line = 6\ntext = "1%"\nmetric = ""\nreason = "x"', "has metric '', no text"),
        ('line = 6\ncolumns = "9-3"\ndrop = true\nreason = "x"', "has columns '9-3'"),
        ('line = 6\ntext = "1%"\ndrop = true\nvalue = 3\nreason = "x"', "has a field 'value'"),
    ],
)  # fmt: skip
def test_an_entry_of_the_wrong_form_is_named_when_the_report_is_read(
    library_copy: Settings, entry: str, said: str
) -> None:
    overrule(library_copy, entry)
    with pytest.raises(ManifestError, match=re.escape(said)) as told:
        read_manifest(library_copy.reports_dir / REPORT)
    assert "report.toml" in told.value.message


def test_two_entries_of_one_figure_are_refused(library_copy: Settings) -> None:
    overrule(
        library_copy,
        f'line = 6\ntext = "4.6%"\nperiod = "2022"\n{WHY}',
        f'line = 6\ntext = "4.6%"\nof = "地区生产总值"\nstatus = "target"\n{WHY}',
    )
    with pytest.raises(ManifestError, match="are of the same figure; write one entry"):
        build(library_copy)


def test_an_entry_makes_the_index_stale_and_its_removal_mends_it(library_copy: Settings) -> None:
    manifest = library_copy.reports_dir / REPORT / NAME
    before = manifest.read_text(encoding="utf-8")
    overrule(library_copy, f'line = 6\ntext = "4.6%"\nperiod = "2022"\n{WHY}')
    assert not is_current(library_copy)
    build(library_copy)
    assert is_current(library_copy)
    manifest.write_text(before, encoding="utf-8")
    build(library_copy)
    assert record(Library.open(library_copy), "4.6%").overruled is None


def test_inspection_names_the_entries_that_change_nothing(library_copy: Settings) -> None:
    overrule(
        library_copy,
        f'line = 6\ntext = "4.6%"\nperiod = "2023"\n{WHY}',
        f'line = 7\ntext = "35所"\ndrop = true\n{WHY}',
    )
    seen = inspect(library_copy, REPORT)
    assert {effect.name: effect.changes for effect in seen.overrules} == {
        "[[figure]] line 6 text 4.6%": False,
        "[[figure]] line 7 text 35所": True,
    }
    assert "35所" not in {figure.text for figure in seen.figures}


def test_entries_stay_when_the_manifest_is_written_anew(library_copy: Settings) -> None:
    overrule(
        library_copy,
        f'line = 6\ncolumns = "13-15"\nperiod = "2017-2021"\nstatus = "none"\nmetric = "甲"\n{WHY}',
        f'line = 7\ntext = "35所"\nof = "新建改建幼儿园"\ndrop = true\n{WHY}',
        f'line = 10\ntext = "1200张"\nperiod = "none"\nstatus = "target"\n{WHY}',
    )
    folder = library_copy.reports_dir / REPORT
    before = read_manifest(folder).figures
    assert len(before) == 3
    assert read_figure_overrules({"figure": write_figure_overrules(before)}) == before
    add(library_copy, [next(folder.glob("source.*"))], Overrides(id=REPORT, delivered="2024-01-17"))
    assert read_manifest(folder).figures == before


def test_of_two_records_at_one_place_one_may_be_overruled(library_copy: Settings) -> None:
    source = next((library_copy.reports_dir / REPORT).glob("source.*"))
    text = source.read_text(encoding="utf-8").replace("新建改建幼儿园35所", "城镇居民收入、农村居民收入均增长6%")
    source.write_text(text, encoding="utf-8")
    overrule(library_copy, f'line = 7\ntext = "6%"\nmetric = "甲"\n{WHY}')
    with pytest.raises(ManifestError, match="meets 2 records") as told:
        build(library_copy)
    assert 'say which with of = "' in told.value.message
    manifest = library_copy.reports_dir / REPORT / NAME
    said = manifest.read_text(encoding="utf-8")
    metric = re.findall(r'of = "([^"]+)"', told.value.message)[0]
    manifest.write_text(said.replace('metric = "甲"', f'of = "{metric}"\nmetric = "甲"'), encoding="utf-8")
    library = built(library_copy)
    assert sorted(one.overruled is not None for one in library.ledger(REPORT).records if one.figure.text == "6%") == [
        False,
        True,
    ]


texts = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=12)
years = st.integers(1950, 2050)
periods = (
    st.none()
    | years.map(Period.year)
    | st.tuples(years, years)
    .filter(lambda pair: pair[0] < pair[1])
    .map(lambda pair: Period(f"{pair[0]}—{pair[1]}年", *pair))
)


@st.composite
def entries(draw: st.DrawFn) -> FigureOverrule:
    """Entries as a person may write them."""
    start = draw(st.integers(0, 500))
    columns = draw(st.none() | st.just((start, start + draw(st.integers(1, 9)))))
    says = draw(st.sets(st.sampled_from(["period", "status", "metric"]), min_size=1).map(sorted) | st.just(["drop"]))
    return FigureOverrule(
        line=draw(st.integers(1, 5000)),
        reason=draw(texts),
        columns=columns,
        text=draw(texts if columns is None else st.none() | texts),
        of=draw(st.none() | texts),
        says=tuple(name for name in ("period", "status", "metric", "drop") if name in says),
        period=draw(periods) if "period" in says else None,
        status=draw(st.sampled_from(["actual", "target", None])) if "status" in says else None,
        metric=draw(texts) if "metric" in says else None,
    )


@given(st.lists(entries(), max_size=4))
def test_what_is_written_is_read_back(said: list[FigureOverrule]) -> None:
    fields = tomllib.loads(tomli_w.dumps({"figure": write_figure_overrules(said)}))
    assert read_figure_overrules(fields) == tuple(said)
