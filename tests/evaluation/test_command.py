"""The command: over HTTP against a service that answers from a table; statuses, bars, files and errors."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from report_qa.errors import CaseError
from report_qa.evaluation import evaluate as command
from report_qa.evaluation.__main__ import main
from report_qa.evaluation.over_http import OverHttp, ServiceError
from tests.evaluation.conftest import REPORT, MakeReply, citation, figure

CASES = (
    {
        "id": "C1",
        "turns": ["去年GDP增长多少？"],
        "kind": "figure",
        "answerable": True,
        "gold_figures": [{"text": "8.5%", "line": 2}],
    },
    {"id": "C2", "turns": ["1999年呢？"], "kind": "unanswerable", "answerable": False, "reason": "other_period"},
    {
        "id": "C3",
        "turns": ["就业多少人？"],
        "kind": "figure",
        "answerable": True,
        "gold_figures": [{"text": "2.7万人", "line": 2}],
    },
)


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """A file of three cases that name no report."""
    path = tmp_path / "cases.jsonl"
    path.write_text("".join(json.dumps(case, ensure_ascii=False) + "\n" for case in CASES), encoding="utf-8")
    return path


@pytest.fixture
def service(make_reply: MakeReply) -> httpx.MockTransport:
    """A service that knows one answer and refuses everything else."""
    growth = make_reply("增长8.5%[1]。", figures=[figure("8.5%")], citations=[citation(2, 2, report="报告")])
    refusal = make_reply(status="not_found", reason="other_period")

    def handle(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/api/v1/ask":
            asked = json.loads(request.content)
            if asked["report"] != "报告":
                return httpx.Response(
                    404, json={"error": {"code": "report_unknown", "message": "No such report.", "hint": ""}}
                )
            return httpx.Response(200, json=growth if "GDP" in asked["question"] else refusal)
        if request.url.path == "/api/v1/reports/报告/lines":
            return httpx.Response(200, json={"lines": [{"line": n, "text": text} for n, text in enumerate(REPORT, 1)]})
        return httpx.Response(200, json={"reports": []})

    return httpx.MockTransport(handle)


@pytest.fixture
def served(service: httpx.MockTransport, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--url` reaches the service above."""

    @contextmanager
    def reach(url: str) -> Iterator[OverHttp]:
        with OverHttp(url, service) as asker:
            yield asker

    monkeypatch.setattr("report_qa.evaluation.command.OverHttp", reach)


@pytest.mark.usefixtures("served")
def test_wrong_answers_without_a_bar_exit_0(cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    failures, run = tmp_path / "failures.jsonl", tmp_path / "run.json"
    assert command([cases], "报告", "http://test", failures, run) == 0
    assert command([cases], "报告", "http://test", tmp_path / "failures.txt") == 0
    assert (tmp_path / "failures.txt").read_text(encoding="utf-8").startswith("C3  报告  figure")
    assert [json.loads(line)["id"] for line in failures.read_text(encoding="utf-8").splitlines()] == ["C3"]
    data = json.loads(run.read_text(encoding="utf-8"))
    assert {name: (entry["hits"], entry["of"]) for name, entry in data["totals"].items()}["right"] == (2, 3)
    printed = capsys.readouterr().out
    assert "2 of 3" in printed
    assert "refused" in printed


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(
    ("bars", "status"),
    [
        ({"right": 0.6}, 0),
        ({"right": 0.7}, 1),
        ({"falsely_abstained": 0.5}, 0),
        ({"falsely_abstained": 0.4}, 1),
        ({"right": 0.6, "faithful": 1.0, "refused": 1.0}, 0),
        ({"qualified": 0.0}, 1),  # nothing was counted for it
    ],
)
def test_a_bar_that_is_missed_exits_1(bars: dict[str, float], status: int, cases: Path) -> None:
    assert command([cases], "报告", "http://test", bars=bars) == status


@pytest.mark.parametrize("bars", [{"rihgt": 0.9}, {"right": 90}])
def test_a_bar_that_makes_no_sense_is_refused(bars: dict[str, float], cases: Path) -> None:
    with pytest.raises(CaseError):
        command([cases], bars=bars)


def test_a_service_that_fails_says_so(service: httpx.MockTransport) -> None:
    with OverHttp("http://test", service) as asker:
        assert asker.lines("报告") == list(REPORT)
        with pytest.raises(ServiceError, match=r"/api/v1/ask answers 404\. No such report\."):
            asker.ask({"question": "问", "history": [], "report": "x"})


def _refuse(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("refused")


@pytest.mark.parametrize("handler", [_refuse, lambda request: httpx.Response(200, text="<html>")])
def test_no_service_at_the_address_is_an_error(handler: Any) -> None:
    with OverHttp("http://test", httpx.MockTransport(handler)) as asker, pytest.raises(ServiceError):
        asker.check()


@pytest.mark.usefixtures("served")
def test_the_module_compares_with_an_earlier_run(
    cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = str(tmp_path / "first.json"), str(tmp_path / "second.json")
    plain = [str(cases), "--report", "报告", "--url", "http://test"]
    assert main([*plain, "--json", first]) == 0
    assert main([*plain, "--json", second, "--against", first, "--bar", "right=0.9"]) == 1
    assert "right 2 -> 2 of 3" in capsys.readouterr().out


def test_the_module_says_what_is_wrong_and_exits_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.jsonl")]) == 1
    assert "none.jsonl: cannot be read" in capsys.readouterr().err


def test_a_bar_that_is_no_number_is_refused(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(cases), "--bar", "right=many"]) == 1
    assert "MEASURE=SHARE" in capsys.readouterr().err
