"""The real built site: every address leads somewhere, every picture has words, and packs stay small."""

import os
from pathlib import Path

import pytest

from sitebuild import built, packs
from sitebuild.locales import ROOT, load

SITE = Path(os.environ.get("SITE_DIR", ROOT / "site"))
PACKS_LIMIT = 60_000
"""Bytes, compressed by brotli, that all packs of a language may add to what the simulator loads."""


def test_every_address_leads_somewhere_and_every_picture_has_words() -> None:
    assert (SITE / "_headers").exists(), f"{SITE} holds no built site: run `make build` first"
    assert list(built.problems(SITE, os.environ.get("SITE_URL", ""))) == []


@pytest.mark.parametrize("locale", [locale.code for locale in load()])
def test_all_packs_of_a_language_together_are_small(locale: str) -> None:
    sizes = {
        file.parent.name: file.stat().st_size for file in SITE.glob(f"simulator/*/packs/*/{locale}.json.br")
    }
    assert set(sizes) == set(packs.names())
    assert sum(sizes.values()) <= PACKS_LIMIT
