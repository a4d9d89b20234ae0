"""The words of the diagram of a conversion."""

from gettext import NullTranslations

from sitebuild.diagrams.wording import names


def title(t: NullTranslations) -> str:
    # NOTE: Text alternative of a diagram, for those who cannot see it: a lead's thread parts at a knot to three cards. At most 320 characters.
    return t.pgettext(
        "diagram conversion",
        "Conversion in one step: out of one lead come three records that are linked to each other, an account (the company), a contact (the person) and an opportunity (amount, probability, date). The lead is not deleted: it stays visible and is linked to all three.",
    )


def step(t: NullTranslations) -> str:
    # NOTE: Beside the knot where one lead becomes three records. At most 30 characters.
    return t.pgettext("diagram conversion", "Conversion: one step")


def lead_stays(t: NullTranslations) -> str:
    # NOTE: Under "Lead": the lead's record is not deleted by the conversion. At most 50 characters.
    return t.pgettext("diagram conversion", "stays visible, linked to all three")


def records(t: NullTranslations) -> tuple[tuple[str, str], ...]:
    """The three new records: each one's name, and in a few words what it is about."""
    return (
        # NOTE: Under "Account", in a narrow card: the record is about the company. At most 24 characters.
        (names.account(t), t.pgettext("diagram conversion", "the company")),
        # NOTE: Under "Contact", in a narrow card: the record is about the person. At most 24 characters.
        (names.contact(t), t.pgettext("diagram conversion", "the person")),
        # NOTE: Under "Opportunity", in a narrow card: what its record holds. At most 40 characters.
        (names.opportunity(t), t.pgettext("diagram conversion", "amount, probability, date")),
    )
