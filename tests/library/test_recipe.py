"""The digests of what an index was made by change exactly when that changes."""

from __future__ import annotations

import shutil
from pathlib import Path

from report_qa.library.recipe import reading_digest, recipe_digest
from report_qa.settings import load_settings, shipped_folder


def test_a_copy_of_the_lexicon_is_the_same_recipe_and_a_change_another(tmp_path: Path) -> None:
    shipped = load_settings(data_dir=tmp_path)
    before = recipe_digest(shipped), reading_digest(shipped)
    shutil.copytree(shipped_folder("lexicon"), tmp_path / "lexicon")
    assert (recipe_digest(shipped), reading_digest(shipped)) == before
    (tmp_path / "lexicon" / "more.txt").write_text("词\n", encoding="utf-8")
    assert recipe_digest(shipped) != before[0]
    assert reading_digest(shipped) != before[1]
