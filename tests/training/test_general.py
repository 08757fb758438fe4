"""General text beside the reports: so many examples of each file, the part of a passage that speaks of the question."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from report_qa.errors import CaseError
from report_qa.training.general import make_general


def written(path: Path, rows: list[dict[str, str]]) -> Path:
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()
    path.write_bytes(gzip.compress(text) if path.suffix == ".gz" else text)
    return path


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    rows = [{"q": f"第{n}座桥有多长？", "pos": f"第{n}座桥长{n}米。"} for n in range(30)]
    long = [{"q": f"灯塔{n}在哪里？", "pos": "海" * 900 + f"灯塔{n}在岛上。" + "浪" * 300} for n in range(30)]
    return [written(tmp_path / "short.jsonl", rows), written(tmp_path / "long.jsonl.gz", long)]


def test_each_file_gives_its_share_and_the_seed_decides(files: list[Path]) -> None:
    examples = make_general(files, 20, 2, 0)
    assert [example.question[:2] == "灯塔" for example in examples].count(True) == 10 == len(examples) // 2
    assert examples == make_general(files, 20, 2, 0) != make_general(files, 20, 2, 1)


def test_negatives_are_other_passages(files: list[Path]) -> None:
    for example in make_general(files, 20, 2, 0):
        assert len(set(example.negatives)) == 2
        assert example.positive not in example.negatives


def test_of_a_long_passage_the_part_is_taken_that_speaks_of_the_question(files: list[Path]) -> None:
    for example in make_general(files, 20, 1, 0):
        if example.question.startswith("灯塔"):
            assert example.question[:-4] in example.positive
            assert len(example.positive) < 400


@pytest.mark.parametrize("text", ["{", '{"q": "问"}', "[]"])
def test_a_file_of_anything_else_is_refused_by_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(CaseError, match=r"other\.jsonl"):
        make_general([path], 10, 1, 0)


def test_a_file_with_too_few_passages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="1 passages"):
        make_general([written(tmp_path / "one.jsonl", [{"q": "问", "pos": "答"}])], 10, 1, 0)
