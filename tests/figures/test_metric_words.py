"""The lexicon of metrics: what a fault in the file is told by, and that it says nothing that concepts.toml says already."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from report_qa.errors import LexiconError
from report_qa.figures.metric_words import MetricWords
from report_qa.figures.unit_kinds import kind_of_unit
from report_qa.questions.lexicon import Lexicon
from report_qa.settings import shipped_folder

FOLDER = shipped_folder("lexicon")
FILE = tomllib.loads((FOLDER / "metrics.toml").read_text(encoding="utf-8"))
CONCEPTS = '[[concept]]\nkey = "gdp"\nnames = "地区生产总值 | 生产总值"\n'
FINE = '[[metric]]\nkey = "gdp"\nnames = "生产总值"\n'


def opened(folder: Path, written: str) -> MetricWords:
    (folder / "metrics.toml").write_text(written, encoding="utf-8")
    (folder / "concepts.toml").write_text(CONCEPTS, encoding="utf-8")
    return MetricWords.open(folder)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("key = =\n", r"not TOML.*line 1"),
        ("[same]\n", r"no \[\[metric\]\]"),
        (FINE + "[other]\n", r"unknown table \[other\]"),
        (FINE + '[leave_out]\nmiddle = "全市"\n', r"\[leave_out\] has the unknown row middle"),
        (FINE + '[same]\n"规上" = ["规模以上"]\n', r"\[same\] 规上: .* is no text"),
        (FINE + '[same]\n"规上" = "规模以上 | "\n', r"\[same\] 规上 has an empty word"),
        (FINE + '[same]\n"规上" = "规模以上 | 规模以上"\n', r"twice"),
        (FINE + '[same]\n"规上" = "规模以上"\n"限上" = "规模以上"\n', r"'规模以上' to 规上 and to 限上"),
        (FINE + 'kind = "money"\n', r"metric 1 \(gdp\) has the unknown name kind"),
        (FINE + '[[metric]]\nnames = "甲乙"\n', r"metric 2 \(no key\) has no key"),
        (FINE + '[[metric]]\nkey = "GDP"\nnames = "甲乙"\n', r"metric 2 \(GDP\) has no key"),
        (FINE + '[[metric]]\nkey = "gdp"\nnames = "甲乙"\n', r"the key gdp twice"),
        (FINE + '[[metric]]\nkey = "other"\n', r"metric 2 \(other\) has no names"),
        (FINE + '[[metric]]\nkey = "other"\ngroup = "甲乙"\n', r"concepts.toml has no name '甲乙'"),
        (FINE + '[[metric]]\nkey = "other"\nnames = "生产总值"\n', r"'生产总值' \(生产总值\) to gdp and to other"),
        (FINE + 'sides = "yes"\n', r"sides is neither"),
    ],
)
def test_a_fault_is_told_with_the_file_and_the_line_or_entry(tmp_path: Path, written: str, problem: str) -> None:
    with pytest.raises(LexiconError, match=problem) as caught:
        opened(tmp_path, written)
    assert "metrics.toml" in caught.value.message
    assert caught.value.hint


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"concepts\.toml"):
        MetricWords.open(tmp_path)
    (tmp_path / "concepts.toml").write_text(CONCEPTS, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"metrics\.toml cannot be read"):
        MetricWords.open(tmp_path)


def test_a_group_gives_the_names_that_concepts_toml_has(tmp_path: Path) -> None:
    words = opened(tmp_path, '[[metric]]\nkey = "gdp"\ngroup = "生产总值"\nnames = "经济总量"\n')
    assert {words.name(name).text for name in ("地区生产总值", "生产总值", "经济总量")} == {"gdp"}
    assert words.knows("gdp")
    assert not words.knows("地区生产总值")


def test_a_person_adds_a_wording_with_one_word(tmp_path: Path) -> None:
    before = opened(tmp_path, FINE).name("整个盘子").text
    after = opened(tmp_path, '[[metric]]\nkey = "gdp"\nnames = "生产总值 | 整个盘子"\n').name("整个盘子").text
    assert (before, after) == ("整个盘子", "gdp")


def test_a_lexicon_of_one_s_own_without_the_file_uses_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "concepts.toml").write_text(CONCEPTS, encoding="utf-8")
    (tmp_path / "units.toml").write_text((FOLDER / "units.toml").read_text(encoding="utf-8"), encoding="utf-8")
    assert Lexicon.open(tmp_path).metrics.name("社零").text == "retail_sales"


def test_no_name_is_said_in_both_files() -> None:
    """Where a whole group of concepts.toml is one measure, metrics.toml points at it and repeats none of its names."""
    lexicon = Lexicon.open(FOLDER)
    groups = {name: group for concept in lexicon.concepts for group in concept.groups for name in group}
    for metric in FILE["metric"]:
        names = {name.strip() for name in metric.get("names", "").split("|")}
        assert not names & set(groups.get(metric.get("group", ""), ())), metric["key"]


def test_a_key_of_both_files_means_one_thing() -> None:
    lexicon = Lexicon.open(FOLDER)
    for metric in FILE["metric"]:
        key, *scope = metric["key"].split("+")
        concept = lexicon.concept(key)
        if concept is None or scope:
            continue
        first = metric.get("group") or metric["names"].split("|")[0].strip()
        assert key in {mention.concept.key for mention in lexicon.concepts_in(first)}, key


def test_kinds_are_those_of_units() -> None:
    known = {
        kind_of_unit(unit)
        for unit in (
            "元",
            "人",
            "户",
            "%",
            "亩",
            "公里",
            "吨",
            "千瓦",
            "立方米",
            "家",
            "倍",
            "年",
            "岁",
            "标箱",
            "微克/立方米",
            None,
        )
    }
    for metric in FILE["metric"]:
        kinds = {kind.strip() for kind in metric.get("kinds", "").split("|") if kind.strip()}
        assert kinds <= known | {"visits", "power", "coal"}, metric["key"]
