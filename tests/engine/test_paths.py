"""The cheapest complete path: what the engine says, an exhaustive walk through the rules confirms."""

import json
from heapq import heappop, heappush

import pytest
from funnel.definitions import judge
from funnel.model import (
    Action,
    Case,
    Definition,
    Finding,
    Inquire,
    Inquiry,
    Move,
    Pack,
)
from funnel.moves import cost
from funnel.pack import load
from funnel.paths import cheapest, is_pursued, settled_by
from funnel.rules import CaseState, State, apply, beginning
from funnel.scoring import score

from sitebuild import catalogs, packs
from tests.transcripts import marked, pursued

PACKS = {name: load(json.loads(catalogs.setup("en", name))["pack"]) for name in packs.names()}
CASES = [
    pytest.param(pack, case, id=f"{name}-{case.id}") for name, pack in PACKS.items() for case in pack.cases
]


def finished(pack: Pack, case: Case, state: State, made: list[Inquiry], definition: Definition) -> CaseState:
    """The case after everything heard is marked, the right decision is taken and the opportunity pursued."""
    judgement = judge(definition, case)
    actions: list[Action] = [*marked(case, made), judgement.decision]
    if is_pursued(case, judgement):
        actions += pursued(case)
    for action in actions:
        state = apply(pack, state, Move(case.id, action))
    return state.cases[case.id]


def walk(pack: Pack, case: Case, definition: Definition) -> int:
    """Hours of the cheapest way to a full score, by trying moves in order of cost."""
    start = beginning(other.id for other in pack.cases)
    waiting: list[tuple[int, int, list[Inquiry], State]] = [(0, 0, [], start)]
    seen, number = set(), 0
    while waiting:
        _, _, made, state = heappop(waiting)
        done = finished(pack, case, state, made, definition)
        if score(case, done, definition).total == 100:
            return done.spent
        for inquiry in Inquiry:
            after = apply(pack, state, Move(case.id, Inquire(inquiry)))
            grown = [*made, inquiry]
            key = (frozenset(grown), Inquiry.LOOK_UP in grown[:1])
            if after.refusal or inquiry in made or key in seen or after.cases[case.id].said[-1].remark:
                continue
            seen.add(key)
            number += 1
            heappush(waiting, (after.cases[case.id].spent, number, grown, after))
    raise AssertionError(f"{case.id} cannot be won")


@pytest.mark.parametrize("definition", Definition)
@pytest.mark.parametrize(("pack", "case"), CASES)
def test_exhaustive_search_finds_the_same_cheapest_way_to_a_full_score(
    pack: Pack, case: Case, definition: Definition
) -> None:
    hours, _ = cheapest(case, judge(definition, case))
    assert walk(pack, case, definition) == hours


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_a_round_can_be_played_whole_and_has_no_hours_for_every_question(pack: Pack) -> None:
    """Choosing what to ask is part of the skill."""
    assert len(pack.cases) >= 12
    least = {d: sum(cheapest(case, judge(d, case))[0] for case in pack.cases) for d in Definition}
    assert max(least.values()) <= pack.budget
    assert sum(cost(inquiry) for inquiry in Inquiry) * len(pack.cases) > pack.budget


@pytest.mark.parametrize(("pack", "case"), CASES)
def test_what_can_be_known_can_be_heard(pack: Pack, case: Case) -> None:
    heard = set(case.source.shows).union(*(settled_by(case, inquiry) for inquiry in case.replies))
    assert {c for c, finding in case.truth.items() if finding is not Finding.UNKNOWN} <= heard
