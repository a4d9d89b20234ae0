"""The structure of an article: front matter, headings, elements, images, tables, links; their own faults."""

import dataclasses
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from sitebuild.prose.problems import Problem
from sitebuild.prose.sources import FRONT, Source
from sitebuild.prose.sources import name as name_of

DESCRIPTION = 150
"""Search engines cut a longer description off."""

TOP = "title"
"""The id that the build gives to a page's h1."""

_CODE = re.compile(r"^(```|~~~).*?^\1[^\n]*$|`[^`\n]+`|<!--.*?-->", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)(?:[ \t]*\{[^}\n]*#([\w-]+)[^}\n]*\})?[ \t]*$", re.MULTILINE)
_ELEMENT = re.compile(r"<(funnel-(?:simulator|diagram))\b([^>]*)>")
_DECISION = re.compile(r'\bdecision="([^"]*)"')
_KIND = re.compile(r'\bkind="([^"]*)"')
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_IMAGE = re.compile(r"!\[(?P<words>[^\]]*)\]\(\s*<?(?P<path>[^)\s>]+)|<img\b(?P<attributes>[^>]*)>")
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_DASHES = r"[ \t]*:?-+:?[ \t]*"
_TABLE = re.compile(
    rf"^.*\|.*\n(?=.*\|)[ \t]*\|?{_DASHES}(?:\|{_DASHES})*\|?[ \t]*(?:\n.*\|.*)*", re.MULTILINE
)
_CELL_END = re.compile(r"(?<!\\)\|")
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
    """A place for the build's work: its line, its name, the case or the kind of diagram if it names one."""

    line: int
    name: str
    case: str | None = None
    kind: str | None = None

    def __str__(self) -> str:
        attributes = {"decision": self.case, "kind": self.kind}
        given = "".join(f' {name}="{value}"' for name, value in attributes.items() if value)
        return f"<{self.name}{given}>"


@dataclass(frozen=True)
class Image:
    """A picture: its line, its file as the page names it, the words for those who do not see it."""

    line: int
    path: str
    words: str

    def __str__(self) -> str:
        return f"image {self.path}"


@dataclass(frozen=True)
class Table:
    """A table: its line, and how many cells each of its rows has, the header's first."""

    line: int
    rows: tuple[int, ...]

    def __str__(self) -> str:
        return f"table of {len(self.rows)} rows and {self.rows[0]} columns"


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
    images: tuple[Image, ...] = ()
    tables: tuple[Table, ...] = ()
    front_lines: dict[str, int] = dataclasses.field(default_factory=dict)
    unreadable: int | None = None

    def front_line(self, name: str) -> int:
        """The line on which a field of the front matter stands; the first if it is not there."""
        return self.front_lines.get(name, 1)

    @property
    def parts(self) -> tuple[Heading | Element | Image | Table, ...]:
        """All that must stand in the same order in every language, in order."""
        found: tuple[Heading | Element | Image | Table, ...] = (
            *self.headings,
            *self.elements,
            *self.images,
            *self.tables,
        )
        return tuple(sorted(found, key=lambda part: part.line))

    @property
    def ids(self) -> frozenset[str]:
        """All ids that a link may lead to."""
        return frozenset(heading.id for heading in self.headings if heading.id) | {TOP}


def read(source: Source) -> Page:
    """The structure of an article's Markdown."""
    name = name_of(source)
    front = FRONT.match(source.content)
    fields, unreadable = _fields(front[1]) if front else ({}, None)
    body = _blank(FRONT, _blank(_CODE, source.content))
    return Page(
        source.path,
        name,
        fields,
        headings=tuple(_headings(body)),
        elements=tuple(_elements(body)),
        links=tuple(_links(body, name)),
        images=tuple(_images(body)),
        tables=tuple(_tables(body)),
        front_lines=_front_lines(front[1]) if front else {},
        unreadable=unreadable,
    )


def incomplete_front(page: Page) -> Iterator[Problem]:
    """What lacks between the two `---`, or cannot be read there."""
    if page.unreadable is not None:
        cure = "put a text that has a colon or begins with a sign between quotation marks"
        yield Problem(page.path, page.unreadable, f"front matter is no YAML; {cure}")
        return
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


def wordless_images(page: Page) -> Iterator[Problem]:
    """Images that say nothing to those who do not see them."""
    for image in page.images:
        if not image.words.strip():
            cure = "say between [ and ] (or in alt) what it shows"
            yield Problem(page.path, image.line, f"{image} without a text alternative; {cure}")


def uneven_tables(page: Page) -> Iterator[Problem]:
    """Rows that have more or fewer cells than their table has columns; Markdown hides the difference."""
    for table in page.tables:
        for number, cells in enumerate(table.rows):
            if cells != table.rows[0]:
                line = table.line + number + bool(number)  # below the header stands the line of dashes
                yield Problem(page.path, line, f"row of {cells} cells in a table of {table.rows[0]} columns")


def _fields(front: str) -> tuple[dict[str, object], int | None]:
    """The front matter, or the line on which it stops being readable."""
    try:
        fields = yaml.safe_load(front)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return {}, mark.line + 2 if mark else 1
    return (fields, None) if isinstance(fields, dict) else ({}, 2)


def _front_lines(front: str) -> dict[str, int]:
    return {line.partition(":")[0]: number for number, line in enumerate(front.split("\n"), 2)}


def _images(body: str) -> Iterator[Image]:
    for match in _IMAGE.finditer(body):
        given = {
            name: double or single for name, double, single in _ATTRIBUTE.findall(match["attributes"] or "")
        }
        yield Image(
            _line(body, match), match["path"] or given.get("src", ""), match["words"] or given.get("alt", "")
        )


def _tables(body: str) -> Iterator[Table]:
    for match in _TABLE.finditer(body):
        header, _, *rows = match.group().split("\n")
        yield Table(_line(body, match), tuple(_cells(row) for row in (header, *rows)))


def _cells(row: str) -> int:
    return len(_CELL_END.split(row.strip().removeprefix("|").removesuffix("|")))


def _headings(body: str) -> Iterator[Heading]:
    for match in _HEADING.finditer(body):
        yield Heading(_line(body, match), len(match[1]), match[3])


def _elements(body: str) -> Iterator[Element]:
    for match in _ELEMENT.finditer(body):
        case, kind = _DECISION.search(match[2]), _KIND.search(match[2])
        yield Element(_line(body, match), match[1], case[1] if case else None, kind[1] if kind else None)


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
