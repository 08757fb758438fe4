"""A person's outline in `report.toml` overrules what the reader makes of lines, and shows in the answers' figures."""

from __future__ import annotations

from report_qa.library.build import build
from report_qa.library.inspect import inspect
from report_qa.library.library import Library
from report_qa.settings import Settings


def test_an_outline_redates_its_lines(library_copy: Settings) -> None:
    manifest = library_copy.reports_dir / "苏州-2024" / "report.toml"
    outline = '\n[[outline]]\nlines = "7-7"\nperiod = "2019-2023"\nstatus = "actual"\n'
    manifest.write_text(manifest.read_text(encoding="utf-8") + outline, encoding="utf-8")
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
    assert seen.covered == 1.0
    assert {edit.rule for edit in seen.edits} >= {"hard_wrap"}
    assert "150个" in {figure.text for figure in seen.figures}
