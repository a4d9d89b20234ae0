"""The Chromium that tests and benchmarks drive: found on this machine, else installed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

LAUNCH_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
CURE = """\
No Chromium was found and none could be installed.
Install one (Debian: apt-get install chromium; Fedora: dnf install chromium; macOS: Chromium or
Chrome in /Applications) or name one in the environment variable CHROMIUM, and try again."""


class NoBrowserError(RuntimeError):
    """No Chromium is here and none can be had."""


def _runs(executable: str) -> bool:
    try:
        done = subprocess.run([executable, "--version"], check=False, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _playwright_own() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow, and seldom needed

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _on_this_machine() -> str | None:
    named = os.environ.get("CHROMIUM")
    found = (named, *map(shutil.which, COMMANDS), *MAC_APPLICATIONS)
    return next((path for path in found if path and _runs(path)), None)


def _install_from_debian() -> None:
    if not shutil.which("apt-get"):
        return
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    print("Installing Chromium with apt-get …", flush=True)
    for arguments in (["update"], ["install", "--yes", "chromium"]):
        command = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *arguments]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


def _install_from_playwright() -> None:
    print("Installing Playwright's Chromium …", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def find() -> Path | None:
    """The Chromium on this machine, or None."""
    path = _on_this_machine() or _playwright_own()
    return Path(path) if path else None


def ensure() -> Path:
    """The Chromium on this machine, installed if need be; raises `NoBrowserError` with the cure."""
    installers: tuple[Callable[[], None], ...] = (_install_from_debian, _install_from_playwright)
    for install in (lambda: None, *installers):
        try:
            install()
        except OSError as problem:
            print(f"{install.__name__.strip('_')}: {problem}", file=sys.stderr)
        if found := find():
            return found
    raise NoBrowserError(CURE)


if __name__ == "__main__":
    try:
        ensure()
    except NoBrowserError as problem:
        sys.exit(str(problem))
