"""The engine's exceptions, all of them problems with what came in from outside.

FunnelError
├── PackError       a pack file breaks the rules; carries every problem at once
├── AttemptError    a saved attempt cannot be read; says whether its version is the cause
├── CodeError       a result code cannot be read; says which of five causes it is
└── MessageError    a message to the bridge is not one
"""

from typing import NamedTuple


class FunnelError(Exception):
    """Base of everything that the engine raises on purpose."""


class Problem(NamedTuple):
    """One thing wrong in a document: where, what was found, what to do about it."""

    path: str
    found: str
    cure: str

    def __str__(self) -> str:
        return f"{self.found} @ {self.path} ({self.cure})"


class PackError(FunnelError):
    """A pack cannot be loaded; ``problems`` lists everything that is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class AttemptError(FunnelError):
    """A saved attempt cannot be replayed; ``code`` says why in one word for the page."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code


class CodeError(FunnelError):
    """A result code cannot be replayed; ``code`` says why in one word for the page.

    ``damaged``: a character is wrong, missing or too many · ``truncated``: its end is missing ·
    ``other-pack`` · ``other-version``: of the pack · ``newer-format``: written by a newer engine.
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code


class MessageError(FunnelError):
    """A message to the bridge is refused before anything is done with it."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
