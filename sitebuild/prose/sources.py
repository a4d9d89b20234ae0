"""The files that hold the words of a locale, and what no such file may hold."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitebuild.catalogs import DIAGRAMS, ENGINE, SOURCE_LANGUAGE
from sitebuild.locales import ROOT
from sitebuild.packs import PACKS
from sitebuild.prose.problems import Problem

FRONT = re.compile(r"\A---\n(?P<fields>.*?)^---\n", re.DOTALL | re.MULTILINE)
"""A page's front matter, both rules included."""

STRINGS = "overrides/partials/languages"
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Source:
    """A file of a locale: its path from the project's root, and all that is in it."""

    path: str
    locale: str
    content: str

    @property
    def kind(self) -> str:
        """The ending of its name, without the dot."""
        return self.path.rpartition(".")[2]


def read(locale: str) -> tuple[Source, ...]:
    """All files that hold words of a locale; the English of engine, diagrams and packs stands in these."""
    paths = [ROOT / STRINGS / f"{locale}.html"]
    paths += _english() if locale == SOURCE_LANGUAGE else (ROOT / "translations" / locale).rglob("*.po")
    return (*articles(locale), *(_source(path, locale, ROOT) for path in sorted(paths)))


def articles(locale: str, root: Path = ROOT) -> tuple[Source, ...]:
    """The pages of a locale, sorted by path."""
    return tuple(_source(path, locale, root) for path in sorted((root / "docs" / locale).rglob("*.md")))


def strings(locale: str) -> Source:
    """The words of the site's frame in a locale."""
    return _source(ROOT / STRINGS / f"{locale}.html", locale, ROOT)


def name(source: Source) -> str:
    """A page's path within its locale, alike in all of them: `learn/lead.md`."""
    return source.path.partition(f"docs/{source.locale}/")[2]


def unclean(source: Source) -> Iterator[Problem]:
    """Characters that are not in their normal form (NFC), or that turn the direction of text unseen."""
    for number, line in enumerate(source.content.split("\n"), 1):
        if not unicodedata.is_normalized("NFC", line):
            yield Problem(source.path, number, "not in normal form; save the line as NFC")
        for match in _CONTROLS.finditer(line):
            found = f"U+{ord(match.group()):04X} ({unicodedata.name(match.group()).lower()})"
            yield Problem(source.path, number, f"found {found}; take it out, use <bdi> or dir")


def _english() -> list[Path]:
    return [*ENGINE.glob("wording/*.py"), *DIAGRAMS.glob("wording/*.py"), *PACKS.glob("*/pack.yaml")]


def _source(path: Path, locale: str, root: Path) -> Source:
    # Bytes, since universal newlines would hide a stray carriage return.
    return Source(path.relative_to(root).as_posix(), locale, path.read_bytes().decode("utf-8"))
