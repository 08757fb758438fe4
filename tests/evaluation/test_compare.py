"""Two runs over the same cases: what changed, and how sure the difference is."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_qa.errors import CaseError
from report_qa.evaluation.compare import bootstrap_interval, compare, mcnemar, read_run


def entry(name: str, right: bool, *failures: str) -> dict[str, Any]:
    return {"id": name, "right": right, "failures": list(failures)}


def test_a_comparison_names_what_changed() -> None:
    before = {
        "outcomes": [entry("A", True), entry("B", False, "refused"), entry("C", False, "trapped"), entry("X", True)]
    }
    after = {
        "outcomes": [entry("B", True), entry("A", False, "refused"), entry("C", False, "refused"), entry("N", True)]
    }
    found = compare(before, after)
    assert (found.gained, found.lost, found.moved) == (("B",), ("A",), ("C",))
    assert (found.count, found.before, found.after, found.difference) == (3, 1, 1, 0)
    assert found.p_value == 1


def test_the_same_run_has_no_difference() -> None:
    run = {"outcomes": [entry("A", True), entry("B", False, "refused")]}
    found = compare(run, run)
    assert (found.gained, found.lost, found.moved, found.interval, found.p_value) == ((), (), (), (0, 0), 1)


def test_runs_without_a_common_case_are_refused() -> None:
    with pytest.raises(CaseError, match="no case in common"):
        compare({"outcomes": [entry("A", True)]}, {"outcomes": [entry("B", True)]})


def test_mcnemar_is_twice_the_smaller_tail_of_a_fair_coin() -> None:
    assert mcnemar(8, 2) == pytest.approx(2 * (1 + 10 + 45) / 2**10)
    assert mcnemar(2, 8) == mcnemar(8, 2)
    assert mcnemar(3, 3) == 1


@given(st.lists(st.sampled_from([-1, 0, 1]), min_size=1, max_size=30))
def test_a_bootstrap_interval_is_ordered_and_repeatable(changes: list[int]) -> None:
    low, high = bootstrap_interval(changes, 100)
    assert min(changes) <= low <= high <= max(changes)
    assert (low, high) == bootstrap_interval(changes, 100)


def test_a_file_that_is_no_run_is_refused(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text("[]")
    with pytest.raises(CaseError, match="holds no outcomes"):
        read_run(tmp_path / "run.json")
    with pytest.raises(CaseError, match="is no run"):
        read_run(tmp_path / "none.json")
