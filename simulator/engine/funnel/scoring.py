"""The score of a decided case, line by line, with maxima that are fixed before play.

Verdict 40 · evidence 30 · process 20 · effort 10. Each line names what earned or cost it.
Where the right decision opens an opportunity, a part of verdict and process is for pursuing it.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from funnel.definitions import Judgement, Support, judge
from funnel.model import (
    Case,
    Criterion,
    Definition,
    Finding,
    Inquiry,
    LostReason,
    Mark,
    Process,
    Refer,
    Renew,
    Service,
)
from funnel.moves import COSTS
from funnel.paths import cheapest, is_pursued, is_settled, role_is_known
from funnel.pursuit import Pursuit, truth
from funnel.rules import CaseState, Remark, heard

VERDICT, EVIDENCE, PROCESS, EFFORT = 40, 30, 20, 10
RECALL, PRECISION = 20, 10
GUESS = 10
"""What a right decision earns that nothing heard so far supports."""
DETAIL = 10
"""The part of the verdict that a right reason, or the right opportunity, earns."""
PURSUED_GUESS, PURSUED_DETAIL, ENDING = 5, 5, 15
"""The same, where an opportunity follows; and the part that seeing it to its end earns."""
TOLERANCE = 10
"""An amount on record may be off by one part in so many."""

_CONTACTING = frozenset(Inquiry) - {Inquiry.LOOK_UP, Inquiry.CHECK}


class Part(StrEnum):
    """The four parts of a score."""

    VERDICT = "verdict"
    EVIDENCE = "evidence"
    PROCESS = "process"
    EFFORT = "effort"


class Why(StrEnum):
    """What a line of the score says."""

    RIGHT = "right"
    GUESSED = "guessed"
    WRONG = "wrong"
    DETAIL_RIGHT = "detail-right"
    DETAIL_WRONG = "detail-wrong"
    CITED = "cited"
    NOT_CITED = "not-cited"
    NOT_FOUND = "not-found"
    LEFT_UNKNOWN = "left-unknown"
    ALL_STAND = "all-stand"
    SOME_FALL = "some-fall"
    NOTHING_CLAIMED = "nothing-claimed"
    BARE_CLAIM = "bare-claim"
    OTHER_EVIDENCE = "other-evidence"
    LOOKED_UP = "looked-up"
    NOT_LOOKED_UP = "not-looked-up"
    CHECKED = "checked"
    NOT_CHECKED = "not-checked"
    ROLE_KNOWN = "role-known"
    ROLE_UNKNOWN = "role-unknown"
    WORKED = "worked"
    NOT_WORKED = "not-worked"
    RECORDED = "recorded"
    NOT_RECORDED = "not-recorded"
    DIAGNOSED = "diagnosed"
    MISDIAGNOSED = "misdiagnosed"
    PROFILED = "profiled"
    MISPROFILED = "misprofiled"
    UNFINISHED = "unfinished"
    THRIFTY = "thrifty"
    COSTLY = "costly"
    NO_SUPPORT = "no-support"


class Line(NamedTuple):
    """One line of the score; a line with maximum 0 only explains."""

    part: Part
    why: Why
    points: int
    maximum: int
    criterion: Criterion | None = None
    sentence: str | None = None
    spent: int | None = None
    cheapest: int | None = None
    ending: LostReason | Service | None = None


class Score(NamedTuple):
    """The score of one case; its maximum is always 100."""

    lines: tuple[Line, ...]

    @property
    def total(self) -> int:
        """Points out of 100."""
        return sum(line.points for line in self.lines)

    def part(self, part: Part) -> tuple[int, int]:
        """Points and maximum of one part."""
        lines = [line for line in self.lines if line.part is part]
        return sum(line.points for line in lines), sum(line.maximum for line in lines)


def score(case: Case, state: CaseState, definition: Definition) -> Score:
    """The score of a case that has been decided; ValueError if it has not."""
    if state.decided is None:
        raise ValueError(f"case {case.id!r} is not decided yet")
    judgement = judge(definition, case)
    made = tuple(said.inquiry for said in state.said if said.remark in (None, Remark.NO_ANSWER))
    support = max(judgement.supports, key=lambda support: _evidence_points(case, state, support))
    justified = any(is_settled(case, made, support) for support in judgement.supports)
    right = state.decided.decision is judgement.decision.decision
    return Score(
        (
            *_verdict(case, state, judgement, justified=justified),
            *_evidence(case, state, support),
            *_process(case, state, made, judgement),
            _effort(case, state, judgement, earned=right and justified),
        )
    )


def stands(case: Case, mark: Mark) -> bool:
    """Whether a claim is true and its sentence shows it."""
    cited = None if mark.sentence is None else case.sentence(mark.sentence)
    return (
        cited is not None
        and cited.shows.get(mark.criterion) is mark.finding
        and case.finding(mark.criterion) is mark.finding
    )


def _verdict(case: Case, state: CaseState, judgement: Judgement, *, justified: bool) -> Iterator[Line]:
    decided, wanted = state.decided, judgement.decision
    assert decided is not None
    pursued = is_pursued(case, judgement)
    has_detail = wanted.reason is not None or wanted.opportunity is not None
    detail = 0 if not has_detail else PURSUED_DETAIL if pursued else DETAIL
    maximum = VERDICT - detail - (ENDING if pursued else 0)
    right = decided.decision is wanted.decision
    why = Why.WRONG if not right else Why.RIGHT if justified else Why.GUESSED
    guess = PURSUED_GUESS if pursued else GUESS
    yield Line(Part.VERDICT, why, {Why.RIGHT: maximum, Why.GUESSED: guess, Why.WRONG: 0}[why], maximum)
    if has_detail:
        earned = decided == wanted and justified
        said = Why.DETAIL_RIGHT if earned else Why.DETAIL_WRONG
        yield Line(Part.VERDICT, said, detail if earned else 0, detail)
    if pursued:
        yield _ending(case, state.pursuit or Pursuit())


def _ending(case: Case, pursuit: Pursuit) -> Line:
    """A lost deal is judged by the learner's diagnosis, a won one by the customer's service profile."""
    ended = _ended(case, pursuit)
    why, wanted = ended or (Why.UNFINISHED, None)
    points = ENDING if why in (Why.PROFILED, Why.DIAGNOSED) else 0
    return Line(Part.VERDICT, why, points, ENDING, ending=wanted)


def _ended(case: Case, pursuit: Pursuit) -> tuple[Why, LostReason | Service] | None:
    if pursuit.service and case.deal and case.deal.gain:
        service = case.deal.gain.service
        return (Why.PROFILED if pursuit.service is service else Why.MISPROFILED), service
    if pursuit.diagnosis and case.deal and case.deal.loss:
        reason = truth(case)
        return (Why.DIAGNOSED if pursuit.diagnosis is reason else Why.MISDIAGNOSED), reason
    return None


def _shares(total: int, count: int) -> list[int]:
    """``total`` in ``count`` whole parts, as even as can be, larger parts first."""
    return [total // count + (1 if i < total % count else 0) for i in range(count)]


def _evidence(case: Case, state: CaseState, support: Support) -> Iterator[Line]:
    wanted = sorted(support, key=list(Criterion).index)
    for criterion, share in zip(wanted, _shares(RECALL, len(wanted)), strict=True):
        why, sentence = _recalled(case, state, criterion)
        earned = share if why in (Why.CITED, Why.LEFT_UNKNOWN) else 0
        yield Line(Part.EVIDENCE, why, earned, share, criterion, sentence)
    yield from _precision(case, state, support)


def _recalled(case: Case, state: CaseState, criterion: Criterion) -> tuple[Why, str | None]:
    mark = state.findings().get(criterion)
    if case.finding(criterion) is Finding.UNKNOWN:
        asked = any(said.inquiry.criterion is criterion and not said.remark for said in state.said)
        return (Why.LEFT_UNKNOWN if asked and mark is None else Why.NOT_FOUND), None
    if mark is not None and stands(case, mark):
        return Why.CITED, mark.sentence
    showing = [s for s in heard(case, state) if _shows(case, s, criterion)]
    return (Why.NOT_CITED, showing[0]) if showing else (Why.NOT_FOUND, None)


def _shows(case: Case, sentence_id: str, criterion: Criterion) -> bool:
    sentence = case.sentence(sentence_id)
    return sentence is not None and sentence.shows.get(criterion) is case.finding(criterion)


def _precision(case: Case, state: CaseState, support: Support) -> Iterator[Line]:
    claims = state.findings().values()
    fallen = [mark for mark in claims if not stands(case, mark)]
    if not claims:
        needless = all(case.finding(c) is Finding.UNKNOWN for c in support)
        settled = needless and _evidence_is_asked(state, support)
        why = Why.ALL_STAND if settled else Why.NOTHING_CLAIMED
        yield Line(Part.EVIDENCE, why, PRECISION if settled else 0, PRECISION)
        return
    points = PRECISION * (len(claims) - len(fallen)) // len(claims)
    yield Line(Part.EVIDENCE, Why.SOME_FALL if fallen else Why.ALL_STAND, points, PRECISION)
    for mark in fallen:
        why = Why.BARE_CLAIM if mark.sentence is None else Why.OTHER_EVIDENCE
        yield Line(Part.EVIDENCE, why, 0, 0, mark.criterion, mark.sentence)


def _evidence_is_asked(state: CaseState, support: Support) -> bool:
    asked = {said.inquiry.criterion for said in state.said if not said.remark}
    return support <= asked


def _evidence_points(case: Case, state: CaseState, support: Support) -> int:
    return sum(line.points for line in _evidence(case, state, support))


def _process(case: Case, state: CaseState, made: tuple[Inquiry, ...], judgement: Judgement) -> Iterator[Line]:
    pursuit = state.pursuit or Pursuit()
    lines = {
        Process.STEPS: (pursuit.next_step is None, Why.WORKED, Why.NOT_WORKED),
        Process.FORECAST: (_is_recorded(case, pursuit), Why.RECORDED, Why.NOT_RECORDED),
        Process.LOOK_UP: (_looked_up_first(made), Why.LOOKED_UP, Why.NOT_LOOKED_UP),
        Process.CHECK: (Inquiry.CHECK in made, Why.CHECKED, Why.NOT_CHECKED),
        Process.ROLE: (role_is_known(case, made), Why.ROLE_KNOWN, Why.ROLE_UNKNOWN),
    }
    steps = (*case.process, *((Process.STEPS, Process.FORECAST) if is_pursued(case, judgement) else ()))
    for step, share in zip(steps, _shares(PROCESS, len(steps)), strict=True):
        done, praise, blame = lines[step]
        yield Line(Part.PROCESS, praise if done else blame, share if done else 0, share)


def _looked_up_first(made: tuple[Inquiry, ...]) -> bool:
    if Inquiry.LOOK_UP not in made:
        return False
    before = made[: made.index(Inquiry.LOOK_UP)]
    return not _CONTACTING.intersection(before)


def _is_recorded(case: Case, pursuit: Pursuit) -> bool:
    """Whether there was a record when the customer answered, and its amount about right."""
    if pursuit.forecast is None or case.deal is None:
        return False
    return abs(pursuit.forecast.amount - case.deal.amount) * TOLERANCE <= case.deal.amount


def _effort(case: Case, state: CaseState, judgement: Judgement, *, earned: bool) -> Line:
    spent = state.spent - _after_the_sale(state.pursuit or Pursuit())
    if not earned:
        return Line(Part.EFFORT, Why.NO_SUPPORT, 0, EFFORT, spent=spent)
    least, _ = cheapest(case, judgement)
    points = min(EFFORT, EFFORT * least // spent)
    why = Why.THRIFTY if points == EFFORT else Why.COSTLY
    return Line(Part.EFFORT, why, points, EFFORT, spent=spent, cheapest=least)


def _after_the_sale(pursuit: Pursuit) -> int:
    """Hours for the customer's sake, which never cost points."""
    return COSTS[Renew] * pursuit.renewed + COSTS[Refer] * pursuit.referred
