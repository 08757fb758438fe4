"""What a person says in `report.toml` overrules the reader, shows in the answers, and makes the index stale."""

from __future__ import annotations

import re

import pytest

from report_qa.errors import IndexStale, ManifestError
from report_qa.library.add import Overrides, add
from report_qa.library.build import build, is_current
from report_qa.library.inspect import inspect, survey
from report_qa.library.library import Library
from report_qa.library.manifest import NAME, read_manifest
from report_qa.settings import Settings
from report_qa.text.verdicts import Class

REPORT = "苏州-2024"


def say(settings: Settings, more: str) -> None:
    """Write something more into the report's manifest, before its tables."""
    manifest = settings.reports_dir / REPORT / NAME
    manifest.write_text(f"{more}\n{manifest.read_text(encoding='utf-8')}", encoding="utf-8")


def say_last(settings: Settings, more: str) -> None:
    """Write tables behind the report's manifest."""
    manifest = settings.reports_dir / REPORT / NAME
    manifest.write_text(f"{manifest.read_text(encoding='utf-8')}\n{more}\n", encoding="utf-8")


def effects(settings: Settings) -> dict[str, bool]:
    return {effect.name: effect.changes for effect in inspect(settings, REPORT).overrules}


def test_an_outline_redates_its_lines(library_copy: Settings) -> None:
    say_last(library_copy, '[[outline]]\nlines = "7-7"\nperiod = "2019-2023"\nstatus = "actual"')
    build(library_copy)
    figures = {figure.text: figure for figure in Library.open(library_copy).figures("苏州-2024")}
    period = figures["35所"].period
    assert period is not None
    assert (period.start, period.end) == (2019, 2023)
    other = figures["18.2亿斤"].period
    assert other is not None
    assert (other.start, other.end) == (2023, 2023)


def test_inspection_tells_how_a_report_is_read(one_built: Settings) -> None:
    seen = inspect(one_built, "苏州-2024")
    assert [section.status for section in seen.document.sections] == ["actual", "target"]
    assert seen.coverage.characters_of(Class.UNCLEAR) == 0
    assert seen.coverage.characters_of(Class.TEXT) > 100
    assert {edit.rule for edit in seen.edits} >= {"hard_wrap"}
    assert "150个" in {figure.text for figure in seen.figures}


def test_a_reading_and_an_edit_reach_the_ledger(library_copy: Settings) -> None:
    say_last(
        library_copy,
        '[[reading]]\nlines = "7"\nas = "furniture"\n[[edit]]\nline = 6\ncolumns = "0-10"\ndo = "leave_out"',
    )
    build(library_copy)
    library = Library.open(library_copy)
    assert not {"35所", "22.3万人"} & {figure.text for figure in library.figures(REPORT)}
    source = library.source(REPORT)
    assert source.line(7).startswith("城镇新增就业22.3万人")


def test_a_changed_overrule_makes_the_index_stale_and_the_next_build_mends_it(library_copy: Settings) -> None:
    assert is_current(library_copy)
    say(library_copy, 'rules_off = ["page_number"]')
    assert not is_current(library_copy)
    with pytest.raises(IndexStale):
        Library.open(library_copy)
    build(library_copy)
    assert is_current(library_copy)


def test_inspection_tells_which_overrules_change_nothing(library_copy: Settings) -> None:
    say(library_copy, 'rules_off = ["spaced_han", "caption"]')
    say_last(
        library_copy,
        '[[outline]]\nlines = "5-7"\nperiod = "2023"\nstatus = "actual"\n'
        '[[outline]]\nlines = "9-9"\nperiod = "2030"\nstatus = "target"\n'
        '[[reading]]\nlines = "5"\nas = "heading"\nlevel = 1\n[[reading]]\nlines = "6"\nas = "caption"\n'
        '[[edit]]\nline = 9\ncolumns = "0-2"\ndo = "keep"\n[[edit]]\nline = 10\ncolumns = "0-2"\ndo = "leave_out"',
    )
    assert effects(library_copy) == {
        "rules_off spaced_han": False,
        "rules_off caption": False,
        "[[outline]] lines 5-7": False,
        "[[outline]] lines 9-9": True,
        "[[reading]] lines 5": False,
        "[[reading]] lines 6": True,
        "[[edit]] line 9 columns 0-2": False,
        "[[edit]] line 10 columns 0-2": True,
    }


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('[[reading]]\nlines = "80-90"\nas = "text"', "lines 80-90 lies outside the report, which has 12 lines"),
        ('[[edit]]\nline = 3\ncolumns = "0-9"\ndo = "keep"', "outside line 3, which has 5 characters"),
        ('[[outline]]\nlines = "10-20"', "lines 10-20 lies outside"),
    ],
)
def test_an_overrule_outside_the_report_is_refused_by_all_that_reads_it(
    library_copy: Settings, more: str, said: str
) -> None:
    say_last(library_copy, more)
    with pytest.raises(ManifestError, match=re.escape(said)):
        inspect(library_copy, REPORT)
    with pytest.raises(ManifestError, match=re.escape(said)):
        build(library_copy)
    (surveyed,) = survey(library_copy)
    assert surveyed.coverage is None
    assert surveyed.error is not None
    assert said in surveyed.error.message


def test_overrules_stay_when_the_manifest_is_written_anew(library_copy: Settings) -> None:
    say_last(library_copy, '[[reading]]\nlines = "5-6, 7"\nas = "text"')
    folder = library_copy.reports_dir / REPORT
    before = read_manifest(folder).overrules
    add(library_copy, [next(folder.glob("source.*"))], Overrides(id=REPORT, delivered="2024-01-17"))
    assert read_manifest(folder).delivered == "2024-01-17"
    assert read_manifest(folder).overrules == before


def test_the_survey_counts_every_report_once(two_built: Settings) -> None:
    surveyed = list(survey(two_built))
    assert [one.id for one in surveyed] == sorted(["苏州-2024", "山东省-2026"])
    assert all(one.coverage is not None and one.coverage.characters > 100 for one in surveyed)
