"""Does in Pyodide what the simulator does there, then tells which modules that took (see `make stdlib`)."""

import importlib
import json
import sys
import traceback
import zipimport

import funnel
import jinja2
import jinja2.debug
import jinja2.ext
import jinja2.sandbox


def import_every_module() -> None:
    for path in zipimport.zipimporter(funnel.__path__[0].removesuffix("/funnel"))._get_files():  # type: ignore[attr-defined]
        if path.startswith("funnel/") and path.endswith(".pyc") and "/tmpl_" not in path:
            importlib.import_module(path.removesuffix(".pyc").removesuffix("/__init__").replace("/", "."))


def imported_from_archive() -> list[str]:
    specs = {name: getattr(module, "__spec__", None) for name, module in sys.modules.items()}
    return sorted(name for name, spec in specs.items() if spec and ".zip" in str(spec.origin))


def render_and_fail() -> None:
    environment = jinja2.Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    template = environment.from_string(
        "{% trans count=names|length %}{{ count }}{% pluralize %}{{ count }}{% endtrans %}"
    )
    template.render(names=["<b>"])
    try:
        environment.from_string("{{ 1 / 0 }}").render()
    except ZeroDivisionError as problem:
        "".join(traceback.format_exception(problem))


import_every_module()
render_and_fail()
json.dumps(imported_from_archive())
