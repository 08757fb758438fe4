"""Whether an answer is faithful: every number of it stands in the source lines that it cites, or may be said beside.

What may be said beside: the contract's promise leaves line numbers, citation marks, list numbers, years, dates, period
labels and names aside, counts what is `derived`, and lets a denial repeat the question's numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from report_qa.evaluation.amounts import fold, scan_numbers, squash
from report_qa.evaluation.cited import Lines, cited_lines
from report_qa.evaluation.match import literal

Number = tuple[str, int]

_MEASURE = "[个家户人名万亿千百元%‰项条套座处台亩吨公里所件倍张株列天辆场次种位枚艘部余多平美标头只米斤度]"
_YEAR = r"(?<![\d.])(?:19|20)\d\d"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_TO = r"\s*(?:[-–—~至到、,和/]|and|to)\s*"
_ASIDE = re.compile("|".join((
    rf"第?\s*\d+(?:{_TO}第?\s*\d+)*\s*行|\b[Ll]ines?\s*\d+(?:{_TO}\d+)*|(?<![A-Za-z])L\d+(?:\s*[-–]\s*L?\d+)?",
    rf"{_YEAR}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*\d{{1,2}}(?!\d)",
    rf"(?<![\d.])\d{{1,2}}(?:{_TO}\d{{1,2}})?\s*月(?:\s*\d{{1,2}}(?:{_TO}\d{{1,2}})?\s*[日号])?|(?<![\d.])\d{{1,2}}\s*日",
    rf"\b{_MONTH}\s+\d{{1,2}}(?![\d%.]\d)|(?<![\d.])\d{{1,2}}\s+{_MONTH}\b",
    rf"{_YEAR}\s*年?{_TO}(?:(?:19|20)\d\d|\d\d)(?![\d.])(?!\s*{_MEASURE})\s*年?",
    rf"{_YEAR}(?![.,]?\d)(?!\s*{_MEASURE})",
    r"\(\d{1,2}\)|(?:^|(?<=[\s;。:、,]))\d{1,2}(?:\)|[.、](?!\d))",
    r"(?<![A-Za-z])(?:PM\s?(?:2\.5|10)|[2-6]G|[23]D)(?![A-Za-z\d])",
    r"(?<![A-Za-z])(?!RMB|CNY|USD)[A-Z][A-Za-z]{0,4}-?\d+(?:\.\d+)?[A-Z]*(?![\d.%])",
)))  # fmt: skip
_FURNITURE = re.compile(r"[\s\-–—·.第页/|]*\d{0,4}[\s\-–—·.第页/|]*")


def unfaithful_numbers(reply: dict[str, Any], lines: Lines, question: str) -> tuple[str, ...]:
    """The numbers of the answer that neither stand in its cited lines nor may be said beside, as printed, in order."""
    allowed = _source_numbers(reply["citations"], lines)
    if reply["status"] == "not_found" or reply.get("verdict") == "no":
        allowed |= _numbers(fold(question))
    said = _without(fold(reply["answer"]), _aside_texts(reply))
    said = _ASIDE.sub("␟", _without(said, [fold(derived["text"]) for derived in reply["derived"]]))
    return tuple(_shown(said, amount.start, amount.end) for amount in scan_numbers(said)
                 if not amount.han and _key(amount.number, amount.scale) not in allowed)  # fmt: skip


def unfaithful_figures(reply: dict[str, Any], lines: Lines) -> tuple[str, ...]:
    """The texts of figures that do not stand in the lines of their own citation, in order."""
    cited = {citation["n"]: citation for citation in reply["citations"]}
    missing = []
    for figure in reply["figures"]:
        citation = cited.get(figure["citation"])
        allowed = _source_numbers([citation], lines) if citation else set()
        if not _numbers(fold(figure["text"])) <= allowed:
            missing.append(figure["text"])
    return tuple(missing)


def _source_numbers(citations: Iterable[dict[str, Any]], lines: Lines) -> set[Number]:
    """Every number of the cited lines: line by line, joined over hard wraps, and without page numbers between."""
    found: set[Number] = set()
    for citation in citations:
        cut = cited_lines(citation, lines)
        kept = [line for at, line in enumerate(cut) if at in (0, len(cut) - 1) or not _FURNITURE.fullmatch(line)]
        for text in (*map(fold, cut), fold(squash("".join(cut))), fold(squash("".join(kept))), fold("\n".join(cut))):
            found |= _numbers(text)
    return found


def _numbers(text: str) -> set[Number]:
    return {_key(amount.number, amount.scale) for amount in scan_numbers(text) if not amount.han}


def _key(number: Any, scale: int) -> Number:
    return f"{number.normalize():f}", scale


def _shown(text: str, start: int, end: int) -> str:
    return text[start : end + 2]


def _aside_texts(reply: dict[str, Any]) -> list[str]:
    """Period labels and titles that the answer may name."""
    periods = [figure["period"]["label"] for figure in reply["figures"] if figure["period"]]
    asked = (reply.get("interpretation") or {}).get("period")
    titles = [entry["title"] for entry in reply["citations"] if entry.get("title")]
    return [fold(text) for text in (*periods, *([asked["label"]] if asked else []), *titles)]


def _without(text: str, parts: Iterable[str]) -> str:
    """The text with parts, longest first, blotted out where they stand whole."""
    for part in sorted({part for part in parts if part}, key=lambda part: (-len(part), part)):
        for start, end in reversed(literal(part, text)):
            text = f"{text[:start]}␟{text[end:]}"
    return text
