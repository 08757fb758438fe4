"""The index folder: written whole, opened only when whole, never half swapped."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from report_qa.errors import IndexBusy, IndexDamaged, IndexMissing, IndexStale, ReportUnknown, SettingsError
from report_qa.search.embedder import ModelFacts
from report_qa.search.faiss_vectors import FaissVectors
from report_qa.search.hash_embedder import HashEmbedder
from report_qa.search.index_folder import CURRENT, OLD, hold_folder
from report_qa.search.index_manifest import FORMAT, ReportKey
from report_qa.search.store import ReportPart, check_fresh, open_index, read_manifest, write_index

EMBEDDER = HashEmbedder()
A = ReportPart(ReportKey("包头-2022", "1" * 64, "2" * 64), {"标题": "甲", "n": [1, 2]}, ["粮食产量", "新增就业"], (0,))
B = ReportPart(ReportKey("b", "3" * 64, "4" * 64), {"标题": "乙"}, ["改造小区"], ())


def write(folder: Path, *parts: ReportPart) -> str:
    rows = sum(len(part.sentences) + len(part.owners) for part in parts)
    vectors = EMBEDDER.embed_passages([f"passage {row}" for row in range(rows)])
    with hold_folder(folder) as held:
        return write_index(held, parts, "recipe", EMBEDDER.facts, FaissVectors.of(vectors))


def test_what_is_read_is_what_was_written(tmp_path: Path) -> None:
    digest = write(tmp_path, A, B)
    index = open_index(tmp_path)
    assert index.digest == digest
    assert [report.id for report in index.reports] == ["包头-2022", "b"]
    assert [index.document(part.key.id) for part in (A, B)] == [A.document, B.document]
    assert [index.entry(part.key.id).key for part in (A, B)] == [A.key, B.key]
    assert (index.entry("b").sentence_rows, index.entry("b").figure_rows) == (range(3, 4), range(4, 4))
    assert (index.entry("包头-2022").rows, len(index.vectors)) == (range(3), 4)
    assert index.keywords.scores(["粮食"]).argmax() == 0
    assert index.owners.tolist() == [0, 1, 0, 3]


def test_the_same_parts_give_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path / "one", A, B)
    write(tmp_path / "two", A, B)
    files = [path.relative_to(tmp_path / "one") for path in sorted((tmp_path / "one" / CURRENT).rglob("*.*"))]
    assert len(files) == 7
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_the_digest_tells_contents_apart(tmp_path: Path) -> None:
    digests = {
        write(tmp_path, A, B), write(tmp_path, B, A), write(tmp_path, A), write(tmp_path, replace(A, document={}), B),
        write(tmp_path, replace(A, key=replace(A.key, manifest_sha256="5" * 64)), B),
    }  # fmt: skip
    assert len(digests) == 5


def test_a_report_is_weighed_by_itself(tmp_path: Path) -> None:
    write(tmp_path, A)
    alone = open_index(tmp_path).keywords.scores(["粮食", "新"], range(2))
    write(tmp_path, B, A)
    assert np.array_equal(open_index(tmp_path).keywords.scores(["粮食", "新"], range(1, 3)), alone)


def test_an_unknown_report_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, A)
    with pytest.raises(ReportUnknown):
        open_index(tmp_path).entry("c")


def test_a_library_without_reports_can_be_kept(tmp_path: Path) -> None:
    with hold_folder(tmp_path) as held:
        write_index(held, (), "recipe", EMBEDDER.facts, FaissVectors.of(EMBEDDER.embed_passages([])))
    assert open_index(tmp_path).reports == ()


def test_no_index_is_missing(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(IndexMissing, match="report-qa build"):
            open_index(folder)


def test_every_damaged_file_is_refused(tmp_path: Path) -> None:
    write(tmp_path, A, B)
    files = sorted(path for path in (tmp_path / CURRENT).rglob("*") if path.is_file())
    for path in files:
        data = path.read_bytes()
        for bad in (data[:-1], data[:-1] + bytes([data[-1] ^ 1]), b"", None):
            if bad is None:
                path.unlink()
            else:
                path.write_bytes(bad)
            with pytest.raises(IndexDamaged, match="report-qa build"):
                open_index(tmp_path)
        path.write_bytes(data)
    assert open_index(tmp_path).digest


def test_a_manifest_cannot_be_rewritten_to_fit(tmp_path: Path) -> None:
    write(tmp_path, A)
    path = tmp_path / CURRENT / "vectors.faiss"
    old = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_bytes(path.read_bytes()[:-4] + b"abcd")
    manifest = tmp_path / CURRENT / "manifest.json"
    manifest.write_text(
        manifest.read_text("utf-8").replace(old, hashlib.sha256(path.read_bytes()).hexdigest()), "utf-8"
    )
    with pytest.raises(IndexDamaged, match="changed"):
        open_index(tmp_path)


def test_another_format_is_stale(tmp_path: Path) -> None:
    write(tmp_path, A)
    manifest = tmp_path / CURRENT / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace(f'"format": {FORMAT}', '"format": 99'), "utf-8")
    with pytest.raises(IndexStale, match="report-qa build"):
        open_index(tmp_path)


def test_staleness_names_what_changed(tmp_path: Path) -> None:
    write(tmp_path, A, B)
    manifest = read_manifest(tmp_path)
    check_fresh(manifest, (B.key, A.key), "recipe", EMBEDDER.facts)
    with pytest.raises(IndexStale, match="包头-2022"):
        check_fresh(manifest, (replace(A.key, source_sha256="9" * 64), B.key), "recipe", EMBEDDER.facts)
    for keys in ((A.key,), (A.key, B.key, replace(B.key, id="c"))):
        with pytest.raises(IndexStale, match="added, changed or removed"):
            check_fresh(manifest, keys, "recipe", EMBEDDER.facts)
    with pytest.raises(IndexStale, match="version"):
        check_fresh(manifest, (A.key, B.key), "other", EMBEDDER.facts)
    with pytest.raises(IndexStale, match="model"):
        check_fresh(manifest, (A.key, B.key), "recipe", ModelFacts("other", 32))


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    with hold_folder(tmp_path), pytest.raises(IndexBusy), hold_folder(tmp_path):
        pass
    with hold_folder(tmp_path):
        pass


def test_a_dead_build_holds_nothing(tmp_path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from report_qa.search.index_folder import hold_folder\n"
        f"with hold_folder(Path({str(tmp_path)!r})): os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, timeout=60)
    assert done.returncode == 9
    assert (tmp_path / ".lock").exists()
    write(tmp_path, A)
    assert open_index(tmp_path).digest


def test_an_open_index_survives_the_next_build(tmp_path: Path) -> None:
    write(tmp_path, A)
    index = open_index(tmp_path)
    write(tmp_path, B)
    assert index.document(A.key.id) == A.document
    assert index.keywords.scores(["就业"]).tolist()[1] > 0
    assert [report.id for report in open_index(tmp_path).reports] == ["b"]


@pytest.mark.parametrize("crash", ["while writing", "between the renames", "before the old one was removed"])
def test_a_crash_leaves_an_index_that_serves(tmp_path: Path, crash: str) -> None:
    write(tmp_path, A)
    if crash == "while writing":
        (tmp_path / "new-1" / "reports").mkdir(parents=True)
        (tmp_path / "new-1" / "vectors.faiss").write_bytes(b"half")
    elif crash == "between the renames":
        (tmp_path / CURRENT).rename(tmp_path / OLD)
        (tmp_path / "new-1").mkdir()
    else:
        (tmp_path / OLD).mkdir()
        (tmp_path / OLD / "manifest.json").write_text("half removed")
    assert open_index(tmp_path).document(A.key.id) == A.document
    write(tmp_path, B)
    assert [report.id for report in open_index(tmp_path).reports] == ["b"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", CURRENT]


def test_a_build_that_fails_to_write_leaves_the_old_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, A)

    def full(fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsError, match="No space left"):
        write(tmp_path, B)
    assert [report.id for report in open_index(tmp_path).reports] == [A.key.id]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", CURRENT]


def test_a_folder_that_cannot_be_written_is_a_setting_to_change(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="REPORT_QA_INDEX_DIR"), hold_folder(tmp_path / "file" / "index"):
        pass


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_read_only_folder_is_a_setting_to_change(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(SettingsError), hold_folder(tmp_path):
        pass
    tmp_path.chmod(0o755)


def test_vectors_of_other_passages_are_never_written(tmp_path: Path) -> None:
    with hold_folder(tmp_path) as held, pytest.raises(ValueError, match="1 vectors for 3 passages"):
        write_index(held, (A,), "recipe", ModelFacts("e", 4), FaissVectors.of(np.ones((1, 4), np.float32)))
