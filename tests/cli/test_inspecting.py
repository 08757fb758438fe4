"""`inspect` shows what a report's lines were taken for and why, and leads a person to the line that was read wrong."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from report_qa.cli import run
from report_qa.library import overrule_fields
from report_qa.text.doubts import REASONS
from report_qa.text.rules import RULES
from report_qa.text.verdicts import Class

Output = pytest.CaptureFixture[str]
DAMAGED = """下载
要闻
2024年1月16日在苏州市第十七届人民代表大会第三次会议上
各位代表：
一、2023年工作回顾
2023年，全市地区生产总值增长 4.6%，粮食产量达到18.2亿斤。
（一）踔厉奋发踔厉奋发
增长8%。新增就业
— 3 —
二、2024年工作安排
新增养老床位1200张。
"""


@pytest.fixture
def damaged(own_library: Path) -> str:
    """A report with something wrong in it, in a library of its own."""
    file = own_library / "坏-2024.txt"
    file.write_text(DAMAGED, encoding="utf-8")
    assert run(["add", str(file)]) == 0
    return "坏-2024"


def said(capsys: Output, *arguments: str) -> str:
    """What the command prints to standard output."""
    capsys.readouterr()
    assert run(["inspect", *arguments]) == 0
    return capsys.readouterr().out


def test_the_summary_counts_shows_the_sections_and_what_was_not_understood(damaged: str, capsys: Output) -> None:
    out = said(capsys, damaged)
    assert re.search(r"furniture +│ page_number +│ +1 │ +3 │", out)
    assert re.search(r"│ 5 +│ 6-8 +│ 一、2023年工作回顾 +│ 2023年 +│ actual │ heading: 2023年", out)
    assert "figures, of them 0 without a period" in out
    (_, _, doubts) = out.partition("Lines that no rule understood (2)")
    assert re.search(r"^ +2 +not understood +要闻 +‹read as title; It stands above", doubts, re.MULTILINE)
    assert re.search(
        r"^ +8 +not understood.*⟪新增就业⟫ +‹read as running text; The paragraph never ends", doubts, re.MULTILINE
    )


def test_a_clean_report_has_nothing_that_is_not_understood(library: Path, capsys: Output) -> None:
    assert "There is no line that no rule understood." in said(capsys, "苏州-2024")


def test_lines_show_their_numbers_what_they_are_and_what_was_left_out(damaged: str, capsys: Output) -> None:
    lines = said(capsys, damaged, "--lines", "5-9").splitlines()
    assert re.fullmatch(r" +5 +heading 1 ¶ +一、2023年工作回顾", lines[0])
    assert re.fullmatch(
        r" +6 +running text ¶ +2023年，全市地区生产总值增长⟦␣⟧4\.6%，粮.*‹stray_space: a space beside a digit›",
        lines[1],
    )
    assert re.fullmatch(r" +9 +furniture +⟦—␣3␣—⟧ +‹page_number›", lines[4])
    assert any(line.startswith("  page_number: A page number") for line in lines[5:])


def test_a_rule_shows_only_its_own_lines(damaged: str, capsys: Output) -> None:
    assert [line.split()[0] for line in said(capsys, damaged, "--rule", "page_number").splitlines()] == [
        "9",
        "page_number:",
    ]
    assert "‹stray_space 16-17: a space beside a digit›" in said(capsys, damaged, "--rule", "stray_space")
    assert "did nothing in this report" in said(capsys, damaged, "--rule", "spaced_han")
    assert "新增养老床位" in said(capsys, damaged, "--rule", "heading")
    assert said(capsys, damaged, "--rule", "page_number", "--lines", "1-3").count("page_number") == 1


def test_sentences_and_sections_name_the_words_and_the_line_that_decided(damaged: str, capsys: Output) -> None:
    out = said(capsys, damaged, "--sentences", "--lines", "10-11")
    assert re.search(
        r"│ 11 +│ running text +│ 2024年 │ target │ heading: 2024年 \(line 10\) +│ 新增养老床位1200张。", out
    )
    assert "4.6%" not in out
    assert "一、2023年工作回顾" not in said(capsys, damaged, "--sections", "--lines", "10-11")


def test_json_holds_all_of_it(damaged: str, capsys: Output) -> None:
    seen = json.loads(said(capsys, damaged, "--json"))
    assert set(seen) == {
        "report", "title", "sha256", "coverage", "figures", "sections", "sentences", "lines", "edits", "not_understood",
        "overrules",
    }  # fmt: skip
    assert [line["class"] for line in seen["lines"]][:2] == ["furniture", "not_understood"]
    assert len(seen["lines"]) == seen["coverage"]["lines"] == 11
    assert seen["sentences"][-1]["why"] == {"rule": "heading", "words": "2024年", "line": 10}
    assert {"rule": "page_number", "why": "line 9 is none of the report's", "places": [
        {"line": 9, "column_start": 0, "column_end": 5}
    ]} in seen["edits"]  # fmt: skip
    total = sum(share["characters"] for share in seen["coverage"]["classes"])
    assert total == seen["coverage"]["characters"] == len(re.sub(r"\s", "", DAMAGED))


@pytest.mark.parametrize("arguments", [["--all"], []])
def test_without_a_report_the_coverage_of_all_is_shown(damaged: str, capsys: Output, arguments: list[str]) -> None:
    out = said(capsys, *arguments)
    assert "苏州-2024" in out
    assert damaged in out
    surveyed = json.loads(said(capsys, *arguments, "--json"))
    assert [one["report"] for one in surveyed] == sorted(["苏州-2024", damaged])


def test_a_report_that_cannot_be_read_is_named_in_the_survey_and_exits_1(damaged: str, capsys: Output) -> None:
    capsys.readouterr()
    manifest = Path(os.environ["REPORT_QA_DATA_DIR"]) / "reports" / damaged / "report.toml"
    manifest.write_text("nonsense = 1\n", encoding="utf-8")
    assert run(["inspect", "--all"]) == 1
    told = capsys.readouterr()
    assert "苏州-2024" in told.out
    assert "unknown field 'nonsense'" in told.err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_rules_are_listed_with_what_they_do(capsys: Output, lang: str) -> None:
    out = re.sub(r"[\s│]", "", said(capsys, "--rules", "--lang", lang))
    for rule in RULES:
        assert re.sub(r"\s", "", rule.name) in out
        assert re.sub(r"\s", "", rule.zh if lang == "zh" else rule.en) in out


def test_the_command_speaks_chinese_too(damaged: str, capsys: Output) -> None:
    out = said(capsys, damaged, "--lang", "zh")
    assert "没有任何规则读懂的行 (2)" in out
    assert "读作正文" in out
    assert "已完成" in out
    assert not re.search(r"running text|not understood|heading at", out)


def test_on_a_terminal_what_was_left_out_is_struck_through(
    damaged: str, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    out = said(capsys, damaged, "--lines", "2-9")
    assert "\x1b[9;31m—␣3␣—\x1b[0m" in out
    assert "\x1b[9;31m␣\x1b[0m" in out
    assert "\x1b[30;43m要闻\x1b[0m" in out
    assert "\x1b[1;36m一、2023年工作回顾\x1b[0m" in out
    assert "⟦" not in out


def test_a_report_without_dates_or_headings_is_said_to_have_none(own_library: Path, capsys: Output) -> None:
    file = own_library / "无.txt"
    file.write_text("粮食产量达到25亿斤。\n新增就业12万人。\n", encoding="utf-8")
    assert run(["add", str(file)]) == 0
    out = said(capsys, "无")
    assert "report.toml knows no year of this report" in out
    assert "No heading was found" in out


def test_a_line_of_several_blocks_is_shown_block_by_block(own_library: Path, capsys: Output) -> None:
    file = own_library / "长-2024.txt"
    text = "2024年苏州市政府工作报告。一、2023年工作回顾 2023年，" + "粮食产量达到25亿斤，新增就业12万人。" * 90
    file.write_text(text, encoding="utf-8")
    assert run(["add", str(file)]) == 0
    out = said(capsys, "长-2024", "--lines", "1")
    column = text.index("2023年，")
    assert re.search(rf"^ *1:{column} +running text ¶ +2023年，粮食产量", out, re.MULTILINE)
    assert re.search(r"^ *1:15 +heading 1 ¶ +一、2023年工作回顾", out, re.MULTILINE)


def test_overrules_that_change_nothing_are_said(damaged: str, capsys: Output) -> None:
    manifest = Path(os.environ["REPORT_QA_DATA_DIR"]) / "reports" / damaged / "report.toml"
    more = '[[reading]]\nlines = "2"\nas = "furniture"\n[[reading]]\nlines = "1"\nas = "furniture"\n'
    manifest.write_text(manifest.read_text(encoding="utf-8") + more, encoding="utf-8")
    out = said(capsys, damaged)
    assert "[[reading]] lines 2: changes the reading" in out
    assert "[[reading]] lines 1: changes nothing" in out
    assert "Lines that no rule understood (1)" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["苏州-2024", "--lines", "90-99"], "has 7 lines"),
        (["苏州-2024", "--lines", "9-3"], "neither a line nor lines"),
        (["苏州-2024", "--rule", "nonsense"], "There is no rule 'nonsense'"),
        (["无"], "no report '无'"),
    ],
)
def test_what_cannot_be_shown_is_one_clear_line(library: Path, capsys: Output, arguments: list[str], told: str) -> None:
    assert run(["inspect", *arguments]) == 1
    error = capsys.readouterr().err
    assert told in error
    assert "Traceback" not in error


def test_the_page_on_reading_names_all_that_is_shown(root: Path, damaged: str, capsys: Output) -> None:
    page = (root / "docs" / "reading.md").read_text(encoding="utf-8")
    seen = json.loads(said(capsys, damaged, "--json"))
    names = [*Class, *REASONS, *seen, *seen["coverage"], *seen["coverage"]["classes"][0], *seen["sections"][0]]
    names += [*seen["sentences"][0], *seen["lines"][0], *seen["lines"][0]["parts"][0], *seen["edits"][0]]
    names += [*seen["not_understood"][0], "entry", "changes", *overrule_fields.FIELDS, "keep", "leave_out"]
    assert [name for name in names if not re.search(rf"(?<![a-z_]){name}(?![a-z_])", page)] == []


def test_every_class_has_a_word_in_both_languages() -> None:
    from report_qa.cli.inspect_words import Lang, Words

    for verdict in Class:
        assert Words(Lang.ZH).verdict(verdict) != Words(Lang.EN).verdict(verdict)
