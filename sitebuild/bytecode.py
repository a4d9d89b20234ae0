"""Python source to bytecode, by pyodide-build: without columns, and the same bytes every time.

`pyodide py-compile` runs in a process of its own, because optimisation, hash seed and debug ranges
are set when Python starts.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sitebuild import archives

COMMAND = Path(sys.executable).with_name("pyodide")
SETTINGS = {
    "PYTHONHASHSEED": "0",
    "PYTHONNODEBUGRANGES": "1",
    "PYTHONUTF8": "1",
    "SOURCE_DATE_EPOCH": "315532800",  # makes the bytecode name its source's hash in place of a time
}


def compiled(sources: Mapping[str, bytes], *, docstrings: bool = False) -> dict[str, bytes]:
    """Path → `.py` text in, path → `.pyc` bytes out; without docstrings `assert` is gone as well."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "python.zip"
        archive.write_bytes(archives.packed(sources))
        done = subprocess.run(
            [COMMAND, "py-compile", "--silent", "--no-keep", "--compression-level", "0", archive],
            capture_output=True,
            check=False,
            env={**os.environ, **SETTINGS, "PYTHONOPTIMIZE": "" if docstrings else "2"},
        )
        if done.returncode:
            raise RuntimeError(done.stderr.decode())
        return archives.unpacked(archive)
