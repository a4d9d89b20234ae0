"""The bridge: JSON in, JSON out, and nothing that comes in can break it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from funnel import attempts, rendering
from funnel.bridge import DEPTH_LIMIT, SIZE_LIMIT, connect
from funnel.model import Mode, Move
from funnel.moves import encode
from funnel.pack import load as load_pack
from funnel.rendering import REGIONS
from hypothesis import given, settings
from hypothesis import strategies as st

from sitebuild import catalogs
from sitebuild.locales import load
from tests.transcripts import careful

Ask = Callable[[dict[str, object]], dict[str, Any]]
SETUP = catalogs.setup("en", "solar")
HANDLER = connect(SETUP)
LOOK_UP = {"case": "found-card", "inquire": "look-up"}


@pytest.fixture
def ask() -> Ask:
    return lambda message: json.loads(HANDLER(json.dumps(message)))


def test_a_start_shows_every_region(ask: Ask) -> None:
    reply = ask({"kind": "start", "root": "../"})
    assert reply["kind"] == "shown"
    assert list(reply["regions"]) == list(REGIONS)


def test_a_move_gives_the_attempt_after_it_and_says_what_happened(ask: Ask) -> None:
    attempt = ask({"kind": "start"})["attempt"]
    reply = ask({"kind": "move", "attempt": attempt, "move": LOOK_UP})
    assert reply["attempt"]["moves"] == [LOOK_UP]
    assert "cardboard boxes" in reply["announce"]


def test_a_refused_move_is_explained_and_leaves_the_attempt_alone(ask: Ask) -> None:
    attempt = ask({"kind": "start"})["attempt"]
    reply = ask({"kind": "move", "attempt": attempt, "move": {"case": "found-card", "undo": True}})
    assert reply["refused"]
    assert reply["attempt"] == attempt
    assert reply["announce"] == "There is no mark to undo."


def test_a_conversion_goes_on_until_the_opportunity_has_come_to_its_end(ask: Ask) -> None:
    steps: list[tuple[dict[str, object], str, str]] = [
        ({"decide": "convert", "opportunity": "new"}, "pursuit", "The opportunity is open."),
        ({"advance": True}, "pursuit", ""),
        ({"forecast": 80, "amount": 1_200_000, "days": 45}, "pursuit", "The opportunity is on record."),
        ({"lose": "timing"}, "debrief", "Right, but guessed"),
    ]
    reply = ask({"kind": "start"})
    for move, phase, announced in steps:
        whole = {"case": "dismissed-supplier", **move}
        reply = ask({"kind": "move", "attempt": reply["attempt"], "move": whole})
        assert reply["phase"] == phase
        assert reply["announce"].startswith(announced)
        assert not reply["refused"]


def test_the_handler_keeps_nothing_between_messages(ask: Ask) -> None:
    """Another worker can go on with the attempt where one has died."""
    attempt = ask({"kind": "start"})["attempt"]
    first = ask({"kind": "move", "attempt": attempt, "move": LOOK_UP})
    assert ask({"kind": "move", "attempt": attempt, "move": LOOK_UP}) == first


@pytest.mark.parametrize("mode", Mode)
def test_what_is_kept_to_save_time_changes_no_reply(mode: Mode, ask: Ask) -> None:
    """A round replied to move by move, and each reply again with nothing kept."""
    attempt = ask({"kind": "start", "mode": str(mode)})["attempt"]
    pack = load_pack(json.loads(SETUP)["pack"])
    for case in pack.cases[:1] if mode is Mode.GUIDED else pack.cases[:6]:
        for action in careful(case):
            message = {"kind": "move", "attempt": attempt, "move": encode(Move(case.id, action))}
            reply = ask(message)
            attempts._latest.clear()
            rendering._kept.clear()
            assert ask(message) == reply
            attempt = reply["attempt"]


@pytest.mark.parametrize("locale", [locale.code for locale in load()])
def test_a_locale_is_a_view_and_changes_no_move(locale: str, ask: Ask) -> None:
    """The attempt of an English learner goes on in any language."""
    attempt = ask({"kind": "start"})["attempt"]
    played = ask({"kind": "move", "attempt": attempt, "move": LOOK_UP})["attempt"]
    elsewhere = json.loads(
        connect(catalogs.setup(locale, "solar"))(json.dumps({"kind": "show", "attempt": played}))
    )
    assert elsewhere["attempt"] == played


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        ("", "not-json"),
        ("{", "not-json"),
        ("{'kind': 'start'}", "not-json"),
        ('{"seed": NaN}', "not-json"),
        ('{"seed": 1e400}', "not-json"),
        ('{"seed": 1' + "0" * 5_000 + "}", "not-json"),
        ('{"kind": "start", "kind": "show"}', "not-json"),
        ('{"kind": "\\ud800"}', "not-json"),
        ("[]", "not-a-message"),
        ("7", "not-a-message"),
        ('{"kind": "steal"}', "unknown-kind"),
        ('{"kind": "start", "seed": "x"}', "bad-seed"),
        ('{"kind": "start", "mode": "cheat"}', "bad-choice"),
        ('{"kind": "start", "mode": []}', "bad-choice"),
        ('{"kind": "start", "definition": null}', "bad-choice"),
        ('{"kind": "start", "pack": "moon"}', "other-pack"),
        ('{"kind": "start", "root": "https://elsewhere.example/"}', "bad-root"),
        ('{"kind": "start", "root": "javascript:alert(1)//"}', "bad-root"),
        ('{"kind": "show"}', "damaged"),
        ("[" * 10_000, "too-deep"),
        ('{"a":' * (DEPTH_LIMIT + 1), "too-deep"),
        (" " * (SIZE_LIMIT + 1), "too-large"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_no_message_is_refused_by_name(message: str, problem: str) -> None:
    reply = json.loads(HANDLER(message))
    assert (reply["kind"], reply["problem"]) == ("refused", problem)


def test_brackets_inside_a_text_are_no_depth() -> None:
    assert json.loads(HANDLER(json.dumps({"kind": "[" * 100 + '\\"{'})))["problem"] == "unknown-kind"


@given(
    st.text(max_size=300)
    | st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists).map(json.dumps)
)
@settings(deadline=None)
def test_any_text_whatever_gets_a_reply(message: str) -> None:
    assert json.loads(HANDLER(message))["kind"] in {"refused", "shown"}
