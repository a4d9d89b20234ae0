"""What there is: packs and cases as authored, attempts and moves as played.

Everything is immutable, and ASCII except the texts of a pack, which come in one locale at a time
and never take part in a decision of the engine.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal, NamedTuple


class Criterion(StrEnum):
    """What can be known about a contact; the last three are facts of our own records."""

    NEED = "need"
    AFFORD = "afford"
    MARKET = "market"
    AUTHORITY = "authority"
    INFLUENCE = "influence"
    RELATION = "relation"
    REQUIREMENTS = "requirements"
    TERMS = "terms"
    INCUMBENT = "incumbent"
    INBOUND = "inbound"
    RECORD = "record"
    FIT = "fit"
    GENUINE = "genuine"
    DUPLICATE = "duplicate"
    PURSUED = "pursued"


class Finding(StrEnum):
    """What is known about a criterion; unknown is never read as no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """The part a person plays in a purchase; the lead need not be the buyer."""

    ADVISER = "adviser"
    EMPLOYEE = "employee"
    INFLUENCER = "influencer"
    DECISION_MAKER = "decision-maker"
    BUYER = "buyer"


class Stage(StrEnum):
    """The stages of the funnel, wide end first."""

    CONTACT = "contact"
    LEAD = "lead"
    OPPORTUNITY = "opportunity"
    ACCOUNT = "account"


class Inquiry(StrEnum):
    """A way of finding something out."""

    LOOK_UP = "look-up"
    CHECK = "check"
    EMAIL = "email"
    CALL = "call"
    ASK_NEED = "ask-need"
    ASK_AFFORD = "ask-afford"
    ASK_MARKET = "ask-market"
    ASK_AUTHORITY = "ask-authority"
    ASK_REQUIREMENTS = "ask-requirements"
    ASK_TERMS = "ask-terms"
    ASK_INCUMBENT = "ask-incumbent"

    @property
    def criterion(self) -> Criterion | None:
        """The criterion that is asked about, if this is a question."""
        return Criterion(self.removeprefix("ask-")) if self.startswith("ask-") else None


class Conversation(StrEnum):
    """What has to happen before questions can be asked of a contact."""

    OPEN = "open"
    CALL = "call"
    EMAIL = "email"
    NEVER = "never"


class Decision(StrEnum):
    """The ways to close a case, in the order in which they are always offered."""

    QUALIFY = "qualify"
    CONVERT = "convert"
    NURTURE = "nurture"
    DISQUALIFY = "disqualify"


class Reason(StrEnum):
    """Why a contact is taken off the list."""

    JUNK = "junk"
    DUPLICATE = "duplicate"
    NO_NEED = "no-need"
    CANNOT_AFFORD = "cannot-afford"
    NO_FIT = "no-fit"


class Step(StrEnum):
    """The stages of an opportunity, in order."""

    NEEDS = "needs"
    PROPOSAL = "proposal"
    NEGOTIATION = "negotiation"


class Fact(StrEnum):
    """What working an opportunity brings to light, and what its probability rests on."""

    SIGNER = "signer"
    PRICE = "price"
    RIVAL = "rival"
    DATE = "date"
    PAPER = "paper"


class LostReason(StrEnum):
    """Why a deal was lost."""

    PRICE = "price"
    COMPETITOR = "competitor"
    NO_DECISION = "no-decision"
    TIMING = "timing"
    NEVER_ONE = "never-an-opportunity"


class Service(StrEnum):
    """What a customer values when something breaks: the heart of a service profile."""

    REPAIR = "repair"
    REPLACE = "replace"


class Outcome(StrEnum):
    """How a deal ends; where its author leaves it open, the attempt's seed decides."""

    WON = "won"
    LOST = "lost"
    OPEN = "open"


class Process(StrEnum):
    """Good practice that a case can ask for."""

    LOOK_UP = "look-up"
    CHECK = "check"
    ROLE = "role"
    STEPS = "steps"
    FORECAST = "forecast"


PRACTISED = (Process.LOOK_UP, Process.CHECK, Process.ROLE)
"""What an author may ask for; the others come with a deal that is rightly opened."""


class Definition(StrEnum):
    """The named rule sets by which a contact is judged."""

    CRITERIA = "criteria"
    INITIATIVE = "initiative"
    DEAL = "deal"


class Mode(StrEnum):
    """How an attempt is played.

    Guided has one case and a coach who explains each move, practice gives feedback after each decision
    and hints, assessment gives feedback at the end and no hints.
    """

    PRACTICE = "practice"
    GUIDED = "guided"
    ASSESSMENT = "assessment"


NEW_OPPORTUNITY = "new"
"""The target of a conversion that opens a new opportunity instead of joining one."""

SOURCE = "source.1"
"""The id of the one sentence that is known at the start: how we came by the contact."""


AMOUNT = "%(amount)s"
"""Where the number goes in a pack's words for an amount of money."""


class Sentence(NamedTuple):
    """One quotable sentence and what it is evidence for, if for anything."""

    id: str
    text: str
    shows: Mapping[Criterion, Finding]


class Contact(NamedTuple):
    """A person or firm, and how we came by them."""

    name: str
    title: str
    role: Role
    firm: str
    place: str


class Verdict(NamedTuple):
    """How one definition sees a case, with the sentence that says why.

    ``reason`` belongs to a disqualification, ``opportunity`` to a conversion.
    """

    decision: Decision
    because: str
    reason: Reason | None = None
    opportunity: str | None = None


class Remark(NamedTuple):
    """A sentence heard while an opportunity is worked, and the facts that it shows."""

    text: str
    shows: Mapping[Fact, Finding]


class Referral(NamedTuple):
    """Somebody whom a contented customer names: a new contact at the wide end of the funnel."""

    name: str
    firm: str
    text: str


class Loss(NamedTuple):
    """Why a deal is lost, if it is, and the truth about it in a sentence."""

    reason: LostReason
    because: str


class Gain(NamedTuple):
    """Why a deal is won, if it is, and what the customer is then like."""

    because: str
    service: Service
    profile: str
    recurring: str
    referrals: tuple[Referral, ...]


class Deal(NamedTuple):
    """What an opportunity holds: ``amount`` in the pack's currency, ``days`` until the signature."""

    amount: int
    days: int
    outcome: Outcome
    heard: Mapping[Step, tuple[Remark, ...]]
    loss: Loss | None
    gain: Gain | None

    def facts(self) -> dict[Fact, Finding]:
        """Everything that working the deal to its end shows."""
        remarks = (remark for step in Step for remark in self.heard.get(step, ()))
        return {fact: finding for remark in remarks for fact, finding in remark.shows.items()}


class Case(NamedTuple):
    """A contact with its hidden truth, what each inquiry brings to light, and its verdicts."""

    id: str
    contact: Contact
    conversation: Conversation
    truth: Mapping[Criterion, Finding]
    source: Sentence
    replies: Mapping[Inquiry, tuple[Sentence, ...]]
    process: tuple[Process, ...]
    verdicts: Mapping[Definition, Verdict]
    afterwards: str
    opportunity: str | None = None
    deal: Deal | None = None

    def finding(self, criterion: Criterion) -> Finding:
        """The truth about a criterion; unknown when nobody could find it out."""
        return self.truth.get(criterion, Finding.UNKNOWN)

    def sentence(self, sentence_id: str) -> Sentence | None:
        """The sentence with this id, or None."""
        if sentence_id == self.source.id:
            return self.source
        every = (sentence for reply in self.replies.values() for sentence in reply)
        return next((sentence for sentence in every if sentence.id == sentence_id), None)


class Opportunity(NamedTuple):
    """An opportunity that is already on record when the pack begins."""

    id: str
    name: str


class Pack(NamedTuple):
    """A market and its cases, in one locale. ``budget`` is hours of effort for the whole round.

    ``currency`` is an amount of money in words, with ``%(amount)s`` where the number goes.
    """

    id: str
    version: int
    budget: int
    title: str
    seller: str
    product: str
    market: str
    fit: str
    questions: Mapping[Criterion, str]
    opportunities: tuple[Opportunity, ...]
    cases: tuple[Case, ...]
    currency: str = AMOUNT

    def case(self, case_id: str) -> Case:
        """The case with this id; KeyError if the pack has none."""
        for case in self.cases:
            if case.id == case_id:
                return case
        raise KeyError(case_id)


# An action that says all by its name carries it as a field: named tuples without any are all equal.


class Open(NamedTuple):
    """Turn to this contact."""

    verb: Literal["open"] = "open"


class Inquire(NamedTuple):
    """Find something out."""

    inquiry: Inquiry


class Mark(NamedTuple):
    """Claim a finding, citing the id of the sentence that shows it, or None for a bare claim."""

    criterion: Criterion
    finding: Finding
    sentence: str | None


class Decide(NamedTuple):
    """Close the case."""

    decision: Decision
    reason: Reason | None = None
    opportunity: str | None = None


class Undo(NamedTuple):
    """Take back the last mark; what has been said stays said."""

    verb: Literal["undo"] = "undo"


class Forecast(NamedTuple):
    """Record an opportunity: the amount, the probability out of 100, the days until it should close."""

    amount: int
    probability: int
    days: int


class Advance(NamedTuple):
    """Work an opportunity's next stage."""

    verb: Literal["advance"] = "advance"


class Sign(NamedTuple):
    """Ask for the signature: the customer decides."""

    verb: Literal["sign"] = "sign"


class Lose(NamedTuple):
    """Close an opportunity as lost, with the learner's own diagnosis."""

    reason: LostReason


class Renew(NamedTuple):
    """Find out what a customer will buy again."""

    verb: Literal["renew"] = "renew"


class Refer(NamedTuple):
    """Ask a customer for names."""

    verb: Literal["refer"] = "refer"


class Serve(NamedTuple):
    """Write a customer's service profile; this ends the case."""

    service: Service


class Hint(NamedTuple):
    """Ask the coach for the next wise step; free, and on record."""

    verb: Literal["hint"] = "hint"


type Action = (
    Open | Inquire | Mark | Decide | Undo | Forecast | Advance | Sign | Lose | Renew | Refer | Serve | Hint
)


class Move(NamedTuple):
    """An action upon a case: the unit of the event log."""

    case: str
    action: Action


class Attempt(NamedTuple):
    """Everything that a play-through is: its pack, its terms, and its moves. No locale."""

    pack: str
    pack_version: int
    seed: int
    definition: Definition
    mode: Mode
    moves: tuple[Move, ...]
