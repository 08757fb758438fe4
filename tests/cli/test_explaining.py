"""`ask --explain` prints how an answer came about, in the language of the question."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_qa.cli import run


def explained(capsys: pytest.CaptureFixture[str], question: str) -> list[str]:
    assert run(["ask", "--explain", question]) == 0
    return capsys.readouterr().out.splitlines()


def test_in_chinese(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = explained(capsys, "2023年粮食产量是多少？")
    heads = [line for line in lines if line.startswith("== ")]
    names = [
        "问题的理解",
        "报告: 苏州-2024",
        "问题的词在报告中",
        "候选数字",
        "排除的数字",
        "候选句子",
        "出处核对: 通过：1 个数字",
    ]
    assert len(heads) == len(names)
    assert all(head.startswith(f"== {name}") for head, name in zip(heads, names, strict=True))
    assert any("18.2亿斤" in line and "把握" in line and "第5行" in line for line in lines)
    assert "  所问: 粮食产量" in lines


def test_in_english(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = explained(capsys, "What was the grain output in 2023?")
    heads = [line for line in lines if line.startswith("== ")]
    assert heads[0] == "== How the question was read"
    assert heads[-1] == "== Check of the promise: kept; figures that stand where their places say: 1"
    assert any("18.2亿斤" in line and "certainty" in line and "line 5" in line for line in lines)


def test_a_rejection_has_its_reason(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = explained(capsys, "2023年地区生产总值增长多少？")
    rejected = lines.index("== 排除的数字")
    assert any("5%以上" in line for line in lines[rejected:])
    assert any(line.strip().startswith("原因: ") and "时期不同" in line for line in lines[rejected:])


def test_a_slip_is_shown(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = explained(capsys, "2023年地区生产总直增长多少？")
    assert any(line.startswith("  更正: ") and "地区生产总直" in line and "→" in line for line in lines)


def test_smalltalk_looks_at_no_report(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = explained(capsys, "你好")
    assert "== 报告: 没有查任何一份报告" in lines
    assert not any(line.startswith("== 候选数字") for line in lines)
