"""How likely a deal is: by stage, by evidence, and how good the forecasts were."""

from itertools import product

import pytest
from funnel.forecast import LEAST, MOST, WEIGHTS, base_rate, brier, by_evidence, by_stage, reasons
from funnel.model import Fact, Finding, Step

YES, NO, UNKNOWN = Finding.YES, Finding.NO, Finding.UNKNOWN
GOOD = {Fact.SIGNER: YES, Fact.PRICE: YES, Fact.RIVAL: NO, Fact.DATE: YES, Fact.PAPER: YES}
BAD = {fact: NO if finding is YES else YES for fact, finding in GOOD.items()}


def test_a_stage_has_its_default_and_an_opportunity_just_opened_the_first_one() -> None:
    assert [by_stage(step) for step in (None, *Step)] == [20, 20, 50, 80]


def test_nothing_known_is_an_even_chance_and_unknown_changes_nothing() -> None:
    assert by_evidence({}) == by_evidence(dict.fromkeys(Fact, UNKNOWN)) == 50


def test_everything_in_its_favour_is_not_certain_and_everything_against_not_hopeless() -> None:
    assert by_evidence(GOOD) == MOST == 95
    assert by_evidence(BAD) == LEAST == 5


def test_every_fact_moves_the_probability_and_its_opposite_the_other_way() -> None:
    for fact, points in WEIGHTS.items():
        assert points[YES] * points[NO] < 0, fact


def test_the_reasons_add_up_to_the_probability_wherever_it_is_not_cut_off() -> None:
    for findings in product(Finding, repeat=len(Fact)):
        facts = dict(zip(Fact, findings, strict=True))
        total = 50 + sum(points for _, _, points in reasons(facts))
        assert by_evidence(facts) == min(MOST, max(LEAST, total))


@pytest.mark.parametrize(
    ("percents", "expected"),
    [([50] * 12, 2500), ([90] * 12, 6100), ([80] * 3 + [15] * 9, 269), ([100] * 3 + [0] * 9, 0)],
    ids=["always fifty", "always ninety", "the right way round", "perfect"],
)
def test_three_won_of_twelve_give_the_check_values(percents: list[int], expected: int) -> None:
    """Product design, section 3."""
    pairs = list(zip(percents, [True] * 3 + [False] * 9, strict=True))
    assert brier(pairs) == expected
    assert base_rate(pairs) == 1875


def test_without_a_forecast_there_is_no_figure() -> None:
    assert brier([]) is None
    assert base_rate([]) is None
