"""The words of the funnel's picture in the articles."""

from gettext import NullTranslations


def title(t: NullTranslations) -> str:
    """The text alternative of the picture."""
    # NOTE: Text alternative of a picture: a funnel of five levels, crossed by a thread from top to bottom.
    return t.pgettext(
        "diagram",
        "The sales funnel: from contact to lead, opportunity, sale and account, and at each level fewer remain.",
    )


def levels(t: NullTranslations) -> tuple[tuple[str, str], ...]:
    """Each level of the funnel, wide end first: its name, and in a few words what it is."""
    return (
        # NOTE: First level of the funnel picture.
        (t.pgettext("diagram", "Contact"),
         # NOTE: Under "Contact" in the funnel picture. At most 22 characters.
         t.pgettext("diagram", "you have their details")),
        # NOTE: Second level of the funnel picture.
        (t.pgettext("diagram", "Lead"),
         # NOTE: Under "Lead" in the funnel picture. At most 22 characters.
         t.pgettext("diagram", "might buy one day")),
        # NOTE: Third level of the funnel picture.
        (t.pgettext("diagram", "Opportunity"),
         # NOTE: Under "Opportunity" in the funnel picture. At most 22 characters.
         t.pgettext("diagram", "is settling terms")),
        # NOTE: Fourth level of the funnel picture.
        (t.pgettext("diagram", "Sale"),
         # NOTE: Under "Sale" in the funnel picture. At most 22 characters.
         t.pgettext("diagram", "has bought")),
        # NOTE: Last level of the funnel picture: the buyer has become one of the firm's accounts.
        (t.pgettext("diagram", "Account"),
         # NOTE: Under "Account" in the funnel picture. At most 22 characters.
         t.pgettext("diagram", "stays and buys again")),
    )  # fmt: skip
