"""Settings are read from the environment, checked, and never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_qa import settings as module
from report_qa.errors import SettingsError
from report_qa.settings import load_settings, shipped_folder


def test_defaults_are_relative_folders_and_the_shipped_model() -> None:
    settings = load_settings()
    assert (settings.data_dir, settings.index_dir, settings.model) == (Path("data"), Path("index"), None)
    assert not settings.log_questions


def test_environment_sets_and_overrides_win(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORT_QA_PORT", "9001")
    monkeypatch.setenv("REPORT_QA_LOG_LEVEL", "debug")
    assert load_settings().port == 9001
    assert load_settings(port=9002).port == 9002
    assert load_settings(port=None).port == 9001
    assert load_settings().log_level == "DEBUG"


def test_allowed_origins_are_split_at_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORT_QA_ALLOWED_ORIGINS", "https://a.example/, http://b.example:8080,")
    assert load_settings().allowed_origins == ("https://a.example", "http://b.example:8080")


def test_an_empty_variable_is_as_if_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORT_QA_MODEL", "")
    monkeypatch.setenv("REPORT_QA_PORT", "")
    assert load_settings().model is None
    assert load_settings().port == 8000


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "99999"),
        ("PORT", "eight"),
        ("MAX_BODY_BYTES", "1"),
        ("LOG_LEVEL", "LOUD"),
        ("LOG_QUESTIONS", "perhaps"),
    ],
)
def test_a_value_out_of_bounds_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"REPORT_QA_{name}", value)
    with pytest.raises(SettingsError, match=f"REPORT_QA_{name}"):
        load_settings()


def test_an_unknown_override_is_refused() -> None:
    with pytest.raises(SettingsError, match="COLOUR"):
        load_settings(colour="red")


def test_a_data_folder_without_model_or_lexicon_uses_the_shipped_ones(tmp_path: Path) -> None:
    settings = load_settings(data_dir=tmp_path)
    assert settings.lexicon_dir == shipped_folder("lexicon")
    assert settings.model_dir == shipped_folder("model")
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "model").mkdir()
    assert settings.lexicon_dir == tmp_path / "lexicon"
    assert settings.model_dir == tmp_path / "model"


def test_the_package_s_shipped_folder_is_preferred(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shipped" / "web").mkdir(parents=True)
    monkeypatch.setattr(module, "_PACKAGE", tmp_path)
    assert shipped_folder("web") == tmp_path / "shipped" / "web"


def test_a_missing_shipped_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PACKAGE", tmp_path)
    monkeypatch.setattr(module, "_CHECKOUT", tmp_path)
    with pytest.raises(SettingsError, match="model/ is missing"):
        shipped_folder("model")
