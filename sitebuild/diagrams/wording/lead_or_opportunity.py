"""The words of the diagram that sets a lead against an opportunity."""

from dataclasses import dataclass
from gettext import NullTranslations


@dataclass(frozen=True)
class Piece:
    """Something that a salesperson holds of a stage, or does not know yet."""

    name: str
    is_known: bool = True


type Held = tuple[Piece, ...]


def title(t: NullTranslations) -> str:
    # NOTE: Text alternative of a diagram, for those who cannot see it: two panels side by side, joined by a thread. At most 400 characters.
    return t.pgettext(
        "diagram lead-or-opportunity",
        "What you hold of a lead and of an opportunity, joined by one thread, from its loose end to a knot. Of a lead: a name and a way to reach them; the need, the ability to pay and the time of purchase are still open. Of an opportunity: the need in detail, terms under way, the amount, the probability and the expected close date.",
    )


def of_a_lead(t: NullTranslations) -> Held:
    """What one holds of a lead, and what is still open."""
    return (
        # NOTE: Row under "Lead": what you have. At most 40 characters.
        Piece(t.pgettext("diagram lead-or-opportunity", "A name and a way to reach them")),
        # NOTE: Row under "Lead", after a question mark: whether they need it is unknown. At most 20 characters.
        Piece(t.pgettext("diagram lead-or-opportunity", "Need"), is_known=False),
        # NOTE: Row under "Lead", after a question mark: whether they can pay is unknown. At most 20 characters.
        Piece(t.pgettext("diagram lead-or-opportunity", "Ability to pay"), is_known=False),
        # NOTE: Row under "Lead", after a question mark: when they would buy is unknown. At most 20 characters.
        Piece(t.pgettext("diagram lead-or-opportunity", "Time of purchase"), is_known=False),
    )


def of_an_opportunity(t: NullTranslations) -> Held:
    """What one holds of an opportunity."""
    return (
        # NOTE: Row under "Opportunity": the need is known in detail. At most 30 characters.
        Piece(t.pgettext("diagram lead-or-opportunity", "Need, in detail")),
        # NOTE: Row under "Opportunity": both sides are working out terms. At most 30 characters.
        Piece(t.pgettext("diagram lead-or-opportunity", "Terms under way")),
        # NOTE: Row under "Opportunity": the money that the deal would bring. At most 30 characters.
        Piece(t.pgettext("diagram lead-or-opportunity", "Amount")),
        # NOTE: Row under "Opportunity": the chance that it becomes a sale. At most 30 characters.
        Piece(t.pgettext("diagram lead-or-opportunity", "Probability")),
        # NOTE: Row under "Opportunity": when the deal is expected to end. At most 34 characters.
        Piece(t.pgettext("diagram lead-or-opportunity", "Expected close date")),
    )
