"""Takes the README's picture from the built site: the same contact in two scripts, light and dark."""

import base64
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from sitebuild import browser
from sitebuild.locales import ROOT
from sitebuild.serving import serving

TARGET = ROOT / "screenshots" / "two-scripts.png"
READY = "() => performance.getEntriesByName('simulator:engine-ready').length > 0"
PHONE = {"width": 360, "height": 740}
VIEWS = (("bn", "light"), ("fa", "dark"))


def picture(chromium: Browser, address: str, locale: str, scheme: str) -> bytes:
    """A phone on which two things have been found out and one is cited."""
    with chromium.new_context(viewport=PHONE, color_scheme=scheme, device_scale_factor=2) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{address}{locale}/practice/")
        page.wait_for_function(READY)
        play(page)
        return page.screenshot()


def play(page: Page) -> None:
    """Look the contact up, cite what it shows, telephone."""
    find_out(page, "look-up")
    page.click('[data-cite="look-up.1"]')
    page.check("#sim-cite input[value=fit]")
    page.check("#sim-cite input[value=yes]")
    page.click("#sim-cite [type=submit]")
    find_out(page, "call")
    page.locator("#sim-conversation-title").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('.sim-conversation').scrollIntoView()")
    page.mouse.wheel(0, -60)
    page.wait_for_timeout(300)


def find_out(page: Page, inquiry: str) -> None:
    page.click('[data-tab="sim-find-out"]')
    page.click(f"""[data-move='{{"inquire": "{inquiry}"}}']""")
    page.wait_for_function("() => document.activeElement?.id === 'sim-latest'")


def side_by_side(chromium: Browser, pictures: list[bytes]) -> bytes:
    """The pictures in a row."""
    sources = [f"data:image/png;base64,{base64.b64encode(picture).decode()}" for picture in pictures]
    images = "".join(f'<img src="{source}" width="{PHONE["width"]}" alt="">' for source in sources)
    with chromium.new_context(viewport={"width": 800, "height": 780}) as context:
        page = context.new_page()
        page.set_content(f'<body style="display:flex;gap:40px;margin:20px;background:#cfc8b8">{images}')
        return page.screenshot()


def main() -> None:
    with sync_playwright() as playwright, serving(ROOT / "site") as address:
        executable: Path = browser.ensure()
        chromium = playwright.chromium.launch(executable_path=executable, args=[*browser.LAUNCH_FLAGS])
        pictures = [picture(chromium, address, locale, scheme) for locale, scheme in VIEWS]
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_bytes(side_by_side(chromium, pictures))
        chromium.close()


if __name__ == "__main__":
    main()
