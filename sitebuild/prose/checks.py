"""All checks, by the names under which a failing test shows them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from funnel import links

from sitebuild import packs
from sitebuild.catalogs import SOURCE_LANGUAGE
from sitebuild.diagrams import KINDS
from sitebuild.embed import PACK
from sitebuild.prose import (
    across,
    freshness,
    glossary,
    leftovers,
    length,
    pages,
    pofilter,
    rules,
    sources,
    texts,
)
from sitebuild.prose.problems import Problem

LATER = frozenset({"up to date", "pofilter"})
"""Checks that `make check` and the tests hold the content to, and a build does not."""

LINKS = "simulator/engine/funnel/links.py"


@dataclass(frozen=True)
class Content:
    """All that readers of a locale see."""

    locale: str
    sources: tuple[sources.Source, ...]
    texts: tuple[texts.Text, ...]
    pages: across.Pages


@dataclass(frozen=True)
class Agreed:
    """What every locale is held to: the pages of one, the cases of the pack, the places that lists name.

    Besides the fingerprints of what pages are written from, and the English words of the site's frame.
    """

    pages: across.Pages
    cases: frozenset[str]
    statements: tuple[across.Place, ...]
    articles: tuple[across.Place, ...]
    originals: freshness.Originals
    strings: Mapping[str, str]


type Check = Callable[[Content, Agreed], Iterable[Problem]]


def gather(locale: str, files: Iterable[sources.Source]) -> Content:
    """Words and pages of some files of a locale."""
    found = tuple(files)
    words = tuple(text for source in found for text in texts.read(source))
    articles = [pages.read(source) for source in found if source.kind == "md"]
    return Content(locale, found, words, {page.name: page for page in articles})


@cache
def content(locale: str) -> Content:
    """The project's own content in a locale."""
    return gather(locale, sources.read(locale))


@cache
def agreed() -> Agreed:
    """What the project's own content is held to; its pages are the English ones."""
    english = content(SOURCE_LANGUAGE)
    model = english.pages
    cases = packs.read(packs.PACKS / PACK / "pack.yaml").pack.cases
    articles = across.articles(links.targets(), model, LINKS)
    strings = {key: words for _, key, words in texts.entries(sources.strings(SOURCE_LANGUAGE))}
    return Agreed(
        model,
        frozenset(case.id for case in cases),
        across.statements(),
        tuple(articles),
        freshness.originals(english.sources),
        strings,
    )


def named(locale: str) -> Mapping[str, Check]:
    """The checks that can fail in a locale; English has no forbidden terms, and the others are held to it."""
    return _EVERYWHERE if locale == SOURCE_LANGUAGE else _EVERYWHERE | _TRANSLATED


def problems(own: Content, held_to: Agreed, *, building: bool = False) -> Iterator[tuple[str, Problem]]:
    """Everything that any check has against some content, each with the check's name.

    A build goes on with what only `LATER` finds: readers see on the status page which pages are stale.
    """
    for name, check in named(own.locale).items():
        if not (building and name in LATER):
            yield from ((name, problem) for problem in check(own, held_to))


def warnings(own: Content) -> Iterator[Problem]:
    """Words and spellings that have honest uses, for a reader of the language to look at."""
    for text in own.texts:
        yield from rules.broken(rules.forbidden(), text, "warn")
        yield from rules.broken(rules.orthography(), text, "warn")
        yield from length.unusual(text)


def _each_text(check: Callable[[texts.Text], Iterable[Problem]]) -> Check:
    return lambda own, _: (problem for text in own.texts for problem in check(text))


def _each_page(check: Callable[[pages.Page], Iterable[Problem]]) -> Check:
    return lambda own, _: (problem for page in own.pages.values() for problem in check(page))


def _catalog_lint(own: Content, held_to: Agreed) -> Iterator[Problem]:
    for source in own.sources:
        yield from pofilter.findings(source, held_to.strings)


def _up_to_date(own: Content, held_to: Agreed) -> Iterator[Problem]:
    for page in own.pages.values():
        yield from freshness.stale(own.locale, page, held_to.originals)


def _characters(own: Content, _: Agreed) -> Iterator[Problem]:
    for source in own.sources:
        yield from sources.unclean(source)


_EVERYWHERE: dict[str, Check] = {
    "spelling": _each_text(lambda text: rules.broken(rules.orthography(), text, "error")),
    "characters": _characters,
    "front matter": _each_page(pages.incomplete_front),
    "heading ids": _each_page(pages.nameless_headings),
    "images have words": _each_page(pages.wordless_images),
    "tables are even": _each_page(pages.uneven_tables),
    "reviews are clear": _each_page(freshness.unclear_review),
    "up to date": _up_to_date,
    "links lead somewhere": lambda own, _: across.dead_links(own.pages),
    "words has every term": lambda own, _: glossary.incomplete(own.locale, own.sources),
    "cases are in the pack": lambda own, held_to: across.unknown_cases(own.pages, held_to.cases),
    "diagrams are of a known kind": lambda own, _: across.unknown_kinds(own.pages, KINDS),
    "statements have their place": lambda own, held_to: across.missing_places(
        own.locale, own.pages, held_to.statements
    ),
    "the simulator's links lead somewhere": lambda own, held_to: across.missing_places(
        own.locale, own.pages, held_to.articles
    ),
}

_TRANSLATED: dict[str, Check] = {
    "forbidden terms": _each_text(lambda text: rules.broken(rules.forbidden(), text, "error")),
    "no English left": _each_text(leftovers.english),
    "same pages": lambda own, held_to: across.same_pages(own.locale, own.pages, held_to.pages),
    "same headings": lambda own, held_to: across.same_headings(own.pages, held_to.pages),
    "same elements": lambda own, held_to: across.same_elements(own.pages, held_to.pages),
    "same images": lambda own, held_to: across.same_images(own.pages, held_to.pages),
    "same tables": lambda own, held_to: across.same_tables(own.pages, held_to.pages),
    "same order": lambda own, held_to: across.same_order(own.pages, held_to.pages),
    "same links": lambda own, held_to: across.same_links(own.pages, held_to.pages),
    "pofilter": _catalog_lint,
}
