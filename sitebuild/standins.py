"""Modules that ship in place of heavier ones, because the simulator uses nothing of theirs but their names.

They halve what Python loads at its start; `simulator/worker/standins/` mirrors the paths of the others.
"""

from collections.abc import Mapping

from sitebuild.locales import ROOT

FOLDER = ROOT / "simulator" / "worker" / "standins"


def applied(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with all stand-ins in their places; one that replaces nothing is an error."""
    standins = {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in FOLDER.rglob("*.py")}
    if idle := sorted(standins.keys() - files.keys()):
        raise ValueError(f"{FOLDER.relative_to(ROOT)}: nothing to stand in for: {', '.join(idle)}")
    return dict(files) | standins
