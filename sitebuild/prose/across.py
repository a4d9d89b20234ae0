"""What all languages must have alike: pages, what pages consist of, links, and where the ideas stand."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from sitebuild.locales import ROOT
from sitebuild.prose.pages import TOP, Element, Heading, Image, Page, Table
from sitebuild.prose.problems import Problem

DIAGRAM = "funnel-diagram"
STATEMENTS = ROOT / "outlines" / "statements.csv"

type Part = Heading | Element | Image | Table

Pages = Mapping[str, Page]
"""A locale's pages by their path within it."""


@dataclass(frozen=True)
class Place:
    """A page and heading that every language must have, and the line of the list that says so."""

    listed: str
    line: int
    page: str
    heading: str


def same_pages(locale: str, own: Pages, model: Pages) -> Iterator[Problem]:
    """Pages that only one of two languages has."""
    for name in sorted(set(model) - set(own)):
        yield Problem(f"docs/{locale}/{name}", 1, f"is not there; {model[name].path} is")
    for name in sorted(set(own) - set(model)):
        yield Problem(own[name].path, 1, "no such page in English; write it there, or take this one out")


def same_headings(own: Pages, model: Pages) -> Iterator[Problem]:
    """Where a page's headings begin to differ from those of the other language's page."""
    return _alike(own, model, lambda page: page.headings)


def same_elements(own: Pages, model: Pages) -> Iterator[Problem]:
    """Where a page's embedded elements begin to differ from those of the other language's page."""
    return _alike(own, model, lambda page: page.elements)


def same_images(own: Pages, model: Pages) -> Iterator[Problem]:
    """Where a page's images begin to differ from those of the other language's page."""
    return _alike(own, model, lambda page: page.images)


def same_tables(own: Pages, model: Pages) -> Iterator[Problem]:
    """Where a page's tables begin to differ in size: a lost row is a lost idea."""
    return _alike(own, model, lambda page: page.tables)


def same_order(own: Pages, model: Pages) -> Iterator[Problem]:
    """Where headings, elements, images and tables are the same as there and stand in another order."""
    moved = {page.name: page for page, other in _pairs(own, model) if _count(page) == _count(other)}
    return _alike(moved, model, lambda page: page.parts)


def _count(page: Page) -> Counter[str]:
    return Counter(str(part) for part in page.parts)


def _alike(own: Pages, model: Pages, parts: Callable[[Page], Sequence[Part]]) -> Iterator[Problem]:
    for page, other in _pairs(own, model):
        for mine, theirs in zip_longest(parts(page), parts(other)):
            if str(mine) != str(theirs):
                found, expected = mine or "nothing more", theirs or "nothing more"
                line = mine.line if mine else 1
                yield Problem(page.path, line, f"found {found}, expected {expected}, as in {other.path}")
                break


def same_links(own: Pages, model: Pages) -> Iterator[Problem]:
    """Targets that a page leads to in one language only."""
    for page, other in _pairs(own, model):
        mine = {link.target: link.line for link in page.links}
        theirs = {link.target: link.line for link in other.links}
        for target in sorted(set(theirs) - set(mine)):
            where = f"{other.path}:{theirs[target]}"
            yield Problem(page.path, 1, f"no link to {target}; add it, as in {where}")
        for target in sorted(set(mine) - set(theirs)):
            yield Problem(page.path, mine[target], f"link to {target}, which {other.path} does not have")


def dead_links(own: Pages) -> Iterator[Problem]:
    """Links to pages or headings that are not there."""
    for page in own.values():
        for link in page.links:
            if link.page not in own:
                yield Problem(page.path, link.line, f"link to {link.page}, which is not there")
            elif link.fragment and link.fragment not in own[link.page].ids:
                yield Problem(page.path, link.line, f"link to {link.target}; the page has no such heading")


def unknown_cases(own: Pages, cases: Iterable[str]) -> Iterator[Problem]:
    """Elements that name a case which the pack does not have."""
    known = sorted(cases)
    for page in own.values():
        for element in page.elements:
            if element.case is not None and element.case not in known:
                cure = f"the cases are {', '.join(known)}"
                yield Problem(page.path, element.line, f"found unknown case {element.case!r}; {cure}")


def unknown_kinds(own: Pages, kinds: Iterable[str]) -> Iterator[Problem]:
    """Diagrams of a kind that there is not, or of none."""
    known = list(kinds)
    for page in own.values():
        for element in page.elements:
            if element.name == DIAGRAM and element.kind not in known:
                found = (
                    f"a diagram of unknown kind {element.kind!r}"
                    if element.kind
                    else "a diagram without a kind"
                )
                cure = f'write <{DIAGRAM} kind="…">; the kinds are {", ".join(known)}'
                yield Problem(page.path, element.line, f"found {found}; {cure}")


def missing_places(locale: str, own: Pages, places: Iterable[Place]) -> Iterator[Problem]:
    """Places that a list names and a language does not have."""
    for place in places:
        page = own.get(place.page)
        if page is None:
            yield Problem(place.listed, place.line, f"docs/{locale}/{place.page} is not there")
        elif place.heading and place.heading not in page.ids - {TOP}:
            yield Problem(place.listed, place.line, f"{page.path} has no heading #{place.heading}")


def statements(file: Path = STATEMENTS) -> tuple[Place, ...]:
    """Where each statement of the sources stands; rows that share a place count once."""
    with file.open(encoding="utf-8", newline="") as opened:
        rows = csv.DictReader(opened)
        found: dict[tuple[str, str], int] = {}
        for row in rows:
            found.setdefault((row["page"], row["heading"]), rows.line_num)
    listed = file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file.name
    return tuple(Place(listed, line, page, heading) for (page, heading), line in found.items())


def articles(targets: Iterable[str], pages: Pages, listed: str) -> Iterator[Place]:
    """Where addresses such as `learn/lead/#criteria` lead: to `lead.md`, or to `index.md` in a folder."""
    for target in sorted(targets):
        path, _, heading = target.partition("#")
        folder = path.strip("/")
        names = [f"{folder}.md", f"{folder}/index.md".lstrip("/")]
        yield Place(listed, 1, next((name for name in names if name in pages), names[0]), heading)


def _pairs(own: Pages, model: Pages) -> Iterator[tuple[Page, Page]]:
    return ((own[name], model[name]) for name in sorted(set(own) & set(model)))
