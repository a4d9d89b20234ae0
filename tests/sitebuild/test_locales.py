"""The one list of locales, and the language files that go with it."""

import ast
import re
from importlib.resources import files

import pytest

from sitebuild import look
from sitebuild.locales import ROOT, find, load

STRINGS = {locale.code: ROOT / f"overrides/partials/languages/{locale.code}.html" for locale in load()}
PLAIN_LATIN = {
    "language",
    "direction",
    "search.config.lang",
    "search.config.pipeline",
    "search.config.separator",
}


def strings(code: str) -> dict[str, str]:
    """All strings of a language file."""
    table = re.search(r"\{\{ (\{.*\})\[key\]", STRINGS[code].read_text("utf-8"), re.DOTALL)
    assert table
    found: dict[str, str] = ast.literal_eval(table[1])
    return found


def test_english_is_the_default_and_lives_at_the_root() -> None:
    assert [(locale.code, locale.prefix) for locale in load()] == [
        ("en", ""), ("bn", "bn/"), ("gu", "gu/"), ("fil", "fil/"), ("fa", "fa/"),
    ]  # fmt: skip


def test_an_unknown_locale_is_no_locale() -> None:
    with pytest.raises(KeyError):
        find("tl")


@pytest.mark.parametrize("code", STRINGS)
def test_every_language_has_every_string_of_the_theme_and_of_ours(code: str) -> None:
    theirs = str(files("material").joinpath("templates/partials/languages/en.html").read_text("utf-8"))
    wanted = set(re.findall(r'^ *"([\w.]+)":', theirs, re.MULTILINE)) | set(strings("en"))
    assert set(strings(code)) == wanted


@pytest.mark.parametrize("code", STRINGS)
def test_a_language_file_speaks_for_its_locale(code: str) -> None:
    locale = find(code)
    assert strings(code)["language"] == locale.language
    assert strings(code)["direction"] == locale.direction
    assert look.chrome(code, "nav.menu") == strings(code)["nav.menu"]


@pytest.mark.parametrize("code", [code for code in STRINGS if code != "en"])
def test_sentences_are_translated(code: str) -> None:
    same = {key for key, text in strings(code).items() if " " in text and text == strings("en")[key]}
    assert same - {"rss.created"} - PLAIN_LATIN == set()
