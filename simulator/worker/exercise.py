"""Does in Pyodide what the simulator does there, then tells which modules that took (see `make stdlib`)."""

import importlib
import json
import sys
import traceback
import zipimport

import funnel
import jinja2
import jinja2.debug


def import_every_module() -> None:
    archive = zipimport.zipimporter(funnel.__path__[0].removesuffix("/funnel"))
    for path in archive._get_files():  # type: ignore[attr-defined]
        if path.startswith("funnel/") and path.endswith(".pyc") and "/tmpl_" not in path:
            importlib.import_module(path.removesuffix(".pyc").removesuffix("/__init__").replace("/", "."))


def fail() -> None:
    """An exception's traceback needs modules of its own."""
    try:
        str(jinja2.StrictUndefined(name="nobody"))
    except jinja2.UndefinedError as problem:
        "".join(traceback.format_exception(problem))


def imported_from_archive() -> list[str]:
    specs = {name: getattr(module, "__spec__", None) for name, module in sys.modules.items()}
    return sorted(name for name, spec in specs.items() if spec and ".zip" in str(spec.origin))


import_every_module()
fail()
json.dumps(imported_from_archive())
