"""The words and numbers of the diagram of a weighted pipeline."""

from dataclasses import dataclass
from gettext import NullTranslations

TOTAL = 1000
"""All amounts of the diagram together, in the words' own unit."""


@dataclass(frozen=True)
class Bar:
    """A deal, or all of them: its amount and what that counts, as numbers and as words."""

    full: int
    weighted: int
    amount: str
    counted: str
    probability: str = ""


def title(t: NullTranslations) -> str:
    # NOTE: Text alternative of a diagram, for those who cannot see it: three bars and their sum. Write money in your market's own unit, the same as in the labels (5 lakh, 500 million and so on); keep the proportions. At most 420 characters.
    return t.pgettext(
        "diagram pipeline",
        "Three open deals as bars; the filled part of each is its amount times its probability. 500 thousand shillings at 80% count as 400 thousand, 300 thousand at 50% as 150 thousand, 200 thousand at 20% as 40 thousand. All three together are 1,000 thousand shillings; weighted, 590 thousand.",
    )


def deals(t: NullTranslations) -> tuple[Bar, ...]:
    """The open deals, largest first."""
    return (
        Bar(
            500,
            400,
            # NOTE: Amount of the first deal, in your market's money (5 lakh taka, 500 million toman). At most 26 characters.
            amount=t.pgettext("diagram pipeline", "500 thousand shillings"),
            # NOTE: What the first deal counts, 80% of its amount, under the filled part of its bar. At most 40 characters.
            counted=t.pgettext("diagram pipeline", "counts as 400 thousand"),
            # NOTE: Probability of the first deal, in your digits. At most 20 characters.
            probability=t.pgettext("diagram pipeline", "probability 80%"),
        ),
        Bar(
            300,
            150,
            # NOTE: Amount of the second deal, in your market's money. At most 26 characters.
            amount=t.pgettext("diagram pipeline", "300 thousand shillings"),
            # NOTE: What the second deal counts, 50% of its amount, under the filled part of its bar. At most 40 characters.
            counted=t.pgettext("diagram pipeline", "counts as 150 thousand"),
            # NOTE: Probability of the second deal, in your digits. At most 20 characters.
            probability=t.pgettext("diagram pipeline", "probability 50%"),
        ),
        Bar(
            200,
            40,
            # NOTE: Amount of the third deal, in your market's money. At most 26 characters.
            amount=t.pgettext("diagram pipeline", "200 thousand shillings"),
            # NOTE: What the third deal counts, 20% of its amount, under the filled part of its bar. At most 40 characters.
            counted=t.pgettext("diagram pipeline", "counts as 40 thousand"),
            # NOTE: Probability of the third deal, in your digits. At most 20 characters.
            probability=t.pgettext("diagram pipeline", "probability 20%"),
        ),
    )


def total(t: NullTranslations) -> Bar:
    """All deals together."""
    return Bar(
        TOTAL,
        590,
        # NOTE: Sum of the three amounts, in your market's money. At most 40 characters.
        amount=t.pgettext("diagram pipeline", "All three: 1,000 thousand shillings"),
        # NOTE: Sum of what the three deals count, under the filled part of the sum's bar. At most 40 characters.
        counted=t.pgettext("diagram pipeline", "Weighted: 590 thousand"),
    )
