"""A small report, and replies and cases made by hand: only what differs from a plain one is written out in a test."""

from collections.abc import Callable
from typing import Any

import pytest

from report_qa.evaluation.cases import Case

REPORT = (
    "各位代表：",
    "2021年，地区生产总值增长8.5%，城镇新增就业2.7万人。",
    "2022年，地区生产总值增长8%左右，粮食产量达到25.5亿",
    "斤以上。",
    "实施重大项目715个，为企业减免税费26.4亿元。",
)

MakeCase = Callable[..., Case]
MakeReply = Callable[..., dict[str, Any]]


def lines(report: str) -> list[str]:
    """The lines of the small report, whatever the id."""
    return list(REPORT)


def figure(
    text: str, period: tuple[str, int, int] | None = ("2021年", 2021, 2021), citation: int = 1
) -> dict[str, Any]:
    """A figure of a reply, with the fields that a judgement reads."""
    label = dict(zip(("label", "start", "end"), period, strict=True)) if period else None
    return {"text": text, "period": label, "citation": citation}


def citation(first: int, last: int, n: int = 1, report: str = "r") -> dict[str, Any]:
    """A citation of a reply, with the fields that a judgement reads."""
    return {"n": n, "report": report, "title": "2022年政府工作报告", "line_start": first, "line_end": last}


@pytest.fixture
def make_case() -> MakeCase:
    """A case of one question about report r."""

    def make(kind: str = "figure", **fields: Any) -> Case:
        given: dict[str, Any] = {
            "id": "C1",
            "turns": ("去年GDP增长多少？",),
            "report": "r",
            "answerable": kind != "unanswerable",
        }
        return Case(kind=kind, **(given | fields))

    return make


@pytest.fixture
def make_reply() -> MakeReply:
    """A reply in the contract's JSON shape."""

    def make(answer: str = "报告没有说。", status: str = "answered", **fields: Any) -> dict[str, Any]:
        plain: dict[str, Any] = {
            "status": status, "verdict": None, "answer": answer, "reason": None, "figures": [], "derived": [],
            "citations": [], "nearest": [], "passages": [], "interpretation": None, "suggestions": [],
            "confidence": 0.9, "index": "digest", "elapsed_ms": 3.0,
        }  # fmt: skip
        return plain | fields

    return make
