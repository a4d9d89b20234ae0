"""Chance is arithmetic: the same seed gives the same draws anywhere."""

import json
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from funnel.chance import below, draws, shuffled

VECTORS = json.loads(Path(__file__).with_name("chance.vectors.json").read_text("utf-8"))["draws"]


@pytest.mark.parametrize("seed", VECTORS)
def test_a_seed_gives_the_published_draws_of_splitmix64(seed: str) -> None:
    expected = VECTORS[seed]
    assert list(islice(draws(int(seed)), len(expected))) == expected


def test_a_draw_below_a_limit_never_reaches_it_and_favours_none() -> None:
    source = draws(7)
    counts = Counter(below(source, 6) for _ in range(6_000))
    assert set(counts) == set(range(6))
    assert min(counts.values()) > 850


def test_a_limit_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="expected at least 1"):
        below(draws(1), 0)


def test_draws_that_would_favour_small_numbers_are_passed_over() -> None:
    highest = (1 << 64) - 1
    assert below(iter([highest, 4]), 3) == 1


def test_a_shuffle_keeps_every_item_and_follows_the_seed() -> None:
    cards = range(12)
    assert sorted(shuffled(5, cards)) == list(cards)
    assert shuffled(5, cards) == shuffled(5, cards)
    assert shuffled(5, cards) != shuffled(6, cards)
