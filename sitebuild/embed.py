"""Fills the site's elements: `<funnel-simulator>` by the engine, `<funnel-diagram>` with a drawing."""

import json
import re
from functools import cache

from funnel import rendering
from funnel.attempts import encode, start
from funnel.definitions import LEAD, judge
from funnel.model import Attempt, Case, Definition, Finding, Inquire, Inquiry, Move, Pack
from funnel.pack import load
from funnel.paths import cheapest
from funnel.view import View, view
from funnel.words import Words

from sitebuild import catalogs, packs
from sitebuild.diagrams import diagram
from sitebuild.locales import find

PACK = "solar"
"""The pack that the practice page and the articles take their contacts from."""

_ELEMENT = re.compile(
    r"(?:<p>\s*)?<(?P<name>funnel-(?:simulator|diagram))"
    r"(?:\s+(?:decision=\"(?P<case>[\w-]+)\"|kind=\"(?P<kind>[\w-]+)\"))?\s*></(?P=name)>(?:\s*</p>)?"
)


def embed(html: str, *, locale: str, root: str, build: str = "") -> str:
    """The page's HTML with each element filled.

    `root` leads from the page to the site's root, `build` names the simulator's folder.

    KeyError names a case that the pack does not have, or a kind of diagram that there is not.
    """

    def fill(match: re.Match[str]) -> str:
        if match["name"] == "funnel-diagram":
            return diagram(match["kind"] or "", locale)
        if match["case"]:
            return rendering.decision(_decision(locale, match["case"], root))
        return _simulator(locale, root, build)

    return _ELEMENT.sub(fill, html)


def _simulator(code: str, root: str, build: str) -> str:
    locale, pack = find(code), _pack(code)
    home = root + locale.prefix
    attempt = start(pack)
    shown = view(pack, attempt, _words(code), home, catalogs.offers(code))
    return rendering.simulator(
        shown,
        pack=PACK,
        locale=code,
        lang=locale.language,
        digits=locale.digits,
        root=home,
        attempt=json.dumps(encode(attempt)),
        build=f"{root}simulator/{build}/",
    )


def _decision(code: str, case_id: str, root: str) -> View:
    """The view of a case in which everything that a verdict needs has been found out."""
    pack = _pack(code)
    attempt = start(pack)
    found_out = tuple(Move(case_id, Inquire(inquiry)) for inquiry in _telling(pack.case(case_id)))
    played = Attempt(pack.id, pack.version, attempt.seed, attempt.definition, attempt.mode, found_out)
    return view(pack, played, _words(code), root + find(code).prefix)


def _telling(case: Case) -> tuple[Inquiry, ...]:
    """The inquiries of the cheapest path, and those about a lead's marks that are asked in vain."""
    _, path = cheapest(case, judge(Definition.CRITERIA, case))
    vain = {criterion for criterion in LEAD if case.finding(criterion) is Finding.UNKNOWN}
    asked_in_vain = vain if vain and path[-1].criterion in vain else set()
    return tuple(inquiry for inquiry in Inquiry if inquiry in path or inquiry.criterion in asked_in_vain)


@cache
def _pack(code: str) -> Pack:
    authored = packs.read(packs.PACKS / PACK / "pack.yaml")
    return load(packs.localised(authored, catalogs.translations(code, PACK).pgettext))


@cache
def _words(code: str) -> Words:
    return Words(catalogs.translations(code, "engine"), catalogs.engine_locale(find(code)))
