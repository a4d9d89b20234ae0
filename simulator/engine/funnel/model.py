"""What there is: packs and cases as authored, attempts and moves as played.

Everything is immutable, and ASCII except the texts of a pack, which come in one locale at a time
and never take part in a decision of the engine.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


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


class Process(StrEnum):
    """Good practice that a case can ask for."""

    LOOK_UP = "look-up"
    CHECK = "check"
    ROLE = "role"


class Definition(StrEnum):
    """The named rule sets by which a contact is judged."""

    CRITERIA = "criteria"
    INITIATIVE = "initiative"
    DEAL = "deal"


class Mode(StrEnum):
    """How an attempt is played: practice gives feedback after each decision."""

    PRACTICE = "practice"


NEW_OPPORTUNITY = "new"
"""The target of a conversion that opens a new opportunity instead of joining one."""

SOURCE = "source.1"
"""The id of the one sentence that is known at the start: how we came by the contact."""


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
    """A market and its cases, in one locale. ``budget`` is hours of effort for each case."""

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

    def case(self, case_id: str) -> Case:
        """The case with this id; KeyError if the pack has none."""
        for case in self.cases:
            if case.id == case_id:
                return case
        raise KeyError(case_id)


class Open(NamedTuple):
    """Turn to this contact."""


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


type Action = Open | Inquire | Mark | Decide | Undo


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
