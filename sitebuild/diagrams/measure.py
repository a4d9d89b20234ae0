"""How wide words are in the site's fonts, and where to break them; all lengths in units of the viewBox."""

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from sitebuild.locales import Font, Locale

LATIN = Font("@fontsource/noto-sans-bengali", "Noto Sans Bengali", "latin")
"""Stands for the system's Latin font, whichever that is."""

WIDER = 1.13
"""How much wider than `LATIN` a system's font may be: DejaVu Sans, the widest in common use."""

JOINED = {"arabic": 0.9, "bengali": 0.95, "gujarati": 0.95}
"""How much of their letters' widths words take where letters join or stack, by the font's subset."""

_EM_OF_UNKNOWN = 0.6


def width(words: str, size: float, locale: Locale, *, bold: bool = False) -> float:
    """How wide a line of text is, rather too much than too little."""
    own = _advances(locale.font.file(_weight(bold))) if locale.font else {}
    joined = JOINED.get(locale.font.subset, 1.0) if locale.font else 1.0
    latin = _advances(LATIN.file(_weight(bold)))

    def em(letter: str) -> float:
        if letter in own and not letter.isascii():
            return own[letter] * joined
        return latin.get(letter, _EM_OF_UNKNOWN) * WIDER

    return size * sum(map(em, words))


def lines(words: str, room: float, size: float, locale: Locale, *, bold: bool = False) -> list[str]:
    """The words in as few lines as fit, none much longer than the others.

    A word that is wider than the room has a line of its own.
    """

    def broken(most: float) -> list[str]:
        done: list[str] = []
        for word in words.split(" "):
            longer = f"{done[-1]} {word}" if done else word
            if done and width(longer, size, locale, bold=bold) <= most:
                done[-1] = longer
            else:
                done.append(word)
        return done

    fewest = broken(room)
    narrower = (broken(room * share / 20) for share in range(10, 20))
    return next((found for found in narrower if len(found) == len(fewest)), fewest)


def leading(size: float, locale: Locale) -> float:
    """The height of a line: scripts with marks above and below need more."""
    return size * (1.55 if locale.font else 1.3)


def _weight(bold: bool) -> int:
    return 700 if bold else 400


@cache
def _advances(file: Path) -> dict[str, float]:
    with TTFont(file) as font:
        unit, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return {chr(code): metrics[glyph][0] / unit for code, glyph in font.getBestCmap().items()}
