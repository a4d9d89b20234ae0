"""The engine's templates as bytecode, so that nobody's phone has to compile Jinja.

The engine asks a `ModuleLoader` first, which finds nothing in a checkout; then it reads the templates.
"""

from collections.abc import Mapping

from funnel import rendering
from jinja2 import ModuleLoader

from sitebuild import bytecode

TEMPLATES = "funnel/templates/"
COMPILED = "funnel/compiled/"


def compiled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The wheel's files with each template replaced by bytecode, if the engine would find it."""
    if not _engine_finds_modules():
        return dict(files)
    templates = {path: content for path, content in files.items() if path.startswith(TEMPLATES)}
    others = {path: content for path, content in files.items() if path not in templates}
    return others | bytecode.compiled(dict(_module(path, text) for path, text in templates.items()))


def _engine_finds_modules() -> bool:
    loaders = getattr(rendering._ENVIRONMENT.loader, "loaders", ())
    return any(isinstance(loader, ModuleLoader) for loader in loaders)


def _module(path: str, text: bytes) -> tuple[str, bytes]:
    name = path.removeprefix(TEMPLATES)
    source = rendering._ENVIRONMENT.compile(text.decode(), name, name, raw=True, defer_init=True)
    return COMPILED + ModuleLoader.get_module_filename(name), source.encode()
