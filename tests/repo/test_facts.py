"""Facts that tools force us to write down twice, and what no file of the repository may hold."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from sitebuild import assets
from sitebuild.locales import ROOT

PACKAGE = json.loads((ROOT / "package.json").read_text("utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
ENGINE = tomllib.loads((ROOT / "simulator" / "engine" / "pyproject.toml").read_text("utf-8"))
PYTHON = (ROOT / ".python-version").read_text("utf-8").strip()
LOCK_FILES = ("package-lock.json", "requirements/locked.txt", "requirements/node.txt")
REGISTRY = re.compile(
    r"\"resolved\": \"|--(?:extra-)?index-url|--find-links|https?://\S+(?:/simple\b|\.whl\b|\.tgz\b|\.tar\.gz\b)"
)
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:root|work|opt/\w+|Users/\w+|home/(?!pyodide)\w+)/")


def tracked_files() -> list[Path]:
    """What git has, or would take with the next `git add`."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for name in names.splitlines() if (path := ROOT / name).is_file()]


def matches(pattern: re.Pattern[str]) -> list[str]:
    """`file: match` for every text file, this one aside."""
    found = []
    for path in set(tracked_files()) - {Path(__file__)}:
        text = path.read_bytes().decode("utf-8", "ignore")
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in pattern.finditer(text)]
    return sorted(found)


def locked_python_version() -> str:
    lock = json.loads((ROOT / "node_modules" / "pyodide" / "pyodide-lock.json").read_text("utf-8"))
    return ".".join(lock["info"]["python"].split(".")[:2])


def test_python_is_the_release_that_pyodide_carries() -> None:
    """Bytecode of any other release is refused in the browser."""
    assert locked_python_version() == PYTHON


def test_pyodide_is_the_release_that_package_json_names() -> None:
    assert assets.pyodide_version() == PACKAGE["dependencies"]["pyodide"]


def test_every_project_file_names_the_same_python() -> None:
    assert PROJECT["project"]["requires-python"].startswith(f">={PYTHON}")
    assert ENGINE["project"]["requires-python"].startswith(f">={PYTHON}")
    assert PROJECT["tool"]["mypy"]["python_version"] == PYTHON
    assert PROJECT["tool"]["ruff"]["target-version"] == "py" + PYTHON.replace(".", "")


def test_all_parts_have_one_version() -> None:
    assert PROJECT["project"]["version"] == PACKAGE["version"] == ENGINE["project"]["version"]


@pytest.mark.parametrize("name", ["dependencies", "devDependencies"])
def test_npm_packages_are_pinned(name: str) -> None:
    assert [
        version for version in PACKAGE[name].values() if not re.fullmatch(r"\d+\.\d+\.\d+", version)
    ] == []


@pytest.mark.parametrize("name", LOCK_FILES)
def test_a_lock_file_names_no_registry_and_hashes_everything(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert not REGISTRY.search(text)
    assert '"resolved"' not in text
    assert "sha256:" in text or '"integrity"' in text


def test_no_file_names_a_registry() -> None:
    assert matches(REGISTRY) == []


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    assert matches(MACHINE_PATH) == []


def test_make_help_explains_every_target() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.search(r"^TIMED := (.*)$", text, re.MULTILINE)[1].split())  # type: ignore[index]
    explained = set(re.findall(r"^([a-z]+):.*## ", text, re.MULTILINE))
    assert targets | {"help", "setup", "serve", "clean"} == explained


def test_ci_runs_exactly_the_two_commands() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("make ")] == ["make test", "make check"]
