"""What surrounds the text: switcher, suggestion, colours, menus, 404, fonts, and how pages fit screens."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from sitebuild.locales import ROOT, Locale, find, load

LOCALES = load()
PATHS = tuple(
    path.removesuffix("index.md").replace(".md", "/")
    for path in sorted(
        file.relative_to(ROOT / "docs/en").as_posix() for file in (ROOT / "docs/en").rglob("*.md")
    )
)
LIVELY = {"", "practice/"}
"""Pages whose requests go on after they have loaded."""
KINDS = {
    "home": "",
    "article": "learn/side-by-side/",
    "practice": "practice/",
    "about": "about/",
    "words": "words/",
    "checklist": "checklist/",
    "numbers": "learn/numbers/",
    "status": "status/",
    "missing": "404.html",
}
AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
NOTE_VIOLATIONS = """
  window.violations = [];
  addEventListener("securitypolicyviolation", (e) => {
    window.violations.push(`${e.violatedDirective} ${e.blockedURI}`);
  });
"""

each_locale = pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)


@each_locale
def test_pages_below_any_path_ask_only_their_own_origin_and_break_no_policy(
    desk: Page, moved_site: str, locale: Locale
) -> None:
    foreign: list[str] = []
    complaints: list[str] = []
    desk.on(
        "request", lambda request: None if request.url.startswith(moved_site) else foreign.append(request.url)
    )
    desk.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    desk.on("pageerror", lambda error: complaints.append(str(error)))
    desk.add_init_script(NOTE_VIOLATIONS)
    for path in PATHS:
        desk.goto(moved_site + locale.prefix + path, wait_until="networkidle" if path in LIVELY else "load")
        complaints.extend(desk.evaluate("window.violations"))
    assert [url for url in foreign if not url.startswith(("data:", "blob:"))] == []
    assert complaints == []


@pytest.mark.parametrize("kind", KINDS)
@each_locale
def test_axe_finds_nothing_in_light_or_dark(phone: Page, site: str, locale: Locale, kind: str) -> None:
    phone.goto(site + locale.prefix + KINDS[kind])
    phone.evaluate(AXE)
    for scheme in SCHEMES:
        phone.emulate_media(color_scheme=scheme)
        found = phone.evaluate("axe.run().then((result) => result.violations)")
        nodes = [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]
        assert nodes == [], scheme


@each_locale
def test_no_page_scrolls_sideways_at_320_pixels_or_with_text_twice_as_large(
    phone: Page, site: str, locale: Locale
) -> None:
    for path in PATHS:
        phone.set_viewport_size({"width": 320, "height": 640})
        phone.goto(site + locale.prefix + path)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 320, path
        phone.set_viewport_size({"width": 640, "height": 800})
        phone.evaluate("document.documentElement.style.fontSize = '200%'")
        assert phone.evaluate("document.documentElement.scrollWidth") <= 640, path


@each_locale
def test_the_first_screen_of_a_phone_holds_question_answer_and_the_start_of_the_contact(
    phone: Page, site: str, locale: Locale
) -> None:
    phone.goto(site + locale.prefix)
    phone.wait_for_function("() => document.fonts.status === 'loaded'")
    place = phone.locator("#judge-one").bounding_box()
    assert place is not None
    assert place["y"] + place["height"] < 640


@each_locale
def test_the_switcher_stays_on_the_page_and_at_the_heading(phone: Page, site: str, locale: Locale) -> None:
    other = find("fa") if locale.code != "fa" else find("bn")
    phone.goto(f"{site}{locale.prefix}learn/side-by-side/#three-definitions")
    phone.locator("details.menu").first.locator("summary").click()
    phone.get_by_role("link", name=other.name, exact=True).click()
    expect(phone).to_have_url(f"{site}{other.prefix}learn/side-by-side/#three-definitions")
    expect(phone.locator("html")).to_have_attribute("lang", other.language)
    expect(phone.locator("html")).to_have_attribute("dir", other.direction)


@pytest.mark.parametrize(
    ("asked", "offered"),
    [("bn-BD", "bn"), ("gu-IN", "gu"), ("tl-PH", "fil"), ("fil", "fil"), ("fa-IR", "fa")],
)
def test_the_front_page_offers_the_browser_s_language_and_takes_no_for_an_answer(
    browser: Browser, site: str, asked: str, offered: str
) -> None:
    with browser.new_context(locale=asked) as context:
        page = context.new_page()
        page.goto(site)
        line = page.locator(f".suggest [data-locale={offered}]")
        expect(line).to_be_visible()
        expect(page).to_have_url(site)
        line.get_by_role("button").click()
        page.reload()
        expect(page.locator(".suggest")).to_be_hidden()


def test_readers_of_none_of_the_languages_are_offered_none(browser: Browser, site: str) -> None:
    with browser.new_context(locale="pt-BR") as context:
        page = context.new_page()
        page.goto(site)
        expect(page.locator(".suggest")).to_be_hidden()


def test_a_chosen_scheme_is_kept_and_choosing_the_device_s_own_forgets_it(desk: Page, site: str) -> None:
    desk.goto(site)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = desk.evaluate(ground)
    desk.get_by_role("button", name="Dark").click()
    dark = desk.evaluate(ground)
    desk.goto(site + "learn/lead/")
    assert desk.evaluate(ground) == dark != light
    desk.get_by_role("button", name="Light").click()
    assert desk.evaluate(ground) == light
    assert desk.evaluate("localStorage.length") == 0


def test_the_site_works_where_storage_is_refused(desk: Page, site: str) -> None:
    """A sandboxed frame throws on the mere mention of localStorage."""
    errors: list[str] = []
    desk.on("pageerror", lambda error: errors.append(str(error)))
    desk.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    desk.goto(site)
    desk.get_by_role("button", name="Dark").click()
    expect(desk.locator("html")).to_have_attribute("data-md-color-scheme", "slate")
    assert errors == []


def test_the_keyboard_skips_to_the_text_and_opens_and_closes_the_menus(phone: Page, site: str) -> None:
    phone.goto(site + "learn/lead/")
    phone.keyboard.press("Tab")
    expect(phone.locator(":focus")).to_have_attribute("href", "#title")
    menu = phone.locator("details.menu--pages")
    summary = menu.locator("> summary")
    summary.focus()
    phone.keyboard.press("Enter")
    expect(menu).to_have_attribute("open", "")
    phone.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()


@each_locale
def test_the_menus_open_at_the_reader_s_own_place_and_reach_every_page(
    phone: Page, site: str, locale: Locale
) -> None:
    phone.goto(site + locale.prefix + "learn/deciding/")
    phone.locator("details.menu--pages > summary").click()
    expect(phone.locator(".menu__group[open]")).to_have_count(1)
    expect(phone.locator(".menu__group[open] [aria-current=page]")).to_be_visible()
    links = phone.locator(".menu--pages nav a").evaluate_all("(links) => links.map((link) => link.href)")
    assert sorted(links) == sorted(site + locale.prefix + path for path in PATHS)


def test_a_missing_page_is_explained_at_any_depth_with_its_own_look(desk: Page, site: str) -> None:
    response = desk.goto(site + "bn/no/such/page/at/all")
    assert response is not None
    assert response.status == 404
    expect(desk.locator("section")).to_have_count(len(LOCALES))
    assert desk.evaluate("getComputedStyle(document.querySelector('section')).borderRadius") == "14px"
    desk.locator("section[lang=bn] a").click()
    expect(desk).to_have_url(site + "bn/")


@pytest.mark.parametrize("code", ["bn", "gu", "fa"])
def test_scripts_that_phones_may_lack_come_with_their_fonts(desk: Page, site: str, code: str) -> None:
    desk.goto(f"{site}{code}/learn/lead/", wait_until="networkidle")
    loaded = desk.evaluate(
        "[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family + f.weight)"
    )
    assert sorted(name.replace('"', "") for name in loaded) == [f"Site {code}400", f"Site {code}700"]


@pytest.mark.parametrize("code", ["en", "fil"])
def test_pages_in_latin_letters_fetch_no_font(desk: Page, site: str, code: str) -> None:
    fetched: list[str] = []
    desk.on("request", lambda request: fetched.append(request.url))
    desk.goto(site + find(code).prefix + "learn/lead/", wait_until="networkidle")
    assert [url for url in fetched if re.search("woff2?$", url)] == []
