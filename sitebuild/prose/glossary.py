"""The page Words against the glossary: every concept once, under its approved term, with a definition."""

from collections.abc import Iterable, Iterator

from sitebuild.prose.problems import Problem
from sitebuild.prose.sources import Source
from sitebuild.words import glossary
from sitebuild.words.entries import NAME, Entry, read
from sitebuild.words.glossary import Term

LENGTH = 200
"""Characters of a definition at most: it has to fit beside a word on a phone."""


def incomplete(locale: str, sources: Iterable[Source]) -> Iterator[Problem]:
    """What the page Words of a locale lacks or has wrong; that there is one is for `same pages` to say."""
    for source in sources:
        if source.path == f"docs/{locale}/{NAME}":
            entries, terms = read(source.content), glossary.read()
            yield from _missing(source.path, locale, entries)
            for entry in entries:
                term = terms.get(entry.concept)
                yield from _misnamed(source.path, entry, term.names[locale] if term else None)
                yield from _undefined(source.path, entry)


def _missing(path: str, locale: str, entries: Iterable[Entry]) -> Iterator[Problem]:
    there = {entry.concept for entry in entries}
    for term in glossary.read().values():
        if term.concept not in there:
            yield Problem(
                path, 1, f"no entry for a term; add '### {_title(term, locale)} {{ #{term.concept} }}'"
            )


def _misnamed(path: str, entry: Entry, approved: str | None) -> Iterator[Problem]:
    if approved is None:
        cure = "take its id from the column 'concept' of translations/glossary.csv, with - for _"
        yield Problem(path, entry.line, f"found unknown term #{entry.concept}; {cure}")
    elif not _same(entry.heading, approved):
        yield Problem(path, entry.line, f"found heading {entry.heading!r}, expected {approved!r}")


def _undefined(path: str, entry: Entry) -> Iterator[Problem]:
    if len(entry.paragraphs) != 1:
        found = f"found {len(entry.paragraphs)} paragraphs below #{entry.concept}"
        yield Problem(path, entry.line, f"{found}, expected one, its definition")
    elif "](" in entry.paragraphs[0]:
        yield Problem(path, entry.line, f"found a link in the definition of #{entry.concept}; take it out")
    elif len(entry.paragraphs[0]) > LENGTH:
        length = len(entry.paragraphs[0])
        yield Problem(path, entry.line, f"definition has {length} characters; {LENGTH} at most")


def _same(heading: str, approved: str) -> bool:
    """A heading may begin with a capital, add something in brackets, or leave the brackets out."""
    written, wanted = heading.casefold(), approved.casefold()
    return written == wanted or glossary.plain(written) in {
        glossary.plain(wanted),
        *glossary.plain(wanted).split(" / "),
    }


def _title(term: Term, locale: str) -> str:
    name = term.names[locale]
    return name[:1].upper() + name[1:]
