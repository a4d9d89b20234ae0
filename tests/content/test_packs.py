"""Every pack is worth practising with: thought pays, and nothing else does; `make packs` prints it."""

import unicodedata
from collections.abc import Callable, Mapping
from functools import cache

import pytest
from funnel.model import (
    Case,
    Conversation,
    Criterion,
    Decision,
    Definition,
    Finding,
    Inquiry,
    Outcome,
    Pack,
    Reason,
)
from funnel.rounds import verdicts
from funnel.rules import State

from sitebuild import packs, players, proof

PACKS = packs.names()

SPELT_OTHERWISE: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "calls": {
        "new-surname": ("Tina P. Lim", "Ma. Cristina Peñaflor"),
        "too-polite": ("NUNEZ, ROBERTO JR.", "Boyet Nuñez"),
    },
    "solar": {"paid-per-name": ("Zahirul Haque", "Johirul Huq")},
}
"""Who is on our records under another name in the same script: the contact's own spelling, and ours."""

ENTHUSIASTS: Mapping[str, Mapping[str, str]] = {
    "calls": {"webinar-fan": "typed nineteen questions", "ferry-friend": "called our system world-class"},
    "pumps": {"third-proforma": "as if it were poetry", "red-cheques": "order six pumps on a handshake"},
    "solar": {"keen-employee": "stayed for an hour", "no-money": "called us the same day"},
    "tiles": {"kiln-visit": "cannot stop thinking of it", "room-nights": "Never mind the price"},
}
"""Who is all for it at first sight, and the words that say so: no field of a case tells enthusiasm."""


@cache
def read(name: str) -> Pack:
    return packs.read(packs.PACKS / name / "pack.yaml").pack


@cache
def rolled(name: str) -> tuple[State, ...]:
    return proof.random_rounds(read(name))


def every(pack: Pack, is_so: Callable[[Case], object]) -> list[str]:
    """Ids of the cases of which that is true."""
    return [case.id for case in pack.cases if is_so(case)]


def divides(case: Case) -> bool:
    """Whether the definitions part on it."""
    return len(set(verdicts(case).values())) > 1


def recorded(case: Case) -> str:
    """What our records say of somebody, or of a firm, that is on them already."""
    known = (Criterion.DUPLICATE, Criterion.PURSUED)
    told = case.replies.get(Inquiry.CHECK, ())
    return " ".join(one.text for one in told if any(one.shows.get(c) is Finding.YES for c in known))


def scripts(text: str) -> set[str]:
    return {unicodedata.name(letter).partition(" ")[0] for letter in text if letter.isalpha()}


def is_known_otherwise(pack: Pack, case: Case) -> bool:
    """Whether the contact stands in our records, but in another script or under another name."""
    named, found = f"{case.contact.name} {case.contact.firm}", recorded(case)
    ours, theirs = SPELT_OTHERWISE.get(pack.id, {}).get(case.id, ("", ""))
    is_spelt_otherwise = bool(ours) and ours in named and theirs in found and theirs not in named
    return bool(found) and (scripts(found) != scripts(named) or is_spelt_otherwise)


def is_second_person(case: Case) -> bool:
    """Whether every definition attaches the contact to an opportunity that somebody else has opened."""
    targets = {decide.opportunity for decide in verdicts(case).values()}
    return case.opportunity is not None and targets == {case.opportunity}


def misleads(pack: Pack, case: Case) -> bool:
    """Whether the first impression is one of enthusiasm, and no definition makes a customer of it."""
    words = ENTHUSIASTS.get(pack.id, {}).get(case.id)
    is_sold = case.deal is not None and case.deal.outcome is not Outcome.LOST
    is_converted = verdicts(case)[Definition.CRITERIA].decision is Decision.CONVERT
    return words is not None and words in case.source.text and not is_converted and not is_sold


def is_mute(case: Case) -> bool:
    """Whether nobody can be asked anything, and neither an email nor a call brings anything to light."""
    tried = (*case.replies.get(Inquiry.EMAIL, ()), *case.replies.get(Inquiry.CALL, ()))
    return case.conversation is Conversation.NEVER and not any(sentence.shows for sentence in tried)


def is_worth_nurturing(case: Case) -> bool:
    return verdicts(case)[Definition.CRITERIA].decision is Decision.NURTURE


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


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_has_twelve_contacts_and_three_on_which_the_definitions_part(name: str) -> None:
    pack = read(name)
    assert len(pack.cases) >= 12
    assert len(every(pack, divides)) >= 3


@pytest.mark.parametrize("name", PACKS)
def test_two_are_on_our_records_in_another_script_or_spelling(name: str) -> None:
    pack = read(name)
    assert len(every(pack, lambda case: is_known_otherwise(pack, case))) >= 2
    assert every(pack, lambda case: verdicts(case)[Definition.CRITERIA].reason is Reason.DUPLICATE)


@pytest.mark.parametrize("name", PACKS)
def test_two_are_the_second_person_of_a_firm_that_a_colleague_pursues(name: str) -> None:
    assert len(every(read(name), is_second_person)) >= 2


@pytest.mark.parametrize("name", PACKS)
def test_deals_are_lost_for_three_reasons(name: str) -> None:
    deals = [case.deal for case in read(name).cases if case.deal]
    lost = [deal.loss for deal in deals if deal.outcome is Outcome.LOST and deal.loss]
    assert len({loss.reason for loss in lost}) >= 3


@pytest.mark.parametrize("name", PACKS)
def test_two_are_worth_staying_in_touch_with(name: str) -> None:
    assert len(every(read(name), is_worth_nurturing)) >= 2


@pytest.mark.parametrize("name", PACKS)
def test_two_are_all_for_it_at_first_and_buy_nothing(name: str) -> None:
    pack = read(name)
    assert len(every(pack, lambda case: misleads(pack, case))) >= 2


@pytest.mark.parametrize("name", PACKS)
def test_one_never_answers(name: str) -> None:
    assert every(read(name), is_mute)


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
