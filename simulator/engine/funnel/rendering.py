"""State becomes HTML, region by region, from the templates beside this module.

The build renders the first contact with it, and Pyodide every step after: one source for both.
Everything is autoescaped; texts of a pack are data, never markup.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, Environment, ModuleLoader, PackageLoader, StrictUndefined

from funnel.definitions import judge
from funnel.model import (
    NEW_OPPORTUNITY,
    Decision,
    Definition,
    Finding,
)
from funnel.rules import CaseState
from funnel.view import View

if TYPE_CHECKING:
    from funnel.recording import Recorded

REGIONS = (
    *("start", "thread", "pursuit", "contact", "conversation", "coach", "moves", "debrief"),
    *("contacts", "funnel", "round", "forms", "code"),
)
"""The parts of the page that change on their own; each is one template."""

_COMPILED = __file__.rpartition("/")[0] + "/compiled"
"""Where the build ships the templates as bytecode, so that no phone has to compile them."""

_ENVIRONMENT = Environment(
    loader=ChoiceLoader([ModuleLoader(_COMPILED), PackageLoader("funnel")]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


_kept: dict[str, tuple[tuple[object, ...], str]] = {}
"""The latest HTML of each region that most moves leave as it is, with what it was made of."""


def regions(shown: View) -> dict[str, str]:
    """The HTML of every region by its name."""
    return {name: _region(name, shown) for name in REGIONS}


def _region(name: str, shown: View) -> str:
    """A region's HTML; an assessment keeps to itself what would tell how a case was judged."""
    if name == "debrief" and shown.coaching.is_silent:
        return _render("noted.html", shown)
    if name not in _MADE_OF:
        return _render(f"{name}.html", shown)
    terms = (shown.pack, shown.attempt._replace(moves=()), shown.words, shown.root, shown.offers)
    made_of = (*terms, shown.is_over, *_MADE_OF[name](shown))
    kept = _kept.get(name)
    if kept is None or kept[0] != made_of:
        kept = _kept[name] = made_of, _render(f"{name}.html", shown)
    return kept[1]


_MADE_OF: Mapping[str, Callable[[View], Iterable[object]]] = {
    "start": lambda shown: [bool(shown.attempt.moves)],
    "funnel": lambda shown: [case if case.decided else None for case in shown.state.cases.values()],
    "round": lambda shown: [case if _is_told_of(case) else None for case in shown.state.cases.values()],
    "forms": lambda shown: [shown.state.current, shown.heard, shown.here.decided, shown.here.pursuit],
}
"""What a region shows beside the terms of the round and whether it is over."""


def _is_told_of(case: CaseState) -> bool:
    """Whether the end of a round says something about a case: it is closed, or its customer has answered."""
    return case.is_over or bool(case.pursuit and case.pursuit.signed)


def replayed(shown: View, *, whole: View, news: str) -> dict[str, str]:
    """The regions of an attempt that is only watched, as far as ``shown`` has come of ``whole``."""
    step, count = len(shown.attempt.moves), len(whole.attempt.moves)
    return regions(shown) | {
        "start": _render("watching.html", shown),
        "moves": _render("replay.html", shown, step=step, count=count, news=news),
        "forms": "",
        "code": _render("code.html", whole, is_given=True),
    }


def record(recorded: "Recorded") -> str:
    """The learner's own record."""
    return _ENVIRONMENT.get_template("record.html").render(record=recorded)


def simulator(shown: View, **attributes: str) -> str:
    """The whole simulator as the page first holds it; ``attributes`` become data-… on the element."""
    return _render("simulator.html", shown, regions=regions(shown), attributes=attributes)


def decision(shown: View) -> str:
    """One decision for an article: the contact, what is known, and each answer with its outcome."""
    return _render(
        "decision.html", shown, NEW=NEW_OPPORTUNITY, judgement=judge(shown.attempt.definition, shown.case)
    )


def _render(template: str, shown: View, **extra: object) -> str:
    return _ENVIRONMENT.get_template(template).render(
        view=shown,
        case=shown.case,
        words=shown.words,
        text=shown.words.play,
        debrief=shown.words.debrief,
        Decision=Decision,
        Definition=Definition,
        Finding=Finding,
        **extra,
    )
