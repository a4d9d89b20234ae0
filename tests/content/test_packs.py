"""Every pack is worth practising with: thought pays, and nothing else does; `make packs` prints it."""

from collections.abc import Callable
from functools import cache

import pytest
from funnel.model import Case, Definition, Pack
from funnel.rules import State

from sitebuild import packs, players, proof

PACKS = packs.names()


@cache
def read(name: str) -> Pack:
    return packs.read(packs.PACKS / name / "pack.yaml").pack


@cache
def rolled(name: str) -> tuple[State, ...]:
    return proof.random_rounds(read(name))


def every(pack: Pack, faulty: Callable[[Case], object]) -> list[str]:
    """Ids of the cases at fault."""
    return [case.id for case in pack.cases if faulty(case)]


@pytest.mark.parametrize("definition", Definition)
@pytest.mark.parametrize("name", PACKS)
def test_who_plays_with_care_gets_everything(name: str, definition: Definition) -> None:
    """In any order of the contacts, however the open deals are drawn, and within the budget."""
    pack = read(name)
    for seed in proof.CAREFUL_SEEDS:
        assert proof.percent(pack, players.careful(pack, definition, seed), definition) == 100


@pytest.mark.parametrize("strategy", players.SAME)
@pytest.mark.parametrize("definition", Definition)
@pytest.mark.parametrize("name", PACKS)
def test_who_always_does_the_same_does_not_pass(name: str, definition: Definition, strategy: str) -> None:
    pack = read(name)
    state = players.SAME[strategy](pack, definition, 1)
    assert proof.percent(pack, state, definition) <= proof.SAME_LIMIT


@pytest.mark.parametrize("definition", Definition)
@pytest.mark.parametrize("name", PACKS)
def test_who_rolls_dice_gets_little(name: str, definition: Definition) -> None:
    pack = read(name)
    shares = [proof.percent(pack, state, definition) for state in rolled(name)]
    assert len(shares) >= 200
    assert sum(shares) / len(shares) < proof.RANDOM_LIMIT


@pytest.mark.parametrize("name", PACKS)
def test_every_player_decides_on_every_contact_within_the_budget(name: str) -> None:
    """The hours kept back for decisions are enough, so no share is low for want of them."""
    pack = read(name)
    for play in (*players.SAME.values(), players.careful, players.at_random):
        state = play(pack, Definition.CRITERIA, 1)
        assert not [case_id for case_id, case in state.cases.items() if case.decided is None]
        assert state.spent <= pack.budget


@pytest.mark.parametrize("name", PACKS)
def test_everything_that_is_true_of_a_contact_can_be_heard(name: str) -> None:
    pack = read(name)
    assert every(pack, lambda case: proof.unheard(pack, case)) == []


@pytest.mark.parametrize("definition", Definition)
@pytest.mark.parametrize("name", PACKS)
def test_a_verdict_without_its_evidence_is_a_guess(name: str, definition: Definition) -> None:
    """Even when everything else has been asked and cited."""
    pack = read(name)
    assert every(pack, lambda case: proof.unearned(pack, case, definition)) == []


@pytest.mark.parametrize("definition", Definition)
@pytest.mark.parametrize("name", PACKS)
def test_no_verdict_is_known_at_sight(name: str, definition: Definition) -> None:
    """How we came by a contact never tells all, so there is always something to find out."""
    pack = read(name)
    assert every(pack, lambda case: proof.is_known_at_sight(case, definition)) == []


@pytest.mark.parametrize("name", PACKS)
def test_there_are_hours_for_care_and_not_for_asking_everybody_everything(name: str) -> None:
    """Choosing whom to pursue, and what to ask, is part of the skill."""
    pack = read(name)
    assert max(proof.careful_hours(pack, definition) for definition in Definition) <= pack.budget
    assert pack.budget < proof.everything(pack)


def test_the_report_names_what_is_wrong_with_a_pack() -> None:
    """Hours for everything, and the careful still succeed; hours for nothing, and they do not."""
    pack = read(PACKS[0])
    _, lavish = proof.report(players.unlimited(pack), rounds=1)
    assert f"{pack.id}: 1000000 hours are enough to ask everybody everything" in lavish
    _, starved = proof.report(pack._replace(budget=len(pack.cases) + 1), rounds=1)
    assert any(line.startswith(f"{pack.id}: criteria: who plays with care gets") for line in starved)


def test_the_report_has_a_line_for_each_case_and_each_player() -> None:
    pack = read(PACKS[0])
    lines, problems = proof.report(pack, rounds=1)
    starts = [line.partition("  ")[0] for line in lines]
    assert {case.id for case in pack.cases} | set(players.SAME) <= set(starts)
    assert problems == []
