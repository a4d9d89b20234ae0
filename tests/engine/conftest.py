"""What the engine's tests share: the pack as readers of English get it, and ways to play it."""

import json
from collections.abc import Callable

import pytest
from funnel.attempts import start
from funnel.formats import Locale
from funnel.model import Action, Attempt, Case, Move, Pack
from funnel.pack import load
from funnel.rules import CaseState, State, apply, beginning
from funnel.view import View, view
from funnel.words import Words

from sitebuild import catalogs

ENGLISH = Locale("en", "en", "ltr", "latn")


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load(json.loads(catalogs.setup("en", "solar"))["pack"])


@pytest.fixture
def case(pack: Pack) -> Callable[[str], Case]:
    """A case by its id."""
    return pack.case


@pytest.fixture
def play(pack: Pack) -> Callable[..., State]:
    """The state of a pack after those actions on one case."""

    def played(case_id: str, *actions: Action) -> State:
        state = beginning(case.id for case in pack.cases)
        for action in actions:
            state = apply(pack, state, Move(case_id, action))
        return state

    return played


@pytest.fixture
def case_after(play: Callable[..., State]) -> Callable[..., CaseState]:
    """The state of one case after those actions."""
    return lambda case_id, *actions: play(case_id, *actions).cases[case_id]


@pytest.fixture
def see(pack: Pack) -> Callable[..., View]:
    """What the templates see after those actions on one case, in English."""

    def seen(case_id: str, *actions: Action, shown: Pack = pack) -> View:
        fresh = start(shown)
        moves = tuple(Move(case_id, action) for action in actions)
        attempt = Attempt(fresh.pack, fresh.pack_version, fresh.seed, fresh.definition, fresh.mode, moves)
        return view(shown, attempt, Words(catalogs.translations("en", "engine"), ENGLISH), "../")

    return seen
