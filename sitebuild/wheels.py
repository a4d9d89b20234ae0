"""The Python packages that run in the browser: the engine's wheel, Jinja2 and MarkupSafe."""

import os
import subprocess
import sys
import tempfile
from importlib.metadata import PackagePath, distribution
from pathlib import Path

from sitebuild import archives, bytecode, templates
from sitebuild.locales import ROOT

ENGINE = ROOT / "simulator" / "engine"
LIBRARIES = ("jinja2", "markupsafe")
TERMINAL = frozenset({"__main__.py", "lines.py", "terminal.py", "wording/terminal.py"})
"""Modules of the engine that play in a terminal; no browser gets them."""

WHEEL_DATE = "1735689600"


def build_engine(folder: Path) -> Path:
    """The engine's wheel, built into that folder without a network."""
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ENGINE,
        env={**os.environ, "SOURCE_DATE_EPOCH": WHEEL_DATE},
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"simulator/engine: the wheel was not built\n{done.stderr.decode()}")
    return next(folder.glob("funnel-*.whl"))


def engine() -> dict[str, bytes]:
    """What the engine's wheel holds, without its metadata."""
    with tempfile.TemporaryDirectory() as folder:
        files = archives.unpacked(build_engine(Path(folder)))
    return {path: content for path, content in files.items() if ".dist-info/" not in path}


def engine_compiled() -> dict[str, bytes]:
    """The same, with modules and templates as bytecode."""
    terminal = {f"funnel/{name}" for name in TERMINAL}
    files = templates.compiled({path: text for path, text in engine().items() if path not in terminal})
    modules = {path: content for path, content in files.items() if path.endswith(".py")}
    others = {path: content for path, content in files.items() if path not in modules}
    # A dataclass without a docstring writes one when it is made, which takes as long as the rest of it.
    return others | bytecode.compiled(modules, docstrings=True)


def libraries() -> dict[str, bytes]:
    """The Python files of the packages that the engine needs; their compiled speed-ups stay behind."""
    return {path.as_posix(): path.read_binary() for name in LIBRARIES for path in _modules(name)}


def _modules(name: str) -> list[PackagePath]:
    files = distribution(name).files or ()
    return [path for path in files if path.suffix == ".py" and path.parts[0] == name]
