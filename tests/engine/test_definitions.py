"""Three definitions, three rule sets, and where they part."""

from collections.abc import Callable
from copy import replace

import pytest
from funnel.definitions import judge
from funnel.model import Case, Criterion, Decide, Decision, Definition, Finding, Pack, Reason

YES, NO = Finding.YES, Finding.NO
LEAD = {Criterion.NEED: YES, Criterion.AFFORD: YES, Criterion.MARKET: YES}
READY = LEAD | {Criterion.RELATION: YES, Criterion.REQUIREMENTS: YES}


@pytest.fixture
def decide(pack: Pack) -> Callable[..., Decide]:
    """The decision of a definition on a contact of which only that is known."""

    def decided(
        definition: Definition, truth: dict[Criterion, Finding], opportunity: str | None = None
    ) -> Decide:
        return judge(definition, replace(pack.cases[0], truth=truth, opportunity=opportunity)).decision

    return decided


def test_by_criteria_need_money_and_time_make_a_lead(decide: Callable[..., Decide]) -> None:
    assert decide(Definition.CRITERIA, LEAD) == Decide(Decision.QUALIFY)


def test_by_criteria_lacking_authority_does_not_unmake_a_lead(decide: Callable[..., Decide]) -> None:
    """S0-S2: a strong sign, not essential."""
    assert decide(Definition.CRITERIA, LEAD | {Criterion.AUTHORITY: NO}) == Decide(Decision.QUALIFY)


@pytest.mark.parametrize("missing", sorted(LEAD))
def test_by_criteria_what_nobody_knows_is_a_reason_to_wait_and_not_a_no(
    missing: Criterion, decide: Callable[..., Decide]
) -> None:
    known = {criterion: finding for criterion, finding in LEAD.items() if criterion is not missing}
    assert decide(Definition.CRITERIA, known) == Decide(Decision.NURTURE)


def test_by_criteria_a_later_purchase_is_kept_for_later(decide: Callable[..., Decide]) -> None:
    assert decide(Definition.CRITERIA, LEAD | {Criterion.MARKET: NO}) == Decide(Decision.NURTURE)


@pytest.mark.parametrize("sign", [Criterion.TERMS, Criterion.INCUMBENT])
def test_by_criteria_terms_or_a_dropped_supplier_make_an_opportunity(
    sign: Criterion, decide: Callable[..., Decide]
) -> None:
    assert decide(Definition.CRITERIA, READY | {sign: YES}).decision is Decision.CONVERT
    assert decide(Definition.CRITERIA, READY).decision is Decision.QUALIFY


def test_by_who_moved_first_a_request_that_says_what_for_is_an_opportunity(
    decide: Callable[..., Decide],
) -> None:
    asked = {Criterion.INBOUND: YES, Criterion.FIT: YES}
    assert decide(Definition.INITIATIVE, asked).decision is Decision.QUALIFY
    assert decide(Definition.INITIATIVE, asked | {Criterion.REQUIREMENTS: YES}).decision is Decision.CONVERT


def test_by_the_deal_record_negotiation_alone_is_not_enough(decide: Callable[..., Decide]) -> None:
    negotiating = READY | {Criterion.TERMS: YES}
    assert decide(Definition.DEAL, negotiating).decision is Decision.QUALIFY
    assert decide(Definition.DEAL, negotiating | {Criterion.RECORD: YES}).decision is Decision.CONVERT


@pytest.mark.parametrize("definition", Definition)
@pytest.mark.parametrize(
    ("criterion", "finding", "reason"),
    [
        (Criterion.GENUINE, NO, Reason.JUNK),
        (Criterion.DUPLICATE, YES, Reason.DUPLICATE),
        (Criterion.NEED, NO, Reason.NO_NEED),
        (Criterion.AFFORD, NO, Reason.CANNOT_AFFORD),
        (Criterion.FIT, NO, Reason.NO_FIT),
    ],
)
def test_all_three_agree_on_the_ways_off_the_list(
    definition: Definition,
    criterion: Criterion,
    finding: Finding,
    reason: Reason,
    decide: Callable[..., Decide],
) -> None:
    wanted = Decide(Decision.DISQUALIFY, reason=reason)
    assert decide(definition, READY | {Criterion.TERMS: YES, criterion: finding}) == wanted


@pytest.mark.parametrize("definition", Definition)
def test_all_three_attach_a_second_person_to_what_is_already_pursued(
    definition: Definition, decide: Callable[..., Decide]
) -> None:
    decision = decide(definition, LEAD | {Criterion.PURSUED: YES}, opportunity="roof")
    assert decision == Decide(Decision.CONVERT, opportunity="roof")


def test_the_definitions_part_on_at_least_four_cases_of_the_pack(pack: Pack) -> None:
    def decisions(case: Case) -> set[Decide]:
        return {judge(definition, case).decision for definition in Definition}

    assert sum(len(decisions(case)) > 1 for case in pack.cases) >= 4
