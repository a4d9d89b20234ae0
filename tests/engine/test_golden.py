"""Golden transcripts: what learners read, in every language. `make golden` rewrites them; read the diff."""

import os
from pathlib import Path

import pytest

from sitebuild import catalogs, packs
from sitebuild.locales import load
from tests.transcripts import transcript

GOLDEN = Path(__file__).parent.parent / "golden"
REWRITE = os.environ.get("REWRITE_GOLDEN") == "1"


@pytest.mark.parametrize("pack", packs.names())
@pytest.mark.parametrize("locale", [locale.code for locale in load()])
def test_a_golden_transcript_reads_as_it_did(locale: str, pack: str) -> None:
    file = GOLDEN / pack / f"{locale}.txt"
    played = transcript(catalogs.setup(locale, pack))
    if REWRITE:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(played, "utf-8")
    assert file.exists(), f"{file.name} is missing: run `make golden` and read it"
    assert played == file.read_text("utf-8"), "run `make golden` and read the diff"
