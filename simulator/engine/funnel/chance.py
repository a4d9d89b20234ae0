"""Chance without a clock: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) in integer arithmetic.

Any Python draws the same numbers from the same seed; ``tests/engine/chance.vectors.json`` proves it.
"""

from collections.abc import Iterator, Sequence

_MASK = (1 << 64) - 1
_GAMMA = 0x9E3779B97F4A7C15


def draws(seed: int) -> Iterator[int]:
    """Endless 64-bit integers from a seed."""
    state = seed & _MASK
    while True:
        state = (state + _GAMMA) & _MASK
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        yield mixed ^ (mixed >> 31)


def below(source: Iterator[int], limit: int) -> int:
    """An integer from 0 to limit - 1, each equally likely (draws that would favour some are dropped)."""
    if limit < 1:
        raise ValueError(f"limit is {limit}, expected at least 1")
    fair = (1 << 64) - (1 << 64) % limit
    return next(draw for draw in source if draw < fair) % limit


def shuffled[T](seed: int, items: Sequence[T]) -> tuple[T, ...]:
    """The items in an order that the seed decides (Fisher and Yates)."""
    order = list(items)
    source = draws(seed)
    for last in range(len(order) - 1, 0, -1):
        chosen = below(source, last + 1)
        order[last], order[chosen] = order[chosen], order[last]
    return tuple(order)
