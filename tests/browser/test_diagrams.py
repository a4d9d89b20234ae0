"""The articles' diagrams in a browser: no text leaves its picture or runs into another, in light or dark."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from sitebuild import look
from sitebuild.diagrams import KINDS, diagram
from sitebuild.locales import Locale, load
from sitebuild.serving import serving

each_locale = pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)

MISPLACED = """() => [...document.querySelectorAll('svg')].flatMap(svg => {
    const { width, height } = svg.viewBox.baseVal;
    const texts = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBBox()]);
    const outside = texts.filter(([, box]) =>
        box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height);
    const touch = (a, b) =>
        Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 &&
        Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.4 * Math.min(a.height, b.height);
    const overlaid = texts.filter(([, a], i) => texts.slice(i + 1).some(([, b]) => touch(a, b)));
    return [...outside, ...overlaid].map(([words]) => words);
})"""

FAINT = """() => {
    const part = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const light = css => {
        const [red, green, blue] = css.match(/[\\d.]+/g).map(Number).map(part);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (svg, text) => {
        const box = text.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const under = [...svg.querySelectorAll('rect')].filter(rect => {
            const own = rect.getBoundingClientRect();
            return x > own.left && x < own.right && y > own.top && y < own.bottom;
        }).map(rect => getComputedStyle(rect).fill).filter(fill => fill !== 'none');
        return under.at(-1) ?? getComputedStyle(document.body).backgroundColor;
    };
    const faint = svg => [...svg.querySelectorAll('text')].filter(text => {
        const both = [light(getComputedStyle(text).fill), light(behind(svg, text))].sort((a, b) => b - a);
        return (both[0] + 0.05) / (both[1] + 0.05) < 4.5;
    });
    return [...document.querySelectorAll('svg')].flatMap(faint).map(text => text.textContent);
}"""


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page a language with every diagram in the site's stylesheet."""
    folder, site = tmp_path_factory.mktemp("diagrams"), look.build()
    look.write(site, folder)
    for locale in load():
        _write(folder, locale, site.stylesheet)
    with serving(folder) as address:
        yield address


def _write(folder: Path, locale: Locale, stylesheet: str) -> None:
    head = f'<meta charset="utf-8"><link rel="stylesheet" href="{stylesheet}">'
    shown = "".join(diagram(kind, locale.code) for kind in KINDS)
    page = f'<!doctype html><html lang="{locale.language}" dir="{locale.direction}">{head}<body>{shown}'
    (folder / f"{locale.code}.html").write_text(page, "utf-8")


def ask(page: Page, address: str, question: str) -> list[str]:
    page.goto(address)
    page.evaluate("() => document.fonts.ready.then(() => true)")
    assert page.evaluate("document.querySelectorAll('svg text').length") > len(KINDS)
    found: list[str] = page.evaluate(question)
    return found


@each_locale
def test_no_text_of_a_diagram_is_cut_off_or_overlaid(phone: Page, pictures: str, locale: Locale) -> None:
    assert ask(phone, f"{pictures}{locale.code}.html", MISPLACED) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_of_a_diagram_stands_out(
    browser: Browser, pictures: str, scheme: Literal["light", "dark"]
) -> None:
    with browser.new_context(color_scheme=scheme) as context:
        assert ask(context.new_page(), f"{pictures}en.html", FAINT) == []
