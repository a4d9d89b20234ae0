"""Numbers as a locale writes them."""

from typing import NamedTuple

_ZERO = {"latn": "0", "beng": "\u09e6", "gujr": "\u0ae6", "arabext": "\u06f0"}


class Locale(NamedTuple):
    """What the engine needs to know of a locale: BCP 47 tag, direction and digits (CLDR name)."""

    code: str
    lang: str
    dir: str
    digits: str


def digits(text: str, system: str) -> str:
    """The text with its ASCII digits written in a CLDR numbering system; KeyError if unknown."""
    zero = ord(_ZERO[system])
    return text.translate({ord("0") + value: zero + value for value in range(10)})


def number(value: int, locale: Locale) -> str:
    """A whole number in the locale's digits."""
    return digits(str(value), locale.digits)
