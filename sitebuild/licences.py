"""The licence texts of what the built simulator carries, taken from the installed packages themselves."""

from importlib.metadata import distribution
from pathlib import Path

from sitebuild.locales import ROOT

NODE_PACKAGES = ROOT / "node_modules"


def texts() -> dict[str, bytes]:
    """File name → licence text, one file a work."""
    return {
        # Neither Pyodide's npm package nor its archive holds a licence; these two are the same texts.
        "pyodide.MPL-2.0.txt": (NODE_PACKAGES / "axe-core" / "LICENSE").read_bytes(),
        "python.PSF-2.0.txt": _of_python_package("typing-extensions"),
        "jinja2.BSD-3-Clause.txt": _of_python_package("jinja2"),
        "markupsafe.BSD-3-Clause.txt": _of_python_package("markupsafe"),
        "idb.ISC.txt": (NODE_PACKAGES / "idb" / "LICENSE").read_bytes(),
        "simulator.MIT.txt": (ROOT / "LICENSE").read_bytes(),
        **_of_fonts(),
    }


def _of_fonts() -> dict[str, bytes]:
    licences = sorted((NODE_PACKAGES / "@fontsource").glob("*/LICENSE"))
    return {f"{path.parent.name}.OFL-1.1.txt": path.read_bytes() for path in licences}


def _of_python_package(name: str) -> bytes:
    files = distribution(name).files or ()
    path = next(path for path in files if "licenses" in path.parts and path.name.startswith("LICENSE"))
    return Path(str(path.locate())).read_bytes()
