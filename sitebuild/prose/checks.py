"""All checks, by the names under which a failing test shows them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from funnel import links

from sitebuild import packs
from sitebuild.catalogs import SOURCE_LANGUAGE
from sitebuild.embed import PACK
from sitebuild.prose import across, leftovers, pages, rules, sources, texts
from sitebuild.prose.problems import Problem

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
    """What every locale is held to: the pages of one, the cases of the pack, the places that lists name."""

    pages: across.Pages
    cases: frozenset[str]
    statements: tuple[across.Place, ...]
    articles: tuple[across.Place, ...]


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
    model = content(SOURCE_LANGUAGE).pages
    cases = packs.read(packs.PACKS / PACK / "pack.yaml").pack.cases
    articles = across.articles(links.targets(), model, LINKS)
    return Agreed(model, frozenset(case.id for case in cases), across.statements(), tuple(articles))


def named(locale: str) -> Mapping[str, Check]:
    """The checks that can fail in a locale; English has no forbidden terms, and the others are held to it."""
    return _EVERYWHERE if locale == SOURCE_LANGUAGE else _EVERYWHERE | _TRANSLATED


def problems(own: Content, held_to: Agreed) -> Iterator[tuple[str, Problem]]:
    """Everything that any check has against some content, each with the check's name."""
    for name, check in named(own.locale).items():
        for problem in check(own, held_to):
            yield name, problem


def warnings(own: Content) -> Iterator[Problem]:
    """Words and spellings that have honest uses, for a reader of the language to look at."""
    for text in own.texts:
        yield from rules.broken(rules.forbidden(), text, "warn")
        yield from rules.broken(rules.orthography(), text, "warn")


def _each_text(check: Callable[[texts.Text], Iterable[Problem]]) -> Check:
    return lambda own, _: (problem for text in own.texts for problem in check(text))


def _each_page(check: Callable[[pages.Page], Iterable[Problem]]) -> Check:
    return lambda own, _: (problem for page in own.pages.values() for problem in check(page))


def _characters(own: Content, _: Agreed) -> Iterator[Problem]:
    for source in own.sources:
        yield from sources.unclean(source)


_EVERYWHERE: dict[str, Check] = {
    "spelling": _each_text(lambda text: rules.broken(rules.orthography(), text, "error")),
    "characters": _characters,
    "front matter": _each_page(pages.incomplete_front),
    "heading ids": _each_page(pages.nameless_headings),
    "links lead somewhere": lambda own, _: across.dead_links(own.pages),
    "cases are in the pack": lambda own, held_to: across.unknown_cases(own.pages, held_to.cases),
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
    "same links": lambda own, held_to: across.same_links(own.pages, held_to.pages),
}
