"""The locales of the site, read from `translations/locales.toml`, the one list of them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "translations" / "locales.toml"


@dataclass(frozen=True)
class Font:
    """The npm package, family and subset that hold a script which phones may lack."""

    package: str
    family: str
    subset: str

    def file(self, weight: int) -> Path:
        """The package's woff2 file of one weight."""
        name = self.package.rpartition("/")[2]
        return ROOT / "node_modules" / self.package / "files" / f"{name}-{self.subset}-{weight}-normal.woff2"


@dataclass(frozen=True)
class Locale:
    """A language of the site: its code in paths, its own name, and how it writes."""

    code: str
    name: str
    language: str
    direction: str
    digits: str
    plural: str
    grouping: str = "3"
    font: Font | None = None
    default: bool = False

    @property
    def prefix(self) -> str:
        """The folder of this locale in the built site: empty for the default, else `bn/`."""
        return "" if self.default else f"{self.code}/"


@cache
def load() -> tuple[Locale, ...]:
    """All locales in the switcher's order; the first is the default."""
    rows: list[dict[str, Any]] = tomllib.loads(LIST.read_text("utf-8"))["locale"]
    return tuple(_locale(row, default=index == 0) for index, row in enumerate(rows))


def find(code: str) -> Locale:
    """The locale of that code; KeyError when the site does not have it."""
    return {locale.code: locale for locale in load()}[code]


def _locale(row: dict[str, Any], *, default: bool) -> Locale:
    font = row.pop("font", None)
    return Locale(**row, font=Font(**font) if font else None, default=default)
