"""Choices become one whole number, and the number becomes the choices again.

The less a choice was to be expected, the more it lengthens the number: one of weight w among weights that
add up to W makes it W / w times as large. The number is the state of an asymmetric numeral system (Duda 2013,
https://arxiv.org/abs/1311.2540), never cut into pieces: whole numbers throughout, so exact in any Python.

``Writer`` and ``Reader`` have the same methods, so a single description of the choices serves both ways:
``wanted`` is what the writer puts down, and the reader, who passes it over, gives it back.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol


class Weighted[T]:
    """Choices with a small whole weight each; what has the weight 0 cannot be put down."""

    def __init__(self, weights: Mapping[T, int]) -> None:
        self.spans: dict[T, tuple[int, int]] = {}
        """Where each choice begins, and its weight."""
        slots: list[tuple[T, int, int]] = []
        for choice, weight in weights.items():
            self.spans[choice] = len(slots), weight
            slots += [(choice, len(slots), weight)] * weight
        self.slots = tuple(slots)
        """The choice, its beginning and its weight, for every remainder that means it."""
        self.total = len(slots)


class Coder(Protocol):
    """What a writer and a reader have in common."""

    def pick[T](self, choices: Weighted[T], wanted: T | None) -> T:
        """One of the weighted choices."""
        ...

    def one_of[T](self, choices: Sequence[T], wanted: T | None) -> T:
        """One of choices that are equally likely; ValueError if it is not among them."""
        ...

    def below(self, limit: int, wanted: int) -> int:
        """A whole number from 0 to limit - 1; ValueError if it is not one."""
        ...


class Writer:
    """Collects choices."""

    def __init__(self) -> None:
        self._made: list[tuple[int, int, int]] = []

    def pick[T](self, choices: Weighted[T], wanted: T | None) -> T:
        assert wanted is not None
        self._made.append((*choices.spans[wanted], choices.total))
        return wanted

    def one_of[T](self, choices: Sequence[T], wanted: T | None) -> T:
        return choices[self.below(len(choices), list[T | None](choices).index(wanted))]

    def below(self, limit: int, wanted: int) -> int:
        if not 0 <= wanted < limit:
            raise ValueError(f"found {wanted}, expected a whole number below {limit}")
        self._made.append((wanted, 1, limit))
        return wanted

    def number(self, bits: int) -> int:
        """All choices in one number; ValueError if it needs more bits than that.

        The last choice is put down first, so that the reader meets the first one first.
        """
        number = 0
        for start, weight, total in reversed(self._made):
            number, rest = divmod(number, weight)
            number = number * total + start + rest
            if number.bit_length() > bits:
                raise ValueError(f"{len(self._made)} choices do not fit into {bits} bits")
        return number


class Reader:
    """Gives choices back in the order in which they were made; a number that is used up is 0."""

    def __init__(self, number: int) -> None:
        self.number = number

    def pick[T](self, choices: Weighted[T], wanted: T | None) -> T:
        number, slot = divmod(self.number, choices.total)
        choice, start, weight = choices.slots[slot]
        self.number = number * weight + slot - start
        return choice

    def one_of[T](self, choices: Sequence[T], wanted: T | None) -> T:
        return choices[self.below(len(choices), 0)]

    def below(self, limit: int, wanted: int) -> int:
        if limit < 1:
            raise ValueError("nothing to choose from")
        self.number, value = divmod(self.number, limit)
        return value
