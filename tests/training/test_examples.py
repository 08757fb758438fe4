"""Questions with places become examples: passages as they are embedded, near misses never the answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from report_qa.errors import CaseError
from report_qa.text.periods import ReportDates
from report_qa.text.source import Source
from report_qa.training.examples import ReportPassages, make_examples
from report_qa.training.pairs import Pair, Spot, read_pairs

LINES = (
    "一、2021年工作回顾",
    "粮食产量达到22.8亿斤，新增就业3.6万人。",
    "改造老旧小区150个，惠及居民4万户。",
    "二、2022年工作安排",
    "粮食产量达到25.5亿斤以上，新增就业4万人。",
    "建设口袋公园30座。",
)


@pytest.fixture
def passages() -> ReportPassages:
    return ReportPassages(
        "某市-2022", Source.from_bytes("\n".join(LINES).encode()), ReportDates("2022", 2021, 2022, "某市")
    )


def spot(line: int, words: str) -> Spot:
    column = LINES[line - 1].index(words)
    return Spot(line, column, column + len(words))


def pair(question: str, line: int, words: str, figure: str | None, near: tuple[Spot, ...] = ()) -> Pair:
    return Pair("某市-2022", question, spot(line, words), figure, near)


PAIRS = (
    pair("今年地里要收多少", 5, "粮食产量达到25.5亿斤以上", "25.5亿斤以上", (spot(2, "粮食产量达到22.8亿斤"),)),
    pair("修了几个老院子", 3, "改造老旧小区150个", "150个"),
)


def test_a_place_is_worded_as_the_index_embeds_it(passages: ReportPassages) -> None:
    worded = passages.wording(PAIRS[0].spot, "25.5亿斤以上")
    assert worded.clause == "粮食产量达到25.5亿斤以上"
    assert worded.sentences == (LINES[4],)
    assert len(worded.figures) == 1
    assert worded.figures[0].startswith("2022年 目标 粮食产量")
    assert set(worded.sentences + worded.figures) <= set(passages.texts)


def test_no_negative_is_the_answer_in_any_wording(passages: ReportPassages) -> None:
    reports = {"某市-2022": passages}
    answers = {one.question: set(passages.wording(one.spot, one.figure).all) for one in PAIRS}
    examples = make_examples(PAIRS, reports, negatives=2, rounds=20, seed=3)
    assert len(examples) == 40
    for example in examples:
        assert example.positive in answers[example.question]
        assert not set(example.negatives) & answers[example.question]
        assert len(set(example.negatives)) == 2


def test_the_near_miss_comes_before_any_other_passage(passages: ReportPassages) -> None:
    miss = set(passages.wording(PAIRS[0].near[0], None).all)
    for example in make_examples(PAIRS[:1], {"某市-2022": passages}, negatives=1, rounds=20, seed=1):
        assert example.negatives[0] in miss


def test_one_seed_gives_one_order(passages: ReportPassages) -> None:
    reports = {"某市-2022": passages}
    made = [make_examples(PAIRS, reports, 1, 5, seed) for seed in (7, 7, 8)]
    assert made[0] == made[1]
    assert made[0] != made[2]


def test_a_place_outside_the_report_is_an_error(passages: ReportPassages) -> None:
    with pytest.raises(CaseError, match="no line 99"):
        passages.wording(Spot(99, 0, 4), None)


def test_pairs_are_read_as_they_are_written(tmp_path: Path) -> None:
    line = {"report": "某市-2022", "q": "几个", "line": 3, "column": 0, "end": 9, "figure": None, "near": [[2, 0, 5]]}
    file = tmp_path / "pairs.jsonl"
    file.write_text(json.dumps(line, ensure_ascii=False) + "\n", "utf-8")
    assert read_pairs([file]) == (Pair("某市-2022", "几个", Spot(3, 0, 9), None, (Spot(2, 0, 5),)),)


@pytest.mark.parametrize(
    "text", ["", "{", '{"report": "a"}', '{"report": "a", "q": "b", "line": "c", "column": 0, "end": 1}']
)
def test_a_line_that_is_no_pair_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text(text + "\n", "utf-8")
    with pytest.raises(CaseError, match=r"pairs\.jsonl:1|no question"):
        read_pairs([file])
