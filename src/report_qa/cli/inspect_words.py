"""The words of `report-qa inspect`, in Chinese and in English."""

from __future__ import annotations

from enum import StrEnum

from report_qa.text.doubts import REASONS
from report_qa.text.rules import BY_NAME
from report_qa.text.verdicts import Class


class Lang(StrEnum):
    """The language that the command speaks; a report's own words stay as printed."""

    ZH = "zh"
    EN = "en"


_CLASSES: dict[Class, tuple[str, str]] = {
    Class.TEXT: ("正文", "running text"),
    Class.HEADING: ("标题", "heading"),
    Class.CAPTION: ("图片说明", "caption"),
    Class.TITLE: ("篇首", "title"),
    Class.SALUTATION: ("称呼", "salutation"),
    Class.FURNITURE: ("版面杂项", "furniture"),
    Class.LEFT_OUT: ("行内略去", "left out in a line"),
    Class.UNCLEAR: ("没有读懂", "not understood"),
}
_SHORT: dict[Class, tuple[str, str]] = _CLASSES | {
    Class.TEXT: ("正文", "text"),
    Class.SALUTATION: ("称呼", "address"),
    Class.LEFT_OUT: ("略去", "left out"),
    Class.UNCLEAR: ("没读懂", "unclear"),
}
_WORDS: dict[str, tuple[str, str]] = {
    "blank": ("空行", "blank"),
    "class": ("类别", "class"),
    "rule": ("规则", "rule"),
    "lines": ("行", "lines"),
    "line": ("行", "line"),
    "characters": ("字符", "characters"),
    "signs": ("字符", "signs"),
    "share": ("占比", "share"),
    "all": ("合计", "all"),
    "heading": ("标题", "heading"),
    "heading_line": ("标题所在行", "heading at"),
    "period": ("时间", "period"),
    "status": ("性质", "status"),
    "why": ("依据", "why"),
    "text": ("文字", "text"),
    "report": ("报告", "report"),
    "does": ("作用", "what it does"),
    "stage": ("环节", "stage"),
    "off": ("可关闭", "can be off"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "actual": ("已完成", "actual"),
    "target": ("目标", "target"),
    "begins": ("¶", "¶"),
    "goes_on": ("…", "…"),
    "coverage": ("每一行被读作什么", "What each line was taken for"),
    "sections": ("章节", "Sections"),
    "sentences": ("句子", "Sentences"),
    "doubts": ("没有任何规则读懂的行", "Lines that no rule understood"),
    "no_doubts": ("没有读不懂的行。", "There is no line that no rule understood."),
    "overrules": ("report.toml 中的规定", "What report.toml overrules"),
    "changes": ("起作用", "changes the reading"),
    "idle": ("没有改变任何东西", "changes nothing"),
    "nothing_done": ("规则 {} 在这份报告里没有做任何事。", "The rule {} did nothing in this report."),
    "no_headings": (
        "这份报告没有找到任何标题，所有时间都只能凭措辞判断。",
        "No heading was found: every period rests on wording alone.",
    ),
    "no_dates": (
        "report.toml 里没有这份报告的年份：除非标题写明，去年、今年无从换算。",
        "report.toml knows no year of this report: 去年 and 今年 mean no year unless a heading names it.",
    ),
    "figures": ("数字 {} 个，其中 {} 个没有时间。", "{} figures, of them {} without a period."),
    "read_as": ("读作{}", "read as {}"),
    "left_out_as": ("被略去", "left out"),
    "hint": (
        "用 --lines A-B 看任何一行，用 --rule 名称 看一条规则做了什么；读错的地方在 report.toml 里改（docs/reading.md）。",
        "--lines A-B shows any line, --rule NAME what one rule did; report.toml overrules a wrong one (docs/reading.md).",
    ),
    "page": ("第{}页", "page {}"),
    "no_reports": (
        "还没有报告。用 report-qa add 文件 添加。",
        "There are no reports yet. Add one with `report-qa add FILE`.",
    ),
    "at_line": ("第{}行", "line {}"),
    "furniture": ("版面杂项", "furniture"),
    "repair": ("修补", "repair"),
    "headings": ("标题", "headings"),
    "dating": ("时间", "dating"),
    "broken": ("读不出", "cannot be read"),
}


class Words:
    """The words of one language."""

    def __init__(self, lang: Lang) -> None:
        self._at = 0 if lang is Lang.ZH else 1
        self.says_why = lang is Lang.EN  # what a rule saw is told in English only; what it does, in both languages

    def __getitem__(self, name: str) -> str:
        return _WORDS[name][self._at]

    def verdict(self, verdict: Class) -> str:
        """A class."""
        return _CLASSES[verdict][self._at]

    def short(self, verdict: Class) -> str:
        """A class at the head of a narrow column."""
        return _SHORT[verdict][self._at]

    def reason(self, reason: str) -> str:
        """Why a stretch is not understood."""
        return REASONS[reason][self._at]

    def rule(self, name: str) -> str:
        """What a rule does."""
        return (BY_NAME[name].zh, BY_NAME[name].en)[self._at] if name in BY_NAME else name
