"""The check of the promise: every number of an answer has an origin, and every figure stands where its places say."""

from __future__ import annotations

import re
import unicodedata

from report_qa.answers.reply import CitedFigure, Reply
from report_qa.text.source import Source

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?")
_ASIDE = re.compile(
    r"\[\d+(?:\s*[-,–、]\s*\d+)*\]"  # citation marks
    r"|(?<![\d.])(?:19|20)\d\d\s*[-–—~～至到]+\s*(?:19|20)\d\d(?!\d)年?"  # years
    r"|(?<![\d.])(?:19|20)\d\d(?:年|(?=\s*(?:[(:;]|[,.](?!\d)|$)))"
    r"|(?<!\d)\d{1,2}月(?:\d{1,2}[日号]?)?"  # dates
    r"|第\s*\d+\s*行|\blines?\s*\d+(?:\s*[-–]\s*\d+)?"
    r"|PM\s?(?:2\.5|10)|[2-6]G(?![A-Za-z\d])",
)


def keeps_promise(reply: Reply, source: Source | None, question: str) -> bool:
    """Whether a reply keeps the contract's promise; `source` is that of the report its figures stand in."""
    if source is not None and not all(_stands(source, cited) for cited in reply.figures):
        return False
    known = _numbers([cited.figure.text for cited in reply.figures])
    known |= _numbers(
        [citation.quote for citation in reply.citations] + [citation.title or "" for citation in reply.citations]
    )
    known |= _numbers([text for derived in reply.derived for text in (derived.text, derived.formula or "")])
    known |= _numbers([cited.figure.period.label for cited in reply.figures if cited.figure.period])
    if reply.status == "not_found" or reply.verdict == "no":
        known |= _numbers([question])
    return _numbers([_ASIDE.sub("", _fold(reply.answer))]) <= known


def _stands(source: Source, cited: CitedFigure) -> bool:
    cut = "".join(source.line(place.line)[place.column_start : place.column_end] for place in cited.places)
    return _squash(cut) == _squash(cited.figure.text)


def _squash(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text.replace("，", "、"))


def _numbers(texts: list[str]) -> set[str]:
    return {number.replace(",", "") for text in texts for number in _NUMBER.findall(_fold(text))}
