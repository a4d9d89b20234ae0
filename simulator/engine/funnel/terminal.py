"""A round in a terminal, for authors and testers: the browser's engine and catalogs, in lines of text.

A ``Terminal`` is given a way to read a line and a way to write one, and holds the attempt as it grows.
"""

import base64
import io
import json
from collections.abc import Callable, Iterator, Sequence
from copy import replace
from functools import partial
from gettext import GNUTranslations
from typing import NamedTuple

from funnel import lines
from funnel.attempts import MOVES_LIMIT
from funnel.formats import Locale
from funnel.model import (
    NEW_OPPORTUNITY,
    Action,
    Advance,
    Attempt,
    Decide,
    Decision,
    Finding,
    Forecast,
    Hint,
    Inquire,
    Inquiry,
    Lose,
    Mark,
    Mode,
    Move,
    Open,
    Pack,
    Reason,
    Refer,
    Renew,
    Serve,
    Sign,
    Undo,
)
from funnel.moves import COSTS, DECISION_COST, cost
from funnel.pack import load
from funnel.pursuing import Field, Pursuing
from funnel.view import View, view
from funnel.wording import terminal as wording
from funnel.wording.pursuit import works
from funnel.words import Words

HELP = frozenset({"?", "\u061f"})
"""What asks for help; the second is the Persian question mark."""
LEAVE = "q"
_GROUPS = str.maketrans("", "", ",'_\u066c\u060c\u2019")
"""What may stand between the digits of a long number."""


class Choice(NamedTuple):
    """A line of a list, and what choosing it leads to: a move, or None when the learner goes back."""

    text: str
    follow: Callable[[], Move | None]


def opened(setup: str) -> tuple[Pack, Words]:
    """The pack and the words of a built setup (JSON text); PackError if the pack breaks the rules."""
    document = json.loads(setup)
    catalog = GNUTranslations(io.BytesIO(base64.b64decode(document["catalog"])))
    return load(document["pack"]), Words(catalog, Locale(**document["locale"]))


def whole(typed: str) -> int:
    """The whole number that somebody has typed in any script's digits; ValueError if it is none."""
    figures = typed.translate(_GROUPS)
    if not figures.isdecimal():
        raise ValueError(f"{typed!r:.40} is not a whole number")
    return int(figures)


class Terminal:
    """Plays an attempt to its end or until the learner leaves; ``attempt`` is what has been played."""

    def __init__(
        self,
        pack: Pack,
        words: Words,
        attempt: Attempt,
        read: Callable[[], str | None],
        write: Callable[[str], None],
    ) -> None:
        self._pack, self._words = pack, words
        self._shown = view(pack, attempt, words, "")
        self._read, self._write = read, write
        self._typed: list[str] = []
        self._text = wording.texts(words.t)
        self._asked: tuple[str, ...] = ()

    @property
    def attempt(self) -> Attempt:
        """What has been played so far."""
        return self._shown.attempt

    def play(self) -> None:
        """Read and carry out moves until the round is over or the learner leaves."""
        try:
            self._write(self._text["help"])
            self._say(lines.contact(self._shown))
            while not self._shown.is_over and len(self.attempt.moves) < MOVES_LIMIT:
                self._turn()
        except EOFError:
            self._say(lines.left(self._shown))
            return
        if self.attempt.mode is Mode.ASSESSMENT:
            self._say(lines.debriefs(self._shown))
        self._say(lines.summary(self._shown))

    def give_code(self) -> None:
        """Write the result code of what has been played."""
        self._say(lines.code(self._shown))

    def _say(self, said: Iterator[str]) -> None:
        for line in said:
            self._write(line)

    def _turn(self) -> None:
        before = self._shown
        move = self._choose("", list(self._choices(before)))
        if move is None:
            self._asked = ()
            self._say(lines.contact(before))
            return
        after = self._after(move)
        if after.refusal:
            self._refuse(after.refusal)
            return
        self._shown = after
        self._say(self._news(after, move.action))
        if after.is_closed and after.next_case and not isinstance(move.action, Open):
            self._shown = self._after(Move(after.next_case, Open()))
            self._say(lines.contact(self._shown))

    def _after(self, move: Move) -> View:
        grown = replace(self.attempt, moves=(*self.attempt.moves, move))
        return view(self._pack, grown, self._words, "")

    def _news(self, shown: View, action: Action) -> Iterator[str]:
        """What a move has brought."""
        match action:
            case Open():
                yield from lines.contact(shown)
                return
            case Inquire():
                yield from lines.exchange(shown, shown.here.said[-1])
            case Mark() | Undo():
                yield from lines.knowledge(shown)
            case _ if shown.is_closed:
                is_silent = shown.attempt.mode is Mode.ASSESSMENT
                yield from [shown.coaching.text["noted"]] if is_silent else lines.debrief(shown)
            case _ if shown.pursuing:
                yield from _pursuit_news(shown, action, shown.pursuing)
        yield shown.effort_left
        yield from lines.coach(shown)

    def _choices(self, shown: View) -> Iterator[Choice]:
        """What can be done now; what would be refused is not left out, as on the page."""
        pursuing, coach = shown.pursuing, shown.coaching
        if shown.is_closed:
            pass
        elif pursuing is None:
            yield from self._contact_choices(shown)
        elif pursuing.is_won:
            yield from self._customer_choices(shown, pursuing)
        else:
            yield from self._pursuit_choices(shown, pursuing)
        if coach.gives_hints:
            name = self._text["with_cost"] % {"move": coach.text["hint"], "cost": coach.text["hint_cost"]}
            yield Choice(name, self._moving(shown, Hint()))
        yield Choice(self._text["turn_to"], partial(self._other_contact, shown))

    def _contact_choices(self, shown: View) -> Iterator[Choice]:
        names, play = self._words.inquiries, self._words.play
        for inquiry in Inquiry:
            yield self._plain(shown, names[inquiry], Inquire(inquiry), cost(inquiry))
        yield Choice(play["cite_title"], partial(self._mark, shown))
        yield self._plain(shown, play["undo"], Undo())
        for decision, name in self._words.decisions.items():
            yield Choice(self._costing(name, DECISION_COST), partial(self._decide, shown, decision))

    def _pursuit_choices(self, shown: View, pursuing: Pursuing) -> Iterator[Choice]:
        said, step = self._words.pursuit, pursuing.pursuit.next_step
        if pursuing.is_open:
            if step:
                yield self._plain(shown, works(self._words.t)[step], Advance(), COSTS[Advance])
            yield Choice(said["record"], partial(self._record, shown, pursuing))
            yield self._plain(shown, said["sign"], Sign(), COSTS[Sign])
        ways = [self._plain(shown, name, Lose(reason)) for reason, name in pursuing.lost_reasons.items()]
        yield Choice(said["lose"], partial(self._choose, said["why"], ways))

    def _customer_choices(self, shown: View, pursuing: Pursuing) -> Iterator[Choice]:
        said = self._words.pursuit
        yield self._plain(shown, said["renew"], Renew(), COSTS[Renew])
        yield self._plain(shown, said["refer"], Refer(), COSTS[Refer])
        ways = [self._plain(shown, name, Serve(service)) for service, name in pursuing.services.items()]
        yield Choice(said["serve"], partial(self._choose, said["values"], ways))

    def _plain(self, shown: View, name: str, action: Action, hours: int = 0) -> Choice:
        return Choice(self._costing(name, hours) if hours else name, self._moving(shown, action))

    def _costing(self, name: str, hours: int) -> str:
        return self._text["with_cost"] % {"move": name, "cost": self._words.hours(hours)}

    def _moving(self, shown: View, action: Action) -> Callable[[], Move]:
        return lambda: Move(shown.state.current, action)

    def _other_contact(self, shown: View) -> Move | None:
        waiting = [case_id for case_id in shown.order if case_id != shown.state.current]
        names = [Choice(self._pack.case(c).contact.name, partial(Move, c, Open())) for c in waiting]
        return self._choose(self._text["which_contact"], names)

    def _mark(self, shown: View) -> Move | None:
        play, heard = self._words.play, shown.heard
        quotes = [*(self._words.quote(shown.sentence(s)) for s in heard), play["cite_nothing"]]
        chosen = self._pick(play["cite_sentence"], quotes)
        if chosen is None:
            return None
        criteria = list(self._words.criteria)
        about = self._pick(play["cite_criterion"], [self._words.criteria[c] for c in criteria])
        if about is None:
            return None
        findings = list(Finding)
        says = self._pick(play["cite_finding"], [self._words.findings[f] for f in findings])
        if says is None:
            return None
        cited = heard[chosen] if chosen < len(heard) else None
        return Move(shown.state.current, Mark(criteria[about], findings[says], cited))

    def _decide(self, shown: View, decision: Decision) -> Move | None:
        match decision:
            case Decision.DISQUALIFY:
                return self._choose(self._words.play["reason"], self._reasons(shown))
            case Decision.CONVERT:
                return self._choose(self._words.play["which_opportunity"], self._targets(shown))
            case _:
                return Move(shown.state.current, Decide(decision))

    def _reasons(self, shown: View) -> list[Choice]:
        names = self._words.reasons
        return [self._plain(shown, names[r], Decide(Decision.DISQUALIFY, r)) for r in Reason]

    def _targets(self, shown: View) -> list[Choice]:
        names = {NEW_OPPORTUNITY: self._words.play["new_opportunity"]} | {
            opportunity.id: self._words.play["attach"] % {"name": opportunity.name}
            for opportunity in self._pack.opportunities
        }
        return [
            self._plain(shown, name, Decide(Decision.CONVERT, opportunity=target))
            for target, name in names.items()
        ]

    def _record(self, shown: View, pursuing: Pursuing) -> Move:
        amount, probability, days = map(self._number, pursuing.fields)
        return Move(shown.state.current, Forecast(amount, probability, days))

    def _choose(self, question: str, choices: Sequence[Choice]) -> Move | None:
        chosen = self._pick(question, [choice.text for choice in choices])
        return None if chosen is None else choices[chosen].follow()

    def _pick(self, question: str, names: Sequence[str]) -> int | None:
        """The index of the line that was chosen from a list, or None for going back."""
        self._ask(question, names)
        while typed := self._next():
            if typed in HELP:
                self._write(self._text["help"])
                self._asked = ()
                self._ask(question, names)
            elif (number := self._on_list(typed, len(names))) is not None:
                return number - 1
            else:
                self._refuse(self._text["unknown"] % {"typed": typed})
        return None

    def _ask(self, question: str, names: Sequence[str]) -> None:
        """Show a list, unless it was the last one shown or its answer is typed already."""
        if self._typed or self._asked == (question, *names):
            return
        self._asked = (question, *names)
        self._write("")
        if question:
            self._write(question)
        for number, name in enumerate(names, 1):
            self._write(f"{self._words.number(number):>4}  {name}")

    def _on_list(self, typed: str, most: int) -> int | None:
        try:
            number = whole(typed)
        except ValueError:
            return None
        return number if 1 <= number <= most else None

    def _number(self, field: Field) -> int:
        """A number for a field, from 0 to its highest; asks until there is one."""
        while True:
            if not self._typed:
                self._write(field.label)
            try:
                number = whole(self._next())
            except ValueError:
                number = field.most + 1
            if number <= field.most:
                return number
            self._refuse(field.wrong)

    def _refuse(self, why: str) -> None:
        """Say why, and forget the rest of the line, which would be taken for something else."""
        self._typed.clear()
        self._write(why)

    def _next(self) -> str:
        """The next word that was typed, empty for an empty line; EOFError when the learner leaves."""
        if not self._typed:
            line = self._read()
            if line is None:
                raise EOFError
            self._typed = line.split()
        typed = self._typed.pop(0) if self._typed else ""
        if typed.casefold() == LEAVE:
            raise EOFError
        return typed


def _pursuit_news(shown: View, action: Action, pursuing: Pursuing) -> Iterator[str]:
    match action:
        case Advance():
            yield from lines.worked(shown, pursuing)
        case Sign():
            yield from lines.answered(shown, pursuing)
        case Renew():
            yield from lines.renewed(shown, pursuing)
        case Refer():
            yield from lines.referred(shown, pursuing)
        case Decide() | Forecast():
            yield pursuing.news(action)
            yield from lines.record(shown, pursuing)
