"""Two short made-up reports, built once; a test that damages something works on a copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report_qa.library.add import add
from report_qa.library.build import build
from report_qa.settings import Settings, load_settings

SUZHOU = """政府工作报告
——2024年1月16日在苏州市第十七届人民代表大会第三次会议上
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
2023年，全市地区生产总值增长4.6%，一般公共预算收入2456亿元，粮食产量达到18.2亿斤。
城镇新增就业22.3万人，新建改建幼儿园35所。
二、2024年工作安排
2024年，全市地区生产总值预期增长5%以上，一般公共预算收入增长3%左右。
全年计划新增养老床位1200张，改造老旧小
区150个，新建口袋公园30个，新增城市绿
地20公顷，新建和改造农村公路200公里。
"""
SHANDONG = """2026年山东省政府工作报告
——2026年1月27日在山东省第十四届人民代表大会第四次会议上
各位代表：
现在，我代表省人民政府向大会报告工作，请予审议。
一、2025年工作回顾
2025年，全省地区生产总值增长5.5%，粮食产量达到1150亿斤，新增城镇就业120万人。
二、2026年重点工作
2026年，全省地区生产总值预期增长5%左右，新增养老床位3000张。
"""
REPORTS = {"苏州-2024": SUZHOU, "山东省-2026": SHANDONG}


def make_library(folder: Path, reports: dict[str, str]) -> Settings:
    """Settings of a library in a folder, its reports added and its index built."""
    settings = load_settings(data_dir=folder / "data", index_dir=folder / "index")
    for report, text in reports.items():
        file = folder / f"{report}.txt"
        file.write_text(text, encoding="utf-8")
        add(settings, [file])
    build(settings)
    return settings


def copy_library(settings: Settings, folder: Path) -> Settings:
    """A copy to damage."""
    shutil.copytree(settings.data_dir, folder / "data")
    shutil.copytree(settings.index_dir, folder / "index")
    return load_settings(data_dir=folder / "data", index_dir=folder / "index")


@pytest.fixture(scope="session")
def one_built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A library of one report; not to be changed."""
    return make_library(tmp_path_factory.mktemp("one"), {"苏州-2024": SUZHOU})


@pytest.fixture(scope="session")
def two_built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A library of two reports; not to be changed."""
    return make_library(tmp_path_factory.mktemp("two"), REPORTS)


@pytest.fixture
def library_copy(one_built: Settings, tmp_path: Path) -> Settings:
    """A library of one report, to be changed."""
    return copy_library(one_built, tmp_path)
