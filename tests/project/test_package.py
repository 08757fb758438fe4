"""The package's own rules: layers, public names, one version, a wheel that works outside a checkout."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import report_qa

LAYERS = (
    "errors",
    "settings",
    "text",
    "figures",
    "search",
    "questions",
    "answers",
    "library",
    "service",
    "evaluation",
    "training",
    "cli",
)
BESIDE = {"service", "evaluation", "training"}
SIBLINGS = {(one, other) for one in BESIDE for other in BESIDE if one != other}


def modules(root: Path) -> list[Path]:
    return sorted((root / "src" / "report_qa").rglob("*.py"))


def project(root: Path) -> dict[str, object]:
    fields: dict[str, object] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return fields


def layer(path: Path, root: Path) -> str:
    return path.relative_to(root / "src" / "report_qa").parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Top-level packages of report_qa that a module imports, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        found |= {name.split(".")[1] for name in names if name.startswith("report_qa.")}
    return found


def test_a_module_imports_only_from_its_own_and_earlier_layers(root: Path) -> None:
    for path in modules(root):
        own = layer(path, root)
        if own in ("__init__", "__main__"):
            continue
        allowed = set(LAYERS[: LAYERS.index(own) + 1])
        strange = {name for name in imported(path) if name not in allowed or (own, name) in SIBLINGS}
        assert not strange, f"{path.name} of {own} imports {sorted(strange)}"


def test_every_package_is_one(root: Path) -> None:
    for path in modules(root):
        assert (path.parent / "__init__.py").exists(), f"{path.parent.name}/ has no __init__.py"


def test_modules_own_one_noun_and_stay_short(root: Path) -> None:
    for path in modules(root):
        assert path.stem not in {"utils", "helpers", "manager", "common", "base", "core", "misc"}
        lines = path.read_text(encoding="utf-8").count("\n")
        assert lines <= 300, f"{path.name} has {lines} lines"


def test_the_public_names_are_those_exposed() -> None:
    assert list(report_qa.__all__) == sorted(report_qa.__all__)
    for name in report_qa.__all__:
        assert getattr(report_qa, name).__name__ == name
    assert set(dir(report_qa)) == {*report_qa.__all__, "__version__"}
    with pytest.raises(AttributeError):
        _ = report_qa.Nothing


def test_importing_the_package_loads_nothing() -> None:
    code = "import sys, report_qa; assert not [name for name in sys.modules if name.startswith('report_qa.')]"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_changelog_s_last_version_is_the_package_s(root: Path) -> None:
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## \[(\d[^\]]*)\] - \d{4}-\d{2}-\d{2}$", changelog, re.MULTILINE)
    assert released[0] == report_qa.__version__
    assert "## [Unreleased]" in changelog


def test_every_dependency_is_pinned_and_no_host_is_named(root: Path) -> None:
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!]+", line) for line in lines)
    pinned = {canonical(line.split("==")[0]) for line in lines}
    assert "torch==2.13.0" in lines
    fields = project(root)["project"]
    assert isinstance(fields, dict)
    wanted = [*fields["dependencies"], *fields["optional-dependencies"]["dev"]]
    named = {canonical(re.split(r"[<>=!\[ ]", name)[0]) for name in wanted}
    assert named <= pinned, f"not pinned: {sorted(named - pinned)}"


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_third_party_imports_are_declared(root: Path) -> None:
    fields = project(root)["project"]
    assert isinstance(fields, dict)
    extras = fields["optional-dependencies"]
    declared = {
        canonical(re.split(r"[<>=!\[ ]", name)[0])
        for name in [*fields["dependencies"], *extras["model"], *extras["train"]]
    }
    brought = {"starlette", "transformers", "torch", "safetensors", "huggingface-hub"}  # by those declared
    aliases = {"faiss": "faiss-cpu"}
    for path in modules(root):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in (name.split(".")[0] for name in names):
                known = canonical(aliases.get(name, name))
                standard = name in sys.stdlib_module_names or name in ("report_qa", "")
                assert standard or known in declared | brought, f"{path.name} imports {name}"


@pytest.mark.slow
def test_the_wheel_carries_what_an_installed_package_needs(root: Path, tmp_path: Path) -> None:
    build = (
        "from hatchling.builders.wheel import WheelBuilder\n"
        f"print(next(WheelBuilder({str(root)!r}).build(directory={str(tmp_path)!r}, versions=['standard'])))"
    )
    pytest.importorskip("hatchling", reason="hatchling, which builds the wheel, is not installed")
    made = subprocess.run([sys.executable, "-c", build], check=True, capture_output=True, text=True)
    with zipfile.ZipFile(made.stdout.strip()) as wheel:
        names = set(wheel.namelist())
    for folder, packed in (("data/model", "model"), ("data/lexicon", "lexicon"), ("web", "web")):
        files = [path for path in (root / folder).rglob("*") if path.is_file()]
        assert files, f"{folder} is empty"
        for path in files:
            assert f"report_qa/shipped/{packed}/{path.relative_to(root / folder).as_posix()}" in names
    for path in (root / "src" / "report_qa").rglob("*"):
        if path.is_file() and path.suffix in (".py", ".j2", ".typed", ".html", ".css", ".js"):
            assert path.relative_to(root / "src").as_posix() in names
    assert not [name for name in names if "__pycache__" in name or name.startswith(("tests/", "data/"))]
