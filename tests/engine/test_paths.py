"""The cheapest complete path: what the engine says, an exhaustive walk through the rules confirms."""

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
    Mark,
    Move,
    Pack,
)
from funnel.paths import cheapest, settled_by
from funnel.rules import CaseState, State, apply, beginning
from funnel.scoring import score

CASES = [
    "found-card", "bought-list", "keen-employee", "no-need", "adviser", "next-year",
    "duplicate", "rfp", "no-money", "second-person", "junk", "dismissed-supplier",
]  # fmt: skip


def marked(case: Case, made: list[Inquiry]) -> list[Mark]:
    """Every true claim that those inquiries allow, each with the sentence that shows it."""
    sentences = [case.source, *(sentence for inquiry in made for sentence in case.replies.get(inquiry, ()))]
    claims = {c: Mark(c, finding, s.id) for s in sentences for c, finding in s.shows.items()}
    return list(claims.values())


def finished(pack: Pack, case: Case, state: State, made: list[Inquiry], definition: Definition) -> CaseState:
    """The case after everything heard is marked and the right decision is taken."""
    actions: list[Action] = [*marked(case, made), judge(definition, case).decision]
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
@pytest.mark.parametrize("case_id", CASES)
def test_exhaustive_search_finds_the_same_cheapest_way_to_a_full_score(
    pack: Pack, case_id: str, definition: Definition
) -> None:
    case = pack.case(case_id)
    hours, _ = cheapest(case, judge(definition, case))
    assert walk(pack, case, definition) == hours <= pack.budget


def test_the_list_of_cases_above_is_the_packs(pack: Pack) -> None:
    assert [case.id for case in pack.cases] == CASES
    assert len(CASES) >= 12


@pytest.mark.parametrize("case_id", CASES)
def test_no_contact_leaves_hours_for_every_question(pack: Pack, case_id: str) -> None:
    """Choosing what to ask is part of the skill."""
    everything = sum(1 if inquiry.criterion is None and inquiry != "call" else 2 for inquiry in Inquiry)
    assert everything > pack.budget


@pytest.mark.parametrize("case_id", CASES)
def test_what_can_be_known_can_be_heard(pack: Pack, case_id: str) -> None:
    case = pack.case(case_id)
    heard = set(case.source.shows).union(*(settled_by(case, inquiry) for inquiry in case.replies))
    assert {c for c, finding in case.truth.items() if finding is not Finding.UNKNOWN} <= heard
