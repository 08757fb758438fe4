"""`report.toml` is written and read back unchanged; what is wrong in it is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.errors import ManifestError
from report_qa.library.manifest import NAME, Manifest, delivered_date, read_manifest, write_manifest
from report_qa.text.document import BlockKind
from report_qa.text.overrules import CharacterEdit, LineReading, OutlineEntry, Overrules
from report_qa.text.periods import Period
from report_qa.text.rules import SWITCHABLE

texts = st.none() | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
years = st.none() | st.integers(1950, 2100)
periods = st.none() | st.builds(Period.year, st.integers(1990, 2030)) | st.just(Period("2017—2021年", 2017, 2021))
entries = st.builds(
    lambda first, more, period, status: OutlineEntry(first, first + more, period, status),
    st.integers(1, 500), st.integers(0, 50), periods, st.sampled_from([None, "actual", "target"]),
)  # fmt: skip
ranges = st.integers(1, 400).map(lambda first: ((first, first), (first + 2, first + 5)))
readings = st.builds(LineReading, ranges, st.sampled_from([*BlockKind, None])) | st.builds(
    LineReading,
    st.integers(1, 400).map(lambda line: ((line, line),)),
    st.just(BlockKind.HEADING),
    st.none() | st.just((3, 9)),
    st.none() | st.integers(1, 9),
    st.none() | st.integers(1, 400),
)
edits = st.builds(CharacterEdit, st.integers(1, 500), st.integers(0, 9), st.integers(10, 20), st.booleans())
overrules = st.builds(
    lambda outline, reading, edit, off: Overrules(tuple(outline), tuple(reading), tuple(edit), tuple(off)),
    st.lists(entries, max_size=3),
    st.lists(readings, max_size=1),
    st.lists(edits, max_size=1),
    st.lists(st.sampled_from(sorted(SWITCHABLE)), max_size=3, unique=True),
)
manifests = st.builds(
    Manifest,
    id=st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    title=texts,
    place=texts,
    level=st.sampled_from([None, "national", "province", "prefecture", "county"]),
    delivered=st.sampled_from([None, "2022", "2022-02", "2022-02-12"]),
    language=st.just("zh"),
    source_url=texts,
    origin=texts,
    reviews=years,
    plans=years,
    contact=texts,
    overrules=overrules,
)


@given(manifests)
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, manifest: Manifest) -> None:
    folder = tmp_path_factory.mktemp("report")
    write_manifest(folder, manifest)
    assert read_manifest(folder) == manifest


def test_the_folder_names_a_report_without_an_id(tmp_path: Path) -> None:
    folder = tmp_path / "甲-2024"
    folder.mkdir()
    (folder / NAME).write_text('title = "报告"\ndelivered = 2024-01-16\n', encoding="utf-8")
    manifest = read_manifest(folder)
    assert (manifest.id, manifest.delivered, manifest.place) == ("甲-2024", "2024-01-16", None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = ", "cannot be read"),
        ("colour = 1", "unknown field 'colour'"),
        ("title = 1", "title is not a text"),
        ("reviews = true", "reviews is not a year"),
        ("plans = 22", "plans is not a year"),
        ('level = "street"', "level is 'street'"),
        ('delivered = "2022-2-1"', "not a date"),
        ('delivered = "2022-02-31"', "day is out of range"),
        ('outline = "all"', "not a list"),
        ('[[outline]]\nlines = "9-3"', "from-to"),
        ('[[outline]]\nlines = "1-3"\nperiod = "soon"', "neither a year"),
        ('[[outline]]\nlines = "1-3"\nstatus = "done"', "not actual or target"),
        ('[[outline]]\nlines = "1-3"\nwhen = "2021"', "holds lines"),
        ('rules_off = "caption"', "rules_off is not a list"),
        ('rules_off = ["captions"]', "'captions', no rule that can be turned off"),
        ('rules_off = ["margin"]', "no rule that can be turned off"),
        ('reading = "12"', "not a list of"),
        ('[[reading]]\nlines = "1-3"\nwhat = "text"', "holds lines"),
        ('[[reading]]\nas = "text"', "needs lines"),
        ('[[reading]]\nlines = "5-3"\nas = "text"', "needs lines"),
        ('[[reading]]\nlines = "1-3, 2"\nas = "text"', "rising"),
        ('[[reading]]\nlines = "0"\nas = "text"', "needs lines"),
        ('[[reading]]\nlines = "1"\nas = "poem"', "is as 'poem', not one of text, heading"),
        ('[[reading]]\nlines = "1"', "is as None"),
        ('[[reading]]\nlines = "1"\nas = "text"\nlevel = 2', "level 2; it is a number from 1, for a heading"),
        ('[[reading]]\nlines = "1"\nas = "heading"\nlevel = 0', "level 0"),
        ('[[reading]]\nlines = "1"\nas = "heading"\nlevel = true', "level True"),
        ('[[reading]]\nlines = "1"\nas = "heading"\nlevel = 12', "the deepest is 9"),
        ('[[reading]]\nlines = "1"\nas = "heading"\nbefore = "3"', "before '3'"),
        ('[[reading]]\nlines = "1-2"\nas = "text"\ncolumns = "0-3"', "for one line"),
        ('[[reading]]\nlines = "1"\nas = "furniture"\ncolumns = "0-3"', "not for furniture"),
        ('[[reading]]\nlines = "1"\nas = "text"\ncolumns = "3-3"', "columns '3-3'"),
        ('[[reading]]\nlines = "1-4"\nas = "text"\n[[reading]]\nlines = "4"\nas = "title"', "overlap in line 4"),
        ('[[edit]]\nline = 1\ncolumns = "0-3"', "holds line"),
        ('[[edit]]\nline = "1"\ncolumns = "0-3"\ndo = "keep"', "line '1', no number"),
        ('[[edit]]\nline = 1\ncolumns = "0"\ndo = "keep"', "columns '0'"),
        ('[[edit]]\nline = 1\ncolumns = "0-3"\ndo = "drop"', "does 'drop', not keep or leave_out"),
    ],
)
def test_a_wrong_manifest_is_refused_with_the_reason(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(ManifestError, match=said):
        read_manifest(tmp_path)


def test_a_missing_or_undecodable_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"has no report\.toml"):
        read_manifest(tmp_path)
    (tmp_path / NAME).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ManifestError, match="cannot be read"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("text", ["2022", "2022-02", "2022-02-12"])
def test_as_much_of_a_date_as_is_known_is_kept(text: str) -> None:
    assert delivered_date(text) == text
