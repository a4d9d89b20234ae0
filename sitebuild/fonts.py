"""Web fonts for the scripts that phones may lack, cut down to the letters that the site uses.

Three cuts of a font: *site* (a locale's own pages, regular and bold), *names* (its name in the switcher of
the others, a kilobyte or two) and *abroad* (its lines on the 404 page and in the language suggestion).
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from sitebuild.elements import VOID
from sitebuild.locales import ROOT, Font, Locale
from sitebuild.words import glossary

CACHE = ROOT / "build" / "cache" / "fonts"
FOLDER = "assets/look"
WEIGHTS = (400, 700)
# Format characters that shape Persian and Bengali, the dotted circle that shows a lone vowel sign, and the
# Bengali letters with a dot below, which a shaper may ask for although normalised text never holds them.
ALWAYS = "\u200c\u200d\u25cc\u09dc\u09dd\u09df"


@dataclass(frozen=True)
class Face:
    """One woff2 file and the CSS that declares it."""

    family: str
    weight: int
    letters: frozenset[str]
    content: bytes

    @property
    def path(self) -> str:
        """Where it lies in the built site; the name changes with the content."""
        digest = hashlib.sha256(self.content).hexdigest()[:10]
        return f"{FOLDER}/{self.family.lower().replace(' ', '-')}-{self.weight}.{digest}.woff2"

    def css(self, folder: str = "") -> str:
        """The @font-face rule, for a stylesheet from which the fonts' folder is reached by that path."""
        source = folder + self.path.rpartition("/")[2]
        return (
            f'@font-face{{font-family:"{self.family}";font-weight:{self.weight};font-display:swap;'
            f'src:url({source}) format("woff2");unicode-range:{unicode_range(self.letters)}}}'
        )


def text_faces(locale: Locale, letters: Iterable[str]) -> tuple[Face, ...]:
    """The fonts of a locale's own pages: `Site <locale>`, regular and bold; none for system fonts."""
    return tuple(_face(locale, f"Site {locale.code}", weight, letters) for weight in WEIGHTS if locale.font)


def small_face(
    locale: Locale, purpose: Literal["Names", "Abroad"], letters: Iterable[str]
) -> tuple[Face, ...]:
    """The font of a locale's few words on other pages: `Names <locale>` or `Abroad <locale>`, regular."""
    return (_face(locale, f"{purpose} {locale.code}", 400, letters),) if locale.font else ()


def letters_of(texts: Iterable[str]) -> frozenset[str]:
    """Every character of some texts, with what it composes into and falls apart into.

    A shaper splits a vowel sign that stands on both sides (U+09CC) and needs each half in the font.
    """
    found: set[str] = set(ALWAYS)
    for text in texts:
        found.update(text, unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text))
    return frozenset(found)


def source_texts(locale: Locale) -> Iterator[str]:
    """Everything a reader of this locale may see: pages, chrome, catalogs, terms, the alphabet's digits."""
    yield "".join(chr(code) for code in _native_digits(locale))
    for pattern in (f"docs/{locale.code}/**/*.md", f"translations/{locale.code}/**/*.po"):
        yield from (path.read_text("utf-8") for path in sorted(ROOT.glob(pattern)))
    yield (ROOT / f"overrides/partials/languages/{locale.code}.html").read_text("utf-8")
    yield from glossary.words_of(locale.code)


def uncovered(page: str, letters: frozenset[str], *, reach: frozenset[str]) -> set[str]:
    """Letters of a built page that the font package has (`reach`) but the cut (`letters`) lacks."""
    shown = {letter for letter in letters_of([visible_text(page)]) if not letter.isascii()}
    return (shown - set(ALWAYS)) & reach - letters


def reach(font: Font) -> frozenset[str]:
    """Every letter of the package's font, regular weight."""
    with TTFont(font.file(400)) as whole:
        return frozenset(map(chr, whole.getBestCmap()))


def visible_text(page: str) -> str:
    """The text of a page in its own language, without scripts and styles."""
    reader = _Text()
    reader.feed(page)
    return "".join(reader.parts)


def unicode_range(letters: Iterable[str]) -> str:
    """The CSS `unicode-range` of some letters: U+0985-098C,U+09E6."""
    runs: list[list[int]] = []
    for code in sorted(map(ord, letters)):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


class _Text(HTMLParser):
    """The text of a page in the page's own language: no scripts, styles or lines in another language."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.language = ""
        self.skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        language = dict(attrs).get("lang")
        if tag == "html":
            self.language = language or ""
        foreign = language is not None and language != self.language
        if (self.skipped or foreign or tag in {"script", "style"}) and tag not in VOID:
            self.skipped.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.skipped:
            while self.skipped.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.parts.append(data)


def _native_digits(locale: Locale) -> range:
    zero = {"beng": 0x9E6, "gujr": 0xAE6, "arabext": 0x6F0}.get(locale.digits)
    return range(zero, zero + 10) if zero else range(0)


def _face(locale: Locale, family: str, weight: int, letters: Iterable[str]) -> Face:
    font = locale.font
    if font is None:
        msg = f"{locale.code} is shown in the system's fonts"
        raise ValueError(msg)
    # Latin letters and the space are the system font's, so that a Latin word is of one piece.
    kept = frozenset(letter for letter in letters if not letter.isascii()) & reach(font)
    return Face(family, weight, kept, _cut(font.file(weight), kept))


def _cut(source: Path, letters: frozenset[str]) -> bytes:
    """The font with these letters and everything its features make of them; kept from build to build."""
    recipe = hashlib.sha256(source.read_bytes() + "".join(sorted(letters)).encode()).hexdigest()
    kept = CACHE / f"{recipe}.woff2"
    if not kept.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        partial = kept.with_suffix(".part")
        _subset(source, letters, partial)
        partial.replace(kept)
    return kept.read_bytes()


def _subset(source: Path, letters: frozenset[str], target: Path) -> None:
    options = Options(layout_features=["*"], flavor="woff2", notdef_outline=True, hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(letter) for letter in letters])
    with TTFont(source, recalcTimestamp=False) as font:
        subsetter.subset(font)
        font.flavor = "woff2"
        font.save(target)
