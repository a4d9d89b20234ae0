"""The approved terms of `translations/glossary.csv`, a concept a row."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sitebuild.locales import ROOT, load

GLOSSARY = ROOT / "translations" / "glossary.csv"
_ASIDE = re.compile(r"\s*\(([^)]*)\)")
_ACRONYM = re.compile(r"[A-Z]{2,}")


@dataclass(frozen=True)
class Term:
    """A concept: its approved name and the other names in each locale, as the glossary writes them."""

    concept: str
    names: Mapping[str, str]
    variants: Mapping[str, tuple[str, ...]]

    def spellings(self, code: str) -> tuple[str, ...]:
        """What the approved name of a locale reads as in a sentence: no asides, an acronym by itself."""
        return tuple(_spellings(self.names[code]))


@cache
def read(file: Path = GLOSSARY) -> Mapping[str, Term]:
    """All concepts in the glossary's order, by the ids that they have on the page Words."""
    with file.open(encoding="utf-8", newline="") as opened:
        terms = [_term(row) for row in csv.DictReader(opened)]
    return {term.concept: term for term in terms}


def plain(name: str) -> str:
    """A name without what stands in brackets."""
    return _ASIDE.sub("", name).strip()


def words_of(code: str) -> Iterator[str]:
    """Every name that a locale has for a concept."""
    for term in read().values():
        yield term.names[code]
        yield from term.variants[code]


def _term(row: Mapping[str, str]) -> Term:
    codes = [locale.code for locale in load()]
    variants = {code: _listed(row.get(f"variants_{code}", "")) for code in codes}
    return Term(row["concept"].replace("_", "-"), {code: row[code] for code in codes}, variants)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(name for name in cell.split(" | ") if name)


def _spellings(name: str) -> Iterator[str]:
    yield from plain(name).split(" / ")
    yield from (aside for aside in _ASIDE.findall(name) if _ACRONYM.fullmatch(aside))
