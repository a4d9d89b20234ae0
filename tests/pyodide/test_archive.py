"""What ships as Python's library is what the engine needs, and starts the engine."""

import ast
import importlib.util
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitebuild import catalogs, packs, stdlib, wheels
from sitebuild.locales import Locale, load
from sitebuild.pyodide import Pyodide, PyodideError

ENGINE = wheels.ENGINE / "funnel"


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


SHIPPED = [p for p in ENGINE.rglob("*.py") if p.relative_to(ENGINE).as_posix() not in wheels.TERMINAL]
ENGINE_IMPORTS = sorted({name for path in SHIPPED for name in imports(path)})


@pytest.mark.parametrize("module", ENGINE_IMPORTS)
def test_the_trimmed_library_has_each_module_that_the_engine_imports(
    module: str, pyodide_python: Callable[[str], str]
) -> None:
    """A failure names the module; `make stdlib` adds it."""
    pyodide_python(f"import {module}")


def test_bytecode_is_of_the_python_that_pyodide_carries(pyodide_python: Callable[[str], str]) -> None:
    """Another release would refuse it."""
    theirs = pyodide_python("import _imp, _frozen_importlib_external as e; e.MAGIC_NUMBER.hex()")
    assert theirs == importlib.util.MAGIC_NUMBER.hex()


def test_the_archive_holds_no_source(pyodide_python: Callable[[str], str]) -> None:
    """Every module is compiled at build time, none on the reader's phone."""
    code = "import json; json.dumps([n for n in json.__spec__.loader._get_files() if n.endswith('.py')])"
    assert json.loads(pyodide_python(code)) == []


def test_the_engine_runs_in_pyodide_as_built(pyodide_python: Callable[[str], str]) -> None:
    """It comes out of the archive, not from a folder of this checkout."""
    assert pyodide_python("import funnel.bridge; funnel.bridge.__spec__.origin").startswith(
        "/lib/python313.zip/"
    )


@pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)
def test_the_bridge_shows_the_first_contact_in_every_language(locale: Locale, pyodide: Pyodide) -> None:
    """The setup is the very file that the worker fetches."""
    pyodide.connect(catalogs.setup(locale.code, packs.names()[0]))
    reply = json.loads(pyodide.request('{"kind": "start"}'))
    assert reply["kind"] == "shown"


def test_a_python_error_is_reported_with_its_traceback(pyodide_python: Callable[[str], str]) -> None:
    """The modules that format a traceback ship as well."""
    with pytest.raises(PyodideError, match=r"line 1[\s\S]*ZeroDivisionError: division by zero"):
        pyodide_python("1 / 0")


def test_the_list_of_modules_is_what_a_start_imports() -> None:
    """`make stdlib` writes it anew after a change of the engine, of Pyodide or of a stand-in."""
    assert stdlib.listed() == stdlib.imported()
