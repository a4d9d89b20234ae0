"""Python's standard library and the packages as the simulator ships them: the modules in use, and no others.

`python -m sitebuild.stdlib` (`make stdlib`) starts the simulator in Pyodide with everything and lists what it
imports in `simulator/worker/stdlib.txt`.
"""

import json
import tempfile
from pathlib import Path

from sitebuild import archives, bytecode, catalogs, packs, standins, wheels
from sitebuild.locales import ROOT, load
from sitebuild.pyodide import Pyodide

PYODIDE = ROOT / "node_modules" / "pyodide"
LIST = ROOT / "simulator" / "worker" / "stdlib.txt"
EXERCISE = ROOT / "simulator" / "worker" / "exercise.py"
HEADER = "# Written by `make stdlib`: the library modules that the simulator imports.\n"


def whole() -> dict[str, bytes]:
    """Path → source of every module that Pyodide and the packages carry, stand-ins in their places."""
    files = archives.unpacked(PYODIDE / "python_stdlib.zip") | wheels.libraries()
    return standins.applied({path: content for path, content in files.items() if path.endswith(".py")})


def listed() -> list[str]:
    """The names of the modules that ship."""
    lines = LIST.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def trimmed() -> dict[str, bytes]:
    """Path → source of the modules that ship; a listed module that is nowhere to be found is an error."""
    files = whole()
    paths = {module_name(path): path for path in files}
    if missing := [name for name in listed() if name not in paths]:
        raise ValueError(f"{LIST.relative_to(ROOT)}: there is no {', '.join(missing)}; run `make stdlib`")
    return {paths[name]: files[paths[name]] for name in listed()}


def module_name(path: str) -> str:
    """`json/__init__.py` → `json`."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imported() -> list[str]:
    """The standard-library modules that the simulator's exercise imports in Pyodide."""
    library = whole()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "python.zip"
        archive.write_bytes(archives.packed(bytecode.compiled(library) | wheels.engine_compiled()))
        with Pyodide(archive) as pyodide:
            for locale in load():
                pyodide.connect(catalogs.setup(locale.code, packs.names()[0]))
                pyodide.request('{"kind": "start"}')
            loaded = set(json.loads(pyodide.run(EXERCISE.read_text("utf-8"))))
    return sorted(loaded & {module_name(path) for path in library})


def _main() -> None:
    names = imported()
    LIST.write_text(HEADER + "\n".join(names) + "\n", "utf-8")
    print(f"{LIST.relative_to(ROOT)}: {len(names)} modules")


if __name__ == "__main__":
    _main()
