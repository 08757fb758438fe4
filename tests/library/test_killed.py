"""A build that is killed while it embeds goes on where it was: nothing but the last chunk is embedded again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from report_qa.library.add import add
from report_qa.search import cache
from report_qa.settings import load_settings

# A slow model: it notes each text that it embeds, and takes its time.
PROGRAM = """
import sys, time
from pathlib import Path
from unittest.mock import patch
from report_qa.library.build import build
from report_qa.search.hash_embedder import HashEmbedder
from report_qa.settings import load_settings

class Slow(HashEmbedder):
    def embed_passages(self, texts, progress=None):
        time.sleep(float(sys.argv[3]))
        with Path(sys.argv[2]).open("a", encoding="utf-8") as noted:
            noted.writelines(text + chr(10) for text in texts)
        return super().embed_passages(texts, progress)

folder = Path(sys.argv[1])
told = []
with patch("report_qa.library.build.open_embedder", lambda *_: Slow(8)):
    build(load_settings(data_dir=folder / "data", index_dir=folder / "index"), lambda *now: told.append(now))
print(max(done for stage, done, total in told if stage == "embedding passages"))
"""


def start(folder: Path, notes: Path, seconds: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PROGRAM, str(folder), str(notes), str(seconds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_a_killed_build_embeds_nothing_twice_beyond_one_chunk(tmp_path: Path) -> None:
    sentences = "".join(f"今年第{i}项工作是改造老旧小区{i}个。\n" for i in range(1, 4 * cache._CHUNK // 2))
    file = tmp_path / "苏州-2024.txt"
    file.write_text(f"政府工作报告\n一、2024年工作安排\n{sentences}", encoding="utf-8")
    add(load_settings(data_dir=tmp_path / "data", index_dir=tmp_path / "index"), [file])
    notes = tmp_path / "notes"
    slow = start(tmp_path, notes, 0.7)
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and (
        not notes.exists() or notes.read_text("utf-8").count("\n") < 2 * cache._CHUNK
    ):
        time.sleep(0.02)
    os.kill(slow.pid, signal.SIGKILL)
    slow.communicate()
    before = notes.read_text("utf-8").splitlines()
    assert len(before) >= 2 * cache._CHUNK
    said, _ = start(tmp_path, notes, 0).communicate(timeout=120)
    embedded = notes.read_text("utf-8").splitlines()
    assert len(embedded) - len(set(embedded)) <= cache._CHUNK
    assert int(said) >= len(set(embedded)) > len(set(before))
