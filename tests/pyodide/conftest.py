"""The built archive in real Pyodide under Node, one interpreter for all tests of this folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitebuild import archives, bytecode, stdlib
from sitebuild.pyodide import Pyodide


@pytest.fixture(scope="session")
def pyodide(simulator_build: Path) -> Iterator[Pyodide]:
    """Pyodide with exactly the library that ships."""
    with Pyodide(simulator_build / "python.zip") as interpreter:
        yield interpreter


@pytest.fixture(scope="session")
def equipped(simulator_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pyodide]:
    """The same, with the whole standard library behind it for what only tests import."""
    extra = tmp_path_factory.mktemp("library") / "extra.zip"
    extra.write_bytes(archives.packed(bytecode.compiled(stdlib.whole())))
    with Pyodide(simulator_build / "python.zip", extra) as interpreter:
        yield interpreter


@pytest.fixture
def pyodide_python(pyodide: Pyodide) -> Callable[[str], str]:
    """Runs Python source in a fresh namespace; gives the text of its last expression."""
    return pyodide.run


@pytest.fixture
def equipped_python(equipped: Pyodide) -> Callable[[str], str]:
    """The same for source that imports more of the standard library than ships."""
    return equipped.run
