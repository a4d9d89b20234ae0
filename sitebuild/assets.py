"""The simulator's files as browsers get them, in one folder named after all that is in it.

Python archive, Pyodide, worker, page and packs refer to one another by relative paths within that folder,
so each may be cached for ever, and two builds of one commit are the same bytes under the same name.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitebuild import archives, bytecode, catalogs, licences, stdlib, wheels
from sitebuild.compress import add_siblings
from sitebuild.locales import ROOT

PYODIDE = ROOT / "node_modules" / "pyodide"
SIMULATOR = ROOT / "simulator"
RECORD = ".built.json"
NAME_LENGTH = 12
SHIPPED = {".js", ".css", ".svg"}


@dataclass(frozen=True)
class Assets:
    """One build: its folder's name, and its manifest (each file's bytes and SHA-256, Pyodide's version)."""

    directory_name: str
    manifest: dict[str, Any]


def build(target: Path, *, compress: bool = True) -> Assets:
    """Leave exactly one built folder in `target`, building it only when an input has changed."""
    inputs = _fingerprint()
    name = _built_before(target, inputs) or _build_anew(target, inputs)
    if compress:
        _compress(target / name)
    return Assets(name, json.loads((target / name / "manifest.json").read_text("utf-8")))


def pyodide_version() -> str:
    """The release of Pyodide that is installed."""
    return str(json.loads((PYODIDE / "package.json").read_text("utf-8"))["version"])


def _built_before(target: Path, inputs: str) -> str | None:
    if not (target / RECORD).exists():
        return None
    record: dict[str, str] = json.loads((target / RECORD).read_text("utf-8"))
    name = record["directory_name"]
    known = record["inputs"] == inputs and (target / name / "manifest.json").exists()
    return name if known else None


def _build_anew(target: Path, inputs: str) -> str:
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as temporary:
        folder = Path(temporary) / "simulator"
        _write(folder)
        name = _name(folder)
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(folder, target / name)
    _put(target / RECORD, _json({"inputs": inputs, "directory_name": name}))
    return name


def _write(folder: Path) -> None:
    folder.mkdir()
    _write_python(folder)
    _write_pyodide(folder)
    _write_scripts(folder)
    catalogs.write(folder, is_draft=_is_draft())
    for name, text in licences.texts().items():
        _put(folder / "licences" / name, text)
    _write_manifest(folder)


def _write_python(folder: Path) -> None:
    library = bytecode.compiled(stdlib.trimmed())
    _put(folder / "python.zip", archives.packed(library | wheels.engine_compiled()))


def _write_pyodide(folder: Path) -> None:
    for name in ("pyodide.asm.js", "pyodide.asm.wasm"):
        shutil.copy(PYODIDE / name, folder / name)
    # Hosts serve `.js` as a script everywhere; stock nginx does not know `.mjs`.
    entry = (PYODIDE / "pyodide.mjs").read_text("utf-8").partition("//# sourceMappingURL=")[0]
    _put(folder / "pyodide.js", entry.encode())
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))
    _put(folder / "pyodide-lock.json", _json({"info": lock["info"], "packages": {}}))


def _write_scripts(folder: Path) -> None:
    for path in _scripts():
        _put(folder / path.relative_to(SIMULATOR), path.read_bytes())
    shutil.copy(ROOT / "node_modules" / "idb" / "build" / "index.js", folder / "idb.js")


def _scripts() -> Iterator[Path]:
    for part in ("page", "worker"):
        for path in sorted((SIMULATOR / part).rglob("*")):
            if path.suffix in SHIPPED and not path.name.endswith(".test.js"):
                yield path


def _is_draft() -> bool:
    return os.environ.get("DRAFT") == "1"


def _write_manifest(folder: Path) -> None:
    files = {path.relative_to(folder).as_posix(): _facts(path) for path in _files(folder)}
    _put(folder / "manifest.json", _json({"pyodide": pyodide_version(), "files": files}))


def _facts(path: Path) -> dict[str, str | int]:
    content = path.read_bytes()
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _name(folder: Path) -> str:
    return hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()[:NAME_LENGTH]


def _compress(folder: Path) -> None:
    mark = folder.parent / f".compressed-{folder.name}"
    if not mark.exists():
        add_siblings(folder)
        mark.touch()


def _fingerprint() -> str:
    """A digest of every input's path, time and size: quick, and different whenever somebody has saved one."""
    digest = hashlib.sha256(f"{pyodide_version()} {_is_draft()}".encode())
    for path in sorted(_inputs()):
        facts = path.stat()
        digest.update(f"{path}\0{facts.st_mtime_ns}\0{facts.st_size}\n".encode())
    return digest.hexdigest()


def _inputs() -> Iterator[Path]:
    folders = (SIMULATOR, ROOT / "sitebuild", ROOT / "translations")
    yield from (ROOT / "package-lock.json", ROOT / "requirements" / "locked.txt", ROOT / "LICENSE")
    for folder in folders:
        yield from (path for path in _files(folder) if "__pycache__" not in path.parts)


def _files(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
