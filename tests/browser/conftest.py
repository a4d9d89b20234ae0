"""What browser tests of the site share: the built files at a root and below a path, a phone and a desk."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sitebuild.locales import ROOT
from sitebuild.serving import serving

SITE = Path(os.environ.get("SITE_DIR", ROOT / "site"))


@pytest.fixture(scope="session")
def built() -> Path:
    """The built site's folder; `make test` builds it first."""
    assert (SITE / "_headers").exists(), f"{SITE} holds no built site: run `make build` first"
    return SITE


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """The built site at the root of a host."""
    with serving(built) as address:
        yield address


@pytest.fixture(scope="session")
def moved_site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same files below a path, as on a shared host."""
    host = tmp_path_factory.mktemp("host")
    shutil.copytree(built, host / "some" / "path")
    with serving(host) as address:
        yield f"{address}some/path/"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a small phone, in light colours, with English preferred."""
    with browser.new_context(viewport={"width": 360, "height": 740}, locale="en-GB") as context:
        yield context.new_page()


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """A page on a desk's screen."""
    with browser.new_context(viewport={"width": 1180, "height": 800}, locale="en-GB") as context:
        yield context.new_page()
