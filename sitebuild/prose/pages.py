"""The structure of an article: front matter, headings, embedded elements, links; and what each must have."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from sitebuild.prose.problems import Problem
from sitebuild.prose.sources import Source

DESCRIPTION = 150
"""Search engines cut a longer description off."""

TOP = "title"
"""The id that the build gives to a page's h1."""

_FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_CODE = re.compile(r"^(```|~~~).*?^\1[^\n]*$|`[^`\n]+`|<!--.*?-->", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)(?:[ \t]*\{[^}\n]*#([\w-]+)[^}\n]*\})?[ \t]*$", re.MULTILINE)
_ELEMENT = re.compile(r"<(funnel-(?:simulator|diagram))\b([^>]*)>")
_DECISION = re.compile(r'decision="([^"]*)"')
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_FOREIGN_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|//")


@dataclass(frozen=True)
class Heading:
    """A heading: its line, its level from 1, its own id if it has one."""

    line: int
    level: int
    id: str | None

    def __str__(self) -> str:
        return f"h{self.level} #{self.id}" if self.id else f"h{self.level} without an id"


@dataclass(frozen=True)
class Element:
    """A place for the engine's work: its line, its name, the case that it decides if it names one."""

    line: int
    name: str
    case: str | None

    def __str__(self) -> str:
        return f'<{self.name} decision="{self.case}">' if self.case else f"<{self.name}>"


@dataclass(frozen=True)
class Link:
    """A link within the site: its line, the page (a path within the locale), the heading's id or nothing."""

    line: int
    page: str
    fragment: str

    @property
    def target(self) -> str:
        """Page and heading, as one writes them."""
        return f"{self.page}#{self.fragment}" if self.fragment else self.page


@dataclass(frozen=True)
class Page:
    """An article of a locale; `name` is its path within the locale, alike in all of them."""

    path: str
    name: str
    front: dict[str, object]
    headings: tuple[Heading, ...]
    elements: tuple[Element, ...]
    links: tuple[Link, ...]

    @property
    def ids(self) -> frozenset[str]:
        """All ids that a link may lead to."""
        return frozenset(heading.id for heading in self.headings if heading.id) | {TOP}


def read(source: Source) -> Page:
    """The structure of an article's Markdown."""
    name = source.path.partition(f"docs/{source.locale}/")[2]
    front = _FRONT.match(source.content)
    fields = yaml.safe_load(front[1]) if front else {}
    body = _blank(_FRONT, _blank(_CODE, source.content))
    parts = tuple(_headings(body)), tuple(_elements(body)), tuple(_links(body, name))
    return Page(source.path, name, fields if isinstance(fields, dict) else {}, *parts)


def incomplete_front(page: Page) -> Iterator[Problem]:
    """What lacks between the two `---`."""
    for field in ("title", "description"):
        value = page.front.get(field)
        if not isinstance(value, str) or not value.strip():
            yield Problem(page.path, 1, f"has no {field}; write one between the two ---")
    length = len(str(page.front.get("description", "")))
    if length > DESCRIPTION:
        yield Problem(page.path, 1, f"description has {length} characters; {DESCRIPTION} at most")


def nameless_headings(page: Page) -> Iterator[Problem]:
    """Headings that a translated link could not reach, or of whose ids there are two."""
    seen: set[str] = {TOP}
    for heading in page.headings:
        if heading.id is None:
            if heading.level in (2, 3):
                yield Problem(
                    page.path, heading.line, "heading without an id; add { #its-id }, as in English"
                )
        elif heading.id in seen:
            yield Problem(page.path, heading.line, f"#{heading.id} is there twice; ids differ within a page")
        seen.add(heading.id or TOP)


def _headings(body: str) -> Iterator[Heading]:
    for match in _HEADING.finditer(body):
        yield Heading(_line(body, match), len(match[1]), match[3])


def _elements(body: str) -> Iterator[Element]:
    for match in _ELEMENT.finditer(body):
        case = _DECISION.search(match[2])
        yield Element(_line(body, match), match[1], case[1] if case else None)


def _links(body: str, name: str) -> Iterator[Link]:
    for match in _LINK.finditer(body):
        if not _FOREIGN_ADDRESS.match(match[1]):
            path, _, fragment = match[1].partition("#")
            joined = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            yield Link(_line(body, match), joined, fragment)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: "\n" * match.group().count("\n"), text)


def _line(body: str, match: re.Match[str]) -> int:
    return body.count("\n", 0, match.start()) + 1
