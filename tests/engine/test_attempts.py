"""Attempts: their saved form, and what is said of one that cannot be read."""

import json

import pytest
from funnel.attempts import decode, encode, order, replay, start
from funnel.errors import AttemptError, MessageError
from funnel.model import (
    Attempt,
    Criterion,
    Decide,
    Decision,
    Finding,
    Hint,
    Inquire,
    Inquiry,
    Mark,
    Mode,
    Move,
    Open,
    Pack,
    Undo,
)
from funnel.moves import decode as decode_move
from funnel.moves import encode as encode_move

MOVES = (
    Move("rfp", Open()),
    Move("rfp", Inquire(Inquiry.LOOK_UP)),
    Move("rfp", Mark(Criterion.FIT, Finding.YES, "look-up.1")),
    Move("rfp", Mark(Criterion.NEED, Finding.YES, None)),
    Move("rfp", Undo()),
    Move("rfp", Hint()),
    Move("rfp", Decide(Decision.CONVERT, opportunity="new")),
)


def played(pack: Pack, seed: int = 0) -> Attempt:
    fresh = start(pack, seed=seed)
    return Attempt(fresh.pack, fresh.pack_version, seed, fresh.definition, fresh.mode, MOVES)


def test_a_saved_attempt_comes_back_the_same(pack: Pack) -> None:
    attempt = played(pack, seed=99)
    assert decode(json.loads(json.dumps(encode(attempt))), pack) == attempt


@pytest.mark.parametrize("move", MOVES, ids=lambda move: type(move.action).__name__)
def test_a_move_is_small_ascii_and_comes_back_the_same(move: Move) -> None:
    text = json.dumps(encode_move(move))
    assert text.isascii()
    assert len(text) < 100
    assert decode_move(json.loads(text)) == move


def test_a_replay_ends_where_the_moves_did(pack: Pack) -> None:
    state = replay(pack, played(pack))
    assert state.current == "rfp"
    assert state.here.decided == MOVES[-1].action
    assert Criterion.NEED not in state.here.findings()


def test_seed_nought_keeps_the_authors_order_and_others_shuffle(pack: Pack) -> None:
    authored = tuple(case.id for case in pack.cases)
    assert order(pack, start(pack)) == authored
    assert order(pack, start(pack, seed=3)) != authored
    assert sorted(order(pack, start(pack, seed=3))) == sorted(authored)


@pytest.mark.parametrize("seed", [0, 3])
def test_a_guided_attempt_has_the_first_case_of_its_order_alone(seed: int, pack: Pack) -> None:
    guided, practised = start(pack, seed=seed, mode=Mode.GUIDED), start(pack, seed=seed)
    assert order(pack, guided) == order(pack, practised)[:1]


def test_an_assessment_has_all_cases_in_the_order_of_its_seed(pack: Pack) -> None:
    assert order(pack, start(pack, seed=3, mode=Mode.ASSESSMENT)) == order(pack, start(pack, seed=3))


def test_a_replay_draws_from_the_attempts_own_seed(pack: Pack) -> None:
    assert replay(pack, start(pack, seed=3)).seed == 3


@pytest.mark.parametrize("mode", Mode)
def test_hints_are_given_in_every_mode_but_an_assessment(mode: Mode, pack: Pack) -> None:
    assert replay(pack, start(pack, mode=mode)).hints_given is (mode is not Mode.ASSESSMENT)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"format": 2}, "version"),
        ({"format": None}, "version"),
        ({"packVersion": 99}, "version"),
        ({"pack": "tiles"}, "version"),
        ({"seed": -1}, "damaged"),
        ({"seed": True}, "damaged"),
        ({"seed": 1 << 32}, "damaged"),
        ({"definition": "mood"}, "damaged"),
        ({"mode": "cheat"}, "damaged"),
        ({"moves": {}}, "damaged"),
        ({"moves": [{}]}, "damaged"),
        ({"moves": [{"case": "nobody", "undo": True}]}, "damaged"),
        ({"moves": [{"case": "rfp", "undo": True}] * 2_001}, "damaged"),
    ],
    ids=str,
)
def test_what_cannot_be_read_is_told_from_what_is_of_another_version(
    change: dict[str, object], code: str, pack: Pack
) -> None:
    with pytest.raises(AttemptError) as caught:
        decode(encode(played(pack)) | change, pack)
    assert caught.value.code == code


@pytest.mark.parametrize("document", [None, [], "x", 7])
def test_an_attempt_that_is_no_object_is_damaged(document: object, pack: Pack) -> None:
    with pytest.raises(AttemptError, match="damaged"):
        decode(document, pack)


@pytest.mark.parametrize(
    "document",
    [
        [],
        {},
        {"case": "rfp"},
        {"case": "rfp", "undo": True, "open": True},
        {"case": "rfp", "inquire": "bribe"},
        {"case": "rfp", "inquire": "call", "twice": True},
        {"case": "রফ", "undo": True},
        {"case": "x" * 65, "undo": True},
        {"case": 7, "undo": True},
        {"case": "rfp", "mark": "need"},
        {"case": "rfp", "mark": "need", "finding": "maybe"},
        {"case": "rfp", "decide": "disqualify", "reason": "mood"},
    ],
    ids=str,
)
def test_what_is_no_move_is_refused_by_name(document: object) -> None:
    with pytest.raises(MessageError, match="bad-move"):
        decode_move(document)
