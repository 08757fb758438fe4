"""Where the words, sounds and look-alikes come from that slips are mended with; a file that cannot be read is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from report_qa.errors import LexiconError
from report_qa.questions.look_alikes import read_look_alikes
from report_qa.questions.pieces import piece_costs
from report_qa.questions.sounds import Sounds
from report_qa.settings import shipped_folder


def tokenizer(folder: Path, model: object) -> Path:
    (folder / "tokenizer.json").write_text(json.dumps({"model": model}), encoding="utf-8")
    return folder


def alike(folder: Path, text: str) -> Path:
    (folder / "spelling").mkdir()
    (folder / "spelling" / "look_alikes.txt").write_text(text, encoding="utf-8")
    return folder


def test_the_shipped_tokenizer_says_which_words_are_common() -> None:
    costs = piece_costs(shipped_folder("model"))
    assert costs["的"] < costs["增长"] < costs["马克思主义"]
    assert "a" not in costs


def test_a_piece_costs_by_its_share_of_the_han_pieces(tmp_path: Path) -> None:
    vocab = [["<unk>", 0.0], ["▁去", -3.0], ["去", -2.0], ["年", -2.0], ["ab", -1.0], ["去x", -1.0]]
    costs = piece_costs(tokenizer(tmp_path, {"type": "Unigram", "vocab": vocab}))
    assert costs == pytest.approx({"去": 0.693147, "年": 0.693147}, abs=1e-5)


@pytest.mark.parametrize(
    "model", [{"type": "WordPiece", "vocab": {"去": 1}}, {"type": "Unigram"}, [], {"type": "Unigram", "vocab": []}]
)
def test_another_tokenizer_gives_the_shipped_words(tmp_path: Path, model: object) -> None:
    assert piece_costs(tokenizer(tmp_path, model)) == piece_costs(shipped_folder("model"))
    assert piece_costs(tmp_path / "none") == piece_costs(shipped_folder("model"))


def test_look_alikes_hold_both_ways(tmp_path: Path) -> None:
    found = read_look_alikes(alike(tmp_path, "# a remark\n\n己已巳\n已己乙\n"))
    assert found == {"己": "已巳乙", "已": "己巳乙", "巳": "己已", "乙": "已己"}


def test_the_shipped_look_alikes_are_read_where_a_lexicon_has_none(tmp_path: Path) -> None:
    found = read_look_alikes(tmp_path)
    assert found == read_look_alikes(shipped_folder("lexicon"))
    assert "人" in found["入"]
    assert "戌" in found["戊"]


@pytest.mark.parametrize("line", ["入", "入入", "入 人", "入a", "入人入"])
def test_a_line_that_is_no_group_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(LexiconError, match="line 2"):
        read_look_alikes(alike(tmp_path, f"土士\n{line}\n"))


def test_every_common_character_is_read() -> None:
    sounds = Sounds.open()
    assert sounds.readings("增")[0] == "zeng"
    assert sounds.readings("率")[0] == "lv"
    assert all(sounds.readings(letter) for letter in "政府工作报告今年去年多少")
    assert all(one.isascii() and one.islower() for one in sounds.syllables)


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report_qa.questions.sounds.importlib.util.find_spec", lambda name: None)
    with pytest.raises(LexiconError, match="pypinyin"):
        Sounds.open()
