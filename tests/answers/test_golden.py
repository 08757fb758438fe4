"""Facts that answers on the printed Baotou report must give, whatever words they are put in.

`golden/baotou-2022.<language>.json` holds one case a line: `turns` (the last is asked, the others are its history), `status`,
`verdict`, `reason`, `figures` as `[text, lines, period label, status]` in the order of the answer, `derived` texts, and
`cited` lines, each of which a citation must overlap. What a case leaves out is not checked; a verdict or reason left out is none.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from report_qa.answers.promise import keeps_promise
from report_qa.library.library import Library

from .conftest import BAOTOU, AskLibrary

GOLDEN = Path(__file__).parent / "golden"
CASES: list[tuple[str, dict[str, Any]]] = [
    (language, case)
    for language in ("zh", "en")
    for case in json.loads((GOLDEN / f"{BAOTOU}.{language}.json").read_text(encoding="utf-8"))
]
QUESTIONS = [" | ".join(case["turns"]) for _, case in CASES]


@pytest.mark.parametrize(("language", "case"), CASES, ids=QUESTIONS)
def test_the_facts_of_an_answer(ask_baotou: AskLibrary, language: str, case: dict[str, Any]) -> None:
    reply = ask_baotou(*case["turns"])
    assert (reply.status, reply.verdict, reply.reason) == (case["status"], case.get("verdict"), case.get("reason"))
    assert reply.language == language
    if "figures" in case:
        assert [
            [
                cited.figure.text,
                [place.line for place in cited.places],
                cited.figure.period.label if cited.figure.period else None,
                cited.figure.status,
            ]
            for cited in reply.figures
        ] == case["figures"]
    if "derived" in case:
        assert [derived.text for derived in reply.derived] == case["derived"]
    for start, end in case.get("cited", []):
        assert any(one.line_start <= end and start <= one.line_end for one in reply.citations), (start, end)


@pytest.mark.parametrize(("language", "case"), CASES, ids=QUESTIONS)
def test_an_answer_says_its_figures_marks_its_citations_and_is_short(
    ask_baotou: AskLibrary, baotou: Library, language: str, case: dict[str, Any]
) -> None:
    reply = ask_baotou(*case["turns"])
    assert keeps_promise(reply, baotou.source(BAOTOU), case["turns"][-1])
    assert all(cited.figure.text in reply.answer for cited in reply.figures)
    assert all(f"[{citation.n}]" in reply.answer for citation in reply.citations)
    assert [citation.n for citation in reply.citations] == list(range(1, len(reply.citations) + 1))
    assert {cited.citation for cited in reply.figures} <= {citation.n for citation in reply.citations}
    assert {at for derived in reply.derived for at in derived.operands} <= set(range(len(reply.figures)))
    assert len(reply.answer) <= max(600, 2 * sum(len(citation.quote) for citation in reply.citations))
    assert 0 <= reply.confidence <= 1
    assert len(reply.suggestions) <= 4


@pytest.mark.parametrize(("language", "case"), CASES[::6], ids=QUESTIONS[::6])
def test_the_same_question_gets_the_same_reply(ask_baotou: AskLibrary, language: str, case: dict[str, Any]) -> None:
    assert ask_baotou(*case["turns"]) == ask_baotou(*case["turns"])


@pytest.mark.parametrize(("language", "case"), CASES[::4], ids=QUESTIONS[::4])
def test_the_language_changes_the_words_and_not_the_facts(
    ask_baotou: AskLibrary, language: str, case: dict[str, Any]
) -> None:
    other = ask_baotou(*case["turns"], lang="zh" if language == "en" else "en")
    reply = ask_baotou(*case["turns"])
    assert (other.status, other.verdict, other.reason) == (reply.status, reply.verdict, reply.reason)
    assert other.figures == reply.figures
    assert other.citations == reply.citations
    assert other.answer != reply.answer
