"""Every page has a report of mistakes that knows the page and goes nowhere by itself."""

import pytest
from playwright.sync_api import Browser, Page, expect

from sitebuild.locales import Locale, load
from tests.browser.test_chrome import AXE

each_locale = pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)


@each_locale
def test_a_report_names_its_page_and_language_and_can_be_copied(
    browser: Browser, site: str, locale: Locale
) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{site}{locale.prefix}learn/lead/", wait_until="networkidle")
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.url))
        page.locator(".report > summary").click()
        field = page.locator("#report-text")
        expect(field).to_be_visible()
        text = field.input_value()
        assert f"/{locale.prefix}learn/lead/" in text
        assert locale.name in text
        assert page.locator(".side a[aria-current=page]").inner_text() in text
        field.press("ControlOrMeta+End")
        field.press_sequentially("!")
        page.locator(".report [data-copy]").click()
        assert page.evaluate("navigator.clipboard.readText()") == text + "!"
        assert sent == []


def test_where_copying_is_refused_the_text_is_selected(desk: Page, site: str) -> None:
    desk.add_init_script("delete Navigator.prototype.clipboard")
    desk.goto(site)
    desk.locator(".report > summary").click()
    desk.locator(".report [data-copy]").click()
    chosen = "document.querySelector('#report-text').selectionEnd > 20"
    expect(desk.locator("#report-text")).to_be_focused()
    assert desk.evaluate(chosen)


def test_without_the_script_the_text_is_there_and_no_dead_button(browser: Browser, site: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site + "learn/lead/")
        page.locator(".report > summary").click()
        expect(page.locator("#report-text")).to_be_visible()
        expect(page.locator(".report [data-copy]")).to_be_hidden()


def test_axe_finds_nothing_in_an_open_report(phone: Page, site: str) -> None:
    phone.goto(site + "fa/about/")
    phone.locator(".report > summary").click()
    phone.evaluate(AXE)
    assert (
        phone.evaluate("axe.run('.report').then((result) => result.violations.map((rule) => rule.id))") == []
    )
