"""What the templates see where a round is started: its terms, and what may be chosen instead."""

from typing import TYPE_CHECKING, NamedTuple

from funnel.model import Definition, Mode, Pack
from funnel.wording import start as wording

if TYPE_CHECKING:
    from funnel.view import View

THREE_DEFINITIONS = "learn/three-definitions/"
"""The article that explains the definitions, from the locale's home."""


class Offer(NamedTuple):
    """A pack that can be chosen, in the words of a locale."""

    id: str
    title: str
    seller: str
    product: str
    market: str


class Choice(NamedTuple):
    """One of several: its value, what it says, what it is about, and whether it holds now."""

    value: str
    name: str
    about: tuple[str, ...]
    is_chosen: bool


class Starting(NamedTuple):
    """The start of a round, seen from the round that is on."""

    view: "View"
    offers: tuple[Offer, ...]

    @property
    def text(self) -> dict[str, str]:
        return wording.texts(self.view.words.t)

    @property
    def terms(self) -> tuple[str, str, str]:
        """Mode, pack and definition of the round that is on."""
        view = self.view
        mode = wording.modes(view.words.t)[view.attempt.mode]
        return mode, view.pack.title, view.words.definitions[view.attempt.definition]

    @property
    def is_running(self) -> bool:
        """Whether something would be given up by starting another round."""
        return bool(self.view.attempt.moves) and not self.view.is_over

    @property
    def packs(self) -> tuple[Choice, ...]:
        current = self.view.pack
        return tuple(
            Choice(offer.id, offer.title, (offer.seller, offer.product, offer.market), offer.id == current.id)
            for offer in self.offers or (offer_of(current),)
        )

    @property
    def definitions(self) -> tuple[Choice, ...]:
        names, abouts = self.view.words.definitions, wording.about_definitions(self.view.words.t)
        chosen = self.view.attempt.definition
        return tuple(Choice(key, names[key], (abouts[key],), key is chosen) for key in Definition)

    @property
    def modes(self) -> tuple[Choice, ...]:
        t, chosen = self.view.words.t, self.view.attempt.mode
        abouts: dict[Mode, str] = wording.about_modes(t)
        return tuple(
            Choice(key, name, (abouts[key],), key is chosen) for key, name in wording.modes(t).items()
        )

    @property
    def article(self) -> str:
        """Where the definitions are explained."""
        return self.view.root + THREE_DEFINITIONS


def offer_of(pack: Pack) -> Offer:
    """The pack as a choice."""
    return Offer(pack.id, pack.title, pack.seller, pack.product, pack.market)
