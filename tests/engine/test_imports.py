"""What the engine may lean on: a pure engine needs little, and the browser carries all of it."""

import ast
import sys
from pathlib import Path

import funnel
import pytest

from sitebuild import wheels

ENGINE = Path(funnel.__file__).parent
MODULES = sorted(path for path in ENGINE.rglob("*.py") if path.name != "__main__.py")
"""All but the terminal's door, which reads and writes and is in no browser."""

ALLOWED = {
    "base64", "collections", "copy", "dataclasses", "enum", "functools", "gettext", "io",
    "itertools", "json", "re", "typing",
    "jinja2", "funnel",
}  # fmt: skip
IMPURE = {"open", "print", "input", "eval", "exec", "hash", "id"}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ENGINE).as_posix())
def test_a_module_imports_only_what_a_pure_engine_needs(module: Path) -> None:
    """No clock, no files, no network, no chance but its own."""
    tree = ast.parse(module.read_text("utf-8"))
    names = {name.partition(".")[0] for node in ast.walk(tree) for name in _imported(node)}
    assert names <= ALLOWED


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ENGINE).as_posix())
def test_a_module_calls_nothing_that_reaches_outside_or_varies(module: Path) -> None:
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not calls & IMPURE


def test_the_allowed_modules_are_real() -> None:
    assert ALLOWED - {"jinja2", "funnel"} <= sys.stdlib_module_names


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def test_the_pure_engine_knows_nothing_of_the_terminal() -> None:
    """What the browser does not get must not be missed there."""
    terminal = {f"funnel.{name.removesuffix('.py').replace('/', '.')}" for name in wheels.TERMINAL}
    for path in ENGINE.rglob("*.py"):
        if path.relative_to(ENGINE).as_posix() not in wheels.TERMINAL:
            names = {name for node in ast.walk(ast.parse(path.read_text("utf-8"))) for name in _named(node)}
            assert not names & terminal, path


def _named(node: ast.AST) -> list[str]:
    """The modules that an import names in full, with what is taken from a package."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{alias.name}" for alias in node.names] + [str(node.module)]
    return []
