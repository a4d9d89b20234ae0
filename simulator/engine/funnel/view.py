"""One attempt in one locale, as the templates see it."""

from dataclasses import dataclass
from functools import cached_property

from funnel import scoring
from funnel.attempts import order, replay
from funnel.coaching import Coaching
from funnel.definitions import judge
from funnel.links import article
from funnel.model import (
    NEW_OPPORTUNITY,
    Attempt,
    Case,
    Criterion,
    Decide,
    Definition,
    Finding,
    Inquiry,
    LostReason,
    Mode,
    Pack,
    Process,
    Sentence,
    Service,
)
from funnel.moves import DECISION_COST, cost
from funnel.pursuing import Pursuing
from funnel.round_view import Round
from funnel.rounds import score
from funnel.rules import CaseState, Said, State, heard
from funnel.starting import Offer, Starting
from funnel.wording import debrief, labels, play
from funnel.words import Words

_RECENT = 4
"""Exchanges that stay unfolded at the end of a long conversation."""


@dataclass(frozen=True)
class View:
    """An attempt in a locale; ``root`` leads to the locale's home."""

    pack: Pack
    attempt: Attempt
    state: State
    words: Words
    root: str
    offers: tuple[Offer, ...] = ()

    @property
    def case(self) -> Case:
        return self.pack.case(self.state.current)

    @property
    def here(self) -> CaseState:
        return self.state.here

    @property
    def is_decided(self) -> bool:
        return self.here.decided is not None

    @property
    def is_closed(self) -> bool:
        """Whether this case has come to its end; after a decision its opportunity may still be open."""
        return self.here.is_over

    @property
    def phase(self) -> str:
        """What the learner is at: judging the case, pursuing its opportunity, or reading what came of it."""
        return "debrief" if self.is_closed else "pursuit" if self.is_decided else "case"

    @cached_property
    def pursuing(self) -> Pursuing | None:
        """The opportunity that this contact became, if one was opened."""
        if self.here.pursuit is None:
            return None
        is_guided = self.attempt.mode is Mode.GUIDED
        return Pursuing(self.pack, self.case, self.here.pursuit, self.words, is_guided)

    @property
    def coaching(self) -> Coaching:
        """The coach beside this attempt."""
        return Coaching(self)

    @property
    def starting(self) -> Starting:
        """The terms of this round, and those of another."""
        return Starting(self, self.offers)

    @cached_property
    def order(self) -> tuple[str, ...]:
        return order(self.pack, self.attempt)

    @property
    def position(self) -> str:
        place, count = self.order.index(self.state.current) + 1, len(self.order)
        numbers = {"number": self.words.number(place), "count": self.words.number(count)}
        return self.words.play["position"] % numbers

    @property
    def effort_left(self) -> str:
        left = self.pack.budget - self.state.spent
        shown = self.words.number(left), self.words.number(self.pack.budget)
        return play.effort_left(self.words.t, left, *shown)

    @property
    def next_case(self) -> str | None:
        """The next contact that is still open, round the end of the order."""
        place = self.order.index(self.state.current)
        waiting = (*self.order[place + 1 :], *self.order[:place])
        return next((c for c in waiting if not self.state.cases[c].is_over), None)

    @property
    def is_over(self) -> bool:
        return all(case.is_over for case in self.state.cases.values())

    @property
    def code(self) -> str:
        """The result code of this attempt."""
        from funnel.codes import encode  # noqa: PLC0415 - wanted at the end of a round only

        return encode(self.pack, self.attempt)

    @cached_property
    def score(self) -> scoring.Score:
        return score(self.case, self.here, self.attempt.definition)

    @property
    def question_moves(self) -> tuple[tuple[Inquiry, str, str], ...]:
        names = self.words.inquiries
        return tuple((inquiry, names[inquiry], self.words.hours(cost(inquiry))) for inquiry in Inquiry)

    @property
    def closes_case(self) -> str:
        return self.words.play["closes_case"] % {"cost": self.words.hours(DECISION_COST)}

    @property
    def converts(self) -> str:
        return self.words.pursuit["converts"] % {"cost": self.words.hours(DECISION_COST)}

    def known(self, criteria: tuple[Criterion, ...]) -> str:
        findings = self.here.findings()
        count = sum(criterion in findings for criterion in criteria)
        numbers = {"known": self.words.number(count), "count": self.words.number(len(criteria))}
        return self.words.play["known"] % numbers

    def sentence(self, sentence_id: str) -> str:
        found = self.case.sentence(sentence_id)
        return found.text if found else ""

    @property
    def heard(self) -> tuple[str, ...]:
        """Sentences that can be cited, oldest first."""
        return heard(self.case, self.here)

    def cited(self, sentence_id: str) -> tuple[str, ...]:
        """The tags on a sentence: what the learner has cited it for."""
        return tuple(
            self.words.play["cited_for"] % self._pair(mark.criterion, mark.finding)
            for mark in self.here.findings().values()
            if mark.sentence == sentence_id
        )

    def _pair(self, criterion: Criterion, finding: Finding) -> dict[str, str]:
        return {"criterion": self.words.criteria[criterion], "finding": self.words.findings[finding]}

    def utterance(self, entry: Said) -> str:
        """What the learner said or did."""
        asked = entry.inquiry.criterion
        return self.pack.questions[asked] if asked else play.actions(self.words.t)[entry.inquiry]

    def remark(self, entry: Said) -> str:
        return play.remarks(self.words.t)[entry.remark] if entry.remark else ""

    @property
    def exchanges(self) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
        """The conversation: the folded older part, and the recent one."""
        return self.here.said[:-_RECENT], self.here.said[-_RECENT:]

    @property
    def telling(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What was heard that bears on a verdict, each sentence with the findings it shows."""
        grounds = {c for d in Definition for support in judge(d, self.case).supports for c in support}
        return tuple(
            (sentence.text, self._shown_by(sentence, grounds))
            for entry in self.here.said
            for sentence in map(self.case.sentence, entry.sentences)
            if sentence and (grounds & sentence.shows.keys() or entry.inquiry.criterion in grounds)
        )

    def _shown_by(self, sentence: Sentence, grounds: set[Criterion]) -> tuple[str, ...]:
        pairs = (self._pair(c, finding) for c, finding in sentence.shows.items() if c in grounds)
        return tuple(self.words.play["shows"] % pair for pair in pairs)

    @property
    def refusal(self) -> str:
        if self.state.refusal is None:
            return ""
        words = play.refusals(self.words.t)[self.state.refusal]
        return self.pursuing.refusal(self.state.refusal, words) if self.pursuing else words

    def decision_name(self, decide: Decide) -> str:
        """A decision in words, with its reason or opportunity."""
        name = self.words.decisions[decide.decision]
        detail = ""
        if decide.reason is not None:
            detail = self.words.reasons[decide.reason]
        elif decide.opportunity not in (None, NEW_OPPORTUNITY):
            names = {opportunity.id: opportunity.name for opportunity in self.pack.opportunities}
            detail = names.get(decide.opportunity or "", "")
        return self.words.debrief["with_detail"] % {"decision": name, "detail": detail} if detail else name

    def judged(self, definition: Definition) -> Decide:
        return judge(definition, self.case).decision

    def right(self, definition: Definition) -> str:
        return self.decision_name(self.judged(definition))

    @property
    def headline(self) -> str:
        return debrief.headlines(self.words.t)[self.score.lines[0].why]

    @property
    def role(self) -> str:
        return self.words.debrief["role"] % {"role": labels.roles(self.words.t)[self.case.contact.role]}

    @property
    def judges_role(self) -> bool:
        return Process.ROLE in self.case.process

    @property
    def score_parts(self) -> tuple[tuple[str, int, int, tuple[scoring.Line, ...]], ...]:
        names = debrief.parts(self.words.t)
        return tuple(
            (names[part], *self.score.part(part), tuple(x for x in self.score.lines if x.part is part))
            for part in scoring.Part
        )

    def points(self, points: int, maximum: int) -> str:
        numbers = {"points": self.words.number(points), "maximum": self.words.number(maximum)}
        return self.words.debrief["points"] % numbers

    def line(self, line: scoring.Line) -> str:
        """A line of the score in words."""
        values = {
            "criterion": self.words.criteria[line.criterion] if line.criterion else "",
            "quote": self.words.quote(self.sentence(line.sentence)) if line.sentence else "",
            "spent": self.words.hours(line.spent or 0),
            "cheapest": self.words.hours(line.cheapest or 0),
            "ending": self._ending(line.ending),
        }
        return debrief.whys(self.words.t)[line.why] % values

    def _ending(self, ending: LostReason | Service | None) -> str:
        if isinstance(ending, LostReason):
            return labels.lost_reasons(self.words.t)[ending]
        return labels.services(self.words.t)[ending] if ending else ""

    def link(self, line: scoring.Line) -> str:
        """Where the line's subject is explained."""
        return self.root + article(line)

    @cached_property
    def round(self) -> Round:
        """The round that this case is part of."""
        return Round(self)


def view(pack: Pack, attempt: Attempt, words: Words, root: str, offers: tuple[Offer, ...] = ()) -> View:
    """The view of an attempt.

    ``root`` is the relative URL of the locale's home, ending in a slash; ``offers`` are the packs to choose.
    """
    return View(pack, attempt, replay(pack, attempt), words, root, offers)
