"""Fills `<translation-status>` with a table: how far each page and each catalog is in every language."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from babel.messages.catalog import Message
from funnel.formats import digits
from mkdocs.utils import get_relative_url

from sitebuild import catalogs, packs
from sitebuild.locales import Locale, find, load
from sitebuild.look import chrome
from sitebuild.prose import freshness, sources, texts
from sitebuild.prose.across import Pages
from sitebuild.prose.freshness import Originals, Review
from sitebuild.prose.pages import read

type Text = Literal["current", "stale", "unwritten"]

FRAME = "frame"
"""The words of the site's frame, which are counted as the catalogs are."""

MARKS: Mapping[str, str] = {"current": "✓", "stale": "✕", "unwritten": "–", "wanted": "○", "reviewed": "✓"}
"""A mark beside each word, for those who look the table over."""

_ELEMENT = re.compile(r"(?:<p>\s*)?<translation-status>\s*</translation-status>(?:\s*</p>)?")


@dataclass(frozen=True)
class Standing:
    """How far a page is in a language: its text, and the native speaker's review if there was one."""

    state: Text
    review: Review | None = None


@dataclass(frozen=True)
class State:
    """How far everything is, whichever language the table is shown in; read once for a build.

    `done` and `total` count the sentences of each catalog, `done` in the order of the languages.
    """

    held: Mapping[str, Pages]
    originals: Originals
    total: Mapping[str, int]
    done: Mapping[str, tuple[int, ...]]
    packs: Mapping[str, packs.Authored]


def gather() -> State:
    """The state of all pages and catalogs as they are on disk."""
    articles = {each.code: sources.articles(each.code) for each in load()}
    sentences = {domain: wanted(domain) for domain in (*catalogs.domains(), FRAME)}
    return State(
        {code: {page.name: page for page in map(read, own)} for code, own in articles.items()},
        freshness.originals(articles[catalogs.SOURCE_LANGUAGE]),
        {domain: len(said) for domain, said in sentences.items()},
        {
            domain: tuple(progress(each, domain, said) for each in load())
            for domain, said in sentences.items()
        },
        {name: packs.read(packs.PACKS / name / "pack.yaml") for name in packs.names()},
    )


def fill(html: str, state: State, *, locale: str, url: str, nav: object = None) -> str:
    """The page's HTML with the table in the element's place; pages come in the order of `nav`."""
    if not _ELEMENT.search(html):
        return html
    rows = [*_pages(find(locale), url, state, nav), *_catalogs(find(locale), state)]
    return _ELEMENT.sub(lambda _: _table(find(locale), rows), html)


def order(nav: object) -> Iterator[str]:
    """The pages of a navigation as `mkdocs.yml` has it, in the order in which readers see them."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | dict):
        for entry in nav.values() if isinstance(nav, dict) else nav:
            yield from order(entry)


def standing(locale: str, name: str, own: Pages, originals: Originals) -> Standing:
    """How far a page is among a language's own pages."""
    if name not in own:
        return Standing("unwritten")
    is_current = freshness.is_current(locale, own[name], originals)
    return Standing("current" if is_current else "stale", freshness.review(own[name]))


def wanted(domain: str) -> frozenset[tuple[str, str]]:
    """The sentences that a catalog has in English, each as its context and first form."""
    if domain == FRAME:
        return _frame(catalogs.SOURCE_LANGUAGE)
    return frozenset(_key(message) for message in catalogs.template(domain) if message.id)


def progress(locale: Locale, domain: str, sentences: frozenset[tuple[str, str]]) -> int:
    """How many of these sentences a language has words for."""
    if domain == FRAME:
        return len(sentences & _frame(locale.code))
    if locale.code == catalogs.SOURCE_LANGUAGE:
        return len(sentences)
    kept = catalogs.current(locale, domain)
    return len(sentences & {_key(message) for message in kept if message.id and _is_whole(message.string)})


def _frame(code: str) -> frozenset[tuple[str, str]]:
    return frozenset((key, "") for _, key, words in texts.entries(sources.strings(code)) if words)


def _key(message: Message) -> tuple[str, str]:
    first = message.id if isinstance(message.id, str) else message.id[0]
    return message.context or "", first


def _is_whole(string: str | Iterable[str] | None) -> bool:
    return bool(string) and all([string] if isinstance(string, str) else string or [])


def _pages(reader: Locale, url: str, state: State, nav: object) -> Iterator[list[str]]:
    held = state.held
    names = set().union(*held.values())
    places = {name: place for place, name in enumerate(order(nav))}
    for name in sorted(names, key=lambda name: (places.get(name, len(places)), name)):
        page = held[reader.code].get(name) or held[catalogs.SOURCE_LANGUAGE].get(name)
        title = escape(str(page.front.get("title", name)) if page else name)
        link = escape(get_relative_url(reader.prefix + _address(name), url) or "./")
        found = (standing(each.code, name, held[each.code], state.originals) for each in load())
        cells = [shown(reader, each) for each in found]
        yield [f'<a href="{link}">{title}</a>' if name in held[reader.code] else title, *cells]


def _address(name: str) -> str:
    """A page's address within its locale, as MkDocs makes it: a folder."""
    folder = name.removesuffix(".md").removesuffix("index").strip("/")
    return f"{folder}/" if folder else ""


def shown(reader: Locale, found: Standing) -> str:
    """A cell of the table: each fact with its mark, in the reader's words."""
    facts = [_fact(reader, found.state)]
    if found.review:
        noted = {"name": f"<bdi>{escape(found.review.name)}</bdi>", "date": f"<bdi>{found.review.date}</bdi>"}
        facts.append(_fact(reader, "reviewed", noted))
    elif found.state != "unwritten":
        facts.append(_fact(reader, "wanted"))
    return "<br>".join(facts)


def _fact(reader: Locale, state: str, shown: Mapping[str, str] | None = None) -> str:
    words = chrome(reader.code, f"status.{state}").format_map(shown or {})
    return f'<span aria-hidden="true">{MARKS[state]}</span> {words}'


def _catalogs(reader: Locale, state: State) -> Iterator[list[str]]:
    for domain, total in state.total.items():
        yield [
            _name(reader, domain, state.packs.get(domain)),
            *(_count(reader, done, total) for done in state.done[domain]),
        ]


def _name(reader: Locale, domain: str, pack: packs.Authored | None) -> str:
    if pack is None:
        return escape(chrome(reader.code, f"status.{domain}"))
    words = packs.localised(pack, catalogs.translations(reader.code, domain).pgettext)
    return escape(chrome(reader.code, "status.pack").format(title=words["title"]))


def _count(reader: Locale, done: int, total: int) -> str:
    numbers = {key: digits(str(value), reader.digits) for key, value in (("done", done), ("total", total))}
    words = chrome(reader.code, "status.translated").format_map(numbers)
    return f'<span aria-hidden="true">{MARKS["current" if done == total else "stale"]}</span> {words}'


def _table(reader: Locale, rows: Iterable[Sequence[str]]) -> str:
    names = (f'<bdi lang="{each.language}">{escape(each.name)}</bdi>' for each in load())
    head = "".join(f"<th>{cell}</th>" for cell in (escape(chrome(reader.code, "status.page")), *names))
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f'<div class="compare"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
