"""A library made by the command line itself, once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report_qa.cli import run

REPORT = """政府工作报告
——2024年1月16日在苏州市第十七届人民代表大会第三次会议上
各位代表：
一、2023年工作回顾
2023年，全市地区生产总值增长4.6%，粮食产量达到18.2亿斤。
二、2024年工作安排
2024年，全市地区生产总值预期增长5%以上，新增养老床位1200张。
"""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `data/` and `index/`; not to be changed."""
    folder = tmp_path_factory.mktemp("cli")
    (folder / "苏州-2024.txt").write_text(REPORT, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPORT_QA_DATA_DIR", str(folder / "data"))
        patch.setenv("REPORT_QA_INDEX_DIR", str(folder / "index"))
        assert run(["add", str(folder / "苏州-2024.txt")]) == 0
        assert run(["build"]) == 0
    return folder


@pytest.fixture
def library(built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The library, in the settings."""
    monkeypatch.setenv("REPORT_QA_DATA_DIR", str(built / "data"))
    monkeypatch.setenv("REPORT_QA_INDEX_DIR", str(built / "index"))
    return built


@pytest.fixture
def own_library(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the library, to be changed."""
    for name in ("data", "index"):
        shutil.copytree(built / name, tmp_path / name)
        monkeypatch.setenv(f"REPORT_QA_{name.upper()}_DIR", str(tmp_path / name))
    return tmp_path
