"""Wherever adding is interrupted, a report is wholly there or not at all, and one that was there is not lost."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path

import pytest

from report_qa.errors import SourceError
from report_qa.library.add import Added, Refused, add
from report_qa.library.build import build
from report_qa.library.manifest import read_manifest
from report_qa.library.shelf import read_shelved, report_ids
from report_qa.library.shelving import hold_shelf, mend_shelf
from report_qa.settings import Settings, load_settings

OLD = "一、2023年工作回顾\n2023年，全市地区生产总值增长4.6%。\n"
NEW = "一、2023年工作回顾\n2023年，全市地区生产总值增长5.6%。\n"
STEPS = (
    "pathlib.Path.mkdir",
    "pathlib.Path.write_bytes",
    "report_qa.library.shelving.write_manifest",
    "report_qa.library.shelving._sync",
    "pathlib.Path.rename",
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = load_settings(data_dir=tmp_path / "data", index_dir=tmp_path / "index")
    (tmp_path / "x.txt").write_text(OLD, encoding="utf-8")
    add(settings, [tmp_path / "x.txt"])
    (tmp_path / "x.txt").write_text(NEW, encoding="utf-8")
    return settings


def interrupt(patch: pytest.MonkeyPatch, step: str, at: int, error: BaseException) -> None:
    """Let a step fail the `at`-th time that it is taken, counted from 1."""
    module, _, name = step.rpartition(".")
    target = Path if module == "pathlib.Path" else sys.modules[module]
    real = getattr(target, name)
    taken = 0

    def step_taken(*arguments: object, **options: object) -> object:
        nonlocal taken
        taken += 1
        if taken == at:
            raise error
        return real(*arguments, **options)

    patch.setattr(target, name, step_taken)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device")], ids=["stop", "full"])
@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize("step", STEPS)
def test_an_interrupted_replacement_leaves_one_whole_report(
    settings: Settings, tmp_path: Path, step: str, at: int, error: BaseException
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        interrupt(patch, step, at, error)
        try:
            outcomes = add(settings, [tmp_path / "x.txt"], replace_other=True)
        except KeyboardInterrupt:
            outcomes = ()
    mend_shelf(settings)
    assert report_ids(settings) == ("x",)
    assert not [path for path in settings.reports_dir.iterdir() if path.name.startswith(".")]
    text = read_shelved(settings, "x").source.text
    assert text in (OLD, NEW)
    if outcomes and isinstance(outcomes[0], Refused):
        assert text == OLD or step.endswith("_sync")
    assert read_manifest(settings.reports_dir / "x").reviews == 2023


@pytest.mark.parametrize("at", [1, 2])
@pytest.mark.parametrize("step", STEPS)
def test_an_interrupted_first_adding_leaves_no_half_report(tmp_path: Path, step: str, at: int) -> None:
    settings = load_settings(data_dir=tmp_path / "data")
    settings.reports_dir.mkdir(parents=True)
    (tmp_path / "x.txt").write_text(OLD, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        interrupt(patch, step, at, KeyboardInterrupt())
        with contextlib.suppress(KeyboardInterrupt):
            add(settings, [tmp_path / "x.txt"])
    for report in report_ids(settings):
        assert read_shelved(settings, report).source.text == OLD
    assert not [path for path in settings.reports_dir.iterdir() if path.name.startswith(".")]


def test_a_process_killed_between_the_renames_loses_nothing(settings: Settings, tmp_path: Path) -> None:
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom report_qa.library.add import add\n"
        "from report_qa.settings import load_settings\n"
        "real, count = Path.rename, [0]\n"
        "def rename(self, target):\n"
        "    count[0] += 1\n"
        "    if count[0] == 2: os._exit(9)\n"
        "    return real(self, target)\n"
        "Path.rename = rename\n"
        "add(load_settings(data_dir=Path(sys.argv[1])), [Path(sys.argv[2])], replace_other=True)\n"
    )
    killed = subprocess.run(
        [sys.executable, "-c", code, str(settings.data_dir), str(tmp_path / "x.txt")], check=False, timeout=60
    )
    assert killed.returncode == 9
    assert report_ids(settings) == (), "the kill has left the report under its hidden name"
    build(settings)
    assert report_ids(settings) == ("x",)
    assert read_shelved(settings, "x").source.text == OLD
    (outcome,) = add(settings, [tmp_path / "x.txt"], replace_other=True)
    assert isinstance(outcome, Added)
    assert read_shelved(settings, "x").source.text == NEW


def test_the_shelf_is_held_by_one_at_a_time(settings: Settings) -> None:
    code = (
        "import fcntl, os, sys\nheld = os.open(sys.argv[1], os.O_RDONLY)\n"
        "try: fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)\nexcept OSError: sys.exit(7)\n"
    )
    ask = [sys.executable, "-c", code, str(settings.reports_dir)]
    with hold_shelf(settings):
        assert subprocess.run(ask, check=False, timeout=60).returncode == 7
    assert subprocess.run(ask, check=False, timeout=60).returncode == 0


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    settings = load_settings(data_dir=tmp_path / "data")
    (tmp_path / "x.txt").write_text(OLD, encoding="utf-8")
    (outcome,) = add(settings, [tmp_path / "x.txt"])
    assert isinstance(outcome, Refused)
    assert isinstance(outcome.error, SourceError)
    assert "REPORT_QA_DATA_DIR" in outcome.error.hint
