"""A library of one small report whose answers are known: what `Library` gives, without an index or a model."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from report_qa.answers.reply import Citation, CitedFigure, Derived, Interpretation, Reply
from report_qa.errors import ReportUnknown
from report_qa.figures.contradictions import REASONS
from report_qa.figures.figure import Figure
from report_qa.figures.why import Why
from report_qa.library.ask import Ask
from report_qa.library.figure_overrules import Overruled
from report_qa.library.ledger import Ledger, make_ledger
from report_qa.library.ledger_notes import Contradicted, LedgerNotes
from report_qa.library.print_repairs import PrintRepairs, repairs_of
from report_qa.library.review import Review, ReviewNumber
from report_qa.library.summary import ReportDetail, ReportSummary, SectionSummary
from report_qa.search.passage import Hit, Passage
from report_qa.text.document import BlockKind, Document, Sentence
from report_qa.text.edits import Edit
from report_qa.text.periods import Period
from report_qa.text.source import Place, Source
from report_qa.text.spans import Extent, Span

REPORT = "某市-2022"
TITLE = "2022年某市政府工作报告"
TEXT = """某市政府工作报告

一、2021年工作回顾
全年地区生产总值同比增长8.5%，粮食产量达到
25.5亿斤。五年来，累计完成投资4559
亿元。
<script>alert(1)</script> & 𠀀𠀀城镇化率提高至86.2%。

二、2022年工作安排
地区生产总值预期增长7%以上，新建学校5—10所。
"""
SOURCE = Source.from_bytes(TEXT.encode())
LAST, THIS, TERM = Period.year(2021), Period.year(2022), Period("五年来", 2017, 2021)


def _extent(*words: str) -> Extent:
    """Where words stand in the source, in order, one after the other."""
    spans, at = [], 0
    for word in words:
        at = SOURCE.text.index(word, at)
        spans.append(Span(at, at + len(word)))
        at += len(word)
    return Extent(tuple(spans))


def _figure(extent: Extent, text: str, value: str, **more: object) -> Figure:
    known: dict[str, object] = {
        "value_to": None, "scale": 1, "unit": "%", "qualifier": None, "change": None, "period": LAST, "status": "actual",
        "sentence": 0, "start": 0, "end": len(text), "clause_start": 0, "clause_end": len(text),
    }  # fmt: skip
    return Figure(text=text, value=Decimal(value), extent=extent, **(known | more))  # type: ignore[arg-type]


def _unread(text: str, why: Why, line: int, said: str | None = None) -> ReviewNumber:
    at = SOURCE.line(line).index(text)
    places = (Place(line, at, at + len(text)),)
    return ReviewNumber(text, why, None, said, places, SOURCE.line(line), f"/reports/x#L{line}")


GROWTH = _figure(_extent("8.5%"), "8.5%", "8.5", metric="地区生产总值", change="同比增长")
GRAIN = _figure(_extent("25.5亿斤"), "25.5亿斤", "25.5", metric="粮食产量", scale=10**8, unit="斤", change="达到")
INVESTED = _figure(
    _extent("4559", "亿元"), "4559亿元", "4559", metric="完成投资", scale=10**8, unit="元", change="累计", period=TERM
)
TOWNS = _figure(_extent("86.2%"), "86.2%", "86.20", metric="城镇化率", change="提高至", period=None, status=None)
GOAL = _figure(
    _extent("7%以上"),
    "7%以上",
    "7",
    metric="地区生产总值",
    qualifier="以上",
    change="增长",
    period=THIS,
    status="target",
)
SCHOOLS = _figure(
    _extent("5—10所"), "5—10所", "5", metric="新建学校", value_to=Decimal(10), unit="所", period=THIS, status="target"
)
FIGURES = (GROWTH, GRAIN, INVESTED, TOWNS, GOAL, SCHOOLS)

DOCUMENT = Document(
    SOURCE, (), (Sentence(SOURCE.line(4), _extent(SOURCE.line(4)), BlockKind.PARAGRAPH, None, 0, LAST, "actual"),)
)
OVERRULED = Overruled("人工核对", ("period",), "城镇化率", LAST, "actual")
NOTES = LedgerNotes(
    keys=(
        "gdp/growth/share",
        "grain/level/mass",
        "完成投资/level/money",
        "urbanization/share/share",
        "gdp/growth/share",
        "新建学校/level/count:所",
    ),
    overruled=(None, None, None, OVERRULED, None, None),
    contradictions=(Contradicted(0, 4, "gdp/growth/share", next(iter(REASONS))),),
)
REVIEW = Review(
    REPORT,
    (
        _unread("2021年", Why.DATE, 3),
        _unread("2022年", Why.DATE, 9),
        _unread("1", Why.DROPPED, 7, said="脚本里的数"),
    ),
    digits=28, in_figures=19, explained=27,
)  # fmt: skip

_WRAP = SOURCE.line_bounds(4)[1]
REPAIRS = PrintRepairs(
    REPORT,
    tuple(
        repairs_of(
            (
                Edit(_extent("某市政府工作报告").spans[0], "running_head"),
                Edit(Span(_WRAP, _WRAP + 1), "hard_wrap"),
                Edit(Span(0, 1), "margin"),
            ),
            SOURCE,
        )
    ),
)
SUMMARY = ReportSummary(REPORT, TITLE, "某市", "2022-02-12", 2021, 2022, SOURCE.line_count, len(FIGURES), SOURCE.sha256)
DETAIL = ReportDetail(
    SUMMARY,
    (
        SectionSummary("一、2021年工作回顾", 3, 1, 4, 7, LAST, "actual"),
        SectionSummary("二、2022年工作安排", 9, 1, 10, 10, THIS, "target"),
    ),
)
SUGGESTIONS = ("去年粮食产量是多少？", "今年地区生产总值的目标是多少？")


@dataclass(frozen=True, slots=True)
class FakeLibrary:
    """Answers by words of the question: 火星 is not in the report, 你好 is small talk, 坏 fails, the rest is the growth."""

    digest: str = "fake"

    def reports(self) -> tuple[ReportSummary, ...]:
        return (SUMMARY,)

    def report(self, report: str) -> ReportDetail:
        self._check(report)
        return DETAIL

    def source(self, report: str) -> Source:
        self._check(report)
        return SOURCE

    def figures(self, report: str) -> tuple[Figure, ...]:
        self._check(report)
        return FIGURES

    def ledger(self, report: str) -> Ledger:
        self._check(report)
        return make_ledger(REPORT, TITLE, DOCUMENT, FIGURES, NOTES)

    def key_of(self, report: str, metric: str) -> str:
        self._check(report)
        return "gdp" if metric == "经济总量" else metric

    def wordings(self, concept: str) -> tuple[str, ...]:
        return ("地区生产总值", "经济总量") if concept == "gdp" else ()

    def repairs(self, report: str) -> PrintRepairs:
        self._check(report)
        return REPAIRS

    def review(self, report: str) -> Review:
        self._check(report)
        return REVIEW

    def search(self, question: str, report: str | None, top_k: int) -> list[Hit]:
        if report is not None:
            self._check(report)
        return list(_hits(top_k))

    def ask(self, ask: Ask) -> Reply:
        if ask.report is not None:
            self._check(ask.report)
        if "坏" in ask.question:
            raise RuntimeError(f"secret {ask.question} in /home/someone/app.py")
        read = Interpretation(
            "figure", ("地区生产总值",), LAST, "actual", None,
            {"intent": "question", "metrics": "question", "period": "question", "status": "default", "place": "default"},
            " ".join((*ask.history, ask.question)),
        )  # fmt: skip
        if "你好" in ask.question or ask.question == "Hello":
            return Reply("smalltalk", "您好，请问我报告里的内容。", read, suggestions=SUGGESTIONS)
        if "火星" in ask.question:
            return Reply(
                "not_found", "报告没有提到火星。", read, reason="not_in_report", nearest=_hits(2), passages=_hits(2)
            )
        return Reply("answered", "2021年，地区生产总值同比增长8.5%，今年目标是7%以上。[1][2]", read, **_answer(ask))  # type: ignore[arg-type]

    def _check(self, report: str) -> None:
        if report != REPORT:
            raise ReportUnknown("There is no report of that id.")


def _answer(ask: Ask) -> dict[str, object]:
    return {
        "figures": (_cited(GROWTH, 1), _cited(GOAL, 2)),
        "derived": (Derived("1.5个百分点", "8.5% - 7%", (0, 1)),),
        "citations": (
            _citation(1, 4, 5, "全年地区生产总值同比增长8.5%，粮食产量达到25.5亿斤"),
            _citation(2, 10, 10, "地区生产总值预期增长7%以上"),
        ),
        "passages": _hits(ask.top_k),
        "suggestions": SUGGESTIONS,
        "confidence": 0.97,
    }


def _cited(figure: Figure, n: int) -> CitedFigure:
    return CitedFigure(figure, SOURCE.places(figure.extent), n)


def _citation(n: int, start: int, end: int, quote: str) -> Citation:
    marks = f"#L{start}" if start == end else f"#L{start}-L{end}"
    places = SOURCE.places(_extent(quote[:20]) if start == end else _extent(SOURCE.line(4), SOURCE.line(5)[:6]))
    return Citation(n, REPORT, TITLE, start, end, places, None, quote, (DETAIL.sections[n - 1].heading,),
                    f"/reports/%E6%9F%90%E5%B8%82-2022{marks}")  # fmt: skip


def _hits(count: int) -> tuple[Hit, ...]:
    passages = (
        Passage(
            0, REPORT, SOURCE.line(4), SOURCE.line(4), _extent(SOURCE.line(4)), 0, None, 4, 4, ("一、2021年工作回顾",)
        ),
        Passage(
            1,
            REPORT,
            SOURCE.line(10),
            SOURCE.line(10),
            _extent(SOURCE.line(10)),
            1,
            None,
            10,
            10,
            ("二、2022年工作安排",),
        ),
    )
    return tuple(Hit(passage, 1 / (n + 1), {"words": 1.5, "vectors": 0.5}) for n, passage in enumerate(passages))[
        :count
    ]
