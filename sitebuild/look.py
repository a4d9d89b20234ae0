"""The site's stylesheet, script and fonts, under names that change with their contents."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from sitebuild import fonts
from sitebuild.fonts import Face
from sitebuild.locales import ROOT, Locale, load

OVERRIDES = ROOT / "overrides"
# What other languages' pages say in a language: its name, the suggestion and the 404 page.
SAID_ABROAD = (
    "suggest.text",
    "suggest.link",
    "suggest.dismiss",
    "missing.title",
    "missing.text",
    "missing.home",
)


@dataclass(frozen=True)
class Look:
    """Paths from the site's root, and the files to write there."""

    stylesheet: str
    script: str
    text_faces: Mapping[str, tuple[Face, ...]]
    abroad_faces: tuple[Face, ...]
    files: Mapping[str, bytes]

    def font(self, locale: Locale) -> str | None:
        """The regular font of a locale's own pages, worth fetching before the stylesheet asks for it."""
        faces = self.text_faces[locale.code]
        return faces[0].path if faces else None

    def missing_style(self, root: str) -> str:
        """The style that a 404 page carries in itself; `root` is the path of the site's root on its host."""
        rules = [face.css(f"{root}{fonts.FOLDER}/") for face in self.abroad_faces]
        return "\n".join([*rules, compact(_source("missing.css"))])


def build() -> Look:
    """Cut the fonts to the present texts and name everything by content."""
    texts = {locale.code: fonts.text_faces(locale, _letters(locale)) for locale in load()}
    abroad = _abroad()
    names = [
        face
        for locale in load()
        for face in fonts.small_face(locale, "Names", fonts.letters_of([locale.name]))
    ]
    faces = [*(face for own in texts.values() for face in own), *names, *abroad]
    style = "\n".join([*(face.css() for face in faces), compact(_source("site.css"))]).encode()
    script = _source("site.js").encode()
    paths = {_named("site.css", style): style, _named("site.js", script): script}
    files = {face.path: face.content for face in faces} | paths
    sheet, module = paths
    return Look(sheet, module, texts, abroad, files)


def chrome(code: str, key: str) -> str:
    """A string of the site's chrome in one language."""
    return str(getattr(_language_file(code), "t")(key))  # noqa: B009


def compact(css: str) -> str:
    """A stylesheet without comments and indentation."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", css).strip()


def _letters(locale: Locale) -> frozenset[str]:
    return fonts.letters_of(fonts.source_texts(locale))


def _abroad() -> tuple[Face, ...]:
    return tuple(
        face
        for locale in load()
        for face in fonts.small_face(
            locale,
            "Abroad",
            fonts.letters_of([locale.name, *(chrome(locale.code, key) for key in SAID_ABROAD)]),
        )
    )


def _source(name: str) -> str:
    return (OVERRIDES / "assets" / name).read_text("utf-8")


def _named(name: str, content: bytes) -> str:
    stem, _, ending = name.partition(".")
    return f"{fonts.FOLDER}/{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{ending}"


def _language_file(code: str) -> object:
    return _environment().get_template(f"partials/languages/{code}.html").module


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(OVERRIDES), autoescape=False)


def write(look: Look, site: Path) -> None:
    """Put the files into the built site."""
    for path, content in look.files.items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
