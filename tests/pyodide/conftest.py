"""The built archive in real Pyodide under Node, one interpreter for all tests of this folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitebuild.pyodide import Pyodide


@pytest.fixture(scope="session")
def pyodide(simulator_build: Path) -> Iterator[Pyodide]:
    """Pyodide with exactly the library that ships."""
    with Pyodide(simulator_build / "python.zip") as interpreter:
        yield interpreter


@pytest.fixture
def pyodide_python(pyodide: Pyodide) -> Callable[[str], str]:
    """Runs Python source in a fresh namespace; gives the text of its last expression."""
    return pyodide.run
