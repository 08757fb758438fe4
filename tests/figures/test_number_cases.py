"""The number cases of three public projects: at least 97% of those that concern reports are read the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.figures.number_cases import BAR, judge_cases, left_out, load, purpose


@pytest.mark.shared
def test_cases_that_concern_us(shared: Path) -> None:
    if not (shared / "numbers" / "cases.jsonl").exists():
        pytest.skip("the case file numbers/cases.jsonl is not in the shared folder")
    verdicts = [one for one in judge_cases(load(shared)) if one.apart is None]
    assert len(verdicts) >= 750
    wrong = [(one.suite, one.text, one.got) for one in verdicts if not one.right]
    assert 1 - len(wrong) / len(verdicts) >= BAR, Counter(suite for suite, _, _ in wrong)


@pytest.mark.shared
def test_every_suite_of_numbers_is_judged(shared: Path) -> None:
    if not (shared / "numbers" / "cases.jsonl").exists():
        pytest.skip("the case file numbers/cases.jsonl is not in the shared folder")
    rows = load(shared)
    judged = {one.suite for one in judge_cases(rows)}
    concerns = {str(row["suite"]) for row in rows if left_out(str(row["suite"])) is None}
    doubles = {suite for suite in concerns if suite.endswith("ExperimentalMode")}
    assert concerns - doubles == judged - doubles


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("7e3", "powers"), ("8k", "letters for scales"), ("三打", "dozens"), ("三兆元", "兆 for a million millions"),
        ("八五折", "discounts"), ("数百亿元", "numbers that are not said"), ("7，120家", "a full-width comma between half-width digits"),
        ("3.4.5", "digits that write no number"), ("25.5亿斤以上", None), ("百分之八", None), ("三十六万兆瓦", None), ("十几万", None),
    ],
)  # fmt: skip
def test_the_classes_read_otherwise(text: str, name: str | None) -> None:
    assert purpose({"input": text}) == name
