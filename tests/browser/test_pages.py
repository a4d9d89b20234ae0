"""The built pages as files: language, addresses, ids, links and policy, in every language alike."""

import base64
import hashlib
import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from sitebuild import finish, look
from sitebuild.locales import Locale, load
from tests.browser.conftest import SITE

LOCALES = load()
ORIGIN = "https://host.invalid"


@dataclass
class Parsed(HTMLParser):
    """The parts of a page that these tests look at."""

    html: dict[str, str] = field(default_factory=dict)
    hreflang: dict[str, str] = field(default_factory=dict)
    headings: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    styled: list[str] = field(default_factory=list)
    policy: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "style" in given:
            self.styled.append(f"<{tag} style={given['style']!r}>")
        self._note(tag, given)

    def _note(self, tag: str, given: dict[str, str]) -> None:
        if tag == "html":
            self.html = given
        elif re.fullmatch("h[1-3]", tag):
            self.headings.append((tag, given.get("id", "")))
        elif tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        elif tag == "link" and "hreflang" in given:
            self.hreflang[given["hreflang"]] = given["href"]
        elif tag == "a":
            self.links.append(given.get("href", ""))
        elif tag in {"link", "script", "img", "source"} and given.keys() & {"src", "href"}:
            self.loads.append(given.get("src") or given["href"])


@cache
def parsed(path: Path) -> Parsed:
    page = Parsed()
    page.feed(path.read_text("utf-8"))
    return page


def pages(locale: Locale) -> dict[str, Path]:
    """Every page of a locale but its 404, by its address below the locale's folder."""
    folder = SITE / locale.prefix
    foreign = {SITE / other.code for other in LOCALES if not other.default}
    files = [path for path in folder.rglob("index.html") if locale.prefix or not foreign & set(path.parents)]
    return {path.relative_to(folder).as_posix(): path for path in sorted(files)}


def target(page: Path, address: str) -> tuple[Path, str]:
    """The built file that a link leads to, and its fragment."""
    here = f"{ORIGIN}/{page.relative_to(SITE).as_posix()}"
    whole, fragment = urldefrag(urljoin(here, address))
    file = SITE / unquote(urlsplit(whole).path).lstrip("/")
    return (file / "index.html" if file.is_dir() else file), fragment


each_locale = pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.code)


@each_locale
def test_every_page_says_its_language_and_direction(built: Path, locale: Locale) -> None:
    for path in [*pages(locale).values(), SITE / locale.prefix / "404.html"]:
        html = parsed(path).html
        assert (html.get("lang"), html.get("dir")) == (locale.language, locale.direction), path


@each_locale
def test_every_page_names_itself_in_all_languages(built: Path, locale: Locale) -> None:
    for name, path in pages(locale).items():
        found = {tag: target(path, link)[0] for tag, link in parsed(path).hreflang.items()}
        wanted = {other.language: SITE / other.prefix / name for other in LOCALES}
        assert found == wanted | {"x-default": SITE / name}, path


@each_locale
def test_every_language_has_the_same_pages_and_heading_ids(built: Path, locale: Locale) -> None:
    def outline(of: Locale) -> dict[str, list[tuple[str, str]]]:
        return {name: parsed(path).headings for name, path in pages(of).items()}

    assert outline(locale) == outline(LOCALES[0])


@each_locale
def test_every_file_that_a_page_loads_is_our_own_and_relative(built: Path, locale: Locale) -> None:
    for path in pages(locale).values():
        for address in parsed(path).loads:
            assert not urlsplit(address).scheme, (path, address)
            assert not address.startswith("/"), (path, address)
            assert target(path, address)[0].is_file(), (path, address)


@each_locale
def test_no_page_has_a_style_attribute_or_an_unlisted_script(built: Path, locale: Locale) -> None:
    for path in [*pages(locale).values(), SITE / locale.prefix / "404.html"]:
        page = parsed(path)
        assert page.styled == [], path
        assert "unsafe-inline" not in page.policy
        for script in re.findall(r"<script>(.*?)</script>", path.read_text("utf-8"), re.DOTALL):
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in page.policy, path


@each_locale
def test_python_may_run_on_practice_pages_only(built: Path, locale: Locale) -> None:
    allowed = [name for name, path in pages(locale).items() if "'wasm-unsafe-eval'" in parsed(path).policy]
    assert allowed == ["practice/index.html"]


def test_every_letter_of_the_built_pages_is_in_the_fonts(built: Path) -> None:
    assert list(finish.uncovered_letters(look.build(), built)) == []


def test_the_root_404_page_speaks_every_language_and_leads_home(built: Path) -> None:
    page = parsed(SITE / "404.html")
    homes = {locale.prefix for locale in LOCALES}
    assert {link.removeprefix("/") for link in page.links} == homes
