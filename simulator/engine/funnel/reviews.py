"""What the coach says of a move once it is made: what it brought, and whether it was wise."""

from enum import StrEnum
from typing import NamedTuple

from funnel.coach import ASKED, Shown, advise, known, weighs
from funnel.definitions import judge
from funnel.model import (
    Advance,
    Case,
    Decide,
    Definition,
    Finding,
    Forecast,
    Inquire,
    Inquiry,
    Lose,
    Mark,
    Move,
    Pack,
    Refer,
    Renew,
    Sign,
    Undo,
)
from funnel.paths import is_settled
from funnel.pursuit import Pursuit
from funnel.rules import CaseState, Remark, State
from funnel.scoring import stands


class Past(StrEnum):
    """How a move turned out."""

    TOLD = "told"
    CLEARED = "cleared"
    IN_VAIN = "in-vain"
    NO_ANSWER = "no-answer"
    UNPREPARED = "unprepared"
    BESIDE = "beside"
    REPEATED = "repeated"
    NOT_REACHED = "not-reached"
    CITED = "cited"
    BARE = "bare"
    NOT_SHOWN = "not-shown"
    LEFT_OPEN = "left-open"
    TAKEN_BACK = "taken-back"
    KNOWING = "knowing"
    EARLY = "early"
    WORKED = "worked"
    RECORDED = "recorded"
    SIGNED = "signed"
    SIGNED_EARLY = "signed-early"
    SIGNED_UNRECORDED = "signed-unrecorded"
    DIAGNOSED = "diagnosed"
    GIVEN_UP = "given-up"
    KEPT = "kept"


_UNWISE = frozenset(
    {
        *(Past.UNPREPARED, Past.BESIDE, Past.REPEATED, Past.NOT_REACHED, Past.BARE, Past.NOT_SHOWN),
        *(Past.EARLY, Past.SIGNED_EARLY, Past.SIGNED_UNRECORDED, Past.GIVEN_UP),
    }
)

_REMARKS = {
    Remark.REPEATED: Past.REPEATED,
    Remark.NOT_REACHED: Past.NOT_REACHED,
    Remark.NO_ANSWER: Past.NO_ANSWER,
}


class Review(NamedTuple):
    """How a move turned out, and what it has newly shown that bears on a verdict."""

    past: Past
    shown: tuple[Shown, ...] = ()

    @property
    def is_wise(self) -> bool:
        """Whether a careful seller would have made the move."""
        return self.past not in _UNWISE


def review(pack: Pack, before: State, move: Move, definition: Definition, after: State) -> Review | None:
    """What is to be said of a move that was carried out; None where there is nothing."""
    case, earlier, later = pack.case(move.case), before.cases[move.case], after.cases[move.case]
    match move.action:
        case Inquire(inquiry):
            advice = advise(pack, before, definition)
            is_advised = advice is not None and advice.action == move.action
            return _inquired(case, earlier, later, definition, inquiry, is_advised=is_advised)
        case Mark() as mark:
            return Review(_marked(case, mark))
        case Undo():
            return Review(Past.TAKEN_BACK)
        case Decide():
            return Review(_decided(case, earlier, definition))
        case _:
            return _pursued(earlier.pursuit or Pursuit(), move)


def _inquired(
    case: Case,
    before: CaseState,
    after: CaseState,
    definition: Definition,
    inquiry: Inquiry,
    *,
    is_advised: bool,
) -> Review:
    remark = after.said[-1].remark
    if remark:
        return Review(_REMARKS[remark])
    earlier = known(case, before)
    new = [pair for pair in known(case, after).items() if pair[0] not in earlier]
    shown = tuple(pair for pair in new if weighs(definition, *pair) and pair[1] is not Finding.UNKNOWN)
    if inquiry not in (Inquiry.LOOK_UP, Inquiry.CHECK) and not before.made(Inquiry.LOOK_UP):
        return Review(Past.UNPREPARED, shown)
    if shown:
        return Review(Past.TOLD, shown)
    if inquiry.criterion in ASKED[definition] and (inquiry.criterion, Finding.UNKNOWN) in new:
        return Review(Past.IN_VAIN)
    return Review(Past.CLEARED if is_advised else Past.BESIDE)


def _marked(case: Case, mark: Mark) -> Past:
    if mark.finding is Finding.UNKNOWN:
        return Past.LEFT_OPEN
    if stands(case, mark):
        return Past.CITED
    return Past.BARE if mark.sentence is None else Past.NOT_SHOWN


def _decided(case: Case, before: CaseState, definition: Definition) -> Past:
    made = tuple(inquiry for inquiry in Inquiry if before.made(inquiry))
    settled = any(is_settled(case, made, support) for support in judge(definition, case).supports)
    return Past.KNOWING if settled else Past.EARLY


def _pursued(before: Pursuit, move: Move) -> Review | None:
    match move.action:
        case Advance():
            return Review(Past.WORKED)
        case Forecast():
            return Review(Past.RECORDED)
        case Sign():
            return Review(_signed(before))
        case Lose():
            return Review(Past.DIAGNOSED if before.signed or before.next_step is None else Past.GIVEN_UP)
        case Renew() | Refer():
            return Review(Past.KEPT)
        case _:
            return None


def _signed(before: Pursuit) -> Past:
    if before.next_step:
        return Past.SIGNED_EARLY
    return Past.SIGNED if before.forecast else Past.SIGNED_UNRECORDED
