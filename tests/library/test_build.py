"""An index is built whole or not at all, from what changed only, and the same reports give the same bytes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from report_qa.errors import IndexBusy, IndexMissing, ManifestError, SettingsError, SourceError
from report_qa.library.add import add
from report_qa.library.build import build, is_current
from report_qa.library.library import Ask, Library
from report_qa.search.index_folder import hold_folder
from report_qa.settings import Settings, load_settings
from tests.library.conftest import REPORTS, SUZHOU, make_library

QUESTION = "2023年粮食产量是多少？"


def files_of(settings: Settings) -> dict[str, bytes]:
    current = settings.index_dir / "current"
    return {str(path.relative_to(current)): path.read_bytes() for path in sorted(current.rglob("*")) if path.is_file()}


def start(code: str, settings: Settings) -> subprocess.Popen[str]:
    environment = os.environ | {
        "REPORT_QA_DATA_DIR": str(settings.data_dir),
        "REPORT_QA_INDEX_DIR": str(settings.index_dir),
    }
    return subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, text=True)


def test_the_same_reports_give_the_same_bytes(two_built: Settings, tmp_path: Path) -> None:
    other = make_library(tmp_path, dict(reversed(REPORTS.items())))
    assert files_of(other) == files_of(two_built)


def test_a_rebuild_embeds_only_what_changed(library_copy: Settings) -> None:
    before = build(library_copy)
    assert before.embedded == 0
    source = library_copy.reports_dir / "苏州-2024" / "source.txt"
    source.write_text(SUZHOU + "新增公园绿地300公顷。\n", encoding="utf-8")
    assert not is_current(library_copy)
    after = build(library_copy)
    assert 0 < after.embedded <= 3
    assert after.digest != before.digest
    assert is_current(library_copy)


def test_progress_is_told_to_the_end(library_copy: Settings) -> None:
    told: dict[str, tuple[int, int]] = {}
    build(library_copy, lambda stage, done, total: told.update({stage: (done, total)}))
    assert told
    assert all(done == total for done, total in told.values())


def test_two_builds_at_once_are_refused(library_copy: Settings) -> None:
    with hold_folder(library_copy.index_dir), pytest.raises(IndexBusy):
        build(library_copy)
    build(library_copy)


def test_a_library_without_reports_is_told(tmp_path: Path) -> None:
    settings = load_settings(data_dir=tmp_path / "data", index_dir=tmp_path / "index")
    with pytest.raises(SourceError, match="no reports"):
        build(settings)
    with pytest.raises(IndexMissing):
        Library.open(settings)


@pytest.mark.parametrize("data", [b"", b"  \n\n", b"\x00\x01", b"\xff\xff\xff\xff"])
def test_an_unreadable_report_is_named_and_the_old_index_stays(library_copy: Settings, data: bytes) -> None:
    before = files_of(library_copy)
    folder = library_copy.reports_dir / "坏"
    folder.mkdir()
    (folder / "source.txt").write_bytes(data)
    with pytest.raises(ManifestError, match="坏"):
        build(library_copy)
    (folder / "report.toml").write_text('id = "坏"\n', encoding="utf-8")
    with pytest.raises(SourceError, match="坏"):
        build(library_copy)
    assert files_of(library_copy) == before
    assert Library.open(library_copy).ask(Ask(QUESTION)).status == "answered"


def test_an_index_folder_that_cannot_be_made_is_told(library_copy: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SettingsError, match="cannot be written"):
        build(load_settings(data_dir=library_copy.data_dir, index_dir=tmp_path / "file" / "index"))


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_index_folder_is_told_and_still_answers(library_copy: Settings) -> None:
    library_copy.index_dir.chmod(0o555)
    try:
        with pytest.raises(SettingsError, match="cannot be written"):
            build(library_copy)
        assert Library.open(library_copy).ask(Ask(QUESTION)).status == "answered"
    finally:
        library_copy.index_dir.chmod(0o755)


KILLED = {
    "while embedding": """
import report_qa.library.build as build
def stop(*_): os.kill(os.getpid(), signal.SIGKILL)
build.embed_cached = stop
""",
    "while writing": """
import report_qa.search.index_folder as folder
write, done = folder._write, []
def stop(path, data):
    write(path, data[: len(data) // 2])
    done.append(path)
    if len(done) == 5: os.kill(os.getpid(), signal.SIGKILL)
folder._write = stop
""",
    "between the renames": """
from pathlib import Path
rename = Path.rename
def stop(self, target):
    renamed = rename(self, target)
    if self.name == "current": os.kill(os.getpid(), signal.SIGKILL)
    return renamed
Path.rename = stop
""",
}


@pytest.mark.parametrize("when", KILLED)
def test_a_build_killed_half_way_leaves_the_old_index_answering(
    library_copy: Settings, tmp_path: Path, when: str
) -> None:
    serving = Library.open(library_copy)
    new = tmp_path / "新-2024.txt"
    new.write_text(REPORTS["山东省-2026"], encoding="utf-8")
    add(library_copy, [new])
    code = f"import os, signal\n{KILLED[when]}\nfrom report_qa.library.build import build\nfrom report_qa.settings import load_settings\nbuild(load_settings())"
    killed = start(code, library_copy)
    killed.communicate(timeout=60)
    assert killed.returncode == -signal.SIGKILL
    again = Library.open(library_copy)
    assert again.digest == serving.digest
    assert again.ask(Ask(QUESTION)) == serving.ask(Ask(QUESTION))
    assert build(library_copy).reports == 2
    left = {path.name for path in library_copy.index_dir.iterdir()}
    assert left == {".lock", "cache", "current"}
