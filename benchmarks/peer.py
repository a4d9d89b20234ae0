"""The page to be measured against: Pyodide's own files, compressed as well as ours, and one call."""

import shutil
from pathlib import Path

from sitebuild.compress import add_siblings
from sitebuild.stdlib import PYODIDE

PAGE = Path(__file__).with_name("plain")
STOCK = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


def write_plain_page(folder: Path) -> Path:
    """Write the page into the folder."""
    shutil.copytree(PAGE, folder, dirs_exist_ok=True)
    for name in STOCK:
        shutil.copy(PYODIDE / name, folder / name)
    add_siblings(folder)
    return folder
