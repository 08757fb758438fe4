"""The model card says what was done to the weights, and nothing that was not."""

from __future__ import annotations

from pathlib import Path

from report_qa.search.model.card import write_card


def test_the_card_of_the_shipped_model_is_the_one_that_is_written(shipped: Path, tmp_path: Path) -> None:
    graph = (shipped / "model.onnx").stat().st_size / 1e6
    write_card(tmp_path / "card.md", pieces=40_200, megabytes=graph)
    card = (tmp_path / "card.md").read_text("utf-8")
    assert card == (shipped / "MODEL_CARD.md").read_text("utf-8")
    assert "Nothing was trained" in card


def test_the_card_of_a_tuned_model_claims_no_figure_of_the_untuned_one(tmp_path: Path) -> None:
    write_card(tmp_path / "card.md", pieces=35_570, megabytes=34.6, tuned=(4_500, 45))
    card = (tmp_path / "card.md").read_text("utf-8")
    assert "4,500 questions about 45 reports" in card
    assert "eight bits" in card
    assert "Nothing was trained" not in card
    assert ".492" not in card
