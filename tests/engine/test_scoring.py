"""The score: fixed maxima, every line earned by evidence or a move."""

from collections.abc import Callable

import pytest
from funnel.model import (
    Action,
    Case,
    Criterion,
    Decide,
    Decision,
    Definition,
    Finding,
    Inquire,
    Inquiry,
    Mark,
    Pack,
    Reason,
)
from funnel.rules import CaseState
from funnel.scoring import Part, Score, Why, score

YES = Finding.YES
NURTURE = Decide(Decision.NURTURE)
CAREFUL = [
    *(
        Inquire(Inquiry(name))
        for name in ("look-up", "check", "ask-need", "ask-afford", "ask-market", "ask-authority")
    ),
    Mark(Criterion.NEED, YES, "ask-need.1"),
    Mark(Criterion.AFFORD, YES, "ask-afford.1"),
    Mark(Criterion.MARKET, YES, "ask-market.1"),
]


@pytest.fixture
def scored(pack: Pack, case_after: Callable[..., CaseState]) -> Callable[..., Score]:
    """The score by criteria of those actions on a case."""
    return lambda case_id, *actions: score(
        pack.case(case_id), case_after(case_id, *actions), Definition.CRITERIA
    )


def whys(result: Score, part: Part) -> list[Why]:
    return [line.why for line in result.lines if line.part is part]


def test_the_careful_learner_scores_a_hundred(scored: Callable[..., Score]) -> None:
    assert scored("keen-employee", *CAREFUL, Decide(Decision.QUALIFY)).total == 100


@pytest.mark.parametrize(
    "actions",
    [
        [NURTURE],
        [*CAREFUL, Decide(Decision.QUALIFY)],
        [Inquire(Inquiry.CHECK), Decide(Decision.DISQUALIFY, Reason.JUNK)],
    ],
    ids=["at once", "carefully", "wrongly"],
)
def test_the_maxima_are_the_same_however_early_one_leaves(
    actions: list[Action], scored: Callable[..., Score]
) -> None:
    result = scored("keen-employee", *actions)
    assert [result.part(part)[1] for part in Part] == [40, 30, 20, 10]


def test_a_right_guess_earns_little_and_says_so(scored: Callable[..., Score]) -> None:
    result = scored("keen-employee", Decide(Decision.QUALIFY))
    assert whys(result, Part.VERDICT) == [Why.GUESSED]
    assert result.total == 10


def test_a_wrong_decision_earns_no_verdict_and_no_effort(scored: Callable[..., Score]) -> None:
    result = scored("keen-employee", *CAREFUL, Decide(Decision.CONVERT, opportunity="new"))
    assert result.part(Part.VERDICT)[0] == 0
    assert whys(result, Part.EFFORT) == [Why.NO_SUPPORT]


def test_a_right_exit_for_the_wrong_reason_loses_the_detail(scored: Callable[..., Score]) -> None:
    result = scored("no-need", Inquire(Inquiry.ASK_NEED), Decide(Decision.DISQUALIFY, Reason.JUNK))
    assert result.part(Part.VERDICT) == (30, 40)
    assert whys(result, Part.VERDICT) == [Why.RIGHT, Why.DETAIL_WRONG]


def test_evidence_that_was_heard_and_not_cited_is_quoted(scored: Callable[..., Score]) -> None:
    result = scored("no-need", Inquire(Inquiry.ASK_NEED), Decide(Decision.DISQUALIFY, Reason.NO_NEED))
    line = next(line for line in result.lines if line.why is Why.NOT_CITED)
    assert (line.criterion, line.sentence, line.points) == (Criterion.NEED, "ask-need.1", 0)


def test_a_claim_without_a_sentence_costs_and_is_named(scored: Callable[..., Score]) -> None:
    """The main mistake that the simulator teaches people to stop making."""
    bare = Mark(Criterion.RELATION, YES, None)
    result = scored("keen-employee", *CAREFUL, bare, Decide(Decision.QUALIFY))
    assert Why.BARE_CLAIM in whys(result, Part.EVIDENCE)
    assert result.part(Part.EVIDENCE)[0] == 20 + 10 * 3 // 4


def test_a_sentence_that_shows_something_else_is_no_evidence(scored: Callable[..., Score]) -> None:
    wrong = Mark(Criterion.NEED, YES, "look-up.1")
    result = scored("keen-employee", Inquire(Inquiry.LOOK_UP), wrong, NURTURE)
    assert Why.OTHER_EVIDENCE in whys(result, Part.EVIDENCE)


def test_left_unknown_after_asking_counts_as_known(scored: Callable[..., Score]) -> None:
    asked = [Inquire(Inquiry.CALL), Inquire(Inquiry.ASK_MARKET)]
    assert Why.LEFT_UNKNOWN in whys(scored("found-card", *asked, NURTURE), Part.EVIDENCE)


def test_claiming_what_nobody_said_is_not_left_unknown(scored: Callable[..., Score]) -> None:
    claimed = Mark(Criterion.MARKET, Finding.NO, "ask-market.1")
    asked = [Inquire(Inquiry.CALL), Inquire(Inquiry.ASK_MARKET), claimed]
    assert Why.LEFT_UNKNOWN not in whys(scored("found-card", *asked, NURTURE), Part.EVIDENCE)


def test_looking_up_counts_only_before_getting_in_touch(scored: Callable[..., Score]) -> None:
    late = [Inquire(Inquiry.CALL), Inquire(Inquiry.LOOK_UP)]
    assert Why.NOT_LOOKED_UP in whys(scored("found-card", *late, NURTURE), Part.PROCESS)
    assert Why.LOOKED_UP in whys(scored("found-card", *reversed(late), NURTURE), Part.PROCESS)


def test_hours_beyond_the_cheapest_way_cost_a_little(scored: Callable[..., Score]) -> None:
    thrifty = scored("keen-employee", *CAREFUL, Decide(Decision.QUALIFY))
    costly = scored("keen-employee", Inquire(Inquiry.CALL), *CAREFUL, Decide(Decision.QUALIFY))
    assert thrifty.part(Part.EFFORT)[0] == 10
    assert 0 < costly.part(Part.EFFORT)[0] < 10


@pytest.mark.parametrize(
    "always",
    [
        Decide(Decision.QUALIFY),
        NURTURE,
        Decide(Decision.CONVERT, opportunity="new"),
        Decide(Decision.DISQUALIFY, Reason.NO_NEED),
    ],
    ids=lambda decide: str(decide.decision),
)
@pytest.mark.parametrize("definition", Definition)
def test_doing_always_the_same_after_asking_everything_never_passes(
    pack: Pack, definition: Definition, always: Decide, case_after: Callable[..., CaseState]
) -> None:
    """Below 60 of 100 on average, with everything asked that the hours allow and nothing cited."""
    asked = [Inquire(inquiry) for inquiry in Inquiry]

    def total(case: Case) -> int:
        return score(case, case_after(case.id, *asked, always), definition).total

    assert sum(map(total, pack.cases)) / len(pack.cases) < 60


def test_an_undecided_case_has_no_score(pack: Pack) -> None:
    with pytest.raises(ValueError, match="not decided"):
        score(pack.cases[0], CaseState(), Definition.CRITERIA)
