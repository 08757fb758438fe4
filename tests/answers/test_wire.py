"""A reply on the wire has the contract's fields, in plain JSON types."""

import json
from decimal import Decimal

import pytest

from report_qa.answers.reply import Citation, CitedFigure, Derived, Interpretation, Reply
from report_qa.answers.wire import figure_to_dict, hit_to_dict, json_number, place_to_dict, reply_to_dict
from report_qa.figures.figure import Figure
from report_qa.search.passage import Hit, Passage
from report_qa.text.periods import Period
from report_qa.text.source import Place
from report_qa.text.spans import Extent, Span

EXTENT = Extent((Span(3, 9),))
PLACES = (Place(2, 4, 8), Place(4, 0, 2))
YEAR = Period("2022年", 2022, 2022)


def ledger_figure(value: str = "25.5", value_to: str | None = None) -> Figure:
    upper = None if value_to is None else Decimal(value_to)
    return Figure(
        text="25.5亿斤以上", value=Decimal(value), value_to=upper, scale=10**8, unit="斤", qualifier="以上", metric="粮食产量",
        change="达到", period=YEAR, status="target", sentence=1, start=0, end=8, extent=EXTENT, clause_start=0, clause_end=9,
    )  # fmt: skip


def reply() -> Reply:
    read = Interpretation(
        "figure", ("粮食产量",), YEAR, "target", None, {"period": "question", "intent": "default"}, "全问"
    )
    passage = Passage(0, "r", "粮食产量达到25.5亿斤以上", "embedded", EXTENT, 1, None, 2, 4, ("一", "二"))
    cited = Citation(1, "r", None, 2, 4, PLACES, None, "粮食产量达到25.5亿斤以上", ("一",), "/reports/r#L2-L4")
    return Reply(
        status="answered", answer="达到25.5亿斤以上[1]。", interpretation=read,
        figures=(CitedFigure(ledger_figure(), PLACES, 1),), derived=(Derived("1项"),), citations=(cited,),
        passages=(Hit(passage, 0.5, {"vector": 0.4, "bm25": 0.1}),), suggestions=("那去年呢？",), confidence=0.75,
    )  # fmt: skip


def test_a_reply_has_exactly_the_fields_of_the_contract() -> None:
    wire = reply_to_dict(reply(), "digest", 1.5)
    assert list(wire) == [
        "status", "verdict", "answer", "reason", "figures", "derived", "citations", "nearest", "passages",
        "interpretation", "suggestions", "confidence", "index", "elapsed_ms",
    ]  # fmt: skip
    assert json.loads(json.dumps(wire, ensure_ascii=False)) == wire
    assert (wire["index"], wire["elapsed_ms"], wire["suggestions"]) == ("digest", 1.5, ["那去年呢？"])
    assert wire["derived"] == [{"text": "1项", "formula": None, "operands": []}]


def test_a_figure_is_flattened_with_its_citation_and_places() -> None:
    assert reply_to_dict(reply(), "", 0)["figures"] == [
        {
            "text": "25.5亿斤以上", "value": 25.5, "scale": 100000000, "unit": "斤", "qualifier": "以上",
            "metric": "粮食产量", "change": "达到", "period": {"label": "2022年", "start": 2022, "end": 2022},
            "status": "target", "citation": 1,
            "places": [
                {"line": 2, "column_start": 4, "column_end": 8},
                {"line": 4, "column_start": 0, "column_end": 2},
            ],
        }
    ]  # fmt: skip


def test_only_a_range_has_an_upper_value() -> None:
    assert "value_to" not in figure_to_dict(ledger_figure(), PLACES)
    assert figure_to_dict(ledger_figure("3", "3.5"), PLACES)["value_to"] == 3.5


@pytest.mark.parametrize(("value", "said"), [("1200", "1200"), ("25.50", "25.5"), ("1E+3", "1000"), ("0.2", "0.2")])
def test_a_whole_number_has_no_point(value: str, said: str) -> None:
    assert json.dumps(json_number(Decimal(value))) == said


def test_a_place_has_a_page_only_where_the_format_has_pages() -> None:
    assert place_to_dict(Place(1, 0, 2, 7)) == {"line": 1, "column_start": 0, "column_end": 2, "page": 7}
    assert "page" not in place_to_dict(Place(1, 0, 2))


def test_a_hit_shows_its_passage_and_scores_and_nothing_of_the_index() -> None:
    wire = hit_to_dict(reply().passages[0])
    assert list(wire) == ["report", "text", "line_start", "line_end", "section", "score", "parts"]
    assert list(wire["parts"]) == ["bm25", "vector"]


def test_the_interpretation_and_the_citation_keep_their_fields() -> None:
    wire = reply_to_dict(reply(), "", 0)
    assert wire["interpretation"] == {
        "intent": "figure", "metrics": ["粮食产量"], "period": {"label": "2022年", "start": 2022, "end": 2022},
        "status": "target", "place": None, "origin": {"intent": "default", "period": "question"}, "rewritten": "全问", "corrected": [],
    }  # fmt: skip
    assert list(wire["citations"][0]) == [
        "n", "report", "title", "line_start", "line_end", "places", "page", "quote", "section", "url",
    ]  # fmt: skip
