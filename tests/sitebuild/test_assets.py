"""The built simulator: complete, the same every time, and built only when something has changed."""

import hashlib
import json
from pathlib import Path

import pytest

from sitebuild import archives, assets, bytecode, compress, licences, standins


def test_two_builds_are_the_same_bytes(simulator_build: Path, tmp_path: Path) -> None:
    """The folder's name is a digest of all that is in it, so equal names mean equal contents."""
    assets._write(tmp_path / "again")
    assert assets._name(tmp_path / "again") == simulator_build.name


def test_the_manifest_tells_every_file_as_it_is(simulator_build: Path) -> None:
    files = json.loads((simulator_build / "manifest.json").read_text("utf-8"))["files"]
    for name, facts in files.items():
        content = (simulator_build / name).read_bytes()
        assert (facts["bytes"], facts["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())


def test_nothing_is_built_when_nothing_has_changed(simulator_build: Path) -> None:
    before = (simulator_build / "python.zip").stat().st_mtime_ns
    assets.build(simulator_build.parent, compress=False)
    assert (simulator_build / "python.zip").stat().st_mtime_ns == before


def test_every_licence_is_there_and_says_something(simulator_build: Path) -> None:
    for name in licences.texts():
        assert (simulator_build / "licences" / name).stat().st_size > 500


def test_no_source_map_is_asked_for(simulator_build: Path) -> None:
    """It would be a request for a file that does not ship."""
    assert "sourceMappingURL" not in (simulator_build / "pyodide.js").read_text("utf-8")


def test_an_archive_does_not_depend_on_the_order_or_the_day() -> None:
    files = {"b.txt": b"b", "a.txt": b"a"}
    assert archives.packed(files) == archives.packed(dict(reversed(files.items())))


def test_bytecode_is_the_same_every_time() -> None:
    source = {"a.py": b"names = {'x', 'y', 'z'}\ndef f(a): return a in {'p', 'q', 'r'}\n"}
    assert bytecode.compiled(source) == bytecode.compiled(source)


def test_bytecode_knows_nothing_of_this_machine(
    simulator_build: Path, request: pytest.FixtureRequest
) -> None:
    assert str(request.config.rootpath).encode() not in (simulator_build / "python.zip").read_bytes()


def test_a_stand_in_for_nothing_is_an_error() -> None:
    """After an update of Pyodide or Jinja it would silently do nothing."""
    with pytest.raises(ValueError, match=r"nothing to stand in for: .*jinja2/bccache\.py"):
        standins.applied({})


def test_large_text_files_get_compressed_siblings(tmp_path: Path) -> None:
    (tmp_path / "large.js").write_text("a = 1;\n" * 1000, "utf-8")
    (tmp_path / "small.js").write_text("a = 1;\n", "utf-8")
    (tmp_path / "font.woff2").write_bytes(bytes(5000))
    compress.add_siblings(tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"large.js", "large.js.br", "large.js.gz", "small.js", "font.woff2"}
