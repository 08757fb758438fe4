"""The words that a ledger and its review are shown with, in Chinese and in English."""

from __future__ import annotations

from typing import Literal

from report_qa.figures.evidence import EVIDENCE_WORDS, Evidence, EvidenceKind
from report_qa.figures.why import WORDS as WHY_WORDS
from report_qa.figures.why import Why
from report_qa.text.periods import Status

Language = Literal["zh", "en"]

_WORDS: dict[str, tuple[str, str]] = {
    "figures": ("数字", "figures"),
    "report": ("报告", "report"),
    "no_figures": ("非数字", "no figures"),
    "contradictions": ("矛盾", "contradictions"),
    "line": ("行", "line"),
    "page": ("页", "page"),
    "figure": ("原文", "figure"),
    "value": ("数值", "value"),
    "value_to": ("数值上限", "value to"),
    "scale": ("数量级", "scale"),
    "unit": ("单位", "unit"),
    "amount": ("折合", "amount"),
    "qualifier": ("限定", "qualifier"),
    "metric": ("指标", "metric"),
    "change": ("变化", "change"),
    "period": ("时间", "period"),
    "period_start": ("起年", "from year"),
    "period_end": ("止年", "to year"),
    "status": ("性质", "status"),
    "base": ("比较对象", "compared with"),
    "remark": ("位次与评语", "rank or remark"),
    "note": ("备注", "note"),
    "clause": ("原句", "clause"),
    "section": ("所在部分", "section"),
    "period_why": ("时间依据", "period because of"),
    "status_why": ("性质依据", "status because of"),
    "key": ("指标代码", "key"),
    "id": ("编号", "id"),
    "places": ("位置（行:起列-止列）", "places (line:columns)"),
    "url": ("链接", "link"),
    "overruled": ("人工更正", "overruled"),
    "contradicts": ("与之矛盾", "contradicts"),
    "number": ("数", "number"),
    "why": ("为何不是数字", "why it is no figure"),
    "rule": ("规则", "rule"),
    "said": ("人工说明", "a person's reason"),
    "around": ("前后文", "around it"),
    "pair": ("组", "pair"),
    "reason": ("说明", "reason"),
    "actual": ("已完成", "actual"),
    "target": ("目标", "target"),
    "title": ("标题", "title"),
    "place": ("地区", "place"),
    "delivered": ("作报告日期", "delivered"),
    "reviews": ("回顾年份", "reviews"),
    "plans": ("安排年份", "plans"),
    "lines": ("行数", "lines"),
    "pages": ("页数", "pages"),
    "sha256": ("原文 SHA-256", "source SHA-256"),
    "index": ("索引", "index"),
    "shown": ("本表数字", "figures in this table"),
    "all_figures": ("全部数字", "figures in all"),
    "filters": ("筛选", "filters"),
    "digits": ("原文数码", "digits in the source"),
    "in_figures": ("其中在数字中", "of them in figures"),
    "explained": ("其中已有说明", "of them explained"),
    "share": ("已说明占比", "share explained"),
    "overruled_note": ("人工更正：{0}（原为{1}）", "overruled: {0} (was {1})"),
    "contradicts_note": ("与{0}矛盾", "contradicts {0}"),
    "and": ("、", ", "),
    "next": ("；", "; "),
    "none": ("无", "none"),
    "line_n": ("第{}行", "line {}"),
    "count": ("{0} 个数字，共 {1} 个。", "{0} of {1} figures."),
    "review_of": (
        "原文数码 {0} 个：{1} 个在数字中，已说明 {2} 个（{3}）。",
        "{0} digits in the source: {1} in figures, {2} explained ({3}).",
    ),
    "review_count": ("{0} 个数不是数字，此处列出 {1} 个。", "{0} numbers are no figures; {1} are listed."),
    "contradiction_count": ("{0} 处矛盾。", "{0} contradictions."),
    "no_contradictions": (
        "没有同一指标、同一时间、同一性质而数值不同的数字。",
        "No two figures of one metric, period and status differ.",
    ),
    "nothing": ("没有符合条件的数字。", "No figure fits."),
}


class LedgerWords:
    """The words of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._at = 0 if language == "zh" else 1

    def __getitem__(self, name: str) -> str:
        return _WORDS[name][self._at]

    def status(self, status: Status | None) -> str | None:
        """Done or promised."""
        return None if status is None else self[status]

    def evidence(self, evidence: Evidence) -> str | None:
        """What decided a period or a status, with its words; None where nothing did."""
        if evidence.kind is EvidenceKind.NONE:
            return None
        said = EVIDENCE_WORDS[evidence.kind][self._at]
        return f"{said}：{evidence.words}" if evidence.words else said

    def why(self, why: Why) -> str:
        """Why a number is no figure."""
        return WHY_WORDS[why][self._at]
