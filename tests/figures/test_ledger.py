"""The contract's rules of a figure, on every record of every report at hand."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from report_qa.figures.figure import Figure
from report_qa.figures.read import read_figures
from report_qa.text.document import Document
from report_qa.text.periods import ReportDates
from report_qa.text.read import read_document
from report_qa.text.source import Source

SCALES = {"": 1, "千": 10**3, "百": 10**2, "万": 10**4, "千万": 10**7, "百万": 10**6, "十万": 10**5, "亿": 10**8}
SCALES |= {"十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12, "十万亿": 10**13, "百万亿": 10**14}
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?")
SCALE_WORD = re.compile(r"\d[多余来]?([十百千]?万亿|[十百千]?[万亿])(?!分之)")
BEHIND, BEFORE = ("以上", "以下", "以内", "左右"), ("不低于", "不少于", "不超过", "至少")


def squash(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def read_report(path: Path) -> tuple[Document, tuple[Figure, ...]]:
    year = re.search(r"20\d\d", path.stem)
    delivered = int(year[0]) if year else 2022
    dates = ReportDates(str(delivered), delivered - 1, delivered)
    document = read_document(Source.from_bytes(path.read_bytes()), dates)
    return document, read_figures(document, dates)


def faults(document: Document, figures: tuple[Figure, ...]) -> Iterator[str]:
    """Every rule that a ledger breaks, in words."""
    for figure in figures:
        for fault in (*place_faults(document, figure), *number_faults(figure), *word_faults(figure)):
            yield f"{fault}: {figure.text} in {document.sentences[figure.sentence].text[:60]}"
    starts = [figure.extent.start for figure in figures]
    if starts != sorted(starts):
        yield "not in source order"
    twice = [text for text, count in Counter(repr(asdict(figure)) for figure in figures).items() if count > 1]
    yield from (f"alike in all fields: {text}" for text in twice)


def place_faults(document: Document, figure: Figure) -> Iterator[str]:
    source, text = document.source, squash(figure.text)
    places = source.places(figure.extent)
    cut = "".join(squash(source.line(place.line)[place.column_start : place.column_end]) for place in places)
    if cut != text:
        yield f"its places give {cut}"
    sentence = document.sentences[figure.sentence].text
    if squash(sentence[figure.start : figure.end]) != text:
        yield "start and end do not cover it"
    if not figure.clause_start <= figure.start < figure.end <= figure.clause_end <= len(sentence):
        yield "it lies outside its clause"
    before, behind = squash(sentence[: figure.start]), squash(sentence[figure.end :])
    ahead, after = sentence[: figure.start], sentence[figure.end :]
    if (
        text[0].isdigit()
        and re.search("[0-9０-９]$", ahead)
        or text[-1].isdigit()
        and re.match("[.．]?[0-9０-９]", after)
    ):
        yield "a number is cut"
    if text[-1].isdigit() and behind[:1] in ("万", "亿"):
        yield "the scale is left out"
    if (
        text[-1] not in "%‰"
        and re.match("[%‰]|个?百分点", behind)
        or behind.startswith(BEHIND)
        or before.endswith(BEFORE)
    ):
        yield "a unit or qualifier is left out"
    if before.endswith("第"):
        yield "an ordinal"


def number_faults(figure: Figure) -> Iterator[str]:
    text = squash(figure.text)
    printed = [float(number.replace(",", "")) for number in NUMBER.findall(text)]
    word = SCALE_WORD.search(text)
    if len(printed) == 1 and not re.search(r"\d分之", text):
        if float(figure.value) != printed[0]:
            yield f"value {figure.value}"
        if word and figure.scale != SCALES[word[1]]:
            yield f"scale {figure.scale}"
    if printed and not re.search("[十百千万亿]", text) and figure.scale != 1:
        yield "scale without a scale word"
    if figure.value < 0 or figure.value_to is not None and figure.value_to < 0 or figure.scale not in SCALES.values():
        yield "a number out of bounds"


def word_faults(figure: Figure) -> Iterator[str]:
    text = squash(figure.text)
    if not figure.metric or len(figure.metric) > 30:
        yield f"metric {figure.metric!r}"
    if (
        figure.unit is not None
        and NUMBER.search(text)
        and text[-1] not in "0123456789万亿"
        and squash(figure.unit) not in text
    ):
        yield f"unit {figure.unit} is not printed"
    if (text.endswith(BEHIND) or text.startswith(BEFORE)) and not figure.qualifier:
        yield "no qualifier"
    if figure.qualifier in ("达到", "增长", "提高到", "控制在", "力争", "确保") or figure.change in ("力争", "确保"):
        yield "a word in the wrong field"
    if re.fullmatch(r"(?:19|20)\d\d年|第\d.*|[2-6]G|PM2\.5|PM10", text):
        yield "no figure at all"
    if re.search(r"[\d一二两三四五六七八九]成(?:多|以上|以下|左右)?$", text) and (figure.unit, figure.scale) != (
        "成",
        1,
    ):
        yield "成 is a unit of scale 1"


def test_the_shipped_report_holds_the_rules(root: Path) -> None:
    document, figures = read_report(root / "data" / "reports" / "baotou-2022" / "source.txt")
    assert len(figures) > 100
    assert list(faults(document, figures)) == []


def test_reading_twice_gives_the_same(root: Path) -> None:
    path = root / "data" / "reports" / "baotou-2022" / "source.txt"
    assert read_report(path)[1] == read_report(path)[1]


@pytest.mark.shared
@pytest.mark.slow
def test_every_development_report_holds_the_rules(shared: Path) -> None:
    files = sorted((shared / "reports").rglob("*.txt"))
    assert files
    found = [f"{path.stem}: {fault}" for path in files for fault in faults(*read_report(path))]
    assert found == []


@pytest.mark.shared
@pytest.mark.slow
def test_figures_that_people_asked_for_are_found(shared: Path) -> None:
    """Of the answers of the development questions, dates, ordinals and names among them, 96 in 100 stand in the ledger."""
    asked = [
        json.loads(line)
        for path in sorted((shared / "pairs" / "report_questions").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    wanted = {(row["report"], row["line"], squash(row["figure"])) for row in asked if row.get("figure")}
    files = {path.stem: path for path in (shared / "reports").rglob("*.txt")}
    held: dict[tuple[str, int], list[str]] = {}
    for report in sorted({report for report, _, _ in wanted}):
        document, figures = read_report(files[report])
        for figure in figures:
            for place in document.source.places(figure.extent):
                held.setdefault((report, place.line), []).append(squash(figure.text))
    missing = [row for row in sorted(wanted) if not any(row[2] in text for text in held.get(row[:2], []))]
    print(f"asked {len(wanted)}, missing {len(missing)}", *missing, sep="\n")  # noqa: T201
    assert 1 - len(missing) / len(wanted) >= 0.96


@pytest.mark.shared
def test_gold_figures_of_the_tuning_cases_are_found(shared: Path) -> None:
    files = {path.stem: path for path in (shared / "reports").rglob("*.txt")}
    files["baotou-2022"] = shared / "reports" / "baotou-2022" / "source.txt"
    held: dict[str, dict[int, list[str]]] = {}
    missing, asked = [], 0
    for path in sorted((shared / "cases" / "tune").glob("*.jsonl")):
        for case in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            for gold in case.get("gold_figures", []):
                report = gold.get("report") or case["report"]
                if report not in held:
                    document, figures = read_report(files[report])
                    held[report] = {}
                    for figure in figures:
                        for place in document.source.places(figure.extent):
                            held[report].setdefault(place.line, []).append(squash(figure.text))
                asked += 1
                if not any(squash(gold["text"]) in text for text in held[report].get(gold["line"], [])):
                    missing.append((case["id"], gold))
    print(f"gold figures {asked}, missing {len(missing)}")  # noqa: T201
    assert len(missing) <= asked * 0.01, missing
