"""Cases are read as the contract has them; what is outside it is refused with file and line."""

import json
from pathlib import Path
from typing import Any

import pytest

from report_qa.errors import CaseError
from report_qa.evaluation.cases import GoldFigure, LineRange, read_cases

PLAIN: dict[str, Any] = {"id": "C1", "turns": ["去年GDP增长多少？"], "kind": "figure", "answerable": True}


def write(folder: Path, *cases: dict[str, Any] | str, name: str = "cases.jsonl") -> Path:
    path = folder / name
    rows = (case if isinstance(case, str) else json.dumps(case, ensure_ascii=False) for case in cases)
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_four_fields_make_a_case(tmp_path: Path) -> None:
    (case,) = read_cases([write(tmp_path, PLAIN)])
    assert (case.id, case.turns, case.kind, case.answerable, case.report) == (
        "C1",
        ("去年GDP增长多少？",),
        "figure",
        True,
        None,
    )
    assert {*case.gold_figures, *case.gold_lines, *case.gold_phrases, *case.ok_figures} == set()


def test_every_field_is_read(tmp_path: Path) -> None:
    full = PLAIN | {
        "report": "r", "persona": "staff", "turns": ["去年呢？", "那今年呢？"], "ok_figures": ["2%"], "wrong_figures": ["3%"],
        "gold_figures": [{"text": "8%", "line": 66}, {"text": "9%", "line": 1, "report": "s"}], "reason": None,
        "gold_lines": [[66, 68], ["s", 1, 1]], "gold_phrases": [["甲", "乙"], ["丙"]], "period": "2021",
        "status": "actual", "note": "n", "verdict": None, "extra": 1,
    }  # fmt: skip
    (case,) = read_cases([write(tmp_path, full)])
    assert case.gold_figures == (GoldFigure("8%", 66), GoldFigure("9%", 1, "s"))
    assert case.gold_lines == (LineRange(66, 68), LineRange(1, 1, "s"))
    assert case.gold_phrases == (("甲", "乙"), ("丙",))
    assert (case.question, case.turns[:-1]) == ("那今年呢？", ("去年呢？",))
    assert case.reports == {"r"}


def test_a_report_fills_cases_that_have_none_and_no_other(tmp_path: Path) -> None:
    path = write(tmp_path, PLAIN, PLAIN | {"id": "C2", "report": None}, PLAIN | {"id": "C3", "report": "s"})
    assert [case.report for case in read_cases([path], "r")] == ["r", None, "s"]


def test_blank_lines_and_a_byte_order_mark_are_no_cases(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(PLAIN).encode() + b"\r\n\r\n")
    assert len(read_cases([path])) == 1


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("{", "is not JSON"),
        ("[]", "is not a JSON object"),
        ({key: value for key, value in PLAIN.items() if key != "kind"}, "`kind` is missing"),
        (PLAIN | {"kind": "figur"}, "`kind` is 'figur'"),
        (PLAIN | {"turns": []}, "at least one question"),
        (PLAIN | {"turns": [" "]}, "at least one question"),
        (PLAIN | {"turns": [1]}, "must hold texts only"),
        (PLAIN | {"turns": "去年呢？"}, "must be a list"),
        (PLAIN | {"answerable": "true"}, "must be true or false"),
        (PLAIN | {"answerable": False}, "disagree"),
        (PLAIN | {"kind": "unanswerable"}, "disagree"),
        (PLAIN | {"verdict": "yes"}, "has a `verdict`"),
        (PLAIN | {"reason": "other_period"}, "has a `reason`"),
        (PLAIN | {"kind": "unanswerable", "answerable": False, "reason": "no"}, "`reason` is 'no'"),
        (PLAIN | {"gold_figures": ["8%"]}, "needs a `text`"),
        (PLAIN | {"gold_figures": [{"text": "8%", "line": 0}]}, "line number from 1"),
        (PLAIN | {"gold_lines": [[3, 2]]}, "ranges of lines"),
        (PLAIN | {"gold_lines": [[1, 2, 3]]}, "ranges of lines"),
        (PLAIN | {"gold_phrases": ["甲"]}, "lists of texts"),
        (PLAIN | {"gold_figure": []}, "Write `gold_figures`"),
    ],
)
def test_what_is_outside_the_format_is_refused_with_its_place(
    case: dict[str, Any] | str, said: str, tmp_path: Path
) -> None:
    path = write(tmp_path, PLAIN | {"id": "C0"}, case)
    with pytest.raises(CaseError) as caught:
        read_cases([path])
    assert str(caught.value).startswith("cases.jsonl:2: ")
    assert said in str(caught.value)


def test_an_id_stands_once_in_all_files(tmp_path: Path) -> None:
    paths = [write(tmp_path, PLAIN, name="a.jsonl"), write(tmp_path, PLAIN, name="b.jsonl")]
    with pytest.raises(CaseError, match=r"b\.jsonl:1: the id C1 already stands at a\.jsonl:1"):
        read_cases(paths)


def test_a_file_that_is_missing_empty_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="cannot be read"):
        read_cases([tmp_path / "none.jsonl"])
    with pytest.raises(CaseError, match="no case to run"):
        read_cases([write(tmp_path, "")])
    (tmp_path / "bad.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(CaseError, match="is not UTF-8"):
        read_cases([tmp_path / "bad.jsonl"])


def test_a_case_over_several_reports_may_cite_more_than_its_gold(tmp_path: Path) -> None:
    case = {
        "id": "a", "turns": ["哪个市最高"], "kind": "figure", "answerable": True, "report": None,
        "gold_figures": [{"text": "8%", "line": 1, "report": "甲-2024"}], "reports": ["乙-2024"],
    }  # fmt: skip
    (tmp_path / "cases.jsonl").write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    (read,) = read_cases([tmp_path / "cases.jsonl"])
    assert read.reports == {"甲-2024", "乙-2024"}
