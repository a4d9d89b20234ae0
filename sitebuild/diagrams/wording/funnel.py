"""The words of the sales funnel."""

from gettext import NullTranslations

from sitebuild.diagrams.wording import names


def title(t: NullTranslations) -> str:
    # NOTE: Text alternative of a diagram, for those who cannot see it: a funnel of five levels, crossed by a thread from top to bottom. At most 300 characters.
    return t.pgettext(
        "diagram funnel",
        "The sales funnel, five levels: a contact, whose details you have; a lead, who might buy one day; an opportunity, who is settling terms; a sale, who has bought; an account, who stays and buys again. At each level fewer remain.",
    )


def levels(t: NullTranslations) -> tuple[tuple[str, str], ...]:
    """Each level, wide end first: its name, and in a few words what it is."""
    return (
        # NOTE: Under "Contact" in the funnel. At most 22 characters.
        (names.contact(t), t.pgettext("diagram funnel", "you have their details")),
        # NOTE: Under "Lead" in the funnel. At most 22 characters.
        (names.lead(t), t.pgettext("diagram funnel", "might buy one day")),
        # NOTE: Under "Opportunity" in the funnel. At most 22 characters.
        (names.opportunity(t), t.pgettext("diagram funnel", "is settling terms")),
        # NOTE: Under "Sale" in the funnel. At most 22 characters.
        (names.sale(t), t.pgettext("diagram funnel", "has bought")),
        # NOTE: Under "Account" in the funnel. At most 22 characters.
        (names.account(t), t.pgettext("diagram funnel", "stays and buys again")),
    )
