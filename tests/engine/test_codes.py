"""Result codes: short, the same everywhere, and clear about what is wrong with one."""

import json
import os
import string
from collections.abc import Callable
from copy import replace
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from funnel import attempts, moves
from funnel.attempts import MOVES_LIMIT, replay, start
from funnel.codes import ALPHABET, FORMAT, decode, encode, head, number
from funnel.errors import CodeError, MessageError
from funnel.model import (
    Action,
    Attempt,
    Case,
    Criterion,
    Decide,
    Decision,
    Definition,
    Finding,
    Forecast,
    Mark,
    Mode,
    Move,
    Open,
    Pack,
    Reason,
    Undo,
)
from funnel.moves import AMOUNT_LIMIT, DAYS_LIMIT, PROBABILITY_LIMIT
from funnel.pack import load
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.codes import MOVES, rounds
from sitebuild import packs

FILE = Path(__file__).with_name("codes.vectors.json")
VECTORS = json.loads(FILE.read_text("utf-8"))
SMALL = load(VECTORS["pack"])
"""A pack of five cases without texts, which stays as it is."""
SAMPLES = [vector["code"] for vector in VECTORS["attempts"]]
REWRITE = os.environ.get("REWRITE_GOLDEN") == "1"

SENTENCES = tuple(
    sentence.id for case in SMALL.cases for reply in case.replies.values() for sentence in reply
)
NAMES = st.one_of(
    st.none(),
    st.sampled_from(["source.1", *SENTENCES, "new", *(one.id for one in SMALL.opportunities)]),
    st.text(st.characters(max_codepoint=127), max_size=64),
)
NUMBERS = st.one_of(
    st.integers(0, AMOUNT_LIMIT), st.builds(lambda n, e: n * 10**e, st.integers(0, 10**4), st.integers(0, 8))
)
MADE_OF = {
    Mark: st.builds(Mark, st.sampled_from(Criterion), st.sampled_from(Finding), NAMES),
    Decide: st.one_of(
        st.builds(Decide, st.sampled_from(Decision), st.sampled_from([None, *Reason]), NAMES),
        st.sampled_from([Decide(Decision.CONVERT, opportunity="new"), Decide(Decision.NURTURE)]),
    ),
    Forecast: st.builds(Forecast, NUMBERS, st.integers(0, PROBABILITY_LIMIT), st.integers(0, DAYS_LIMIT)),
}
ACTIONS = st.one_of([MADE_OF.get(kind, st.from_type(kind)) for kind in get_args(Action.__value__)])
ATTEMPTS = st.builds(
    Attempt,
    st.just(SMALL.id),
    st.just(SMALL.version),
    st.integers(0, (1 << 32) - 1),
    st.sampled_from(Definition),
    st.sampled_from(Mode),
    st.lists(st.builds(Move, st.sampled_from([case.id for case in SMALL.cases]), ACTIONS), max_size=60).map(
        tuple
    ),
)


def small(number: int, version: int) -> Pack:
    """Whatever pack is asked for, the small one is found."""
    return SMALL


def cause(code: str, pack_of: Callable[[int, int], Pack | None] = small) -> str:
    """What is said to be wrong with a code; nothing if it can be read."""
    try:
        decode(code, pack_of)
    except CodeError as error:
        return error.code
    return ""


def many(pack: Pack, count: int) -> tuple[Case, ...]:
    """A pack's cases again and again, under new ids."""
    return tuple(replace(pack.cases[n % len(pack.cases)], id=f"{n}") for n in range(count))


def sealed(body: int, code_format: int = FORMAT) -> str:
    """A code around any body, made by the description alone."""
    digits = []
    while body:
        body, digit = divmod(body, 32)
        digits.append(digit)
    length = 12 + len(digits) + 6
    text = ((code_format << 20 | number(SMALL.id)) << 10 | SMALL.version) << 15 | length
    text = text << 10 | text % 1_021
    for digit in reversed(digits):
        text = text << 5 | digit
    text = text << 30 | text % 1_073_741_789
    return "".join(ALPHABET[text >> 5 * place & 31] for place in reversed(range(length)))


@given(ATTEMPTS)
@settings(deadline=None)
def test_every_attempt_comes_back_the_same(attempt: Attempt) -> None:
    """Of all kinds of moves, those included that the rules refuse."""
    assert decode(encode(SMALL, attempt), small) == attempt


@pytest.mark.parametrize("name", packs.names())
def test_careful_rounds_of_every_pack_fit_into_350_characters(name: str) -> None:
    """Twelve moves a case, and each pursuit to its end on top."""
    pack = packs.read(packs.PACKS / name / "pack.yaml").pack
    for attempt in rounds(pack, 9):
        code = encode(pack, attempt)
        assert len(attempt.moves) >= MOVES * 12
        assert len(code) <= 350
        assert decode(code, lambda *_: pack) == attempt


def test_careful_rounds_are_played_to_their_end() -> None:
    """Otherwise their length would prove nothing: with hours enough, every move is carried out."""
    pack = replace(SMALL, budget=1_000)
    for attempt in rounds(pack, 3):
        state = replay(pack, attempt)
        assert state.refusal is None
        assert all(case.is_over for case in state.cases.values())


@pytest.mark.parametrize("place", range(len(SAMPLES)))
def test_a_vector_keeps_its_code(place: int) -> None:
    """Old codes must stay readable: if one of these changes, raise ``codes.FORMAT`` and rewrite them."""
    vector = VECTORS["attempts"][place]
    attempt = attempts.decode(vector["attempt"], SMALL)
    if REWRITE:
        vector["code"] = encode(SMALL, attempt)
        FILE.write_text(json.dumps(VECTORS, indent=2) + "\n", "utf-8")
    assert encode(SMALL, attempt) == vector["code"]
    assert decode(vector["code"], small) == attempt


def test_texts_and_the_order_of_fields_take_no_part() -> None:
    """So a code is the same in every language."""

    def translated(value: object, name: str = "") -> object:
        if isinstance(value, list):
            return [translated(item) for item in value]
        if not isinstance(value, dict):
            return "ক" if name in packs.TEXTS else value
        kept = name in packs.FINDINGS
        return {key: item if kept else translated(item, key) for key, item in reversed(value.items())}

    other = load(translated(VECTORS["pack"]))
    assert other != SMALL
    for vector in VECTORS["attempts"]:
        assert encode(other, attempts.decode(vector["attempt"], other)) == vector["code"]


@pytest.mark.parametrize("code", SAMPLES, ids=len)
def test_any_single_wrong_character_is_damage(code: str) -> None:
    for place, right in enumerate(code):
        for wrong in ALPHABET.replace(right, ""):
            assert cause(code[:place] + wrong + code[place + 1 :]) == "damaged"


@pytest.mark.parametrize("code", SAMPLES, ids=len)
def test_any_two_neighbours_that_changed_places_are_damage(code: str) -> None:
    for place, (left, right) in enumerate(pairwise(code)):
        if left != right:
            assert cause(code[:place] + right + left + code[place + 2 :]) == "damaged"


@pytest.mark.parametrize("code", SAMPLES, ids=len)
def test_a_code_without_its_end_is_truncated_wherever_it_stops(code: str) -> None:
    assert {cause(code[:place]) for place in range(len(code))} == {"truncated"}


@pytest.mark.parametrize("surplus", ["0", "Z", "00", "."], ids=str)
def test_a_code_with_something_behind_it_is_damaged(surplus: str) -> None:
    assert cause(SAMPLES[1] + surplus) == "damaged"


@pytest.mark.parametrize("letter", ["U", "u", "é", "ক", "_", "\0", "\ud800"], ids=ascii)
def test_a_character_that_no_code_has_is_damage(letter: str) -> None:
    assert cause(SAMPLES[1][:20] + letter + SAMPLES[1][20:]) == "damaged"


def test_a_code_is_read_however_it_was_written_down() -> None:
    code = SAMPLES[1]
    typed = code.lower().replace("0", "o").replace("1", "l")
    grouped = "-".join(code[place : place + 4] for place in range(0, len(code), 4))
    for written in (typed, typed.upper(), code.replace("1", "i"), grouped, f" \u200f{grouped}\u200e\r\n"):
        assert decode(written, small) == decode(code, small)


def test_a_code_holds_only_letters_that_are_not_confused() -> None:
    assert set("".join(SAMPLES)) <= set(string.digits + string.ascii_uppercase) - set("ILOU")


def test_a_code_of_another_pack_says_so() -> None:
    other = replace(SMALL, id="another")
    assert cause(SAMPLES[1], lambda *_: other) == "other-pack"
    assert cause(SAMPLES[1], lambda *_: None) == "other-pack"


def test_a_code_of_another_version_of_its_pack_says_so() -> None:
    assert cause(SAMPLES[1], lambda *_: replace(SMALL, version=SMALL.version + 1)) == "other-version"


def test_a_code_of_a_newer_format_says_so_whatever_follows_its_head() -> None:
    newer = sealed(1 << 99, FORMAT + 1)
    assert cause(newer) == "newer-format"
    assert cause(newer[:-1] + "0") == "newer-format"


def test_a_pack_is_found_by_what_the_head_says() -> None:
    assert head(SAMPLES[1]) == (number(SMALL.id), SMALL.version)
    asked = []

    def fetched(named: int, version: int) -> Pack:
        asked.append((named, version))
        return SMALL

    decode(SAMPLES[1], fetched)
    assert asked == [(number(SMALL.id), SMALL.version)]


def test_no_two_packs_have_the_same_number() -> None:
    assert len({number(name) for name in packs.names()}) == len(packs.names())


@given(st.text())
def test_no_text_whatever_raises_anything_but_a_code_error(text: str) -> None:
    assert cause(text) in {"damaged", "truncated"}


@given(st.one_of(st.integers(0, 1 << 300), st.integers(0, 1 << 60).map(lambda n: n << 60)))
@settings(deadline=None, max_examples=50)
def test_a_forged_code_is_a_legal_attempt_or_damaged(body: int) -> None:
    """With both checks right and any body at all."""
    code = sealed(body)
    if not cause(code):
        attempt = decode(code, small)
        assert attempts.decode(attempts.encode(attempt), SMALL) == attempt
        assert decode(encode(SMALL, attempt), small) == attempt
    assert cause(code) in {"", "damaged"}


def test_the_longest_attempt_that_can_be_played_has_a_code() -> None:
    """A new record at every move, never with a round figure, of one deal and the other in turn."""
    pack = replace(SMALL, budget=1_000, cases=many(SMALL, 64))
    ids = [case.id for case in pack.cases]
    opened = [Move(case, Decide(Decision.CONVERT, opportunity="new")) for case in ids]
    records = [
        Move(ids[-(n % 2) * 9], Forecast(AMOUNT_LIMIT - 1 - 2 * n, 99, DAYS_LIMIT - 1))
        for n in range(MOVES_LIMIT - len(opened))
    ]
    attempt = replace(start(pack), moves=(*opened, *records))
    assert decode(encode(pack, attempt), lambda *_: pack) == attempt


def test_more_strange_names_than_a_code_can_hold_are_refused() -> None:
    strange = Move(SMALL.cases[0].id, Mark(Criterion.NEED, Finding.YES, "~" * 64))
    with pytest.raises(ValueError, match="do not fit"):
        encode(SMALL, replace(start(SMALL), moves=(strange,) * MOVES_LIMIT))


@pytest.mark.parametrize(
    "action",
    [
        Forecast(AMOUNT_LIMIT + 1, 50, 30),
        Forecast(-1, 50, 30),
        Forecast(1, PROBABILITY_LIMIT + 1, 30),
        Forecast(1, 50, DAYS_LIMIT + 1),
        Mark(Criterion.NEED, Finding.YES, "x" * 65),
        Mark(Criterion.NEED, Finding.YES, "নাম"),
    ],
    ids=repr,
)
def test_a_move_that_could_not_be_saved_gets_no_code(action: Action) -> None:
    move = Move(SMALL.cases[0].id, action)
    with pytest.raises(MessageError):
        moves.decode(moves.encode(move))
    with pytest.raises(ValueError, match=r"."):
        encode(SMALL, replace(start(SMALL), moves=(move,)))


@pytest.mark.parametrize(
    "attempt",
    [
        replace(start(SMALL), pack="another"),
        replace(start(SMALL), pack_version=SMALL.version + 1),
        replace(start(SMALL), seed=1 << 32),
        replace(start(SMALL), moves=(Move("nobody", Open()),)),
        replace(start(SMALL), moves=(Move(SMALL.cases[0].id, Undo()),) * (MOVES_LIMIT + 1)),
    ],
    ids=["another pack", "another version", "too great a seed", "an unknown case", "too many moves"],
)
def test_what_could_not_be_a_saved_attempt_gets_no_code(attempt: Attempt) -> None:
    with pytest.raises(ValueError, match=r"."):
        encode(SMALL, attempt)


def test_every_move_of_a_vector_is_one_that_may_be_saved() -> None:
    saved = [move for vector in VECTORS["attempts"] for move in vector["attempt"]["moves"]]
    assert {kind for move in saved for kind in move} >= {"inquire", "mark", "decide", "forecast", "hint"}
    assert all(moves.encode(moves.decode(move)) == move for move in saved)
