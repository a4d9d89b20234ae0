"""The names of stages and records, which several diagrams share."""

from gettext import NullTranslations
from typing import Literal

Stage = Literal["contact", "lead", "opportunity"]


def of(stage: Stage, t: NullTranslations) -> str:
    """The name of a stage that a definition knows."""
    return {"contact": contact, "lead": lead, "opportunity": opportunity}[stage](t)


def contact(t: NullTranslations) -> str:
    # NOTE: Name of a stage and of a record, in the articles' diagrams. At most 14 characters.
    return t.pgettext("diagram", "Contact")


def lead(t: NullTranslations) -> str:
    # NOTE: Name of a stage and of a record, in the articles' diagrams. At most 14 characters.
    return t.pgettext("diagram", "Lead")


def opportunity(t: NullTranslations) -> str:
    # NOTE: Name of a stage and of a record, in the articles' diagrams. At most 14 characters.
    return t.pgettext("diagram", "Opportunity")


def sale(t: NullTranslations) -> str:
    # NOTE: Name of a stage, in the articles' diagrams: the buyer has bought. At most 14 characters.
    return t.pgettext("diagram", "Sale")


def account(t: NullTranslations) -> str:
    # NOTE: Name of a stage and of a record, in the articles' diagrams: the buyer is one of the firm's accounts. At most 18 characters.
    return t.pgettext("diagram", "Account")
