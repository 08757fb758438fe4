"""A library of two made-up reports, read as any report is, without an index: a long one, and the print of a longer one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, cycle

from report_qa.answers.reply import Citation, CitedFigure, Interpretation, Reply
from report_qa.errors import ReportUnknown
from report_qa.figures.figure import Figure
from report_qa.figures.metric_words import MetricWords
from report_qa.library.ask import Ask
from report_qa.library.infer import infer
from report_qa.library.ledger import Ledger, make_ledger, marked_url
from report_qa.library.place_names import PlaceNames
from report_qa.library.print_repairs import PrintRepairs, print_repairs
from report_qa.library.read_ledger import read_ledger
from report_qa.library.review import Review, make_review
from report_qa.library.shelf import ShelvedReport
from report_qa.library.summary import ReportDetail, ReportSummary, SectionSummary
from report_qa.search.index_manifest import ReportKey
from report_qa.settings import shipped_folder
from report_qa.text.periods import Period
from report_qa.text.read import read_document
from report_qa.text.source import Source

LONG, PRINT = "长报告-2024", "长印本-2024"
LONG_CHARACTERS, PRINT_LINES, PRINT_WIDTH = 34_000, 5_000, 20
_THINGS = (
    "地区生产总值增长{a}.{b}%", "粮食产量达到{c}.{b}亿斤", "城镇新增就业{c}.{a}万人", "新建和改造农村公路{c}公里", "新建改建幼儿园{c}所",
    "规模以上工业增加值增长{a}.{b}%左右", "完成造林{c}万亩", "新增养老床位{c}0张", "固定资产投资增长{a}%以上", "改造老旧小区{c}个",
)  # fmt: skip
_WORDS = (
    "坚持在发展中保障和改善民生，办好群众身边的每一件实事，让大家看得见、用得上、说得好，使各项工作经得起检验",
    "深入推进改革开放，优化营商环境，激发各类主体活力，推动产业链条向上下游延伸，形成一批有竞争力的集群",
    "统筹城乡区域协调发展，完善基础设施，补齐公共服务短板，让城市更宜居、乡村更和美、山川更秀丽",
)


@dataclass(frozen=True, slots=True)
class MadeUp:
    """One made-up report as read."""

    shelved: ShelvedReport
    summary: ReportSummary
    sections: tuple[SectionSummary, ...]
    ledger: Ledger
    figures: tuple[Figure, ...]
    review: Review


@dataclass(frozen=True, slots=True)
class MadeUpLibrary:
    """What the pages ask of a library; every question is answered with the long report's last figure but ten."""

    digest: str = "made-up"
    read: dict[str, MadeUp] = field(default_factory=lambda: {name: _read(name, text) for name, text in _texts()})

    def reports(self) -> tuple[ReportSummary, ...]:
        return tuple(one.summary for one in self.read.values())

    def report(self, report: str) -> ReportDetail:
        one = self._known(report)
        return ReportDetail(one.summary, one.sections)

    def source(self, report: str) -> Source:
        return self._known(report).shelved.source

    def ledger(self, report: str) -> Ledger:
        return self._known(report).ledger

    def review(self, report: str) -> Review:
        return self._known(report).review

    def repairs(self, report: str) -> PrintRepairs:
        return print_repairs(self._known(report).shelved)

    def wordings(self, concept: str) -> tuple[str, ...]:
        return _WORDINGS.wordings(concept)

    def ask(self, ask: Ask) -> Reply:
        one = self.read[LONG]
        record = one.ledger.records[-10]
        period = Period.year(2023)
        read = Interpretation("figure", (record.figure.metric,), period, "actual", None, {}, ask.question)
        cited = CitedFigure(record.figure, record.places, 1)
        line = record.places[0].line
        url = marked_url(LONG, record.places)
        citation = Citation(1, LONG, one.summary.title, line, line, record.places, None, record.clause, (), url)
        return Reply(
            "answered",
            f"{record.clause}[1]。",
            read,
            figures=(cited,),
            citations=(citation,),
            suggestions=(ask.question,),
        )

    def _known(self, report: str) -> MadeUp:
        if report not in self.read:
            raise ReportUnknown("There is no report of that id.")
        return self.read[report]


_WORDINGS = MetricWords.open(shipped_folder("lexicon"))


def _texts() -> Iterator[tuple[str, str]]:
    yield LONG, _text(LONG_CHARACTERS)
    paragraphs = _text(PRINT_LINES * PRINT_WIDTH * 2).split("\n")
    lines = [line for paragraph in paragraphs for line in _wrapped(paragraph)]
    yield PRINT, "\n".join(lines[:PRINT_LINES])


def _wrapped(paragraph: str) -> Iterator[str]:
    for at in range(0, len(paragraph), PRINT_WIDTH):
        yield paragraph[at : at + PRINT_WIDTH]


def _text(characters: int) -> str:
    """A report of about so many characters, half of it looking back and half ahead."""
    head = "临江市政府工作报告\n——2024年1月10日在临江市第九届人民代表大会第三次会议上\n各位代表：\n"
    half = characters // 2
    done, planned = _half(half, "2023年工作回顾", 1), _half(half, "2024年工作安排", 5_000)
    return f"{head}一、{done}\n二、{planned}\n"


def _half(characters: int, heading: str, first: int) -> str:
    things, words = cycle(_THINGS), cycle(_WORDS)
    lines, length = [heading], 0
    for number in count(first):
        said = [next(things).format(a=number % 9 + 1, b=number % 10, c=number * 7 % 90 + 10) for _ in range(2)]
        line = f"{next(words)}。{said[0]}，{next(words)}。{said[1]}。"
        lines.append(line if number % 25 else f"（{'一二三四五六七八九十'[number // 25 % 10]}）办好民生实事\n{line}")
        length += len(lines[-1])
        if length >= characters:
            return "\n".join(lines)
    raise AssertionError


def _read(report: str, text: str) -> MadeUp:
    source = Source.from_bytes(text.encode())
    manifest = infer(text, report, PlaceNames.open(shipped_folder("lexicon"))).manifest(report)
    shelved = ShelvedReport(manifest, source, ReportKey(report, source.sha256, ""))
    document = read_document(source, manifest.dates)
    figures, notes = read_ledger(shelved, document, _WORDINGS)
    summary = ReportSummary(
        report, manifest.title, manifest.place, manifest.delivered, 2023, 2024, source.line_count, len(figures), source.sha256
    )  # fmt: skip
    sections = tuple(
        SectionSummary(
            one.heading,
            source.line_of(one.extent.start),
            one.level,
            one.line_start,
            one.line_end,
            one.period,
            one.status,
        )
        for one in document.sections
    )
    ledger = make_ledger(report, manifest.title, document, figures, notes)
    return MadeUp(shelved, summary, sections, ledger, figures, make_review(shelved, document, figures, ()))
