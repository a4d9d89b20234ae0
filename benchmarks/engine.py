"""Python itself in a browser: replaying result codes, and the memory of a long round."""

import json
import shutil
from pathlib import Path

from funnel.codes import encode as encode_attempt
from funnel.moves import encode
from funnel.pack import load
from playwright.sync_api import Browser, Page

from benchmarks import codes
from benchmarks.moves import READY, moves
from sitebuild import catalogs, packs
from sitebuild.serving import serving
from sitebuild.stdlib import PYODIDE

PAGE = Path(__file__).with_name("engine")
STOCK = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "pyodide-lock.json")
CASES = 48
MEGABYTE = 2**20

REPLAY = """
import json, time
from funnel.attempts import replay
from funnel.codes import decode
from funnel.pack import load
pack = load(json.loads(setup)["pack"])
texts = json.loads(texts)
began = time.perf_counter()
for text in texts:
    replay(pack, decode(text, lambda *_: pack))
time.perf_counter() - began
"""

PLAY = """
import json
from funnel.bridge import connect
handle = connect(setup)
reply = json.loads(handle('{"kind": "start", "root": "../"}'))
for move in json.loads(moves):
    request = {"kind": "move", "attempt": reply["attempt"], "move": move, "root": "../"}
    reply = json.loads(handle(json.dumps(request)))
    assert reply["kind"] == "shown" and not reply["refused"], reply
assert reply["over"]
"""


def write_engine_page(folder: Path, site: Path) -> Path:
    """Write a page into the folder that starts Pyodide with the built site's library and nothing else."""
    shutil.copytree(PAGE, folder, dirs_exist_ok=True)
    for name in STOCK:
        shutil.copy(PYODIDE / name, folder / name)
    (library,) = site.glob("simulator/*/python.zip")
    shutil.copy(library, folder / "python.zip")
    return folder


def measure(chromium: Browser, folder: Path) -> tuple[float, float]:
    """Seconds for a thousand result codes, and megabytes that a round of 48 cases adds to Python's memory."""
    with serving(folder) as address, chromium.new_context() as context:
        page = context.new_page()
        page.goto(address)
        page.wait_for_function(READY, timeout=60_000)
        return _replayed(page), _grown(page)


def _replayed(page: Page) -> float:
    pack = codes.packed()
    texts = [encode_attempt(pack, attempt) for attempt in codes.rounds(pack, codes.ROUNDS)]
    names = {"setup": catalogs.setup("en", pack.id), "texts": json.dumps(texts)}
    return float(page.evaluate("([code, names]) => python(code, names)", [REPLAY, names]))


def _grown(page: Page) -> float:
    setup = json.loads(catalogs.setup("bn", "solar"))
    setup["pack"] = everybody("bn")
    before = page.evaluate("memory()")
    names = {
        "setup": json.dumps(setup),
        "moves": json.dumps([encode(move) for move in moves(load(setup["pack"]))]),
    }
    page.evaluate("([code, names]) => python(code, names)", [PLAY, names])
    return float(page.evaluate("memory()") - before) / MEGABYTE


def everybody(code: str) -> dict[str, object]:
    """A pack of 48 cases: twelve of each pack, with hours for all of them."""
    together: dict[str, object] = {}
    cases, opportunities, budget = [], [], 0
    for name in packs.names():
        pack = json.loads(json.dumps(catalogs.contacts(code, name)))
        budget += int(pack["budget"])
        opportunities += pack.get("opportunities", [])
        cases += [
            case | {"id": f"{name}-{case['id']}"} for case in pack["cases"][: CASES // len(packs.names())]
        ]
        together = pack
    return together | {"cases": cases, "opportunities": opportunities, "budget": str(budget)}
