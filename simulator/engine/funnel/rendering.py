"""State becomes HTML, region by region, from the templates beside this module.

The build renders the first contact with it, and Pyodide every step after: one source for both.
Everything is autoescaped; texts of a pack are data, never markup.
"""

from dataclasses import dataclass
from functools import cached_property
from gettext import NullTranslations

from jinja2 import ChoiceLoader, Environment, ModuleLoader, PackageLoader, StrictUndefined

from funnel import scoring
from funnel.attempts import order, replay
from funnel.definitions import judge
from funnel.formats import Locale, number
from funnel.links import article
from funnel.model import (
    NEW_OPPORTUNITY,
    Attempt,
    Case,
    Criterion,
    Decide,
    Decision,
    Definition,
    Finding,
    Inquiry,
    Pack,
    Process,
    Reason,
    Sentence,
    Stage,
)
from funnel.moves import DECISION_COST, cost
from funnel.rules import CaseState, Said, State, heard
from funnel.wording import debrief, labels, page, play

REGIONS = ("thread", "contact", "conversation", "moves", "debrief", "forms")
"""The parts of the page that change on their own; each is one template."""

_RECENT = 4
"""Exchanges that stay unfolded at the end of a long conversation."""

_COMPILED = __file__.rpartition("/")[0] + "/compiled"
"""Where the build ships the templates as bytecode, so that no phone has to compile them."""

_ENVIRONMENT = Environment(
    loader=ChoiceLoader([ModuleLoader(_COMPILED), PackageLoader("funnel")]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True)
class Words:
    """All words of a locale, ready for templates."""

    t: NullTranslations
    locale: Locale

    @cached_property
    def criteria(self) -> dict[Criterion, str]:
        return labels.criteria(self.t)

    @cached_property
    def groups(self) -> tuple[tuple[str, tuple[Criterion, ...]], ...]:
        return labels.groups(self.t)

    @cached_property
    def findings(self) -> dict[Finding, str]:
        return labels.findings(self.t)

    @cached_property
    def inquiries(self) -> dict[Inquiry, str]:
        return labels.inquiries(self.t)

    @cached_property
    def decisions(self) -> dict[Decision, str]:
        return labels.decisions(self.t)

    @cached_property
    def reasons(self) -> dict[Reason, str]:
        return labels.reasons(self.t)

    @cached_property
    def stages(self) -> dict[Stage, str]:
        return labels.stages(self.t)

    @cached_property
    def definitions(self) -> dict[Definition, str]:
        return labels.definitions(self.t)

    @cached_property
    def play(self) -> dict[str, str]:
        return play.texts(self.t)

    @cached_property
    def debrief(self) -> dict[str, str]:
        return debrief.texts(self.t)

    @cached_property
    def page(self) -> dict[str, str]:
        return page.states(self.t)

    def number(self, value: int) -> str:
        return number(value, self.locale)

    def hours(self, count: int) -> str:
        return play.hours(self.t, count, self.number(count))

    def quote(self, sentence: str) -> str:
        return self.debrief["quote"] % {"sentence": sentence}


@dataclass(frozen=True)
class View:
    """One attempt in one locale, as the templates see it; ``root`` leads to the locale's home."""

    pack: Pack
    attempt: Attempt
    state: State
    words: Words
    root: str

    @property
    def case(self) -> Case:
        return self.pack.case(self.state.current)

    @property
    def here(self) -> CaseState:
        return self.state.here

    @property
    def is_decided(self) -> bool:
        return self.here.decided is not None

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
        left = self.pack.budget - self.here.spent
        shown = self.words.number(left), self.words.number(self.pack.budget)
        return play.effort_left(self.words.t, left, *shown)

    @property
    def next_case(self) -> str | None:
        """The next contact that is still open, round the end of the order."""
        place = self.order.index(self.state.current)
        waiting = (*self.order[place + 1 :], *self.order[:place])
        return next((c for c in waiting if self.state.cases[c].decided is None), None)

    @property
    def is_over(self) -> bool:
        return all(case.decided is not None for case in self.state.cases.values())

    @cached_property
    def score(self) -> scoring.Score:
        return scoring.score(self.case, self.here, self.attempt.definition)

    @property
    def question_moves(self) -> tuple[tuple[Inquiry, str, str], ...]:
        names = self.words.inquiries
        return tuple((inquiry, names[inquiry], self.words.hours(cost(inquiry))) for inquiry in Inquiry)

    @property
    def closes_case(self) -> str:
        return self.words.play["closes_case"] % {"cost": self.words.hours(DECISION_COST)}

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
        return play.refusals(self.words.t)[self.state.refusal] if self.state.refusal else ""

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
        }
        return debrief.whys(self.words.t)[line.why] % values

    def link(self, line: scoring.Line) -> str:
        """Where the line's subject is explained."""
        return self.root + article(line)

    @property
    def results(self) -> tuple[tuple[Case, str, int], ...]:
        """Every decided contact with the decision and the score, in order."""
        decided = ((self.pack.case(c), self.state.cases[c]) for c in self.order)
        return tuple(
            (case, self.decision_name(state.decided), self._total(case, state))
            for case, state in decided
            if state.decided is not None
        )

    def _total(self, case: Case, state: CaseState) -> int:
        return scoring.score(case, state, self.attempt.definition).total

    @property
    def average(self) -> int:
        totals = [total for _, _, total in self.results]
        return round(sum(totals) / len(totals))


def view(pack: Pack, attempt: Attempt, words: Words, root: str) -> View:
    """The view of an attempt; ``root`` is the relative URL of the locale's home, ending in a slash."""
    return View(pack, attempt, replay(pack, attempt), words, root)


def regions(shown: View) -> dict[str, str]:
    """The HTML of every region by its name."""
    return {name: _render(f"{name}.html", shown) for name in REGIONS}


def simulator(shown: View, **attributes: str) -> str:
    """The whole simulator as the page first holds it; ``attributes`` become data-… on the element."""
    return _render("simulator.html", shown, regions=regions(shown), attributes=attributes)


def decision(shown: View) -> str:
    """One decision for an article: the contact, what is known, and each answer with its outcome."""
    return _render(
        "decision.html", shown, NEW=NEW_OPPORTUNITY, judgement=judge(shown.attempt.definition, shown.case)
    )


def _render(template: str, shown: View, **extra: object) -> str:
    return _ENVIRONMENT.get_template(template).render(
        view=shown,
        case=shown.case,
        words=shown.words,
        text=shown.words.play,
        debrief=shown.words.debrief,
        Decision=Decision,
        Definition=Definition,
        Finding=Finding,
        **extra,
    )
