"""The Translate Toolkit's checks (its `pofilter`), over gettext catalogs and the words of the site's frame.

`translations/pofilter.toml` lists the checks that are left out, each with its reason.
"""

import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po
from translate.filters.checks import CheckerConfig, StandardChecker, StandardUnitChecker, TeeChecker
from translate.misc.multistring import multistring
from translate.storage.pypo import pounit

from sitebuild.locales import ROOT, find
from sitebuild.prose import texts
from sitebuild.prose.problems import Problem
from sitebuild.prose.sources import Source

EXCLUDED = ROOT / "translations" / "pofilter.toml"

_ASCII = {
    ord(digits[value]): str(value)
    for digits in ("০১২৩৪৫৬৭৮৯", "૦૧૨૩૪૫૬૭૮૯", "۰۱۲۳۴۵۶۷۸۹")
    for value in range(10)
} | {ord("٬"): ",", ord("٫"): "."}
"""A number is the same number in any script's digits and separators."""


_DIRECTION = re.compile(r"</?bdi\b[^>]*>")
"""Markup that one language needs round foreign words and another does not."""


@dataclass(frozen=True)
class Exclusion:
    """A check that is left out, in which locales, of which msgctxts if not of all messages, and why."""

    check: str
    locales: tuple[str, ...]
    reason: str
    contexts: tuple[str, ...] = ()


@cache
def exclusions(file: Path = EXCLUDED) -> tuple[Exclusion, ...]:
    """The checks that are left out."""
    rows = tomllib.loads(file.read_text("utf-8"))["excluded"]
    return tuple(
        Exclusion(row["check"], tuple(row["locales"]), row["reason"], tuple(row.get("contexts", ())))
        for row in rows
    )


def names(locale: str) -> frozenset[str]:
    """The names of the toolkit's checks for a locale, those that are left out among them."""
    return frozenset(_checker(locale, exclude=False).combinedfilters)


def findings(source: Source, english: Mapping[str, str]) -> Iterator[Problem]:
    """What the checks have against the translations in a source; `english` holds the frame's words by key."""
    checker = _checker(source.locale)
    for line, context, original, translated in _pairs(source, english):
        unit = pounit()
        unit.source = multistring([_compared(form) for form in original])
        unit.target = multistring([_compared(form) for form in translated])
        left_out = _left_out(source.locale, context) if context else {}
        for check, failure in sorted(checker.run_filters(unit, categorised=True).items()):
            if check in left_out:
                continue
            said = str(failure["message"]).partition("\n")[0] if isinstance(failure, dict) else failure
            shown = f"{translated[0]!r:.70} for {original[0]!r:.70}"
            yield Problem(
                source.path, line, f"{check}: {said} in {shown}; mend it or list it in {EXCLUDED.name}"
            )


def _compared(form: str) -> str:
    return _DIRECTION.sub("", form).translate(_ASCII)


def _pairs(
    source: Source, english: Mapping[str, str]
) -> Iterator[tuple[int, str, tuple[str, ...], tuple[str, ...]]]:
    if source.kind == "po":
        for message in read_po(io.BytesIO(source.content.encode()), charset="utf-8"):
            if message.id and message.lineno and all(translated := _forms(message.string)):
                yield message.lineno, message.context or "", _forms(message.id), translated
    elif source.kind == "html":
        for line, key, words in texts.entries(source):
            if key in english:
                yield line, key, (english[key],), (words,)


def _forms(said: object) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said) if isinstance(said, list | tuple) else ("",)


@cache
def _checker(locale: str, *, exclude: bool = True) -> TeeChecker:
    code = find(locale).code
    left_out = _left_out(locale, None) if exclude else {}
    return TeeChecker(
        checkerconfig=CheckerConfig(targetlanguage=code),
        excludefilters=left_out,
        checkerclasses=[StandardChecker, StandardUnitChecker],
        languagecode=code,
    )


def _left_out(locale: str, context: str | None) -> dict[str, object]:
    """What is left out of a locale, in all messages or in those of one context."""
    rows = [row for row in exclusions() if locale in row.locales]
    return {row.check: None for row in rows if (context in row.contexts if context else not row.contexts)}
