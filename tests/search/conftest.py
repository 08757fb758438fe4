"""A small report for the tests of search, and the models."""

from __future__ import annotations

import warnings
from decimal import Decimal
from pathlib import Path

import pytest

from report_qa.figures.figure import Figure
from report_qa.search.onnx_embedder import OnnxEmbedder
from report_qa.text.document import BlockKind, Document, Section, Sentence
from report_qa.text.periods import Period
from report_qa.text.source import Source
from report_qa.text.spans import Extent

TEXT = "政府工作报告\n一、2022年工作安排\n确保粮食产\n量达到 25.5 亿斤以上，新增就业4万人。\n改造老旧小区。\n"


@pytest.fixture(scope="session")
def document() -> Document:
    """Four lines that matter: a title, a heading, a sentence across a line end with two figures, one without."""
    source = Source.from_bytes(TEXT.encode())

    def extent(first: str, last: str) -> Extent:
        start, end = TEXT.index(first), TEXT.index(last) + len(last)
        return Extent.of(i for i in range(start, end) if TEXT[i] != "\n")

    year = Period.year(2022)
    heading = extent("一、2022", "安排")
    section = Section("一、2022年工作安排", heading, 1, None, 2, 5, year, "target", "heading")
    parts = [
        (extent("政府", "报告"), BlockKind.TITLE, None),
        (heading, BlockKind.HEADING, 0),
        (extent("确保", "万人。"), BlockKind.PARAGRAPH, 0),
        (extent("改造", "小区。"), BlockKind.PARAGRAPH, 0),
    ]
    sentences = tuple(
        Sentence(source.cut(where), where, kind, of, i, year if of == 0 else None, "target" if of == 0 else None)
        for i, (where, kind, of) in enumerate(parts)
    )
    return Document(source, (section,), sentences)


@pytest.fixture(scope="session")
def figures(document: Document) -> tuple[Figure, ...]:
    """The two figures of the third sentence."""
    text = document.sentences[2].text

    def figure(printed: str, metric: str, change: str | None, clause: str) -> Figure:
        start = text.index(printed)
        begin = text.index(clause)
        return Figure(
            text=printed.replace(" ", ""), value=Decimal(1), value_to=None, scale=1, unit="人", qualifier=None,
            metric=metric, change=change, period=Period.year(2022), status="target", sentence=2, start=start,
            end=start + len(printed), extent=document.sentences[2].extent.part(start, start + len(printed)),
            clause_start=begin, clause_end=begin + len(clause),
        )  # fmt: skip

    return (
        figure("25.5 亿斤以上", "粮食产量", "达到", "确保粮食产量达到 25.5 亿斤以上"),
        figure("4万人", "新增就业", None, "新增就业4万人"),
    )


@pytest.fixture(scope="session")
def shipped(root: Path) -> Path:
    """The folder of the model that ships."""
    return root / "data" / "model"


@pytest.fixture(scope="session")
def onnx_embedder(shipped: Path) -> OnnxEmbedder:
    """The model that ships, open."""
    return OnnxEmbedder.open(shipped)


@pytest.fixture(scope="session")
def exported(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The float folder that `report-qa model export` writes of it."""
    from report_qa.search.model.export import export_model

    out = tmp_path_factory.mktemp("exported") / "model"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of torch and transformers
        export_model(shipped, out)
    return out
