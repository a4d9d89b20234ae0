"""What a learner reads of the coach: all of it when guided, a hint in practice, nothing in an assessment."""

from collections.abc import Callable
from copy import replace

import pytest
from funnel import rendering
from funnel.coach import Next
from funnel.model import (
    Action,
    Criterion,
    Decide,
    Decision,
    Definition,
    Finding,
    Hint,
    Inquire,
    Inquiry,
    Mark,
    Mode,
    Pack,
    Step,
)
from funnel.reviews import Past
from funnel.view import View, view
from funnel.wording import coach as wording

See = Callable[..., View]
LOOK_UP = Inquire(Inquiry.LOOK_UP)


@pytest.fixture
def guided(pack: Pack, see: See) -> Callable[..., View]:
    """The guided view of the pack's first case after those actions."""

    def seen(*actions: Action, definition: Definition = Definition.CRITERIA) -> View:
        shown = see(pack.cases[0].id, *actions)
        attempt = replace(shown.attempt, mode=Mode.GUIDED, definition=definition)
        return view(pack, attempt, shown.words, shown.root)

    return seen


def test_the_coach_says_what_is_known_what_is_not_and_what_is_next(guided: Callable[..., View]) -> None:
    html = rendering.regions(guided(LOOK_UP))["coach"]
    assert "Still unknown:" in html
    assert "Buying soon" in html
    assert "Next:" in html
    assert "Check our own records." in html


def test_the_coach_says_of_a_move_whether_it_was_wise(guided: Callable[..., View]) -> None:
    assert "sim-wise" in rendering.regions(guided(LOOK_UP))["coach"]
    assert "sim-unwise" in rendering.regions(guided(Inquire(Inquiry.CALL)))["coach"]


def test_only_in_guided_mode_evidence_is_tagged(guided: Callable[..., View], see: See) -> None:
    tag = "evidence for Fits what we look for: yes"
    assert tag in rendering.regions(guided(LOOK_UP))["conversation"]
    assert tag not in rendering.regions(see("found-card", LOOK_UP))["conversation"]


def test_a_sentence_to_be_cited_is_quoted_with_what_it_shows(guided: Callable[..., View]) -> None:
    html = rendering.regions(guided(LOOK_UP, definition=Definition.DEAL))["coach"]
    assert "mark it as Fits what we look for: yes" in html
    assert "cardboard boxes" in html


def test_when_it_is_time_to_decide_the_definition_speaks_and_no_verdict(guided: Callable[..., View]) -> None:
    mark = Mark(Criterion.FIT, Finding.YES, "look-up.1")
    asked = [LOOK_UP, Inquiry.CHECK, Inquiry.CALL, Inquiry.ASK_NEED, Inquiry.ASK_AFFORD]
    actions = [Inquire(step) if isinstance(step, Inquiry) else step for step in asked]
    shown = guided(*actions, mark, definition=Definition.DEAL)
    html = rendering.regions(shown)["coach"]
    assert "A lead is somebody about whom you know little" in html
    assert not any(name in html for name in shown.words.decisions.values())


def test_a_hint_is_offered_in_practice_and_shown_where_it_was_asked_for(see: See) -> None:
    before, after = (rendering.regions(see("found-card", *asked))["coach"] for asked in ((), (Hint(),)))
    assert "hint" in before
    assert "Look them up first." not in before
    assert "Look them up first." in after


def test_a_hint_goes_with_the_next_move(see: See) -> None:
    html = rendering.regions(see("found-card", Hint(), LOOK_UP))["coach"]
    assert "sim-hint" in html
    assert "Check our own records." not in html


def test_the_debrief_says_how_many_hints_were_used(see: See) -> None:
    nurtured = Decide(Decision.NURTURE)
    one, two = (see("found-card", *([Hint()] * count), nurtured).coaching.hints_used for count in (1, 2))
    assert one == "You asked for 1 hint."
    assert two == "You asked for 2 hints."
    assert see("found-card", nurtured).coaching.hints_used == ""


def test_every_step_inquiry_stage_and_review_has_words(see: See) -> None:
    t = see("found-card").words.t
    assert set(wording.steps(t)) == set(Next) - {Next.INQUIRE, Next.WORK}
    assert set(wording.inquiries(t)) == set(Inquiry)
    assert set(wording.stages(t)) == set(Step)
    assert set(wording.reviews(t)) == set(Past)
