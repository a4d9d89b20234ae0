"""The table of the status page: a row a page and catalog, a column a language."""

import re
from functools import cache

import pytest

from sitebuild import catalogs, pages, status
from sitebuild.locales import Locale, load
from sitebuild.look import chrome
from sitebuild.prose import freshness, sources
from sitebuild.prose.pages import Page, read
from sitebuild.status import Standing

ELEMENT = "<p><translation-status></translation-status></p>"
ORIGINALS = freshness.Originals({"a.md": "11111111"}, {"a.md": "22222222"})
each_locale = pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)


def page(front: str) -> dict[str, Page]:
    return {"a.md": read(sources.Source("docs/bn/a.md", "bn", f"---\n{front}\n---\n"))}


gather = cache(status.gather)


@cache
def table(locale: Locale) -> list[list[str]]:
    """The cells of each row, as the plugin leaves them."""
    nav = [{"x": ["about.md"]}]
    html = status.fill(ELEMENT, gather(), locale=locale.code, url=f"{locale.prefix}status/", nav=nav)
    rows = re.findall("<tr[^>]*>(.*?)</tr>", pages.tidy_tables(html), re.DOTALL)
    return [re.findall("<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]


@each_locale
def test_the_table_has_a_row_for_each_page_and_catalog_and_a_column_for_each_language(locale: Locale) -> None:
    held = {source.path.split("/", 2)[2] for other in load() for source in sources.articles(other.code)}
    head, *rows = table(locale)
    assert [re.sub("<[^>]+>", "", cell) for cell in head[1:]] == [other.name for other in load()]
    assert len(rows) == len(held) + len(catalogs.domains()) + 1
    assert {len(row) for row in rows} == {1 + len(load())}


@each_locale
def test_pages_are_linked_in_the_order_of_the_navigation_by_the_reader_s_own_title(locale: Locale) -> None:
    (about,) = [read(each) for each in sources.articles(locale.code) if each.path.endswith("/about.md")]
    assert table(locale)[1][0] == f'<a href="../about/">{about.front["title"]}</a>'


@each_locale
def test_every_cell_has_a_word_beside_its_mark(locale: Locale) -> None:
    for row in table(locale)[1:]:
        for cell in row[1:]:
            words = re.sub('<span aria-hidden="true">[^<]+</span>', "", cell)
            assert all(part.strip() for part in words.split("<br>")), row
            assert "aria-hidden" in cell


@pytest.mark.parametrize(
    ("front", "state"),
    [
        ("source: page 22222222, outline 11111111", "current"),
        ("source: page 22222222, outline 00000000", "stale"),
        ("source: page 00000000, outline 11111111", "stale"),
        ("title: x", "stale"),
    ],
)
def test_a_page_is_up_to_date_or_stale(front: str, state: status.Text) -> None:
    assert status.standing("bn", "a.md", page(front), ORIGINALS) == Standing(state)


def test_a_page_that_a_language_lacks_is_not_written_yet() -> None:
    assert status.standing("bn", "a.md", {}, ORIGINALS) == Standing("unwritten")


def test_a_review_is_a_fact_of_its_own() -> None:
    found = status.standing("bn", "a.md", page("reviewed: A <B>, 2026-01-31"), ORIGINALS)
    html = status.shown(load()[0], found)
    assert chrome("en", "status.stale") in html
    assert "Reviewed by <bdi>A &lt;B&gt;</bdi>, <bdi>2026-01-31</bdi>" in html
    assert chrome("en", "status.wanted") not in html


def test_a_catalog_counts_what_is_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    locale, sentences = load()[1], status.wanted("engine")
    done = status.progress(locale, "engine", sentences)
    kept = catalogs.current(locale, "engine")
    first = next(message for message in kept if message.id and message.string)
    first.string = ""
    monkeypatch.setattr(catalogs, "current", lambda *_: kept)
    assert status.progress(locale, "engine", sentences) == done - 1
    assert status.progress(load()[0], "engine", sentences) == len(sentences)


@each_locale
def test_the_words_of_the_frame_are_counted_too(locale: Locale) -> None:
    sentences = status.wanted(status.FRAME)
    assert ("status.current", "") in sentences
    assert status.progress(locale, status.FRAME, sentences | {("status.lost", "")}) == len(sentences)


def test_a_page_without_the_element_is_left_alone() -> None:
    assert status.fill("<p>x</p>", gather(), locale="en", url="") == "<p>x</p>"
