"""Catalogs: whole sentences with notes, translated in every language, and a stale one named."""

import json
import shutil
from gettext import c2py
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from sitebuild import catalogs, packs
from sitebuild.catalogs import TranslationError
from sitebuild.locales import ROOT, Locale, find, load

LANGUAGES = [locale.code for locale in load() if locale.code != catalogs.SOURCE_LANGUAGE]


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The catalogs in a folder of their own, for a test to spoil."""
    shutil.copytree(catalogs.TRANSLATIONS, tmp_path / "translations")
    monkeypatch.setattr(catalogs, "TRANSLATIONS", tmp_path / "translations")
    monkeypatch.setattr(catalogs, "ROOT", tmp_path)
    return tmp_path / "translations"


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def amiss() -> list[str]:
    """What is amiss in the catalogs as they are."""
    return catalogs.problems()


@pytest.mark.parametrize("domain", catalogs.domains())
@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_catalog_is_complete_and_up_to_date(amiss: list[str], locale: str, domain: str) -> None:
    assert [line for line in amiss if f"/{locale}/" in line and f"/{domain}.po" in line] == []


@pytest.mark.parametrize("domain", catalogs.domains())
def test_every_message_has_a_note_for_its_translator(domain: str) -> None:
    without = [
        message.id for message in catalogs.template(domain) if message.id and not message.auto_comments
    ]
    assert without == []


@pytest.mark.parametrize("locale", LANGUAGES)
def test_no_translation_is_left_as_the_english_sentence(locale: str) -> None:
    """The name of a firm, person or place may stay; a sentence of five words or more may not."""
    names = (".name", ".firm", ".place")
    for domain in catalogs.domains():
        for message in catalogs.current(find(locale), domain):
            is_name = (message.context or "").endswith(names)
            if isinstance(message.id, str) and len(message.id.split()) > 4 and not is_name:
                assert message.string != message.id


def test_a_missing_translation_stops_the_build_and_is_named(copied: Path, tmp_path: Path) -> None:
    spoil(
        copied / "bn/LC_MESSAGES/engine.po",
        'msgctxt "decision"\nmsgid "Keep as a lead"',
        'msgctxt "x"\nmsgid "y"',
    )
    with pytest.raises(
        TranslationError,
        match=r"translations/bn/LC_MESSAGES/engine\.po: decision: 'Keep as a lead' is not translated",
    ):
        catalogs.write(tmp_path / "built")


def test_a_stale_translation_is_named(copied: Path) -> None:
    spoil(copied / "fa/LC_MESSAGES/solar.po", 'msgctxt "title"', 'msgctxt "titel"')
    said = catalogs.problems()
    assert any(
        "fa/LC_MESSAGES/solar.po: titel:" in line and "is stale (run `make catalogs`)" in line
        for line in said
    )


def test_a_percent_sign_that_would_break_a_sentence_is_named(copied: Path) -> None:
    spoil(
        copied / "bn/LC_MESSAGES/engine.po", 'msgstr "%(least)s–%(most)s%%"', 'msgstr "%(least)s–%(most)s%"'
    )
    assert any("has a bare percent sign" in line for line in catalogs.problems())


def test_another_placeholder_is_named(copied: Path) -> None:
    file = copied / "fil/LC_MESSAGES/engine.po"
    before, _, after = file.read_text("utf-8").rpartition("{done}")
    file.write_text(f"{before}{{tapos}}{after}", "utf-8")
    assert any("has other placeholders" in line for line in catalogs.problems())


def test_an_update_keeps_translations_and_drops_what_is_stale(copied: Path) -> None:
    spoil(copied / "gu/LC_MESSAGES/solar.po", 'msgctxt "title"', 'msgctxt "titel"')
    before = (ROOT / "translations/gu/LC_MESSAGES/solar.po").read_text("utf-8")
    catalogs.update(find("gu"), "solar")
    after = (copied / "gu/LC_MESSAGES/solar.po").read_text("utf-8")
    assert "titel" not in after
    assert after.count("msgctxt") == before.count("msgctxt")
    assert len(list(catalogs.problems())) == 1


@pytest.mark.parametrize("locale", load(), ids=lambda locale: locale.code)
def test_plurals_follow_the_rule_of_the_list_of_locales(locale: Locale) -> None:
    """CLDR's rule: none hours is one form in Bengali, Gujarati and Persian, the other in English."""
    rule = c2py(locale.plural.partition("plural=")[2].rstrip(";"))
    english = ("%(hours)s hour", "%(hours)s hours")
    message = catalogs.current(locale, "engine").get(english[0], "cost")
    forms = tuple(message.string or ()) if message else english
    translations = catalogs.translations(locale.code, "engine")
    for count in (0, 1, 2, 4, 16):
        assert translations.npgettext("cost", *english, count) == forms[rule(count)]


def test_a_compiled_catalog_is_the_same_bytes_every_time() -> None:
    catalogs.compiled.cache_clear()
    first = catalogs.compiled("bn", "engine")
    catalogs.compiled.cache_clear()
    assert catalogs.compiled("bn", "engine") == first


def test_english_needs_no_catalog_of_its_own() -> None:
    assert isinstance(catalogs.current(find("en"), "engine"), Catalog)
    assert catalogs.translations("en", "engine").pgettext("decision", "Keep as a lead") == "Keep as a lead"


@pytest.mark.parametrize("pack", packs.names())
def test_the_two_written_parts_of_a_setup_are_the_whole_of_it(pack: str, tmp_path: Path) -> None:
    """The worker joins them; the words of a language are fetched once for all packs."""
    catalogs.write(tmp_path, is_draft=True)
    words, contacts = (
        json.loads((tmp_path / name).read_text("utf-8"))
        for name in ("words/fa.json", f"packs/{pack}/fa.json")
    )
    assert words | {"pack": contacts} == json.loads(catalogs.setup("fa", pack))


def test_every_pack_is_on_offer_in_every_language() -> None:
    for locale in load():
        offers = catalogs.offers(locale.code)
        assert [offer.id for offer in offers] == list(packs.names())
        assert all(all(offer) for offer in offers)
