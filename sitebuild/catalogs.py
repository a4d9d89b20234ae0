"""Catalogs: English sentences out of engine, site and packs, translations in, and whatever is amiss named.

``python -m sitebuild.catalogs`` brings ``translations/`` up to date. Sentences are matched whole
and never fuzzily: a changed English sentence loses its translation, and the build says so.
"""

import base64
import io
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from funnel.formats import Locale as EngineLocale
from funnel.starting import Offer

from sitebuild import packs
from sitebuild.locales import ROOT, Locale, find, load

ENGINE = ROOT / "simulator" / "engine" / "funnel"
DIAGRAMS = ROOT / "sitebuild" / "diagrams"
SITE = "site"
"""The domain of what the build itself writes into the pages and no browser's engine needs."""

TRANSLATIONS = ROOT / "translations"
SOURCE_LANGUAGE = "en"
_PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
_WORDING = {"engine": ENGINE, SITE: DIAGRAMS}


class TranslationError(Exception):
    """Missing or stale translations, one a line: file, message, cure."""


def domains() -> tuple[str, ...]:
    """The catalogs of each locale: the engine's, the site's, and one for each pack."""
    return (*_WORDING, *packs.names())


def template(domain: str) -> Catalog:
    """The catalog of English sentences that a domain has now, untranslated."""
    return _wording_template(_WORDING[domain]) if domain in _WORDING else _pack_template(domain)


def _wording_template(package: Path) -> Catalog:
    catalog = Catalog(charset="utf-8")
    found = extract_from_dir(
        package, [("wording/**.py", "python")], comment_tags=("NOTE:",), strip_comment_tags=True
    )
    for _name, _line, message, comments, message_context in found:
        catalog.add(message, auto_comments=comments, context=message_context)
    return catalog


def _pack_template(pack: str) -> Catalog:
    catalog = Catalog(charset="utf-8")
    for message in packs.messages(packs.read(packs.PACKS / pack / "pack.yaml")):
        catalog.add(message.text, auto_comments=[message.note], context=message.context)
    return catalog


def path(locale: Locale, domain: str) -> Path:
    """Where a locale's catalog of a domain is kept."""
    return TRANSLATIONS / locale.code / "LC_MESSAGES" / f"{domain}.po"


def current(locale: Locale, domain: str) -> Catalog:
    """The catalog as it is on disk; an empty one where there is none."""
    file = path(locale, domain)
    if not file.exists():
        return Catalog(charset="utf-8")
    with file.open("rb") as opened:
        return read_po(opened, charset="utf-8", abort_invalid=True)


def update(locale: Locale, domain: str) -> None:
    """Rewrite a locale's catalog: today's sentences in order, each with its translation if it has one."""
    wanted, kept = template(domain), current(locale, domain)
    fresh = Catalog(charset="utf-8", project="lead-or-opportunity", version="1", fuzzy=False)
    for message in _real(wanted):
        old = kept.get(message.id, message.context)
        string = old.string if old else message.string
        fresh.add(
            message.id,
            string,
            auto_comments=message.auto_comments,
            context=message.context,
        )
    file = path(locale, domain)
    file.parent.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    write_po(buffer, fresh, width=100, omit_header=True)
    header = (
        f'msgid ""\nmsgstr ""\n"Language: {locale.code}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {locale.plural}\\n"\n\n'
    )
    file.write_bytes(header.encode() + buffer.getvalue().strip() + b"\n")


def _real(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def problems() -> list[str]:
    """What is amiss in any catalog, each with file, sentence and cure."""
    others = [locale for locale in load() if locale.code != SOURCE_LANGUAGE]
    return [line for domain in domains() for locale in others for line in _catalog_problems(locale, domain)]


def _catalog_problems(locale: Locale, domain: str) -> Iterator[str]:
    wanted, kept = template(domain), current(locale, domain)
    name = path(locale, domain).relative_to(ROOT).as_posix()
    for message in _real(wanted):
        found = kept.get(message.id, message.context)
        where = f"{name}: {message.context}: {_first(message.id)!r:.70}"
        if found is None or not all(_strings(found)):
            yield f"{where} is not translated (run `make catalogs`, then translate it)"
            continue
        for string in _strings(found):
            if problem := _placeholder_problem(_first(message.id), string):
                yield f"{where} has {problem}"
    for message in _real(kept):
        if wanted.get(message.id, message.context) is None:
            yield f"{name}: {message.context}: {_first(message.id)!r:.70} is stale (run `make catalogs`)"
    if any(message.fuzzy for message in _real(kept)):
        yield f"{name}: has fuzzy entries (check them, remove the mark)"


def _placeholder_problem(original: str, string: str) -> str | None:
    if sorted(_PLACEHOLDER.findall(original)) != sorted(_PLACEHOLDER.findall(string)):
        return f"other placeholders than {string!r:.70} (use the same ones)"
    try:
        if "%(" in string:
            string % defaultdict(str)
    except (TypeError, ValueError):
        return f"a bare percent sign in {string!r:.70} (write %%)"
    return None


def _first(message_id: str | tuple[str, ...] | list[str]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def _strings(message: Message) -> tuple[str, ...]:
    string = message.string
    return (string,) if isinstance(string, str) else tuple(string or ("",))


@cache
def compiled(code: str, domain: str) -> bytes:
    """A locale's catalog as a .mo file; English has an empty one, its sentences are the ids."""
    locale = find(code)
    catalog = Catalog(charset="utf-8") if code == SOURCE_LANGUAGE else current(locale, domain)
    fresh = Catalog(locale.code, charset="utf-8", creation_date=_EPOCH, revision_date=_EPOCH, fuzzy=False)
    fresh.mime_headers = [("Content-Type", "text/plain; charset=utf-8"), ("Plural-Forms", locale.plural)]
    for message in _real(catalog):
        fresh.add(message.id, message.string, context=message.context)
    buffer = io.BytesIO()
    write_mo(buffer, fresh)
    return buffer.getvalue()


def translations(code: str, domain: str) -> GNUTranslations:
    """A locale's catalog, ready to ask."""
    return GNUTranslations(io.BytesIO(compiled(code, domain)))


def engine_locale(locale: Locale) -> EngineLocale:
    """What the engine needs to know of a locale."""
    return EngineLocale(locale.code, locale.language, locale.direction, locale.digits, locale.grouping)


def offers(code: str) -> tuple[Offer, ...]:
    """What a learner is told of every pack before choosing one."""
    return tuple(
        Offer(name, *(translations(code, name).pgettext(field, text) for field, text in heading.items()))
        for name, heading in ((name, _heading(name, _saved_at(name))) for name in packs.names())
    )


@cache
def _heading(pack: str, saved_at: int) -> dict[str, str]:
    """The texts at the head of a pack's file, unchecked: only a pack's own setup has to be without fault."""
    document = yaml.load(_file(pack).read_text("utf-8"), Loader=yaml.BaseLoader)
    return {field: document[field] for field in Offer._fields if field != "id"}


def _saved_at(pack: str) -> int:
    return _file(pack).stat().st_mtime_ns


def _file(pack: str) -> Path:
    return packs.PACKS / pack / "pack.yaml"


def setup(code: str, pack: str) -> str:
    """The setup of ``funnel.bridge.connect`` for a locale and a pack, as JSON text."""
    return _json(words(code) | {"pack": contacts(code, pack)})


def words(code: str) -> dict[str, object]:
    """The part of a setup that all packs share: the locale, the engine's catalog, the packs on offer."""
    return {
        "locale": engine_locale(find(code))._asdict(),
        "catalog": base64.b64encode(compiled(code, "engine")).decode(),
        "offers": [offer._asdict() for offer in offers(code)],
    }


def contacts(code: str, pack: str) -> dict[str, object]:
    """The pack of a setup, in the words of a locale."""
    return packs.localised(packs.read(_file(pack)), translations(code, pack).pgettext)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write(target: Path, *, is_draft: bool = False) -> None:
    """Write every setup in its two parts, ``words/<locale>.json`` and ``packs/<pack>/<locale>.json``.

    TranslationError if any is incomplete.

    In a draft an untranslated sentence stays English, so that authors can see what they write.
    """
    amiss = [] if is_draft else problems()
    if amiss:
        raise TranslationError("\n".join(amiss))
    for locale in load():
        _write(target / "words" / f"{locale.code}.json", words(locale.code))
        for pack in packs.names():
            _write(target / "packs" / pack / f"{locale.code}.json", contacts(locale.code, pack))


def _write(file: Path, value: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_json(value), "utf-8")


def main() -> int:
    """Bring all catalogs up to date and say what is left to translate."""
    for locale in load():
        if locale.code != SOURCE_LANGUAGE:
            for domain in domains():
                update(locale, domain)
    left = problems()
    sys.stdout.write("\n".join([*left[:40], f"{len(left)} messages to translate"]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
