"""What the templates see of the coach: guidance, hints in practice, silence in an assessment."""

from typing import TYPE_CHECKING, NamedTuple

from funnel.attempts import replay
from funnel.coach import ASKED, Advice, Next, Shown, advise, known, weighs
from funnel.model import Criterion, Finding, Hint, Inquire, Mark, Mode
from funnel.reviews import Past, Review, review
from funnel.wording import coach as wording
from funnel.wording import start

if TYPE_CHECKING:
    from funnel.view import View


class Coaching(NamedTuple):
    """The coach beside one attempt."""

    view: "View"

    @property
    def text(self) -> dict[str, str]:
        return wording.texts(self.view.words.t)

    @property
    def is_guided(self) -> bool:
        return self.view.attempt.mode is Mode.GUIDED

    @property
    def is_silent(self) -> bool:
        """Whether nothing may be said yet of how a case was judged."""
        return self.view.attempt.mode is Mode.ASSESSMENT and not self.view.is_over

    @property
    def gives_hints(self) -> bool:
        return self.view.attempt.mode is Mode.PRACTICE and not self.view.is_closed

    @property
    def hint(self) -> str:
        """What the learner has just asked for."""
        moves = self.view.attempt.moves
        asked = bool(moves) and isinstance(moves[-1].action, Hint) and moves[-1].case == self.view.case.id
        return self.advice if asked else ""

    @property
    def hints_used(self) -> str:
        """How many hints were asked for, once the case is closed."""
        count = self.view.here.hints
        if not count or not self.view.is_closed or self.is_silent:
            return ""
        return wording.hints(self.view.words.t, count, self.view.words.number(count))

    @property
    def advice(self) -> str:
        """The next wise step and why, in words; empty when the case is closed."""
        advice = advise(self.view.pack, self.view.state, self.view.attempt.definition)
        return self._words(advice) if advice else ""

    def _words(self, advice: Advice) -> str:
        t, words, action = self.view.words.t, self.view.words, advice.action
        if advice.step is Next.WORK:
            pursuit = self.view.here.pursuit
            assert pursuit
            assert pursuit.next_step
            return wording.stages(t)[pursuit.next_step]
        match action:
            case Inquire(inquiry) if advice.step is Next.INQUIRE:
                return wording.inquiries(t)[inquiry]
            case Inquire(inquiry):
                return wording.steps(t)[advice.step] % {"inquiry": words.inquiries[inquiry]}
            case Mark(criterion, finding, sentence):
                quote = words.quote(self.view.sentence(sentence)) if sentence else ""
                named = {"criterion": words.criteria[criterion], "finding": words.findings[finding]}
                return wording.steps(t)[advice.step] % {**named, "quote": quote}
            case _:
                return wording.steps(t)[advice.step]

    @property
    def rests_on(self) -> str:
        """The definition's own sentence, once it is time to decide by it."""
        view = self.view
        advice = advise(view.pack, view.state, view.attempt.definition)
        deciding = advice is not None and advice.step in (Next.DECIDE, Next.NO_HOURS)
        return start.about_definitions(view.words.t)[view.attempt.definition] if deciding else ""

    @property
    def _review(self) -> Review | None:
        view = self.view
        moves = view.attempt.moves
        if not moves or view.state.refusal or moves[-1].case != view.case.id:
            return None
        before = replay(view.pack, view.attempt._replace(moves=moves[:-1]))
        return review(view.pack, before, moves[-1], view.attempt.definition, view.state)

    @property
    def review(self) -> tuple[str, bool, tuple[str, ...]] | None:
        """What the last move was worth, whether it was wise, and what it has shown."""
        found = self._review
        if found is None:
            return None
        text = wording.reviews(self.view.words.t)[found.past]
        return text, found.is_wise, self._tags(found.shown if found.past is not Past.CLEARED else ())

    @property
    def known(self) -> tuple[str, ...]:
        """What has been shown that bears on a verdict."""
        definition = self.view.attempt.definition
        asked = ASKED[definition]
        found = known(self.view.case, self.view.here).items()
        return self._tags(tuple(pair for pair in found if weighs(definition, *pair) or pair[0] in asked))

    @property
    def unknown(self) -> tuple[str, ...]:
        """What the definition asks for and nothing has shown."""
        found = known(self.view.case, self.view.here)
        names = self.view.words.criteria
        return tuple(names[c] for c in ASKED[self.view.attempt.definition] if c not in found)

    def _tags(self, shown: tuple[Shown, ...]) -> tuple[str, ...]:
        return tuple(self.view.words.play["shows"] % self._pair(*pair) for pair in shown)

    def _pair(self, criterion: Criterion, finding: Finding) -> dict[str, str]:
        words = self.view.words
        return {"criterion": words.criteria[criterion], "finding": words.findings[finding]}

    def evidence(self, sentence_id: str) -> tuple[str, ...]:
        """In guided mode, what a sentence is evidence for."""
        sentence = self.view.case.sentence(sentence_id)
        if not self.is_guided or sentence is None:
            return ()
        return tuple(self.text["evidence"] % self._pair(*pair) for pair in sentence.shows.items())

    @property
    def news(self) -> str:
        """What a screen reader is told after a move besides what came of it."""
        if not self.is_guided:
            return self.hint
        reviewed = self.review
        return " ".join(filter(None, (reviewed[0] if reviewed else "", self.advice)))
