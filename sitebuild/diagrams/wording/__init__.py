"""The words of the diagrams, in English, each with a note for its translator."""

from dataclasses import dataclass
from gettext import NullTranslations


@dataclass(frozen=True)
class Words:
    """The catalog that a diagram's words come from."""

    t: NullTranslations
