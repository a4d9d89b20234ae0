"""English that was left in a page or catalog of another language."""

import re
from collections.abc import Iterator

from sitebuild.prose.problems import Problem
from sitebuild.prose.texts import Text

LONG = 5
"""A run of so many Latin words is a sentence, except in a language that is written in Latin letters."""

TELLING = 2
"""A run with so many of English's own small words is English, however short."""

LATIN = frozenset({"fil"})
"""Locales that are written in Latin letters."""

ENGLISH = re.compile(
    r"(?i)(?:a|about|an|and|are|as|be|been|but|by|can|cannot|did|do|does|for|from|had|has|have|he|her|his|how|if|in|"
    r"into|is|it|its|not|of|on|or|our|she|than|that|the|their|them|then|there|these|they|this|those|to|was|we|were|"
    r"what|when|where|which|who|why|will|with|would|you|your)[.,’']*"
)
"""Words that make an English sentence, and that are neither Filipino (`at`) nor office talk (`all`)."""

_RUN = re.compile(r"[A-Za-z][A-Za-z0-9’'&.-]*(?:,?(?: +|\n)[A-Za-z0-9][A-Za-z0-9’'&.-]*)*")
_FILIPINO = re.compile(
    r"(?i)\b(?:ako|ang|ano|at|ay|ba|bago|baka|bawat|dahil|din|doon|hindi|ikaw|ito|ka|kapag|kay|ko|kung|lang|man|may|"
    r"mga|mo|muna|na|nang|ng|ni|nila|nito|niya|o|pa|para|pero|po|rin|rito|sa|saan|si|sila|sino|siya|wala|walang)\b"
)


def english(text: Text) -> Iterator[Problem]:
    """Runs of English words, names aside."""
    latin = text.locale in LATIN
    words = _FILIPINO.sub(";", text.own) if latin else text.own  # each small word of its own ends a run
    for match in _RUN.finditer(words):
        if _is_english(match.group().split(), latin=latin):
            run = " ".join(match.group().split())
            line = text.first + words.count("\n", 0, match.start())
            yield Problem(text.path, line, f"found {run!r:.60} (English), translate it")


def _is_english(words: list[str], *, latin: bool) -> bool:
    if all(word[0].isupper() or word[0].isdigit() for word in words):
        return False  # a name, a title or a licence
    small = sum(ENGLISH.fullmatch(word) is not None for word in words)
    return small >= TELLING or (not latin and len(words) >= LONG)
