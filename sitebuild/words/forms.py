"""Terms in running text: the glossary's names with the endings that a language may put to them.

What a language adds is data, `translations/words.toml`; this module makes one pattern of it a language.
A form that is found where its words mean something else is worse than one that is missed, so that the
lists are short and nothing is guessed.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sitebuild.locales import ROOT
from sitebuild.words import glossary

LIST = ROOT / "translations" / "words.toml"

# Letters, digits and what belongs to a word in these scripts: vowel signs, joiners.
_PART = r"\w\u064b-\u065f\u0670\u0981-\u09e3\u0a81-\u0ae3\u200c\u200d"
_START = rf"(?<![{_PART}])(?<![{_PART}][-’'])"
_END = rf"(?![{_PART}]|[-’'][{_PART}])"


@dataclass(frozen=True)
class Choice:
    """What becomes a link and what does not, in every language."""

    most: int
    everyday: frozenset[str]
    same: Mapping[str, str]

    def entry(self, concept: str) -> str:
        """The concept whose entry a link of this one leads to, and once for both."""
        return self.same.get(concept, concept)


@dataclass(frozen=True)
class Grammar:
    """A language's part of the list; the keys are explained in the file."""

    endings: Sequence[Sequence[str]] = ()
    inner: bool = False
    beginnings: Sequence[str] = ()
    unclear: Sequence[str] = ()
    forms: Mapping[str, Sequence[str]] = field(default_factory=dict)
    not_after: Mapping[str, str] = field(default_factory=dict)
    not_before: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Found:
    """A term in a text: where it begins and ends, and its concept; `clear` if it can mean nothing else."""

    start: int
    end: int
    concept: str
    clear: bool


@dataclass(frozen=True)
class Finder:
    """Finds the terms of one language, the longest first."""

    pattern: re.Pattern[str]
    concepts: Sequence[str]
    after: Mapping[str, re.Pattern[str]]
    before: Mapping[str, re.Pattern[str]]

    def find(self, text: str) -> Iterator[Found]:
        """Every term that a text holds, in its order; they never overlap."""
        for match in self.pattern.finditer(text):
            concept = self.concepts[int((match.lastgroup or "f0")[1:])]
            yield Found(*match.span(), concept, self._clear(concept, text, *match.span()))

    def _clear(self, concept: str, text: str, start: int, end: int) -> bool:
        after, before = self.after.get(concept), self.before.get(concept)
        return not (after and after.search(text, 0, start)) and not (before and before.match(text, end))


@cache
def choice(file: Path = LIST) -> Choice:
    """What the list says about all languages."""
    table = _table(file)
    return Choice(table["most"], frozenset(table["everyday"]), table["same"])


@cache
def grammar(code: str, file: Path = LIST) -> Grammar:
    """What the list says about one language."""
    return Grammar(**_table(file)[code])


@cache
def finder(code: str) -> Finder:
    """The finder of a language; everyday words are no part of it."""
    rules = grammar(code)
    forms = spellings(code)
    longest = sorted(forms, key=lambda form: (-len(form), form))
    body = "|".join(f"(?P<f{number}>{_inflected(form, rules)})" for number, form in enumerate(longest))
    pattern = re.compile(rf"{_START}{_beginning(rules)}(?:{body}){_END}", re.IGNORECASE)
    after = {
        concept: re.compile(rf"(?i)(?<!\w)(?:{words})\s+$") for concept, words in rules.not_after.items()
    }
    before = {
        concept: re.compile(rf"(?i)\s+(?:{words})(?!\w)") for concept, words in rules.not_before.items()
    }
    return Finder(pattern, [forms[form] for form in longest], after, before)


def spellings(code: str) -> Mapping[str, str]:
    """The forms of a language's terms without endings, and their concepts; approved names go first."""
    rules, everyday = grammar(code), choice().everyday
    terms = [term for term in glossary.read().values() if term.concept not in everyday]
    found: dict[str, str] = {}
    for term in terms:
        _note(found, term.concept, [*term.spellings(code), *rules.forms.get(term.concept, ())])
    for term in terms:
        _note(found, term.concept, term.variants[code])
    return {form: concept for form, concept in found.items() if form not in rules.unclear}


def subjects(stem: str) -> frozenset[str]:
    """What an article is about, by its file's English name: `from-lead-to-opportunity` names two concepts."""
    return frozenset(found.concept for found in finder("en").find(stem.replace("-", " ")))


def _note(found: dict[str, str], concept: str, forms: Iterable[str]) -> None:
    for form in forms:
        found.setdefault(form.lower(), concept)


def _inflected(form: str, rules: Grammar) -> str:
    endings = "".join(f"(?:{_any(slot)})?" for slot in rules.endings)
    first, *others = (re.escape(word) for word in form.split())
    head = first + endings if rules.inner or not others else first
    return r"\s+".join([head, *others]) + (endings if others else "")


def _beginning(rules: Grammar) -> str:
    # Lazy, since a name that the glossary writes with its beginning goes first.
    return f"(?:{_any(rules.beginnings)})??" if rules.beginnings else ""


def _any(parts: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(parts, key=len, reverse=True)))


@cache
def _table(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8"))
