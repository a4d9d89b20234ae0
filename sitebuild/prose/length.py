"""How long an article is: long enough to say what its outline holds, short enough for one sitting."""

import re
from collections.abc import Iterator

from sitebuild.prose.problems import Problem
from sitebuild.prose.texts import Text

SHORTEST, LONGEST = 400, 900
"""Words of an article; languages differ in how many they need, so these are no more than a doubt."""

_ARTICLE = re.compile(r"docs/[a-z]+/learn/")
_WORD = re.compile(r"\S*\w\S*")


def words(text: Text) -> int:
    """How many words a reader has before them, markup aside; title and description are among them."""
    return len(_WORD.findall(text.words))


def unusual(text: Text) -> Iterator[Problem]:
    """An article that is shorter or longer than articles are."""
    if _ARTICLE.match(text.path) and not SHORTEST <= (count := words(text)) <= LONGEST:
        cure = "cut it or divide it" if count > LONGEST else "see what its outline has besides"
        yield Problem(text.path, 1, f"{count} words; articles have {SHORTEST} to {LONGEST}; {cure}")
