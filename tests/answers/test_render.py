"""Templates: every outcome that the code makes can be said in both languages, and what is missing is an error."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any, get_args

import pytest
from jinja2 import UndefinedError

import report_qa
from report_qa.answers.draft import Draft
from report_qa.answers.outcome import Line, Outcome
from report_qa.answers.render import render
from report_qa.answers.reply import Reason
from report_qa.answers.view import ReportView
from report_qa.figures.derived import Hindrance
from report_qa.questions.question import Correction, Language

SOURCE = Path(report_qa.__file__).parent
LANGUAGES: tuple[Language, ...] = ("zh", "en")
LINE = Line(
    "2023年实际", "粮食产量达到18.2亿斤", "18.2亿斤", 1, "居全省第一", "全年粮食产量达到18.2亿斤", "1,820,000,000"
)
PLAIN = Line("", "新建幼儿园：35所", "35所", 2, "", "新建幼儿园：35所", "")
COMPARED = {
    "lines": [LINE, PLAIN], "computed": "5所", "sign": 1, "mode": "difference", "why": "", "alike": True,
    "verdict": "", "names": ["2024年目标", "2023年实际"], "top": "", "least": False,
}  # fmt: skip
CONTEXTS: dict[str, list[dict[str, Any]]] = {
    "figures": [{"lines": [LINE]}, {"lines": [LINE, PLAIN]}],
    "clarify": [{"lines": [LINE, PLAIN]}],
    "text": [{"quotes": [("原文一。", 1), ("原文二。", 2)]}],
    "yesno": [
        {"verdict": "yes", "lines": [LINE], "quotes": []},
        {"verdict": "no", "lines": [], "quotes": [("原文一。", 1)]},
    ],
    "compare": [
        COMPARED,
        COMPARED | {"sign": -1},
        COMPARED | {"sign": 0, "alike": False},
        *(COMPARED | {"computed": "", "why": why} for why in get_args(Hindrance)),
        COMPARED | {"computed": "约1.14倍", "mode": "ratio"},
        COMPARED | {"computed": "75所", "mode": "sum"},
        COMPARED | {"computed": "", "mode": "printed", "sign": 0},
        COMPARED | {"lines": [LINE, PLAIN, LINE], "computed": "", "top": "住宿业"},
        COMPARED | {"verdict": "yes"},
        COMPARED | {"verdict": "no", "sign": -1},
    ],
    "refusal": [{"reason": reason, "nearest": near} for reason in get_args(Reason) for near in (True, False)],
    "which": [{"titles": ["2024年苏州市政府工作报告", "2026年山东省政府工作报告"], "more": more} for more in ("", "3")],
    "mended": [
        {"corrected": [Correction("工业增家值", "工业增加值"), Correction("收人", "收入")], "whole": False},
        {"corrected": [Correction("liangshi chanliang", "粮食产量")], "whole": True},
    ],
    "where": [{"ranges": [(11, 11)]}, {"ranges": [(11, 12), (30, 30)]}],
    "smalltalk": [{"kind": kind} for kind in ("hello", "thanks", "bye")],
}
"""What the code gives each template, in every shape that it may have."""


def template(language: Language) -> str:
    return (SOURCE / "answers" / "templates" / f"{language}.j2").read_text(encoding="utf-8")


def macros(language: Language) -> dict[str, str]:
    return dict(re.findall(r"macro (\w+)\(([^)]*)\)", template(language)))


def outcome_names() -> set[str]:
    """The names of the outcomes that the code makes."""
    found: set[str] = set()
    for package in ("answers", "library"):
        for file in sorted((SOURCE / package).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Outcome":
                    first = node.args[0] if node.args else next(key.value for key in node.keywords if key.arg == "name")
                    assert isinstance(first, ast.Constant), (
                        f"{file}:{node.lineno} names its template in a way unseen here"
                    )
                    found.add(str(first.value))
    return found


def say(view: ReportView, name: str, language: Language, context: dict[str, Any]) -> str:
    return render(Outcome(name, Draft(view), context=context), language)


EVERY = [
    (name, language, context) for name, contexts in CONTEXTS.items() for language in LANGUAGES for context in contexts
]


def test_both_languages_have_the_same_macros() -> None:
    assert macros("zh") == macros("en")


def test_every_outcome_in_the_code_has_a_macro_and_a_context_here() -> None:
    assert outcome_names() | {"where", "mended"} == set(CONTEXTS) == set(macros("zh")) - {"line"}


@pytest.mark.parametrize(("name", "language", "context"), EVERY)
def test_every_outcome_renders(view: ReportView, name: str, language: Language, context: dict[str, Any]) -> None:
    text = say(view, name, language, context)
    assert text == text.strip()
    assert text[-1] in "。.”]）)"
    assert "\n" not in text
    assert "None" not in text
    assert "{" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CONTEXTS)
def test_a_missing_name_is_an_error(view: ReportView, name: str, language: Language) -> None:
    with pytest.raises(UndefinedError):
        say(view, name, language, {})


def test_every_name_of_a_context_is_needed_somewhere(view: ReportView) -> None:
    """A name that no template reads is not part of the contract."""
    text = template("zh") + template("en")
    for name, contexts in CONTEXTS.items():
        for key in contexts[0]:
            assert re.search(rf"\b{key}\b", text), (name, key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_said_with_its_mark_label_and_remark(view: ReportView, language: Language) -> None:
    text = say(view, "figures", language, {"lines": [LINE, PLAIN]})
    assert text.index(LINE.words) < text.index("[1]") < text.index(PLAIN.words) < text.index("[2]")
    assert LINE.label in text
    assert LINE.remark in text


def test_only_english_gives_the_plain_number(view: ReportView) -> None:
    assert LINE.converted in say(view, "figures", "en", {"lines": [LINE]})
    assert LINE.converted not in say(view, "figures", "zh", {"lines": [LINE]})


def test_a_clause_that_says_more_than_the_words_is_quoted(view: ReportView) -> None:
    assert LINE.clause in say(view, "figures", "zh", {"lines": [LINE]})
    assert say(view, "figures", "zh", {"lines": [PLAIN]}).count(PLAIN.words) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_words_of_its_own_without_a_number(view: ReportView, language: Language) -> None:
    said = [say(view, "refusal", language, {"reason": reason, "nearest": False}) for reason in get_args(Reason)]
    assert len(set(said)) == len(said)
    assert not re.search(r"\d", "".join(said))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_mentions_related_passages_only_where_there_are_some(view: ReportView, language: Language) -> None:
    near, alone = (
        say(view, "refusal", language, {"reason": "not_in_report", "nearest": nearest}) for nearest in (True, False)
    )
    assert near.startswith(alone)
    assert len(near) > len(alone)


def test_a_comparison_begins_with_its_verdict_where_it_has_one(view: ReportView) -> None:
    begins: dict[Language, tuple[str, str]] = {"zh": ("是。", "不是。"), "en": ("Yes.", "No.")}
    for language, (yes, no) in begins.items():
        plain = say(view, "compare", language, COMPARED)
        assert say(view, "compare", language, COMPARED | {"verdict": "yes"}).removeprefix(yes).strip() == plain
        assert say(view, "compare", language, COMPARED | {"verdict": "no"}).removeprefix(no).strip() == plain


def test_a_computed_difference_is_called_computed(view: ReportView) -> None:
    assert "高5所（计算得出）" in say(view, "compare", "zh", COMPARED)
    assert "低5所（计算得出）" in say(view, "compare", "zh", COMPARED | {"sign": -1})
    assert "(computed)" in say(view, "compare", "en", COMPARED)
    assert "计算" not in say(view, "compare", "zh", COMPARED | {"computed": "", "why": "unit"})


def test_why_there_is_no_difference_is_said(view: ReportView) -> None:
    said = {
        why: [say(view, "compare", language, COMPARED | {"computed": "", "why": why}) for language in LANGUAGES]
        for why in get_args(Hindrance)
    }
    assert len({zh for zh, _ in said.values()}) == len(said) == len({en for _, en in said.values()})
    assert "2024年目标更高" in said["metric"][0]  # an order has a meaning also between two metrics
    assert "higher" not in said["bound"][1]


def test_a_sum_is_said_as_one(view: ReportView) -> None:
    context = COMPARED | {"computed": "75所", "mode": "sum"}
    assert "合计75所（计算得出）" in say(view, "compare", "zh", context)
    assert "come to “75所” (computed)" in say(view, "compare", "en", context)
    assert "不能相加" in say(view, "compare", "zh", context | {"computed": "", "why": "aspect"})
    assert "have no sum" in say(view, "compare", "en", context | {"computed": "", "why": "aspect"})


def test_a_ratio_is_said_as_a_multiple(view: ReportView) -> None:
    context = COMPARED | {"computed": "约1.14倍", "mode": "ratio"}
    assert "2024年目标是2023年实际的约1.14倍（计算得出）" in say(view, "compare", "zh", context)
    assert "“约1.14倍” of 2023年实际 (computed)" in say(view, "compare", "en", context)
