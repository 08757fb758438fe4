"""A library in this process is asked as a service would be."""

from typing import cast

import pytest

from report_qa.answers.reply import Interpretation, Reply
from report_qa.errors import ReportUnknown
from report_qa.evaluation.in_process import InProcess
from report_qa.library.library import Ask, Library
from report_qa.text.source import Source


class OneReport:
    """Stands in for a library with one report: it repeats what it was asked."""

    digest = "digest"

    def ask(self, asked: Ask) -> Reply:
        read = Interpretation("figure", (), None, None, None, {}, "/".join((*asked.history, asked.question)))
        return Reply("not_found", f"{asked.report}", read, reason="not_in_report")

    def source(self, report: str) -> Source:
        if report != "r":
            raise ReportUnknown("There is no report.", "")
        return Source.from_bytes("一\r\n\n三\n".encode())


@pytest.fixture
def asker() -> InProcess:
    """An asker over the stand-in."""
    return InProcess(cast("Library", OneReport()))


def test_a_request_goes_in_whole_and_the_wire_shape_comes_out(asker: InProcess) -> None:
    wire = asker.ask({"question": "三？", "history": ["一？", "二？"], "report": "r"})
    assert wire["interpretation"]["rewritten"] == "一？/二？/三？"
    assert (wire["answer"], wire["status"], wire["index"]) == ("r", "not_found", "digest")
    assert wire["elapsed_ms"] >= 0


def test_lines_are_the_physical_lines_of_the_source(asker: InProcess) -> None:
    assert asker.lines("r") == ["一", "", "三"]
    with pytest.raises(ReportUnknown):
        asker.lines("x")
