"""Makes a link of a term's first use on a page, with its definition for whoever points at it.

The page is read by a parser, which tells where running text begins and ends; what is put in goes there,
and every other character stays as it was.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from html import escape
from html.parser import HTMLParser
from itertools import accumulate, islice

from sitebuild.elements import VOID
from sitebuild.words.entries import Entry
from sitebuild.words.forms import Choice, Finder, Found

HOLDERS = frozenset({"p", "li", "td", "dd"})
OPAQUE = frozenset(
    {"a", "button", "code", "kbd", "label", "pre", "samp", "script", "style", "summary", "svg"}
)
OPAQUE_CLASSES = frozenset({"admonition-title", "mt-bad"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "th", "caption"})


def link(
    html: str,
    finder: Finder,
    choice: Choice,
    entries: Mapping[str, Entry],
    *,
    address: str,
    more: str,
    without: Iterable[str] = (),
) -> str:
    """The page's HTML with its first uses linked and, at the end, their definitions.

    `address` leads to the page Words, `more` names it on the definition that a tap shows, `without` holds
    the page's own subjects.
    """
    parts: list[str] = []
    done, linked = 0, list(islice(_first_uses(html, finder, choice, entries.keys(), without), choice.most))
    for use in linked:
        parts.append(html[done : use.start])
        parts.append(f'<a class="word" href="{address}#{use.concept}" aria-describedby="word-{use.concept}">')
        parts.append(f"{html[use.start : use.end]}</a>")
        done = use.end
    parts.append(html[done:])
    if linked:
        meanings = "".join(
            f'<p id="word-{use.concept}">{entries[use.concept].definition}</p>' for use in linked
        )
        parts.append(f'\n<div class="defined" data-more="{escape(more)}" hidden>{meanings}</div>')
    return "".join(parts)


def _first_uses(
    html: str, finder: Finder, choice: Choice, known: Collection[str], without: Iterable[str]
) -> Iterator[Found]:
    """The places to link, in the page's order."""
    done = {choice.entry(concept) for concept in without}
    for start, text in running_text(html):
        for found in finder.find(text):
            concept = choice.entry(found.concept)
            if found.clear and concept in known and concept not in done:
                done.add(concept)
                yield Found(start + found.start, start + found.end, concept, clear=True)


def running_text(html: str) -> Iterator[tuple[int, str]]:
    """Pieces of a page's sentences with their offsets; no headings, links, code, or elements of our own."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    return iter(reader.pieces)


class _Reader(HTMLParser):
    """Notes the text that stands in a holder and in nothing opaque."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[tuple[int, str]] = []
        self.lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self.open: list[tuple[str, bool, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            _, held, opaque = self.open[-1] if self.open else ("", False, False)
            self.open.append((tag, held or tag in HOLDERS, opaque or _is_opaque(tag, dict(attrs))))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that is closed at once holds nothing."""

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][1:] == (True, False):
            line, column = self.getpos()
            self.pieces.append((self.lines[line - 1] + column, data))


def _is_opaque(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether a link has no place in an element; one with a hyphen in its name is ours and fills itself."""
    classes = (attributes.get("class") or "").split()
    return (
        tag in OPAQUE | _HEADINGS
        or "-" in tag
        or "lang" in attributes
        or not OPAQUE_CLASSES.isdisjoint(classes)
    )
