"""The docs say all that there is: every setting, command, option, error and route; and their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main

from report_qa import errors
from report_qa.cli.app import app
from report_qa.settings import ENV_PREFIX, Settings


def text(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


def test_every_setting_is_on_the_settings_page(root: Path) -> None:
    page = text(root, "docs/settings.md")
    named = set(re.findall(r"^\| `(REPORT_QA_[A-Z_]+)`", page, re.MULTILINE))
    assert named == {f"{ENV_PREFIX}{name.upper()}" for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        if field.default not in (None, ()):
            shown = str(field.default).lower() if isinstance(field.default, bool) else str(field.default)
            assert f"| `{ENV_PREFIX}{name.upper()}` | `{shown}` |" in page


def test_every_command_and_option_is_on_the_commands_page(root: Path) -> None:
    page = text(root, "docs/commands.md")
    group = typer.main.get_command(app)
    seen = 0
    for name, command in sorted(group.commands.items()):  # type: ignore[attr-defined]
        for label, one in [
            (name, command),
            *((f"{name} {sub}", it) for sub, it in getattr(command, "commands", {}).items()),
        ]:
            if getattr(one, "commands", None):
                continue
            assert f"`report-qa {label}" in page, label
            section = page.partition(f"`report-qa {label}")[2].partition("\n## ")[0]
            for parameter in one.params:
                for option in parameter.opts:
                    if option.startswith("--") and option != "--help":
                        assert option in section, f"{label} {option}"
                        seen += 1
    assert seen > 15


def test_every_error_is_on_the_errors_page(root: Path) -> None:
    page = text(root, "docs/errors.md")
    for error in vars(errors).values():
        if isinstance(error, type) and issubclass(error, errors.ReportQAError):
            assert f"| `{error.code}` | `{error.__name__}` |" in page


def test_every_route_is_on_the_api_page(root: Path) -> None:
    from report_qa.service.app import create_app

    page = text(root, "docs/http-api.md")
    for path in create_app(Settings()).openapi()["paths"]:
        assert path.replace("{report}", "{id}") in page, path


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/pipeline.md", "docs/index.md"])
def test_links_lead_somewhere(root: Path, name: str) -> None:
    page = root / name
    for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in link:
            assert (page.parent / link).exists(), link


def test_make_targets_of_the_readme_exist(root: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", text(root, "Makefile"), re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md"):
        assert set(re.findall(r"make ([a-z]+)\b(?! [a-z]+ (?:it|an))", text(root, name))) <= targets | {"them"}
    assert {"run", "test", "check", "bench"} <= targets


def test_continuous_integration_runs_what_contributors_run(root: Path) -> None:
    script = text(root, ".ci/run")
    assert "make check" in script
    assert "make test" in script
    assert (root / ".ci" / "run").stat().st_mode & 0o111


def test_every_page_and_decision_is_reached_from_the_index(root: Path) -> None:
    index = text(root, "docs/index.md")
    for page in sorted((root / "docs").rglob("*.md")):
        name = page.relative_to(root / "docs").as_posix()
        assert name == "index.md" or f"({name})" in index, name
