"""What every test may use: the browser, the built site on a server, the built simulator."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sitebuild import assets, browser
from sitebuild.locales import ROOT
from sitebuild.serving import serving


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Chromium as it is on this machine, in place of the one that Playwright would fetch."""
    arguments = [flag for flag in browser.LAUNCH_FLAGS if not flag.startswith("--headless")]
    return {"executable_path": str(browser.ensure()), "args": arguments}


@pytest.fixture(scope="session")
def site_url() -> Iterator[str]:
    """The built site (`make build`) on a server that keeps `_headers` and serves compressed siblings."""
    site = ROOT / "site"
    assert (site / "index.html").exists(), (
        "site/ is not built; run the tests with `make test`, or `make build` first"
    )
    with serving(site) as url:
        yield url


@pytest.fixture(scope="session")
def simulator_build() -> Path:
    """The folder of the built simulator, brought up to date; not the one that `make serve` may be using."""
    target = ROOT / "build" / "tests" / "simulator"
    return target / assets.build(target, compress=False).directory_name


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """A skipped test is a defect: nobody knows what it would have said."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and reporter.stats.get("skipped") and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
