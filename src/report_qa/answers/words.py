"""How a figure is said: its period, whether it was done or is promised, its metric and change, in both languages."""

from __future__ import annotations

import re

from report_qa.answers.draft import clause_around, tidy
from report_qa.answers.view import ReportView
from report_qa.figures.figure import Figure
from report_qa.questions.question import Language
from report_qa.text.periods import Period, Status

_STATUS = {
    "zh": {"actual": "实际", "target": "目标"},
    "en": {"actual": "actual", "target": "target"},
}


def when(period: Period | None, status: Status | None, language: Language) -> str:
    """A period and status as a label: `2022年目标`, `2022 (target)`; empty where nothing is dated."""
    if period is None:
        return "" if status is None else _STATUS[language][status]
    if language == "en":
        years = str(period.start) if period.one_year else f"{period.start}-{period.end}"
        return f"{years} ({_STATUS['en'][status]})" if status else years
    label = period.label if period.one_year else _term_label(period)
    return f"{label}{_STATUS['zh'][status]}" if status else label


def _term_label(period: Period) -> str:
    years = f"{period.start}—{period.end}年"
    return (
        years
        if period.label == years or re.fullmatch(r"\d{4}.\d{4}年?", period.label)
        else f"{period.label}（{years}）"
    )


def say(figure: Figure) -> str:
    """Metric, change and figure in one phrase: `粮食产量达到25.5亿斤以上`."""
    change = tidy(figure.change or "")
    metric = tidy(figure.metric)
    if change and not metric.endswith(change):
        return f"{metric}{change}{figure.text}"
    return f"{metric}{figure.text}" if change else f"{metric}：{figure.text}"


def clause(view: ReportView, figure: Figure) -> str:
    """The source's clause that the figure stands in, tidied."""
    text = view.document.sentences[figure.sentence].text
    low, high = clause_around(view, figure)
    start, end = max(low, min(figure.clause_start, figure.start)), min(high, max(figure.clause_end, figure.end))
    return tidy(text[start:end]).strip("，；。：、 ")
