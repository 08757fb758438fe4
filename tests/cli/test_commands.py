"""Each command does its work, prints it, and exits as the contract says: 0 it ran, 1 it failed, 2 wrong usage."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from report_qa import __version__
from report_qa.cli import run

Output = pytest.CaptureFixture[str]


def test_ask_prints_the_answer_with_its_citation(library: Path, capsys: Output) -> None:
    assert run(["ask", "2023年粮食产量是多少？"]) == 0
    said = capsys.readouterr().out
    assert "18.2亿斤" in said
    assert "[1] 苏州-2024, line 5  (一、2023年工作回顾)" in said


def test_ask_as_json_is_the_api_s_response(library: Path, capsys: Output) -> None:
    assert run(["ask", "2023年粮食产量是多少？", "--report", "苏州-2024", "--json"]) == 0
    reply = json.loads(capsys.readouterr().out)
    assert reply["status"] == "answered"
    assert reply["figures"][0]["text"] == "18.2亿斤"
    assert reply["figures"][0]["places"] == [{"line": 5, "column_start": 27, "column_end": 33}]
    assert {"verdict", "reason", "derived", "citations", "nearest", "passages", "interpretation", "suggestions"} <= set(
        reply
    )


def test_a_refusal_is_an_answer_and_no_failure(library: Path, capsys: Output) -> None:
    assert run(["ask", "2023年出生人口是多少？"]) == 0
    assert "not_in_report" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_figures_in_every_form(library: Path, capsys: Output, form: str) -> None:
    assert run(["figures", "苏州-2024", "--format", form]) == 0
    out = capsys.readouterr().out
    for text in ("4.6%", "18.2亿斤", "5%以上", "1200张"):
        assert text in out
    if form == "json":
        assert json.loads(out)["total"] == 4
    if form == "csv":
        assert out.startswith("\ufeff")
        rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
        assert [row["text"] for row in rows] == ["4.6%", "18.2亿斤", "5%以上", "1200张"]
        assert rows[1]["places"] == "5:27-33"
        assert rows[1]["period_start"] == "2023"


def test_list(library: Path, capsys: Output) -> None:
    assert run(["list"]) == 0
    assert "苏州市" in capsys.readouterr().out


def test_add_of_several_adds_what_it_can_and_exits_1(own_library: Path, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "好.txt").write_text("各位代表：\n一、2023年工作回顾\n修路5公里。\n", encoding="utf-8")
    (tmp_path / "空.txt").write_bytes(b"")
    assert run(["add", str(tmp_path / "空.txt"), str(tmp_path / "好.txt"), str(tmp_path / "无.txt")]) == 1
    told = capsys.readouterr()
    assert "added: 好" in told.out
    assert "空.txt: The source is empty." in told.err
    assert "无.txt: There is no such file." in told.err
    assert run(["build"]) == 0
    assert run(["remove", "好"]) == 0
    assert run(["remove", "好"]) == 1


def test_add_takes_a_person_s_word(own_library: Path, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "x.txt").write_text("一、2023年工作回顾\n修路5公里。\n", encoding="utf-8")
    assert run(["add", str(tmp_path / "x.txt"), "--id", "y", "--place", "昆山市", "--delivered", "2024-01"]) == 0
    assert "place 昆山市, delivered 2024-01" in capsys.readouterr().out


def test_add_shows_what_it_inferred_and_what_says_so(own_library: Path, tmp_path: Path, capsys: Output) -> None:
    text = "各位代表：\n现在，我代表国务院，向大会报告政府工作。\n一、2023年工作回顾\n今年是关键的一年。\n"
    (tmp_path / "贵阳-2020.txt").write_text(text, encoding="utf-8")
    assert run(["add", str(tmp_path / "贵阳-2020.txt")]) == 0
    said = capsys.readouterr().out
    assert "added: 贵阳-2020  (place 全国, delivered 2023, reviews 2023, plans 2024)" in said
    assert "    place     全国  (who speaks, line 2: 我代表国务院)" in said
    assert "    reviews   2023  (a heading, line 3: 一、2023年工作回顾)" in said
    assert "    plans     2024  (the other year)" in said
    assert "The file's name says place 贵阳市, its content 全国; the content was followed." in said
    assert "The file's name says year 2020" in said


def test_add_shows_what_nothing_says_and_what_a_person_said(own_library: Path, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "x.txt").write_text("本届政府做了许多工作。\n", encoding="utf-8")
    assert run(["add", str(tmp_path / "x.txt"), "--place", "昆山市"]) == 0
    said = capsys.readouterr().out
    assert "    place     昆山市  (given)" in said
    assert "    delivered —  (nothing says it; --delivered does)" in said
    assert "    reviews   —  (nothing says it)" in said


def test_adding_a_report_again_says_that_it_is_there(own_library: Path, tmp_path: Path, capsys: Output) -> None:
    source = own_library / "data" / "reports" / "苏州-2024" / "source.txt"
    (tmp_path / "苏州-2024.txt").write_bytes(source.read_bytes())
    assert run(["add", str(tmp_path / "苏州-2024.txt")]) == 0
    assert "unchanged: 苏州-2024" in capsys.readouterr().out
    assert run(["add", str(tmp_path / "苏州-2024.txt"), "--id", "copy"]) == 1
    assert "already in the library, as '苏州-2024'" in capsys.readouterr().err


def test_many_files_that_take_long_show_progress(
    own_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(4)]
    for number, file in enumerate(files):
        file.write_text(f"一、2023年工作回顾\n修路{number + 5}公里。\n", encoding="utf-8")
    monkeypatch.setattr("report_qa.cli.adding._PATIENCE", 0.0)
    assert run(["add", *map(str, files)]) == 0
    told = capsys.readouterr()
    assert "adding files" in told.err
    assert "4 of 4 files are in the library." in told.err
    assert told.out.count("added: ") == 4


def test_what_was_added_is_told_when_it_is_stopped(
    own_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"一、2023年工作回顾\n修路{number + 5}公里。\n", encoding="utf-8")
    from report_qa.library.received import Received, receive

    def stopped(file: Path, max_bytes: int) -> Received:
        if file.name == "2.txt":
            raise KeyboardInterrupt
        return receive(file, max_bytes)

    monkeypatch.setattr("report_qa.library.add.receive", stopped)
    assert run(["add", *(str(tmp_path / f"{number}.txt") for number in range(3))]) != 0
    assert capsys.readouterr().out.count("added: ") == 2


def test_text_of_another_reader_is_told(own_library: Path, tmp_path: Path, capsys: Output) -> None:
    page = (
        "<html><body><article><p>"
        + "2023年，全市粮食产量达到18.2亿斤，城镇新增就业22.3万人。" * 9
        + "</p></article></body></html>"
    )
    (tmp_path / "页.html").write_text(page, encoding="utf-8")
    assert run(["add", str(tmp_path / "页.html")]) == 0
    fields = own_library / "data" / "reports" / "页" / "extracted.toml"
    fields.write_text(re.sub(r'reader = "html \d+"', 'reader = "html 0"', fields.read_text("utf-8")), encoding="utf-8")
    capsys.readouterr()
    for command in (["list"], ["build"]):
        assert run(command) == 0
        assert "another version of the reader, and kept as it is: 页" in capsys.readouterr().err
    assert run(["add", "--replace", str(tmp_path / "页.html")]) == 0
    assert "extracted again: 页" in capsys.readouterr().out
    assert run(["list"]) == 0
    assert "another version" not in capsys.readouterr().err


def test_build_if_stale_leaves_a_current_index_alone(library: Path, capsys: Output) -> None:
    assert run(["build", "--if-stale"]) == 0
    assert "up to date" in capsys.readouterr().err


def test_eval_with_wrong_answers_exits_0_and_a_missed_bar_1(library: Path, tmp_path: Path, capsys: Output) -> None:
    cases = tmp_path / "cases.jsonl"
    case = {
        "id": "1",
        "turns": ["2023年粮食产量是多少？"],
        "kind": "figure",
        "answerable": True,
        "gold_figures": [{"text": "99亿斤", "line": 5}],
        "gold_lines": [[5, 5]],
    }
    cases.write_text(json.dumps(case) + "\n", encoding="utf-8")
    assert run(["eval", str(cases), "--report", "苏州-2024"]) == 0
    assert run(["eval", str(cases), "--report", "苏州-2024", "--bar", "right=0.9"]) == 1
    assert run(["eval", str(cases), "--report", "苏州-2024", "--bar", "right"]) == 1
    assert run(["eval", str(tmp_path / "none.jsonl")]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_the_version(capsys: Output) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"report-qa {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["ask"],
        ["add"],
        ["figures", "x", "--format", "xml"],
        ["serve", "--port", "99999"],
        ["ask", "a", "b"],
    ],
)
def test_wrong_usage_exits_2(arguments: list[str], capsys: Output) -> None:
    assert run(arguments) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("question", ["", " \n ", "粮" * 1001, "\ud800"])
def test_a_rejected_question_is_one_clear_line(library: Path, capsys: Output, question: str) -> None:
    assert run(["ask", question]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("error: The ")


@pytest.mark.parametrize(
    "arguments", [["ask", "问", "--report", "无"], ["figures", "无"], ["inspect", "无"], ["remove", "无"]]
)
def test_an_unknown_report_is_told(library: Path, capsys: Output, arguments: list[str]) -> None:
    assert run(arguments) == 1
    assert "There is no report '无'" in capsys.readouterr().err


def test_a_wrong_setting_is_told(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    monkeypatch.setenv("REPORT_QA_PORT", "many")
    assert run(["list"]) == 1
    assert "REPORT_QA_PORT" in capsys.readouterr().err


def test_a_missing_index_is_told_with_the_command_that_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setenv("REPORT_QA_INDEX_DIR", str(tmp_path / "index"))
    assert run(["ask", "粮食产量？"]) == 1
    said = capsys.readouterr().err
    assert "There is no index yet." in said
    assert "report-qa build" in said


def test_the_unforeseen_is_told_without_a_trace(library: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by chance")

    monkeypatch.setattr("report_qa.library.library.Library.open", fail)
    assert run(["ask", "粮食产量？"]) == 1
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "Traceback" not in said
