"""From a new opportunity to a customer or a lesson: stages, record, answer, and what follows."""

from collections.abc import Callable
from copy import replace

import pytest
from funnel.forecast import by_evidence
from funnel.model import (
    NEW_OPPORTUNITY,
    Action,
    Advance,
    Decide,
    Decision,
    Fact,
    Finding,
    Forecast,
    Inquire,
    Inquiry,
    Lose,
    LostReason,
    Mark,
    Outcome,
    Pack,
    Refer,
    Renew,
    Serve,
    Service,
    Sign,
    Stage,
    Step,
)
from funnel.pursuit import Pursuit, answer, facts, heard, pairs
from funnel.rules import Refusal, State

CONVERT = Decide(Decision.CONVERT, opportunity=NEW_OPPORTUNITY)
RECORD = Forecast(12_000_000, 80, 30)
WON, LOST = "dismissed-supplier", "rfp"
ALL_STAGES = (Advance(), Advance(), Advance())

type Play = Callable[..., State]


def pursued(state: State) -> Pursuit:
    assert state.here.pursuit is not None
    return state.here.pursuit


def test_converting_to_a_new_opportunity_begins_a_pursuit_and_attaching_does_not(play: Play) -> None:
    assert pursued(play(WON, CONVERT)) == Pursuit()
    attached = Decide(Decision.CONVERT, opportunity="buriganga-roof")
    assert play("second-person", attached).here.pursuit is None


def test_stages_are_worked_in_order_each_for_two_hours(play: Play) -> None:
    before, after = play(WON, CONVERT), play(WON, CONVERT, *ALL_STAGES)
    assert pursued(after).steps == tuple(Step)
    assert after.here.spent - before.here.spent == 6
    assert play(WON, CONVERT, *ALL_STAGES, Advance()).refusal is Refusal.ALL_WORKED


def test_what_is_heard_grows_with_the_stages_and_shows_facts(play: Play, pack: Pack) -> None:
    deal = pack.case(WON).deal
    some, whole = pursued(play(WON, CONVERT, Advance())), pursued(play(WON, CONVERT, *ALL_STAGES))
    assert len(heard(deal, some)) < len(heard(deal, whole))
    assert deal is not None
    assert facts(deal, whole) == deal.facts()


def test_the_last_record_stands_and_recording_is_free(play: Play) -> None:
    after = play(WON, CONVERT, RECORD, Forecast(1, 5, 9))
    assert pursued(after).forecast == Forecast(1, 5, 9)
    assert after.here.spent == play(WON, CONVERT).here.spent


def test_the_customer_answers_as_the_author_says(play: Play) -> None:
    assert pursued(play(WON, CONVERT, Sign())).signed is Outcome.WON
    assert pursued(play(LOST, CONVERT, Sign())).signed is Outcome.LOST


def test_nobody_signs_what_never_was_an_opportunity(play: Play) -> None:
    state = play("no-need", CONVERT, *ALL_STAGES, Sign())
    assert pursued(state).signed is Outcome.LOST
    assert heard(None, pursued(state)) == ()


def test_an_open_deal_is_won_as_often_as_its_evidence_says(pack: Pack) -> None:
    case = pack.case(WON)
    assert case.deal is not None
    open_deal = replace(case.deal, outcome=Outcome.OPEN, heard={Step.NEEDS: case.deal.heard[Step.NEEDS][:1]})
    drawn = replace(case, deal=open_deal)
    won = sum(answer(drawn, seed, 3) is Outcome.WON for seed in range(2_000))
    assert abs(won / 20 - by_evidence(open_deal.facts())) < 4


def test_neighbouring_cases_draw_numbers_of_their_own(pack: Pack) -> None:
    case = pack.case(WON)
    assert case.deal is not None
    drawn = replace(case, deal=replace(case.deal, outcome=Outcome.OPEN, heard={}))
    answers = {place: [answer(drawn, seed, place) for seed in range(64)] for place in range(12)}
    assert len({tuple(row) for row in answers.values()}) == len(answers)


def test_a_lost_deal_is_over_when_it_is_diagnosed(play: Play) -> None:
    lost = play(LOST, CONVERT, Sign())
    assert not lost.here.is_over
    assert play(LOST, CONVERT, Sign(), Lose(LostReason.PRICE)).here.is_over


def test_one_can_give_up_before_the_answer(play: Play) -> None:
    given_up = play(WON, CONVERT, Advance(), Lose(LostReason.TIMING))
    assert pursued(given_up).signed is Outcome.LOST
    assert given_up.here.is_over


def test_a_forecast_counts_only_once_the_customer_has_answered(play: Play) -> None:
    given_up = pursued(play(LOST, CONVERT, RECORD, Lose(LostReason.PRICE)))
    refused = pursued(play(LOST, CONVERT, RECORD, Sign(), Lose(LostReason.PRICE)))
    assert pairs({LOST: given_up}) == []
    assert pairs({LOST: refused}) == [(RECORD.probability, False)]


def test_a_customer_is_an_account_and_the_profile_ends_the_case(play: Play) -> None:
    won = play(WON, CONVERT, Sign())
    assert won.here.stage is Stage.ACCOUNT
    done = play(WON, CONVERT, Sign(), Renew(), Refer(), Serve(Service.REPLACE))
    assert (pursued(done).renewed, pursued(done).referred) == (True, True)
    assert done.here.is_over
    assert done.here.spent - won.here.spent == 2


@pytest.mark.parametrize(
    ("before", "action", "refusal"),
    [
        ((), Advance(), Refusal.NO_OPPORTUNITY),
        ((), Serve(Service.REPAIR), Refusal.NO_OPPORTUNITY),
        ((CONVERT,), Refer(), Refusal.NO_CUSTOMER),
        ((CONVERT,), CONVERT, Refusal.ALREADY),
        ((CONVERT,), Inquire(Inquiry.CALL), Refusal.ALREADY),
        ((CONVERT, Sign()), RECORD, Refusal.ALREADY),
        ((CONVERT, Sign()), Sign(), Refusal.ALREADY),
        ((CONVERT, Sign()), Lose(LostReason.PRICE), Refusal.NOT_LOST),
        ((CONVERT, Sign(), Refer()), Refer(), Refusal.ALREADY),
        ((CONVERT, Sign(), Serve(Service.REPAIR)), Refer(), Refusal.CLOSED),
    ],
)
def test_what_makes_no_sense_is_refused_by_name_and_changes_nothing(
    play: Play, before: tuple[Action, ...], action: Action, refusal: Refusal
) -> None:
    was, now = play(WON, *before), play(WON, *before, action)
    assert now.refusal is refusal
    assert now.cases == was.cases


def test_facts_that_contradict_go_by_the_latest_word(pack: Pack) -> None:
    deal = pack.case(WON).deal
    assert deal is not None
    said = deal.heard[Step.NEEDS][0]
    told = replace(
        deal,
        heard={
            Step.NEEDS: (replace(said, shows={Fact.PRICE: Finding.NO}),),
            Step.PROPOSAL: (replace(said, shows={Fact.PRICE: Finding.YES}),),
        },
    )
    assert facts(told, Pursuit((Step.NEEDS,))) == {Fact.PRICE: Finding.NO}
    assert facts(told, Pursuit((Step.NEEDS, Step.PROPOSAL))) == {Fact.PRICE: Finding.YES}


def test_marks_are_made_before_the_conversion(play: Play) -> None:
    mark = Mark(next(iter(play(WON).cases and ["need"])), Finding.YES, None)  # type: ignore[arg-type]
    assert play(WON, CONVERT, mark).refusal is Refusal.ALREADY
