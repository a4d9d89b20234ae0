"""Zip archives that come out the same on every machine: stored, sorted, without dates."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

BEGINNING = (1980, 1, 1, 0, 0, 0)
ORDINARY_FILE = 0o100644 << 16


def packed(files: Mapping[str, bytes]) -> bytes:
    """The archive's bytes; nothing is deflated, because HTTP compresses the whole better."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, BEGINNING)
            entry.external_attr = ORDINARY_FILE
            entry.create_system = 3
            archive.writestr(entry, files[path])
    return buffer.getvalue()


def unpacked(path: Path) -> dict[str, bytes]:
    """Every file of an archive, folders left out."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
