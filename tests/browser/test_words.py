"""Terms in articles show what they mean, and the page Words shows every language in its own letters."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sitebuild.locales import Locale, find, load
from tests.browser.test_chrome import AXE, SCHEMES

LOCALES = load()
ARTICLE = "learn/opportunity/"
WORDS = "words/"
OVERFLOW = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"

each_locale = pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)


def words(page: Page) -> Locator:
    return page.locator(".prose a.word")


def away(page: Page) -> None:
    """Move the pointer off every word, into the margin."""
    page.mouse.move(2, 2)


@each_locale
def test_every_meaning_is_whole_on_a_small_phone_and_moves_nothing(
    phone: Page, site: str, locale: Locale
) -> None:
    phone.goto(site + locale.prefix + ARTICLE)
    phone.evaluate("document.fonts.ready")
    before = phone.evaluate(OVERFLOW)
    tip = phone.locator(".tip")
    assert words(phone).count() > 3
    for word in words(phone).all():
        word.hover()
        expect(tip).to_be_visible()
        box = tip.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 740
        assert phone.evaluate(OVERFLOW) == before
        away(phone)
        expect(tip).to_be_hidden()


@each_locale
def test_a_meaning_is_the_definition_on_the_page_words(desk: Page, site: str, locale: Locale) -> None:
    desk.goto(site + locale.prefix + ARTICLE)
    word = words(desk).first
    word.hover()
    expect(desk.locator(".tip")).to_be_visible()
    said = desk.locator(".tip").inner_text().strip()
    word.click()
    expect(desk).to_have_url(re.compile(rf"{site}{locale.prefix}words/#[\w-]+$"))
    assert desk.locator(":target + p").inner_text().strip() == said


def test_the_pointer_may_move_onto_a_meaning_and_escape_puts_it_away(desk: Page, site: str) -> None:
    desk.goto(site + ARTICLE)
    tip = desk.locator(".tip")
    words(desk).first.hover()
    expect(tip).to_be_visible()
    tip.hover()
    desk.wait_for_timeout(400)
    expect(tip).to_be_visible()
    desk.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_a_meaning_shows_at_keyboard_focus_and_goes_with_it_or_at_escape(desk: Page, site: str) -> None:
    desk.goto(site + ARTICLE)
    tip = desk.locator(".tip")
    first, second = words(desk).nth(0), words(desk).nth(1)
    desk.keyboard.press("Tab")
    first.focus()
    expect(tip).to_be_visible()
    desk.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    expect(first).to_be_focused()
    second.focus()
    expect(tip).to_be_visible()
    second.blur()
    expect(tip).to_be_hidden()


def test_a_word_is_described_by_its_definition_for_screen_readers(desk: Page, site: str) -> None:
    desk.goto(site + ARTICLE)
    described = desk.locator("#" + (words(desk).first.get_attribute("aria-describedby") or "none"))
    expect(words(desk).first).to_have_accessible_description(described.text_content() or "none")


def test_a_tap_shows_the_meaning_and_a_second_one_or_the_link_in_it_follows(
    browser: Browser, site: str
) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True) as context:
        page = context.new_page()
        tip = page.locator(".tip")
        for follow in (words(page).first, tip.get_by_role("link")):
            page.goto(site + ARTICLE)
            words(page).first.tap()
            expect(tip).to_be_visible()
            expect(page).to_have_url(site + ARTICLE)
            follow.tap()
            expect(page).to_have_url(re.compile(r"/words/#"))


def test_a_tap_elsewhere_puts_the_meaning_away(browser: Browser, site: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True) as context:
        page = context.new_page()
        page.goto(site + ARTICLE)
        words(page).first.tap()
        expect(page.locator(".tip")).to_be_visible()
        page.locator("h1").tap()
        expect(page.locator(".tip")).to_be_hidden()


def test_a_word_is_a_plain_link_without_the_script(browser: Browser, site: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site + ARTICLE)
        words(page).first.click()
        expect(page).to_have_url(re.compile(r"/words/#"))


@each_locale
def test_axe_finds_nothing_beside_an_open_meaning_or_on_the_page_words(
    phone: Page, site: str, locale: Locale
) -> None:
    for path in (ARTICLE, WORDS):
        phone.goto(site + locale.prefix + path)
        phone.evaluate(AXE)
        if path == ARTICLE:
            words(phone).first.hover()
            expect(phone.locator(".tip")).to_be_visible()
        for scheme in SCHEMES:
            phone.emulate_media(color_scheme=scheme)
            found = phone.evaluate("axe.run().then((result) => result.violations)")
            nodes = [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]
            assert nodes == [], (path, scheme)


@each_locale
def test_the_page_words_brings_the_letters_of_the_languages_that_it_shows(
    desk: Page, site: str, locale: Locale
) -> None:
    desk.goto(site + locale.prefix + WORDS, wait_until="networkidle")
    others = [other for other in LOCALES if other != locale]
    expect(desk.locator(".names").first.locator("dt[lang]")).to_have_text([other.name for other in others])
    loaded = desk.evaluate(
        "[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family.replaceAll('\"', ''))"
    )
    assert {f"Site {code}" for code in ("bn", "gu", "fa")} <= set(loaded)


@each_locale
def test_the_page_words_does_not_scroll_sideways(phone: Page, site: str, locale: Locale) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(site + locale.prefix + WORDS)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_persian_meaning_begins_at_the_right_edge_of_its_word(desk: Page, site: str) -> None:
    desk.goto(site + find("fa").prefix + ARTICLE)
    word = words(desk).first
    word.hover()
    expect(desk.locator(".tip")).to_be_visible()
    own, tip = word.bounding_box(), desk.locator(".tip").bounding_box()
    assert own is not None
    assert tip is not None
    right = own["x"] + own["width"]
    assert abs(tip["x"] + tip["width"] - right) < 2 or tip["x"] == 16
