"""The figures of a round: where its contacts stand, funnel and pipeline, forecasts and what came, the score.

Everything here is counted from the state and in whole numbers, so that every Python and every locale agrees.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from funnel import pursuit as pursuits
from funnel import scoring
from funnel.definitions import judge
from funnel.model import NEW_OPPORTUNITY, Case, Decide, Decision, Definition, Outcome, Pack, Referral
from funnel.moves import PROBABILITY_LIMIT
from funnel.pursuit import Pursuit
from funnel.rules import CaseState, State

GROUPS = 5
"""Forecasts are put together in so many groups, each as wide as the others."""


class Standing(StrEnum):
    """Where a contact stands in the round."""

    NEW = "new"
    BEGUN = "begun"
    LEAD = "lead"
    LATER = "later"
    OFF = "off"
    JOINED = "joined"
    PURSUED = "pursued"
    REFUSED = "refused"
    SIGNED = "signed"
    WON = "won"
    LOST = "lost"


class Level(StrEnum):
    """The levels of the funnel, wide end first."""

    CONTACT = "contact"
    LEAD = "lead"
    OPPORTUNITY = "opportunity"
    SALE = "sale"
    ACCOUNT = "account"


class Pipeline(NamedTuple):
    """The open opportunities: amounts on record, each times its probability, how many have no record."""

    value: int
    weighted: int
    unrecorded: int


class Answered(NamedTuple):
    """An opportunity that has come to its end: the amount and percent on record, if any, and what was won."""

    case_id: str
    amount: int | None
    probability: int | None
    won: int | None


class Balance(NamedTuple):
    """What was forecast when the customers answered against what was won, both in the pack's currency."""

    forecast: int
    won: int
    unrecorded: int


class Group(NamedTuple):
    """Forecasts from ``least`` to ``most`` percent: how many there were, and how many of them were won."""

    least: int
    most: int
    forecasts: int
    won: int


def standing(state: CaseState) -> Standing:
    """Where a contact stands."""
    if state.decided is None:
        begun = state.said or state.marks or state.hints
        return Standing.BEGUN if begun else Standing.NEW
    return _pursued(state.pursuit) if state.pursuit else called(state.decided)


def called(decide: Decide) -> Standing:
    """What a decision makes of a contact."""
    if decide.decision is Decision.CONVERT:
        return Standing.PURSUED if decide.opportunity == NEW_OPPORTUNITY else Standing.JOINED
    return {
        Decision.QUALIFY: Standing.LEAD,
        Decision.NURTURE: Standing.LATER,
        Decision.DISQUALIFY: Standing.OFF,
    }[decide.decision]


def _pursued(pursuit: Pursuit) -> Standing:
    if pursuit.signed is None:
        return Standing.PURSUED
    if pursuit.is_won:
        return Standing.WON if pursuit.is_over else Standing.SIGNED
    return Standing.LOST if pursuit.is_over else Standing.REFUSED


def levels(state: State) -> dict[Level, int]:
    """How many contacts have come to each level; whoever is an opportunity was a lead before.

    Who joined an opportunity on record is part of that one, neither a lead nor an opportunity of its own.
    """
    found = [standing(case) for case in state.cases.values()]
    opportunities = sum(case.pursuit is not None for case in state.cases.values())
    sales = sum(case.pursuit is not None and case.pursuit.is_won for case in state.cases.values())
    return {
        Level.CONTACT: len(found),
        Level.LEAD: found.count(Standing.LEAD) + opportunities,
        Level.OPPORTUNITY: opportunities,
        Level.SALE: sales,
        Level.ACCOUNT: sales,
    }


def rates(counts: Mapping[Level, int]) -> dict[Level, int | None]:
    """The share of the level before, in whole percent; None where there was nothing to count from."""
    return {level: share(counts[level], counts[before]) for before, level in pairwise(Level)}


def share(part: int, whole: int) -> int | None:
    """A part in whole percent, half a percent counting as one; None of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else None


def pipeline(state: State) -> Pipeline:
    """The open opportunities as they are on record."""
    pursuits = (case.pursuit for case in state.cases.values() if case.pursuit)
    records = [pursuit.forecast for pursuit in pursuits if pursuit.signed is None]
    recorded = [record for record in records if record]
    return Pipeline(
        sum(record.amount for record in recorded),
        _weighted((record.amount, record.probability) for record in recorded),
        len(records) - len(recorded),
    )


def _weighted(pairs: Iterable[tuple[int, int]]) -> int:
    return (sum(amount * percent for amount, percent in pairs) + 50) // 100


def answered(pack: Pack, state: State) -> tuple[Answered, ...]:
    """Every opportunity that has come to its end, in the order of the round."""
    return tuple(
        _answered(pack.case(case_id), case.pursuit)
        for case_id, case in state.cases.items()
        if case.pursuit and case.pursuit.signed
    )


def _answered(case: Case, pursuit: Pursuit) -> Answered:
    record = pursuit.forecast
    is_sale = pursuit.signed is Outcome.WON and case.deal is not None
    won = case.deal.amount if is_sale and case.deal else None
    return Answered(case.id, record and record.amount, record and record.probability, won)


def balance(ended: Iterable[Answered]) -> Balance:
    """The weighted forecast that stood, against the amounts that were won."""
    ended = tuple(ended)
    recorded = [
        (one.amount, one.probability)
        for one in ended
        if one.amount is not None and one.probability is not None
    ]
    return Balance(_weighted(recorded), sum(one.won or 0 for one in ended), len(ended) - len(recorded))


def pairs(state: State) -> list[tuple[int, bool]]:
    """The forecasts in percent, each with whether the deal was won; what had no record is no forecast."""
    pursued = {case_id: case.pursuit for case_id, case in state.cases.items() if case.pursuit}
    return pursuits.pairs(pursued)


def groups(forecasts: Iterable[tuple[int, bool]]) -> tuple[Group, ...]:
    """Forecasts with their outcomes in five groups: 0 to 19 percent, 20 to 39, …, 80 to 100."""
    wide = PROBABILITY_LIMIT // GROUPS
    placed = [(min(percent // wide, GROUPS - 1), won) for percent, won in forecasts]
    return tuple(
        Group(
            place * wide,
            PROBABILITY_LIMIT if place == GROUPS - 1 else (place + 1) * wide - 1,
            sum(at == place for at, _ in placed),
            sum(at == place and won for at, won in placed),
        )
        for place in range(GROUPS)
    )


def referrals(pack: Pack, state: State) -> tuple[tuple[Referral, Case], ...]:
    """The people whom customers named, each with the case of who named them."""
    return tuple(
        (referral, case)
        for case in map(pack.case, state.cases)
        if (pursuit := state.cases[case.id].pursuit) and pursuit.referred and case.deal and case.deal.gain
        for referral in case.deal.gain.referrals
    )


def verdicts(case: Case) -> dict[Definition, Decide]:
    """The right decision on a case by each definition."""
    return {definition: judge(definition, case).decision for definition in Definition}


def mean(pack: Pack, state: State, definition: Definition) -> int:
    """The round's score, out of 100: the mean over all its contacts, of which those not closed count 0."""
    totals = [
        score(pack.case(case_id), case, definition).total
        for case_id, case in state.cases.items()
        if case.is_over
    ]
    whole = len(state.cases)
    return (2 * sum(totals) + whole) // (2 * whole)


def score(case: Case, state: CaseState, definition: Definition) -> scoring.Score:
    """The score of a decided case, worked out once: a round shows its closed cases after every move."""
    return _score(_Same(case), state, definition)


class _Same:
    """A case to be looked up by: equal only to the very same one, since its mappings cannot be hashed."""

    def __init__(self, case: Case) -> None:
        self.case = case

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.case is self.case

    def __hash__(self) -> int:
        return len(self.case.id)


@lru_cache(maxsize=64)
def _score(same: _Same, state: CaseState, definition: Definition) -> scoring.Score:
    return scoring.score(same.case, state, definition)
