"""The state machine: what moves do, cost and refuse."""

from collections.abc import Callable
from copy import replace

import pytest
from funnel.model import (
    Advance,
    Criterion,
    Decide,
    Decision,
    Definition,
    Finding,
    Forecast,
    Hint,
    Inquire,
    Inquiry,
    Lose,
    LostReason,
    Mark,
    Move,
    Open,
    Pack,
    Reason,
    Refer,
    Renew,
    Serve,
    Service,
    Sign,
    Stage,
    Undo,
)
from funnel.rules import CaseState, Refusal, Remark, State, apply, beginning, heard
from funnel.scoring import score
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

LOOK_UP, CALL = Inquire(Inquiry.LOOK_UP), Inquire(Inquiry.CALL)
ASK_NEED = Inquire(Inquiry.ASK_NEED)
NEED = Mark(Criterion.NEED, Finding.YES, None)
NURTURE = Decide(Decision.NURTURE)


def test_an_inquiry_brings_its_sentences_and_costs_its_hours(case_after: Callable[..., CaseState]) -> None:
    after = case_after("found-card", LOOK_UP, CALL)
    assert [said.sentences for said in after.said] == [("look-up.1", "look-up.2"), ("call.1", "call.2")]
    assert after.spent == 1 + 2


def test_a_question_before_the_call_costs_and_brings_a_remark(case_after: Callable[..., CaseState]) -> None:
    after = case_after("found-card", ASK_NEED)
    assert after.said[0].remark is Remark.NOT_REACHED
    assert after.spent == 2


def test_a_question_after_the_call_is_answered(case_after: Callable[..., CaseState]) -> None:
    assert case_after("found-card", CALL, ASK_NEED).said[-1].sentences == ("ask-need.1",)


def test_whoever_came_to_us_can_be_asked_at_once(case_after: Callable[..., CaseState]) -> None:
    assert case_after("keen-employee", ASK_NEED).said[0].sentences == ("ask-need.1",)


def test_asking_twice_costs_twice_and_brings_nothing(case_after: Callable[..., CaseState]) -> None:
    after = case_after("found-card", LOOK_UP, LOOK_UP)
    assert after.said[-1].remark is Remark.REPEATED
    assert after.spent == 2


def test_where_nothing_was_written_nothing_comes_of_it(case_after: Callable[..., CaseState]) -> None:
    after = case_after("junk", Inquire(Inquiry.ASK_TERMS))
    assert after.said[-1].remark is Remark.NOT_REACHED


def test_a_round_keeps_an_hour_back_for_every_contact_and_refuses_what_would_take_it(pack: Pack) -> None:
    poor = replace(pack, budget=len(pack.cases) + 3)
    state = beginning(case.id for case in poor.cases)
    for action in (LOOK_UP, CALL):
        state = apply(poor, state, Move("found-card", action))
    assert apply(poor, state, Move("keen-employee", LOOK_UP)).refusal is Refusal.OUT_OF_EFFORT
    for case in poor.cases:
        state = apply(poor, state, Move(case.id, NURTURE))
    assert all(case.decided == NURTURE for case in state.cases.values())
    assert state.spent == poor.budget


def test_a_sentence_that_nobody_said_cannot_be_cited(play: Callable[..., State]) -> None:
    cited = Mark(Criterion.FIT, Finding.YES, "look-up.1")
    assert play("found-card", cited).refusal is Refusal.NOT_HEARD
    assert play("found-card", LOOK_UP, cited).refusal is None


def test_how_we_came_by_a_contact_can_be_cited_from_the_start(play: Callable[..., State]) -> None:
    assert play("keen-employee", Mark(Criterion.INBOUND, Finding.YES, "source.1")).refusal is None


def test_the_latest_mark_on_a_criterion_stands(case_after: Callable[..., CaseState]) -> None:
    no = Mark(Criterion.NEED, Finding.NO, None)
    assert case_after("found-card", NEED, no).findings() == {Criterion.NEED: no}


def test_a_mark_taken_to_unknown_is_no_claim(case_after: Callable[..., CaseState]) -> None:
    assert case_after("found-card", NEED, Mark(Criterion.NEED, Finding.UNKNOWN, None)).findings() == {}


def test_undo_takes_back_the_last_mark_exactly(case_after: Callable[..., CaseState]) -> None:
    assert case_after("found-card", LOOK_UP, NEED, Undo()) == case_after("found-card", LOOK_UP)


def test_undo_does_not_unsay_what_was_said(play: Callable[..., State]) -> None:
    state = play("found-card", LOOK_UP, Undo())
    assert state.refusal is Refusal.NOTHING_TO_UNDO
    assert state.here.spent == 1


@pytest.mark.parametrize(
    "incomplete",
    [
        Decide(Decision.DISQUALIFY),
        Decide(Decision.CONVERT),
        Decide(Decision.CONVERT, opportunity="no-such"),
        Decide(Decision.QUALIFY, reason=Reason.JUNK),
    ],
    ids=["no reason", "no opportunity", "unknown opportunity", "reason for a lead"],
)
def test_a_decision_without_its_detail_is_refused(incomplete: Decide, play: Callable[..., State]) -> None:
    state = play("found-card", incomplete)
    assert state.refusal is Refusal.INCOMPLETE
    assert state.here.decided is None


def test_a_closed_case_takes_no_more_moves_and_costs_nothing(play: Callable[..., State]) -> None:
    state = play("found-card", NURTURE, LOOK_UP)
    assert state.refusal is Refusal.CLOSED
    assert state.here.spent == 1


def test_a_move_on_a_contact_that_is_not_there_is_refused(pack: Pack) -> None:
    state = beginning(case.id for case in pack.cases)
    assert apply(pack, state, Move("nobody", Open())).refusal is Refusal.UNKNOWN_CASE


@pytest.mark.parametrize(
    ("decide", "stage"),
    [
        (NURTURE, Stage.CONTACT),
        (Decide(Decision.QUALIFY), Stage.LEAD),
        (Decide(Decision.CONVERT, opportunity="new"), Stage.OPPORTUNITY),
        (Decide(Decision.DISQUALIFY, reason=Reason.JUNK), Stage.CONTACT),
    ],
    ids=lambda value: str(getattr(value, "decision", value)),
)
def test_a_decision_moves_the_contact_along_the_funnel(
    decide: Decide, stage: Stage, case_after: Callable[..., CaseState]
) -> None:
    assert case_after("found-card", decide).stage is stage


ACTIONS = st.one_of(
    st.just(Open()),
    st.just(Undo()),
    st.builds(Inquire, st.sampled_from(Inquiry)),
    st.builds(
        Mark,
        st.sampled_from(Criterion),
        st.sampled_from(Finding),
        st.sampled_from([None, "source.1", "look-up.1", "ask-need.1", "nonsense"]),
    ),
    st.builds(
        Decide,
        st.sampled_from(Decision),
        st.sampled_from([None, *Reason]),
        st.sampled_from([None, "new", "buriganga-roof", "nonsense"]),
    ),
    st.just(Decide(Decision.CONVERT, opportunity="new")),
    st.builds(Forecast, st.integers(0, 10**12), st.integers(0, 100), st.integers(0, 999)),
    st.sampled_from([Advance(), Sign(), Renew(), Refer(), Hint()]),
    st.builds(Lose, st.sampled_from(LostReason)),
    st.builds(Serve, st.sampled_from(Service)),
)
CASES = ["found-card", "keen-employee", "junk", "second-person", "dismissed-supplier", "nobody"]


@given(st.lists(st.builds(Move, st.sampled_from(CASES), ACTIONS), max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_moves_whatever_keep_the_books_straight(pack: Pack, moves: list[Move]) -> None:
    """No exception; effort within the round's, never refunded; nothing cited that was not heard; no orphan:
    every pursuit belongs to a case that was converted; a refused move changes no case, undo brings back the
    very same one, and no line of a score leaves its limits.
    """
    state = beginning(case.id for case in pack.cases)
    for move in moves:
        after = apply(pack, state, move)
        assert after.spent + after.reserved <= pack.budget
        assert after.refusal is None or after.cases == state.cases
        for case_id, before in state.cases.items():
            now = after.cases[case_id]
            assert before.spent <= now.spent
            assert now.pursuit is None or (now.decided and now.decided.decision is Decision.CONVERT)
            assert {mark.sentence for mark in now.marks} - {None} <= set(heard(pack.case(case_id), now))
        if isinstance(move.action, Mark) and not after.refusal:
            assert apply(pack, after, Move(move.case, Undo())).cases == state.cases
        state = after
    assert state.spent == sum(case.spent for case in state.cases.values())
    for case in pack.cases:
        for definition in Definition if state.cases[case.id].decided else ():
            result = score(case, state.cases[case.id], definition)
            assert all(0 <= line.points <= line.maximum for line in result.lines)
            assert sum(line.maximum for line in result.lines) == 100


def test_no_action_passes_for_another() -> None:
    """Named tuples are equal when their fields are, whatever they are called."""
    actions = [
        *(Open(), Undo(), Advance(), Sign(), Renew(), Refer(), Hint()),
        *(Inquire(inquiry) for inquiry in Inquiry),
        *(Lose(reason) for reason in LostReason),
        *(Serve(service) for service in Service),
    ]
    assert len(set(actions)) == len(actions)
