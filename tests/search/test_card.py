"""The model card says what was done to the weights, and nothing that was not."""

from __future__ import annotations

import json
from pathlib import Path

from report_qa.search.model.card import SHIPPED_TUNED, write_card


def test_the_card_of_the_shipped_model_is_the_one_that_is_written(shipped: Path, tmp_path: Path) -> None:
    trained = json.loads((shipped / "training.json").read_text("utf-8"))
    graph = (shipped / "model.onnx").stat().st_size / 1e6
    tuned = trained["questions"], len(trained["reports"])
    write_card(tmp_path / "card.md", pieces=40_200, megabytes=graph, tuned=tuned, measured=SHIPPED_TUNED)
    card = (tmp_path / "card.md").read_text("utf-8")
    assert card == (shipped / "MODEL_CARD.md").read_text("utf-8")
    for name in trained["general"]:
        assert {"cmrc2018_trial": "CMRC 2018 trial", "drcd_dev": "DRCD dev", "xquad_zh": "XQuAD"}[
            name.split(".")[0]
        ] in card


def test_no_report_that_is_measured_on_is_in_the_training(shipped: Path) -> None:
    trained = json.loads((shipped / "training.json").read_text("utf-8"))["reports"]
    unseen = [path.stem for path in sorted((shipped.parent / "eval" / "unseen").glob("*.jsonl"))]
    assert len(unseen) == 6
    assert not set(trained) & {*unseen, "baotou-2022", "徐州-2024", "安徽省-2026"}


def test_the_card_of_a_tuned_model_claims_no_figure_of_the_untuned_one(tmp_path: Path) -> None:
    write_card(tmp_path / "card.md", pieces=35_570, megabytes=34.6, tuned=(4_500, 45))
    card = (tmp_path / "card.md").read_text("utf-8")
    assert "4,500 questions about 45 reports" in card
    assert "eight bits" in card
    assert "Nothing was trained" not in card
    assert ".492" not in card
