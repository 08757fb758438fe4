"""How an explanation is printed, in Chinese and English."""

from __future__ import annotations

from collections.abc import Iterator

from report_qa.answers.explanation import Candidate, Explanation
from report_qa.questions.question import Language, Question

_PARTS = 6  # the strongest parts of a score that are shown
_LABELS: dict[Language, dict[str, str]] = {
    "zh": {
        "reading": "问题的理解", "typed": "输入", "read": "读作", "corrected": "更正", "intent": "意图", "topic": "所问", "parts": "几件事", "times": "时期",
        "status": "完成还是目标", "unit": "单位", "places": "地名", "names": "引号中的名称", "claims": "说到的数字", "words": "问题的词在报告中",
        "missing": "报告中没有", "figures": "候选数字", "rejected": "排除的数字", "sentences": "候选句子", "why": "原因", "line": "第{}行", "certainty": "把握",
        "bar": "（把握不低于 {} 才作答）", "promise": "出处核对", "kept": "通过：{} 个数字都在原文所标位置", "broken": "没有通过", "report": "报告", "none": "没有查任何一份报告",
    },
    "en": {
        "reading": "How the question was read", "typed": "typed", "read": "read as", "corrected": "corrected", "intent": "intent", "topic": "asks about", "parts": "several things", "times": "period",
        "status": "done or target", "unit": "unit", "places": "places", "names": "names in quotation marks", "claims": "figures stated", "words": "Its words in the report",
        "missing": "not in the report", "figures": "Candidate figures", "rejected": "Rejected figures", "sentences": "Candidate sentences", "why": "because", "line": "line {}", "certainty": "certainty",
        "bar": " (given from a certainty of {})", "promise": "Check of the promise", "kept": "kept; figures that stand where their places say: {}", "broken": "not kept", "report": "report", "none": "no report was looked at",
    },
}  # fmt: skip
_WHY: dict[Language, dict[str, str]] = {
    "zh": {
        "period": "时期不同", "status": "完成与目标不同", "unit": "单位种类不同", "side": "总量与增长不同", "name": "句中没有所引的名称", "starting": "是起始值", "streak": "是连续次数",
        "other": "是另一指标、另一主体，或紧挨着真正所问的数字",
    },
    "en": {
        "period": "another period", "status": "done where a target is asked, or the reverse", "unit": "another kind of unit", "side": "growth where an amount is asked, or the reverse",
        "name": "its sentence lacks the name quoted", "starting": "a starting value", "streak": "a streak", "other": "another measure or bearer, or beside the figure meant",
    },
}  # fmt: skip


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """The lines of an explanation, in the language of the answer."""
    language = explanation.question.language
    label = _LABELS[language]
    yield f"== {label['reading']}"
    yield from _reading(explanation.question, label, explanation.report is not None)
    yield f"== {label['report']}: {explanation.report or label['none']}"
    if explanation.report is not None:
        yield f"== {label['words']}"
        for one in explanation.anchors:
            concept = f" [{one.concept}]" if one.concept else ""
            yield f"  {one.text}{concept} ({one.weight:.2f}): {' / '.join(one.forms) or label['missing']}"
        yield f"== {label['figures']}{label['bar'].format(explanation.bar)}"
        yield from _candidates(explanation.figures, language)
        yield f"== {label['rejected']}"
        yield from _candidates(explanation.rejected, language)
        yield f"== {label['sentences']}"
        yield from _candidates(explanation.sentences, language)
    kept = label["kept"].format(explanation.checked) if explanation.promise else label["broken"]
    yield f"== {label['promise']}: {kept}"


def _reading(question: Question, label: dict[str, str], dated: bool) -> Iterator[str]:
    """What was read; the years that 去年 means only where a report says which year it is."""
    said = {
        "typed": question.text,
        "read": question.clean,
        "corrected": ", ".join(f"{one.typed} → {one.meant}" for one in question.corrected),
        "intent": question.intent.value,
        "topic": question.topic,
        "parts": " | ".join(part.topic for part in question.parts),
        "times": ", ".join(period.label for period in question.times) if dated else "",
        "status": question.status or "",
        "unit": ", ".join(f"{one.kind} {one.classifier or ''}".strip() for one in question.sought),
        "places": ", ".join(place.name for place in question.places),
        "names": ", ".join(question.names),
        "claims": ", ".join(question.body[claim.start : claim.end] for claim in question.claims),
    }
    yield from (f"  {label[name]}: {value}" for name, value in said.items() if value)


def _candidates(candidates: tuple[Candidate, ...], language: Language) -> Iterator[str]:
    label, why = _LABELS[language], _WHY[language]
    if not candidates:
        yield "  —"
    for one in candidates:
        yield f"  {one.score:+.2f}  {label['certainty']} {one.certainty:.2f}  {label['line'].format(one.line)}  {one.words}"
        if one.rejected:
            yield f"      {label['why']}: {', '.join(why[name] for name in one.rejected)}"
        yield "      " + "  ".join(f"{part.name} {part.given:+.2f}" for part in one.parts[:_PARTS])
