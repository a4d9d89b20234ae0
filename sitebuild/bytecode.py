"""Python source to bytecode as Pyodide wants it: without columns, and the same bytes every time.

The compiler runs in a process of its own, because hash seed and debug ranges are set when Python starts.
"""

import marshal
import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import MAGIC_NUMBER, source_hash

UNCHECKED_HASH = (0b01).to_bytes(4, "little")
SETTINGS = {"PYTHONHASHSEED": "0", "PYTHONNODEBUGRANGES": "1", "PYTHONUTF8": "1"}


def compiled(sources: Mapping[str, bytes], *, docstrings: bool = False) -> dict[str, bytes]:
    """Path → `.py` text in, path → `.pyc` bytes out; without docstrings `assert` is gone as well."""
    done = subprocess.run(
        [sys.executable, "-m", __name__],
        input=marshal.dumps((dict(sources), 0 if docstrings else 2)),
        capture_output=True,
        check=False,
        env={**os.environ, **SETTINGS},
    )
    if done.returncode:
        raise RuntimeError(done.stderr.decode())
    pycs: dict[str, bytes] = marshal.loads(done.stdout)
    return pycs


def _pyc(path: str, source: bytes, optimize: int) -> bytes:
    code = compile(source, path, "exec", dont_inherit=True, optimize=optimize)
    return MAGIC_NUMBER + UNCHECKED_HASH + source_hash(source) + marshal.dumps(code)


def _main() -> None:
    sources: dict[str, bytes]
    sources, optimize = marshal.load(sys.stdin.buffer)
    pycs = {f"{path}c": _pyc(path, source, optimize) for path, source in sources.items()}
    marshal.dump(pycs, sys.stdout.buffer)


if __name__ == "__main__":
    _main()
