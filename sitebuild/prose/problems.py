"""A problem in a text, in words that name the place and the cure."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """What is amiss at a line of a file; shown as ``docs/bn/learn/lead.md:12: found …, write …``."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"
