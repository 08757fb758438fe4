"""A made-up report as the answer engine sees it, a library of it, and the library of the shipped Baotou report."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from report_qa.answers.asked import Asked
from report_qa.answers.features import Scores
from report_qa.answers.reply import Reply
from report_qa.answers.view import ReportView
from report_qa.figures.figure import Figure
from report_qa.figures.read import read_figures
from report_qa.library.build import CACHE, build
from report_qa.library.library import Ask, Library
from report_qa.questions.lexicon import Lexicon
from report_qa.questions.places import Gazetteer
from report_qa.questions.read import read_question
from report_qa.questions.turn import Reader
from report_qa.settings import Settings, load_settings, shipped_folder
from report_qa.text.periods import Period, ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source
from report_qa.text.spans import Extent, Span
from tests.library.conftest import make_library

BAOTOU = "baotou-2022"
DATES = ReportDates("2024-01-16", 2023, 2024, "苏州市")
PARAGRAPHS = """政府工作报告
——2024年1月16日在苏州市第十七届人民代表大会第三次会议上
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
2023年，全市地区生产总值增长4.6%，一般公共预算收入2456亿元、增长5.5%，粮食产量达到18.2亿斤。\
城镇居民和农村居民人均可支配收入分别达到82989元和46385元，分别增长3.6%和5.9%。\
外贸进出口总额2450亿元，连续三年居全省第一。城镇新增就业22.3万人，新建改建幼儿园35所。\
地表水水质优良比例从75%提高到83.3%，单位工业增加值能耗下降4.2%。\
“江南织造”工程完成投资26亿元，昆山市改造老旧小区48个。市图书馆新馆已经建成开放。
二、2024年工作安排
2024年，全市地区生产总值预期增长5%以上，一般公共预算收入增长3%左右。新建改建幼儿园40所，\
新增养老床位1200张，森林覆盖率达到20.5%。开工建设城市博物馆，改造老旧小区150个。\
城镇登记失业率控制在5%以内。
"""
REPORT = "".join(
    f"{paragraph[at : at + 30]}\n" for paragraph in PARAGRAPHS.splitlines() for at in range(0, len(paragraph), 30)
)
"""The report as a column of 30 characters prints it: words and digits are cut by line ends."""

OTHER = """政府工作报告
——2024年1月18日在扬州市第九届人民代表大会第三次会议上
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
2023年，全市地区生产总值增长5.8%，研发投入占地区生产总值比重达到3.2%。\
常住人口城镇化率从72.1%提高到73.6%，工业用电量下降2.4%。\
建成保障性住房500万平方米，产业基金规模达到200亿元，旅游收入突破900亿元。\
专利授权量居全省第三，港口吞吐量居全国第五，蔬菜产量实现七连增。\
粮食总产量达到60亿斤，蔬菜产值45亿元。中心医院新院区建成投用。\
江都港货物吞吐量增长12.7%，新建公办幼儿园9所。
二、2024年工作安排
2024年，全市地区生产总值预期增长6%左右，建成城市展览馆，新建民办养老院4所。
"""
"""Another, for levels that moved, ranks with their scope, shares, and things whose measure only another has."""

AskLibrary = Callable[..., Reply]
AskReport = Callable[..., Asked]


def make_view(text: str = REPORT, dates: ReportDates = DATES) -> ReportView:
    """A report read from its text, as the answer engine looks at it."""
    document = read_document(Source.from_bytes(text.encode()), dates)
    return ReportView("苏州-2024", "2024年苏州市政府工作报告", dates, document, read_figures(document, dates))


def flat_scores(view: ReportView) -> Scores:
    """Retrieval that finds everything alike, so that words alone decide."""
    sentences, figures = len(view.document.sentences), len(view.figures)
    return Scores(np.zeros(sentences, np.float32), np.zeros(sentences, np.float32), np.zeros(figures, np.float32))


def make_figure(**fields: Any) -> Figure:
    """A figure by hand: only what a test is about is written out."""
    plain: dict[str, Any] = {
        "text": "35所", "value": Decimal(35), "value_to": None, "scale": 1, "unit": "所", "qualifier": None, "metric": "新建幼儿园",
        "change": None, "period": Period.year(2023), "status": "actual", "sentence": 0, "start": 0, "end": 3,
        "extent": Extent((Span(0, 3),)), "clause_start": 0, "clause_end": 3,
    }  # fmt: skip
    return Figure(**(plain | fields))


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The shipped words."""
    return Lexicon.open(shipped_folder("lexicon"))


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The shipped places."""
    return Gazetteer.open(shipped_folder("lexicon"))


@pytest.fixture(scope="session")
def reader(lexicon: Lexicon, gazetteer: Gazetteer) -> Reader:
    """Reads questions put to the made-up report."""
    return Reader(lexicon, gazetteer, DATES)


@pytest.fixture(scope="session")
def view() -> ReportView:
    """The made-up report."""
    return make_view()


@pytest.fixture(scope="session")
def asked(view: ReportView, reader: Reader) -> AskReport:
    """Holds the last of some turns against the made-up report, with retrieval that finds everything alike."""

    def hold(*turns: str) -> Asked:
        question = read_question(turns[-1], turns[:-1], reader)
        return Asked.of(view, question, lambda _: flat_scores(view), reader.lexicon)

    return hold


@pytest.fixture(scope="session")
def suzhou(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library of the made-up report."""
    return Library.open(make_library(tmp_path_factory.mktemp("suzhou"), {"苏州-2024": REPORT}))


@pytest.fixture(scope="session")
def ask(suzhou: Library) -> AskLibrary:
    """Asks that library the last of some turns."""
    return _asking(suzhou)


@pytest.fixture(scope="session")
def ask_other(tmp_path_factory: pytest.TempPathFactory) -> AskLibrary:
    """Asks a library of the other made-up report."""
    return _asking(Library.open(make_library(tmp_path_factory.mktemp("other"), {"扬州-2024": OTHER})))


@pytest.fixture(scope="session")
def baotou_settings(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Settings:
    """The shipped report, its index built by the code as it is; vectors that the checkout has cached are used."""
    folder = tmp_path_factory.mktemp("baotou")
    if (cache := root / "index" / CACHE).is_dir():
        shutil.copytree(cache, folder / CACHE)
    settings = load_settings(data_dir=root / "data", index_dir=folder)
    build(settings)
    return settings


@pytest.fixture(scope="session")
def baotou(baotou_settings: Settings) -> Library:
    """The library of the shipped Baotou report."""
    return Library.open(baotou_settings)


@pytest.fixture(scope="session")
def ask_baotou(baotou: Library) -> AskLibrary:
    """Asks that library the last of some turns."""
    return _asking(baotou)


def _asking(library: Library) -> AskLibrary:
    def ask_turns(*turns: str, **fields: Any) -> Reply:
        return library.ask(Ask(turns[-1], tuple(turns[:-1]), **fields))

    return ask_turns
