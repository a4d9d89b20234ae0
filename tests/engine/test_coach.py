"""The coach: advice that leads to a full score without a verdict being given away, and fair reviews."""

import json
from collections.abc import Callable
from copy import replace
from functools import cache

import pytest
from funnel.coach import Advice, Next, advise, weighs
from funnel.definitions import judge
from funnel.forecast import by_evidence
from funnel.model import (
    Action,
    Advance,
    Case,
    Conversation,
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
    Mark,
    Move,
    Pack,
    Serve,
    Sign,
    Undo,
)
from funnel.pack import load
from funnel.pursuit import Pursuit, facts, truth
from funnel.reviews import Past, Review, review
from funnel.rules import Remark, State, apply, beginning
from funnel.scoring import Part, score

from sitebuild import catalogs, packs

See = Callable[..., State]
AMPLE = 1_000
LOOK_UP, CHECK = Inquire(Inquiry.LOOK_UP), Inquire(Inquiry.CHECK)
NEW = Decide(Decision.CONVERT, opportunity="new")


@cache
def whole(name: str) -> Pack:
    """A pack with hours for everything, so that what is tested is the advice."""
    return load(json.loads(catalogs.setup("en", name))["pack"])


def ample(name: str) -> Pack:
    return replace(whole(name), budget=AMPLE)


CASES = [(name, case.id) for name in packs.names() for case in whole(name).cases]


def untold(pack: Pack) -> Pack:
    """The pack as the coach may see it: nobody has written any verdict down."""
    return replace(pack, cases=tuple(replace(case, verdicts={}) for case in pack.cases))


def own_judgement(case: Case, state: State, definition: Definition, step: Next) -> Action:
    """What the coach leaves to the learner, done well."""
    pursuit = state.here.pursuit or Pursuit()
    match step:
        case Next.DECIDE:
            return judge(definition, case).decision
        case Next.DIAGNOSE:
            return Lose(truth(case))
        case Next.RECORD | Next.RECORD_AGAIN:
            assert case.deal
            return Forecast(case.deal.amount, by_evidence(facts(case.deal, pursuit)), case.deal.days)
        case Next.SERVE:
            assert case.deal
            assert case.deal.gain
            return Serve(case.deal.gain.service)
        case _:
            raise AssertionError(f"{step} leaves nothing to judge")


def followed(case: Case, state: State, definition: Definition, advice: Advice) -> Action:
    """The advised move, or where there is none the learner's own."""
    if advice.action is None:
        return own_judgement(case, state, definition, advice.step)
    return advice.action


def led(pack: Pack, case: Case, definition: Definition, seed: int = 0) -> tuple[State, list[Next]]:
    """The state in which blind trust in the coach ends, and the steps that led there."""
    state, steps = beginning([case.id], seed), []
    while advice := advise(untold(pack), state, definition):
        steps.append(advice.step)
        action = followed(case, state, definition, advice)
        state = apply(pack, state, Move(case.id, action))
        assert state.refusal is None, (advice, state.refusal)
        assert len(steps) < 60
    return state, steps


@pytest.mark.parametrize("definition", Definition)
@pytest.mark.parametrize(("name", "case_id"), CASES, ids=[f"{name}-{case}" for name, case in CASES])
def test_whoever_trusts_the_coach_blindly_is_right_on_evidence_and_by_good_practice(
    name: str, case_id: str, definition: Definition
) -> None:
    """Effort aside: the coach would rather ask once too often than give the verdict away."""
    pack = ample(name)
    case = pack.case(case_id)
    state, _ = led(pack, case, definition)
    result = score(case, state.here, definition)
    for part in (Part.VERDICT, Part.EVIDENCE, Part.PROCESS):
        points, maximum = result.part(part)
        assert points == maximum, [line for line in result.lines if line.points < line.maximum]


@pytest.mark.parametrize("definition", Definition)
@pytest.mark.parametrize(("name", "case_id"), CASES, ids=[f"{name}-{case}" for name, case in CASES])
def test_no_advised_move_costs_hours_in_vain(name: str, case_id: str, definition: Definition) -> None:
    pack = ample(name)
    state, _ = led(pack, pack.case(case_id), definition)
    made = [said.inquiry for said in state.here.said]
    assert len(made) == len(set(made))
    assert not any(said.remark in (Remark.REPEATED, Remark.NOT_REACHED) for said in state.here.said)


@pytest.mark.parametrize("definition", Definition)
@pytest.mark.parametrize(("name", "case_id"), CASES, ids=[f"{name}-{case}" for name, case in CASES])
def test_the_coach_never_takes_a_decision(name: str, case_id: str, definition: Definition) -> None:
    """Deciding, forecasting and diagnosing are named and left to the learner."""
    pack = ample(name)
    case = pack.case(case_id)
    state = beginning([case_id])
    while advice := advise(pack, state, definition):
        assert not isinstance(advice.action, Decide | Forecast | Lose | Serve)
        action = followed(case, state, definition, advice)
        state = apply(pack, state, Move(case_id, action))


@pytest.fixture
def ahead(pack: Pack) -> Callable[..., tuple[Next, Action | None]]:
    """The coach's step after those actions on a case."""

    def advised(
        case_id: str, *actions: Action, budget: int = AMPLE, definition: Definition = Definition.CRITERIA
    ) -> tuple[Next, Action | None]:
        rich = replace(pack, budget=budget)
        state = beginning([case_id])
        for action in actions:
            state = apply(rich, state, Move(case_id, action))
        advice = advise(rich, state, definition)
        assert advice
        return advice.step, advice.action

    return advised


Ahead = Callable[..., tuple[Next, Action | None]]


def test_the_first_step_is_to_look_them_up_and_the_second_to_check_the_records(ahead: Ahead) -> None:
    assert ahead("bought-list") == (Next.INQUIRE, LOOK_UP)
    assert ahead("bought-list", LOOK_UP) == (Next.INQUIRE, CHECK)


def test_a_sentence_that_counts_is_to_be_cited_before_anything_else(ahead: Ahead) -> None:
    step, action = ahead("rfp", LOOK_UP, definition=Definition.INITIATIVE)
    assert step is Next.CITE
    assert isinstance(action, Mark)
    assert weighs(Definition.INITIATIVE, action.criterion, action.finding)


def test_a_claim_that_nothing_shows_is_to_be_withdrawn(ahead: Ahead) -> None:
    bare = Mark(Criterion.NEED, Finding.YES, None)
    assert ahead("bought-list", bare) == (Next.WITHDRAW, Mark(Criterion.NEED, Finding.UNKNOWN, None))


def test_before_a_question_comes_a_word_with_the_contact(ahead: Ahead) -> None:
    assert ahead("bought-list", LOOK_UP, CHECK, definition=Definition.CRITERIA) == (
        Next.INQUIRE,
        Inquire(Inquiry.CALL),
    )


def test_where_the_hours_run_out_the_coach_says_so_and_asks_for_a_decision(ahead: Ahead) -> None:
    assert ahead("bought-list", LOOK_UP, CHECK, budget=3) == (Next.NO_HOURS, None)


def test_a_contact_who_never_answers_is_not_asked_anything(pack: Pack) -> None:
    silent = next(case for case in pack.cases if case.conversation is Conversation.NEVER)
    _, steps = led(replace(pack, budget=AMPLE), silent, Definition.CRITERIA)
    assert Next.DECIDE in steps


def test_an_opportunity_is_recorded_after_its_first_stage_and_signed_after_its_last(pack: Pack) -> None:
    rich = replace(pack, budget=AMPLE)
    case = next(c for c in rich.cases if judge(Definition.CRITERIA, c).decision == NEW)
    _, steps = led(rich, case, Definition.CRITERIA)
    pursued = [step for step in steps[steps.index(Next.DECIDE) + 1 :] if step is not Next.RECORD_AGAIN]
    assert pursued[:5] == [Next.WORK, Next.RECORD, Next.WORK, Next.WORK, Next.SIGN]


def test_an_opportunity_with_nothing_behind_it_is_to_be_closed(ahead: Ahead, pack: Pack) -> None:
    hollow = next(case for case in pack.cases if case.deal is None)
    assert ahead(hollow.id, NEW, Advance())[0] is Next.NOTHING_BEHIND


def test_a_forecast_that_no_longer_fits_is_to_be_recorded_anew(pack: Pack) -> None:
    rich = replace(pack, budget=AMPLE)
    case = next(c for c in rich.cases if c.deal)
    state = beginning([case.id])
    for action in (NEW, Advance(), Advance(), Advance(), Forecast(1, 0, 1)):
        state = apply(rich, state, Move(case.id, action))
    advice = advise(rich, state, Definition.CRITERIA)
    assert advice
    assert advice.step is Next.RECORD_AGAIN


def test_nothing_is_advised_once_a_case_is_over(pack: Pack) -> None:
    state = apply(pack, beginning(["rfp"]), Move("rfp", Decide(Decision.NURTURE)))
    assert advise(pack, state, Definition.CRITERIA) is None


@pytest.fixture
def reviewed(pack: Pack) -> Callable[..., Review]:
    """What is said of the last of those actions."""

    def said(case_id: str, *actions: Action, definition: Definition = Definition.CRITERIA) -> Review:
        rich = replace(pack, budget=AMPLE)
        before = after = beginning([case_id], hints_given=True)
        for action in actions:
            before, after = after, apply(rich, after, Move(case_id, action))
        assert after.refusal is None
        found = review(rich, before, Move(case_id, actions[-1]), definition, after)
        assert found
        return found

    return said


ASK = {inquiry: Inquire(inquiry) for inquiry in Inquiry}
CALL, NEED, TERMS = ASK[Inquiry.CALL], ASK[Inquiry.ASK_NEED], ASK[Inquiry.ASK_TERMS]


@pytest.mark.parametrize(
    ("actions", "past", "is_wise"),
    [
        ((LOOK_UP,), Past.CLEARED, True),
        ((LOOK_UP, CHECK), Past.CLEARED, True),
        ((CALL,), Past.UNPREPARED, False),
        ((LOOK_UP, CALL, NEED), Past.TOLD, True),
        ((LOOK_UP, NEED), Past.NOT_REACHED, False),
        ((LOOK_UP, LOOK_UP), Past.REPEATED, False),
        ((LOOK_UP, CALL, TERMS), Past.BESIDE, False),
        ((Mark(Criterion.RELATION, Finding.NO, "source.1"),), Past.CITED, True),
        ((Mark(Criterion.NEED, Finding.YES, "source.1"),), Past.NOT_SHOWN, False),
        ((Mark(Criterion.NEED, Finding.YES, None),), Past.BARE, False),
        ((Mark(Criterion.NEED, Finding.UNKNOWN, None),), Past.LEFT_OPEN, True),
        ((Mark(Criterion.NEED, Finding.YES, None), Undo()), Past.TAKEN_BACK, True),
        ((Decide(Decision.QUALIFY),), Past.EARLY, False),
        ((NEW, Sign()), Past.SIGNED_EARLY, False),
        ((NEW, Advance()), Past.WORKED, True),
        ((NEW, Advance(), Advance(), Advance(), Sign()), Past.SIGNED_UNRECORDED, False),
        ((NEW, Advance(), Advance(), Advance(), Forecast(1, 5, 1), Sign()), Past.SIGNED, True),
    ],
    ids=lambda value: str(value) if isinstance(value, Past) else "",
)
def test_a_move_is_told_for_what_it_was(
    actions: tuple[Action, ...], past: Past, is_wise: bool, reviewed: Callable[..., Review]
) -> None:
    found = reviewed("bought-list", *actions)
    assert (found.past, found.is_wise) == (past, is_wise)


def test_asking_in_vain_is_no_mistake_where_the_definition_wants_to_know(
    reviewed: Callable[..., Review],
) -> None:
    assert reviewed("found-card", LOOK_UP, CALL, NEED).past is Past.IN_VAIN


def test_a_review_names_what_was_newly_shown(reviewed: Callable[..., Review]) -> None:
    assert reviewed("bought-list", LOOK_UP, CALL, NEED).shown == ((Criterion.NEED, Finding.YES),)


def test_a_decision_on_enough_is_told_from_a_guess_whatever_it_is(reviewed: Callable[..., Review]) -> None:
    asked = [LOOK_UP, CALL, *(ASK[Inquiry(f"ask-{c}")] for c in ("need", "afford", "market"))]
    assert reviewed("bought-list", *asked, Decide(Decision.NURTURE)).past is Past.KNOWING


def test_a_hint_costs_no_hours_changes_nothing_and_is_counted(play: See) -> None:
    before, after = play("rfp", LOOK_UP), play("rfp", LOOK_UP, Hint(), Hint())
    assert after.spent == before.spent
    assert after.cases["rfp"] == before.cases["rfp"]._replace(hints=2)


def test_an_assessment_gives_no_hints(pack: Pack) -> None:
    state = apply(pack, beginning(["rfp"], hints_given=False), Move("rfp", Hint()))
    assert state.refusal == "no-hints"
    assert state.cases["rfp"].hints == 0


@pytest.mark.parametrize("name", packs.names())
def test_a_blind_follower_earns_full_points_for_lost_deals_and_won_ones_alike(name: str) -> None:
    pack = ample(name)
    for case in pack.cases:
        rules = [definition for definition in Definition if judge(definition, case).decision == NEW]
        for definition, seed in ((definition, seed) for definition in rules[:1] for seed in range(1, 12)):
            state, _ = led(pack, case, definition, seed)
            assert score(case, state.here, definition).part(Part.VERDICT) == (40, 40)
