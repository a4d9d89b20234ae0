"""The figures on the page *How the score works* are the engine's, in every language and in its own digits."""

import re
from functools import cache
from statistics import mean

import pytest
from funnel.forecast import DEFAULTS, EVEN, LEAST, MOST, WEIGHTS
from funnel.formats import digits
from funnel.model import Advance, Definition, Fact, Finding, Inquiry, Refer, Renew, Sign
from funnel.moves import COSTS, DECISION_COST, cost
from funnel.scoring import (
    EFFORT,
    ENDING,
    EVIDENCE,
    GUESS,
    PRECISION,
    PROCESS,
    PURSUED_GUESS,
    RECALL,
    TOLERANCE,
    VERDICT,
)

from sitebuild import packs, players, proof
from sitebuild.locales import ROOT, find, load

CODES = [locale.code for locale in load()]
TENTH = {"en": "a tenth", "bn": "এক-দশমাংশ", "gu": "દસમા ભાગ", "fil": "10%", "fa": "یک‌دهم"}
"""How each language says by how much an amount on record may be off; only one writes a figure."""
SAME_MOST, DICE_LESS = 45, 10
"""What the page says: who always does the same gets at most so much, who rolls dice less than that."""
ROUNDS = 40

type Rows = list[list[str]]


@cache
def sections(code: str) -> dict[str, str]:
    """The page's Markdown by the anchor of each heading; what comes first is under no name."""
    page = (ROOT / "docs" / code / "learn" / "how-the-score-works.md").read_text("utf-8")
    body = page.split("\n---\n", 1)[1]
    first, *others = re.split(r"^## .*\{ #([\w-]+) \}$", body, flags=re.MULTILINE)
    return {"": first} | dict(zip(others[::2], others[1::2], strict=True))


def table(code: str, anchor: str) -> Rows:
    """The cells of the one table in a section, without its head."""
    lines = [line for line in sections(code)[anchor].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def outside(code: str, anchor: str) -> str:
    """A section without its table."""
    return "\n".join(line for line in sections(code)[anchor].splitlines() if not line.startswith("|"))


def numbers(code: str, text: str) -> list[int]:
    """The whole numbers of a text; those in the digits of another script are none."""
    own = digits("0123456789", find(code).digits)
    return [int(found) for found in re.findall(f"[{own}]+", text)]


def signed(code: str, points: int) -> str:
    """Points as the page must write them: the locale's digits, a true minus, left to right in any script."""
    sign = "+" if points > 0 else "\u2212"
    shown = f"{sign}{digits(str(abs(points)), find(code).digits)}"
    return f'<bdi dir="ltr">{shown}</bdi>' if find(code).direction == "rtl" else shown


@pytest.mark.parametrize("code", CODES)
def test_the_page_gives_the_points_of_the_four_parts(code: str) -> None:
    parts = [VERDICT, EVIDENCE, PROCESS, EFFORT]
    assert numbers(code, sections(code)[""]) == [sum(parts), *parts]
    rows = table(code, "parts")
    assert [numbers(code, points) for _, points, _ in rows] == [[points] for points in parts]
    assert list(dict.fromkeys(numbers(code, rows[1][2]))) == [RECALL, PRECISION]


@pytest.mark.parametrize("code", CODES)
def test_the_page_gives_the_points_of_a_guess(code: str) -> None:
    assert numbers(code, outside(code, "parts"))[-2:] == [GUESS, PURSUED_GUESS]


@pytest.mark.parametrize("code", CODES)
def test_the_page_gives_the_points_of_an_opportunitys_end(code: str) -> None:
    """And by how much an amount on record may be off."""
    section = sections(code)["opportunity"]
    assert set(numbers(code, section)) - {100 // TOLERANCE} == {VERDICT, ENDING}
    assert TOLERANCE == 10
    assert TENTH[code] in section


@pytest.mark.parametrize("code", CODES)
def test_the_page_gives_the_hours_of_every_move(code: str) -> None:
    asking = {Inquiry.CALL, *(inquiry for inquiry in Inquiry if inquiry.criterion)}
    groups = [
        {cost(inquiry) for inquiry in Inquiry if inquiry not in asking},
        {cost(inquiry) for inquiry in asking},
        {DECISION_COST},
        {COSTS[Advance]},
        {COSTS[kind] for kind in (Sign, Renew, Refer)},
        {0},
    ]
    assert [numbers(code, hours) for _, hours in table(code, "hours")] == [list(hours) for hours in groups]


def test_only_the_moves_in_the_table_of_hours_cost_any() -> None:
    assert set(COSTS) == {Advance, Sign, Renew, Refer}


@pytest.mark.parametrize("code", CODES)
def test_the_page_gives_the_defaults_of_the_stages(code: str) -> None:
    stages, evidence = (line for line in sections(code)["forecast"].splitlines() if line.startswith("- "))
    assert numbers(code, stages) == list(DEFAULTS.values())
    assert numbers(code, evidence) == [EVEN, LEAST, MOST]


@pytest.mark.parametrize("code", CODES)
def test_the_page_gives_the_weight_of_every_fact(code: str) -> None:
    weights = [[WEIGHTS[fact][finding] for finding in (Finding.YES, Finding.NO)] for fact in Fact]
    assert [row[1:] for row in table(code, "forecast")] == [
        [signed(code, points) for points in row] for row in weights
    ]


@pytest.mark.parametrize("code", CODES)
def test_the_page_gives_what_players_with_no_thought_get(code: str) -> None:
    """Zero is a word in some languages."""
    assert set(numbers(code, sections(code)["fixed"])) - {0} == {SAME_MOST, DICE_LESS, 100}


@pytest.mark.parametrize("name", packs.names())
def test_players_with_no_thought_get_no_more_than_the_page_says(name: str) -> None:
    pack = packs.read(packs.PACKS / name / "pack.yaml").pack
    rolled = proof.random_rounds(pack, ROUNDS)
    for definition in Definition:
        same = [proof.percent(pack, play(pack, definition, 1), definition) for play in players.SAME.values()]
        assert max(same) <= SAME_MOST
        assert mean(proof.percent(pack, state, definition) for state in rolled) < DICE_LESS
