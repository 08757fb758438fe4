"""Every rule that decides anything about a report has a name and says in both languages what it does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report_qa.text.document import BlockKind
from report_qa.text.furniture import RULES as FURNITURE
from report_qa.text.overrules import NO_OVERRULES, LineReading, OutlineEntry, Overrules
from report_qa.text.periods import Period, ReportDates
from report_qa.text.reasons import Reasons
from report_qa.text.rules import BY_NAME, RULES, SWITCHABLE
from report_qa.text.source import Source
from report_qa.text.traces import lines_of_rule
from report_qa.text.verdicts import Examined, examine

DATES = ReportDates("2024-01-20", 2023, 2024, None)
REPORT = """下载
2024年某市政府工作报告
各位代表：
一、2023年工作回顾
过去一年，粮食产量达到 25.5亿斤，
增长3%。新增就业12万人。
（一）农业
建成粮仓30个。
— 3 —
我们也清醒认识到存在不少问题和不足，仍有5项指标没有完成。
二、2024年工作安排
粮食产量达到26亿斤以上。今年底建成粮仓40个，改造小区20个。
民生改善
新增就业10万人。
"""


def look(text: str = REPORT, overrules: Overrules = NO_OVERRULES) -> Examined:
    return examine(Source.from_bytes(text.encode()), DATES, overrules)


def used(examined: Examined) -> set[str]:
    """The names of all rules that did something."""
    document = examined.document
    names = {edit.rule for edit in examined.edits} | set(examined.layout.furniture.values())
    reasons = Reasons(document)
    names |= {reasons.of_sentence(at).rule for at in range(len(document.sentences))}
    return names | {reasons.of_section(at).rule for at in range(len(document.sections))}


def test_names_are_unique_and_every_rule_says_what_it_does_in_both_languages() -> None:
    assert len(BY_NAME) == len(RULES)
    for rule in RULES:
        assert re.search("[\u4e00-\u9fff]", rule.zh)
        assert rule.zh.endswith("。")
        assert rule.en.endswith(".")
        assert rule.zh != rule.en


def test_all_furniture_rules_are_listed_and_may_be_turned_off() -> None:
    assert {name for name, _ in FURNITURE} <= SWITCHABLE


def test_every_rule_that_does_something_is_listed() -> None:
    assert used(look()) <= set(BY_NAME)
    assert {"page_number", "web_clutter", "stray_space", "hard_wrap", "heading", "words", "problems"} <= used(look())
    overrules = Overrules((OutlineEntry(8, 8, Period.year(2020), "actual"),), (LineReading(((1, 1),), None),))
    assert {"overrule", "outline"} <= used(look(overrules=overrules)) <= set(BY_NAME)


@pytest.mark.shared
@pytest.mark.parametrize("folder", ["reports/national", "reports/province_2026", "messy"])
def test_every_rule_that_does_something_to_a_real_report_is_listed(shared: Path, folder: str) -> None:
    for path in sorted((shared / folder).glob("*.txt")):
        years = re.findall(r"20\d\d", path.stem)
        year = int(years[-1]) if years else 2022
        examined = examine(Source.from_bytes(path.read_bytes()), ReportDates(str(year), year - 1, year))
        assert used(examined) <= set(BY_NAME), path.name


@pytest.mark.parametrize("rule", sorted(SWITCHABLE))
def test_a_rule_that_is_turned_off_leaves_nothing_out(rule: str) -> None:
    damaged = (
        REPORT.replace("粮食产量", "粮 食 产 量&nbsp;<b>\u200b", 1)
        + "（上接第1版）\n勇毅前行勇毅前行\n— 4 —\n"
        + REPORT
    )
    assert rule not in used(look(damaged, Overrules(rules_off=(rule,))))


@pytest.mark.shared
def test_a_rule_that_is_turned_off_does_nothing_to_a_real_report(shared: Path) -> None:
    for name in ("国务院_2018_GBK_scraped_page", "山东省_2026_web_chrome", "岳阳_2024_spaced_hanzi"):
        source = Source.from_bytes((shared / "messy" / f"{name}.txt").read_bytes())
        for rule in sorted(used(examine(source, DATES)) & SWITCHABLE):
            assert rule not in used(examine(source, DATES, Overrules(rules_off=(rule,)))), (name, rule)


def reason_of(examined: Examined, words: str) -> tuple[str, str | None, int | None]:
    sentences = examined.document.sentences
    at = next(at for at, sentence in enumerate(sentences) if words in sentence.text)
    reason = Reasons(examined.document).of_sentence(at)
    return reason.rule, reason.words, reason.line


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("粮食产量达到25.5亿斤", ("words", "过去一年", 5)),
        ("新增就业12万人", ("words", "过去一年", 5)),
        ("建成粮仓30个", ("heading", "2023年", 4)),
        ("清醒认识到", ("problems", None, 10)),
        ("粮食产量达到26亿斤", ("heading", "2024年", 11)),
        ("今年底建成", ("words", "今年底", 12)),
        ("改造小区", ("words", "今年底", 12)),
        ("新增就业10万人", ("heading", "2024年", 11)),
        ("各位代表", ("none", None, None)),
    ],
)
def test_a_sentence_s_date_leads_back_to_the_words_that_decided_and_their_line(
    words: str, reason: tuple[str, str | None, int | None]
) -> None:
    assert reason_of(look(), words) == reason


def test_a_section_s_date_leads_back_to_the_heading_that_decided() -> None:
    document = look().document
    reasons = [Reasons(document).of_section(at) for at in range(len(document.sections))]
    assert [(reason.rule, reason.line) for reason in reasons] == [
        ("heading", 4),
        ("heading", 4),
        ("heading", 11),
        ("heading", 11),
    ]


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        ("web_clutter", {1}),
        ("page_number", {9}),
        ("hard_wrap", {5}),
        ("stray_space", {5}),
        ("title_line", {2}),
        ("salutation", {3}),
        ("heading_mark", {4, 7, 11}),
        ("bare_heading", {13}),
        ("problems", {10}),
        ("spaced_han", set()),
    ],
)
def test_the_lines_of_a_rule_are_those_on_which_it_did_something(rule: str, lines: set[int]) -> None:
    assert lines_of_rule(look(), rule) == lines


def test_the_lines_that_a_person_named_are_those_of_the_overrules() -> None:
    readings = (LineReading(((13, 13),), BlockKind.CAPTION), LineReading(((14, 14),), None))
    assert lines_of_rule(look(overrules=Overrules((), readings)), "overrule") == {13, 14}
