"""The entries of the page Words as its writers wrote them: a heading with the concept's id, a paragraph."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markdown import markdown

from sitebuild.locales import load

NAME = "words.md"
QUOTED = "machine-errors"
"""The section in which machines are quoted; it has no entries."""

_HEADING = re.compile(r"(?m)^(#{2,3})[ \t]+(.*?)[ \t]*\{[^}\n]*#([\w-]+)[^}\n]*\}[ \t]*$")


@dataclass(frozen=True)
class Entry:
    """A term of the page Words: the line and words of its heading, the paragraphs below it."""

    concept: str
    line: int
    heading: str
    paragraphs: tuple[str, ...]

    @cached_property
    def definition(self) -> str:
        """The first paragraph as HTML, without its `<p>`; empty when there is none."""
        html = markdown(self.paragraphs[0] if self.paragraphs else "")
        return html.removeprefix("<p>").removesuffix("</p>")


def read(content: str) -> tuple[Entry, ...]:
    """The entries of a page's Markdown, in its order."""
    found: list[Entry] = []
    headings = list(_HEADING.finditer(content))
    for match, following in zip(headings, [*headings, None][1:], strict=True):
        if match[3] == QUOTED:
            break
        if match[1] == "###":
            body = content[match.end() : following.start() if following else len(content)]
            line = content.count("\n", 0, match.start()) + 1
            found.append(Entry(match[3], line, match[2], _paragraphs(body)))
    return tuple(found)


def load_all(docs: Path) -> Mapping[str, Mapping[str, Entry]]:
    """Each locale's entries by concept; none where the page is not written."""
    return {locale.code: _entries(docs / locale.code / NAME) for locale in load()}


def _entries(file: Path) -> Mapping[str, Entry]:
    if not file.exists():
        return {}
    return {entry.concept: entry for entry in read(file.read_text("utf-8"))}


def _paragraphs(body: str) -> tuple[str, ...]:
    return tuple(" ".join(block.split()) for block in re.split(r"\n\s*\n", body) if block.strip())
