"""`report.toml` is written and read back unchanged; what is wrong in it is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.errors import ManifestError
from report_qa.library.manifest import NAME, Manifest, delivered_date, read_manifest, write_manifest
from report_qa.text.periods import Period
from report_qa.text.read import OutlineEntry

texts = st.none() | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
years = st.none() | st.integers(1950, 2100)
periods = st.none() | st.builds(Period.year, st.integers(1990, 2030)) | st.just(Period("2017—2021年", 2017, 2021))
entries = st.builds(
    lambda first, more, period, status: OutlineEntry(first, first + more, period, status),
    st.integers(1, 500), st.integers(0, 50), periods, st.sampled_from([None, "actual", "target"]),
)  # fmt: skip
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
    outline=st.lists(entries, max_size=3).map(tuple),
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
