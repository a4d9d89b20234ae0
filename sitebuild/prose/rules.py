"""Rules that a pattern can express: terms not to be used, and the spelling of each locale."""

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from sitebuild.locales import ROOT
from sitebuild.prose.problems import Problem
from sitebuild.prose.texts import Text

FORBIDDEN = ROOT / "translations" / "forbidden.csv"
ORTHOGRAPHY = ROOT / "translations" / "orthography.toml"

Severity = Literal["error", "warn"]
_SEVERITIES: dict[str, Severity] = {"error": "error", "warn": "warn"}


@dataclass(frozen=True)
class Rule:
    """A pattern that a locale's texts must not match, why, the cure, and examples to tell apart."""

    locale: str
    name: str
    severity: Severity
    pattern: re.Pattern[str]
    why: str
    cure: str
    wrong: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


@cache
def forbidden(file: Path = FORBIDDEN) -> tuple[Rule, ...]:
    """The terms that machines put where a term of the trade belongs."""
    with file.open(encoding="utf-8", newline="") as opened:
        return tuple(_term(row) for row in csv.DictReader(opened))


@cache
def orthography(file: Path = ORTHOGRAPHY) -> tuple[Rule, ...]:
    """The spelling and punctuation of every locale."""
    tables = tomllib.loads(file.read_text("utf-8"))
    return tuple(_spelling(locale, row) for locale, rows in tables.items() for row in rows)


def broken(rules: Iterable[Rule], text: Text, severity: Severity) -> Iterator[Problem]:
    """Every place where a text breaks a rule of its locale and of that severity."""
    for rule in rules:
        if (rule.locale, rule.severity) == (text.locale, severity):
            for match in rule.pattern.finditer(text.words):
                message = f"found {match.group()!r} ({rule.why}), {rule.cure}"
                yield Problem(text.path, text.line(match.start()), message)


def _term(row: dict[str, str]) -> Rule:
    why, cure = row["literal_meaning"], f"write {row['use_instead']!r}"
    return Rule(row["lang"], row["term"], _SEVERITIES[row["severity"]], re.compile(row["pattern"]), why, cure)


def _spelling(locale: str, row: dict[str, Any]) -> Rule:
    why, cure = f"{row['id']}: {row['why']}", f"expected {row['expected']}"
    pattern, severity = re.compile(row["pattern"]), _SEVERITIES[row["severity"]]
    return Rule(locale, row["id"], severity, pattern, why, cure, tuple(row["wrong"]), tuple(row["right"]))
