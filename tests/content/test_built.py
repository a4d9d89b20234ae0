"""The real built site: every address leads somewhere, every picture has words."""

import os
from pathlib import Path

from sitebuild import built
from sitebuild.locales import ROOT

SITE = Path(os.environ.get("SITE_DIR", ROOT / "site"))


def test_every_address_leads_somewhere_and_every_picture_has_words() -> None:
    assert (SITE / "_headers").exists(), f"{SITE} holds no built site: run `make build` first"
    assert list(built.problems(SITE, os.environ.get("SITE_URL", ""))) == []
