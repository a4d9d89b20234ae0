"""Stands in for Pyodide's package loader: all packages are in the archive, so nothing is ever unpacked."""


class _Folder:
    """A path that only tells its name, which is all that Pyodide asks at its start."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __str__(self) -> str:
        return self.path


SITE_PACKAGES = _Folder("/lib/python3.13/site-packages")
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages() -> None:
    """No packages but those in the archive."""
