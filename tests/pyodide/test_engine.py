"""The built engine in Pyodide says and draws exactly what it does in CPython, in every language."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sitebuild import catalogs, packs
from sitebuild.locales import load

TESTS = Path(__file__).parent.parent
TRANSCRIPTS = (TESTS / "transcripts.py").read_text("utf-8")
VECTORS = json.loads((TESTS / "engine" / "chance.vectors.json").read_text("utf-8"))["draws"]
CODES = json.loads((TESTS / "engine" / "codes.vectors.json").read_text("utf-8"))
READ_CODES = f"""
import json
from funnel import attempts, codes
from funnel.pack import load
pack = load(json.loads({json.dumps(CODES["pack"])!r}))
"""


@pytest.mark.parametrize("pack", packs.names())
@pytest.mark.parametrize("locale", [locale.code for locale in load()])
def test_pyodide_writes_the_golden_transcript(
    locale: str, pack: str, equipped_python: Callable[[str], str]
) -> None:
    code = f"{TRANSCRIPTS}\ntranscript({catalogs.setup(locale, pack)!r})"
    assert equipped_python(code) == (TESTS / "golden" / pack / f"{locale}.txt").read_text("utf-8")


@pytest.mark.parametrize("seed", VECTORS)
def test_pyodide_draws_the_same_numbers(seed: str, pyodide_python: Callable[[str], str]) -> None:
    code = f"""
from itertools import islice
from funnel.chance import draws
str(list(islice(draws({seed}), {len(VECTORS[seed])})))
"""
    assert pyodide_python(code) == str(VECTORS[seed])


@pytest.mark.parametrize("place", range(len(CODES["attempts"])))
def test_pyodide_makes_the_same_codes(place: int, pyodide_python: Callable[[str], str]) -> None:
    vector = CODES["attempts"][place]
    attempt = json.dumps(vector["attempt"])
    code = f"{READ_CODES}codes.encode(pack, attempts.decode(json.loads({attempt!r}), pack))"
    assert pyodide_python(code) == vector["code"]


@pytest.mark.parametrize("place", range(len(CODES["attempts"])))
def test_pyodide_reads_the_same_moves_out_of_codes(place: int, pyodide_python: Callable[[str], str]) -> None:
    vector = CODES["attempts"][place]
    read = f"codes.decode({vector['code']!r}, lambda number, version: pack)"
    code = f"{READ_CODES}json.dumps(attempts.encode({read}))"
    assert json.loads(pyodide_python(code)) == vector["attempt"]
