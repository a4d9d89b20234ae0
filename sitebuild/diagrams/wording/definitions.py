"""The words of the diagram of the three definitions."""

from gettext import NullTranslations

from sitebuild.diagrams.wording.names import Stage

STAGES: tuple[tuple[tuple[Stage, ...], ...], ...] = (
    (("contact",), ("lead",), ("lead",)),
    (("lead",), ("lead",), ("lead",)),
    (("lead",), ("opportunity",), ("lead", "opportunity")),
    (("opportunity",), ("opportunity",), ("opportunity",)),
)
"""For each situation, what each definition calls the contact; two stages are joined by `once`."""


def title(t: NullTranslations) -> str:
    # NOTE: Text alternative of a diagram, for those who cannot see it: three threads run through four situations, and at each stands contact, lead or opportunity. Use the names of the definitions in the article. At most 600 characters.
    return t.pgettext(
        "diagram definitions",
        "The same four situations under three definitions. A stranger’s card or a bought list: by criteria a contact, by who moved first and by the deal record a lead. Heard the pitch and exchanged details: a lead under all three. Asked for a quotation or a proforma invoice, or sent an RFP: by criteria a lead, by who moved first an opportunity, by the deal record a lead and, once negotiation starts, an opportunity. Strong need, supplier gone, terms being settled: an opportunity under all three.",
    )


def headings(t: NullTranslations) -> tuple[str, ...]:
    """The names of the definitions, in the articles' order."""
    return (
        # NOTE: Name of a definition, over a narrow column; as in the article. At most 24 characters.
        t.pgettext("diagram definitions", "By criteria"),
        # NOTE: Name of a definition, over a narrow column; as in the article. At most 30 characters.
        t.pgettext("diagram definitions", "By who moved first"),
        # NOTE: Name of a definition, over a narrow column; as in the article. At most 24 characters.
        t.pgettext("diagram definitions", "By the deal record"),
    )


def situations(t: NullTranslations) -> tuple[str, ...]:
    """What happened, in order, from a stranger to one who is about to buy."""
    return (
        # NOTE: Situation across the three columns; as in the article's table. At most 60 characters.
        t.pgettext("diagram definitions", "A stranger’s card, or a bought list"),
        # NOTE: Situation across the three columns; as in the article's table. At most 60 characters.
        t.pgettext("diagram definitions", "Heard the pitch, details exchanged"),
        # NOTE: Situation across the three columns; as in the article's table. At most 90 characters.
        t.pgettext("diagram definitions", "Asked for a quotation or a proforma invoice, or sent an RFP"),
        # NOTE: Situation across the three columns; as in the article's table. At most 90 characters.
        t.pgettext("diagram definitions", "Strong need, supplier gone, terms being settled"),
    )


def once(t: NullTranslations) -> str:
    # NOTE: Between "Lead" above and "Opportunity" below: when the one becomes the other. At most 30 characters.
    return t.pgettext("diagram definitions", "once negotiation starts")
