"""Newspaper prints of clean reports, repaired: the bars of the benchmark, on a few prints."""

from __future__ import annotations

from pathlib import Path

import pytest

BARS = {
    ("shown equal", "shown"): 0.98,
    ("equal", "paragraphs"): 0.89,
    ("in place", "characters"): 0.999,
    ("cut restored", "cut figures"): 0.995,
    ("kept out", "injected"): 0.97,
    ("mapped", "sentence characters"): 1.0,
}


@pytest.mark.parametrize("style", ["columns", "page"])
@pytest.mark.parametrize("variation", ["default", "wordings"])
def test_prints_come_back_as_the_reports_they_were_made_from(
    style: str, variation: str, root: Path, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(root))
    from benchmarks.reading import paragraphs, prints, variations

    tool = prints.load_tool(shared)
    tally = paragraphs.Tally()
    for path in prints.city_reports(shared, 4):
        paragraphs.measure(prints.make_print(tool, path, style, 1, variations.VARIATIONS[variation]), tally)
    shares = {names: tally.counts[names[0]] / tally.counts[names[1]] for names in BARS}
    assert {names: share for names, share in shares.items() if share < BARS[names]} == {}
