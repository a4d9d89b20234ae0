"""Numbers and amounts of money as a locale writes them."""

from typing import NamedTuple

_ZERO = {"latn": "0", "beng": "\u09e6", "gujr": "\u0ae6", "arabext": "\u06f0"}
_SEPARATOR = {"arabext": "\u066c"}
"""Between the groups of a long number, where it is no comma."""

_POINT = {"arabext": "\u066b"}
"""Before the decimals, where it is no full stop."""


class Locale(NamedTuple):
    """What the engine needs to know of a locale: BCP 47 tag, direction, digits (CLDR name) and grouping.

    ``grouping`` holds the sizes of a long number's groups from the right, the last one repeating:
    ``3`` writes 1,200,000 and ``3;2``, with lakhs, 12,00,000.
    """

    code: str
    lang: str
    dir: str
    digits: str
    grouping: str = "3"


def digits(text: str, system: str) -> str:
    """The text with its ASCII digits written in a CLDR numbering system; KeyError if unknown."""
    zero = ord(_ZERO[system])
    return text.translate({ord("0") + value: zero + value for value in range(10)})


def number(value: int, locale: Locale) -> str:
    """A whole number in the locale's digits."""
    return digits(str(value), locale.digits)


def amount(value: int, locale: Locale) -> str:
    """An amount of money in the locale's digits and groups; its currency is the pack's to say."""
    *sizes, last = map(int, locale.grouping.split(";"))
    rest, groups = str(value), []
    while rest:
        size = sizes.pop(0) if sizes else last
        groups.append(rest[-size:])
        rest = rest[:-size]
    return digits(_SEPARATOR.get(locale.digits, ",").join(reversed(groups)), locale.digits)


def decimal(hundredths: int, locale: Locale) -> str:
    """A number from 0 up with two decimals in the locale's digits and with its separator."""
    point = _POINT.get(locale.digits, ".")
    return digits(f"{hundredths // 100}{point}{hundredths % 100:02}", locale.digits)
