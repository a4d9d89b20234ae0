"""Which pages get what: the page Words its lists, articles their links, all others nothing."""

from collections.abc import Mapping

from mkdocs.utils import get_relative_url

from sitebuild import look
from sitebuild.locales import Locale
from sitebuild.words import forms, glossary, linking, listing
from sitebuild.words.entries import Entry

WORDS = "words"
ARTICLES = frozenset({"trainers"})
"""Pages outside learn/ that are read like those in it; the checklist is for paper, where a link is none."""


def fill(html: str, *, locale: Locale, url: str, entries: Mapping[str, Entry]) -> str:
    """A page's HTML with what the words of the trade bring to it; `entries` are those of its language."""
    name = url.removeprefix(locale.prefix).strip("/")
    if name == WORDS:
        return listing.complete(html, locale, glossary.read(), also=look.chrome(locale.code, "words.also"))
    return _linked(html, locale, url, name, entries) if _is_article(name) else html


def _is_article(name: str) -> bool:
    return name in ARTICLES or name.startswith("learn/")


def _linked(html: str, locale: Locale, url: str, name: str, entries: Mapping[str, Entry]) -> str:
    return linking.link(
        html,
        forms.finder(locale.code),
        forms.choice(),
        entries,
        address=get_relative_url(f"{locale.prefix}{WORDS}/", url),
        more=look.chrome(locale.code, "words.more"),
        without=forms.subjects(name.rpartition("/")[2]),
    )
