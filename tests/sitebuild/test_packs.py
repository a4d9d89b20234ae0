"""Packs as authored: every fault at once, with file, line, path and cure; and texts for translators."""

import json
import re
from enum import StrEnum
from pathlib import Path

import pytest
from funnel.model import PRACTISED, Conversation, Criterion, Decision, Definition, Inquiry, Reason, Role
from jsonschema import Draft202012Validator

from sitebuild import packs
from sitebuild.packs import AuthoringError

BAD = Path(__file__).parent / "packs"
FAULTS = {
    "unknown-inquiry": r"bad\.unknown-inquiry\.yaml:41: unknown field 'ask-nead' @ \$\.cases\[0\]\.replies",
    "missing-field": r":21: missing field 'conversation' @ \$\.cases\[0\] \(add 'conversation'\)",
    "unknown-field": r":33: unknown field 'mood' @ \$\.cases\[0\]\.mood",
    "mistyped-number": r":3: found 'nine' @ \$\.budget \(write a whole number",
    "unknown-role": r":26: unknown role 'boss' @ \$\.cases\[0\]\.contact\.role \(one of: adviser",
    "repeated-key": r":5: 'title' is there twice @ \$\.title \(keep one",
    "repeated-case": r"'one' is there twice @ \$\.cases\[1\]\.id",
    "alias": r"an anchor, alias or tag @ line 5 \(write the text out\)[\s\S]*line 6",
    "tag": r"an anchor, alias or tag @ line 3",
    "unshown-truth": r"afford is yes, and no sentence shows it @ \$\.cases\[0\]\.truth\.afford",
    "evidence-against-truth": r"a sentence shows fit: no, the truth is yes",
    "verdict-against-rules": r"stated qualify, the rules say disqualify no-need @ \$\.cases\[0\]\.verdicts",
    "reason-without-exit": r"decision 'nurture' @ \$\.cases\[0\]\.verdicts\.deal \(a reason belongs",
    "unknown-opportunity": r"unknown opportunity 'shed' @ \$\.cases\[0\]\.opportunity \(one of: roof\)",
    "empty-text": r"found an empty text @ \$\.cases\[0\]\.afterwards",
    "bad-id": r":21: found 'একটি' @ \$\.cases\[0\]\.id \(at most 32 ASCII",
    "finding-unknown": r"found 'unknown' @ \$\.cases\[0\]\.truth\.fit \(leave out",
    "not-yaml": r"not YAML",
    "not-a-pack": r"found a list @ \$ \(write a mapping",
}


def faults(name: str) -> str:
    """What is said of a bad file."""
    with pytest.raises(AuthoringError) as caught:
        packs.read(BAD / f"bad.{name}.yaml")
    return str(caught.value)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_with_its_place_and_cure(name: str) -> None:
    said = faults(name)
    assert re.search(FAULTS[name], said), said


def test_every_fault_of_a_file_is_named_at_once() -> None:
    said = faults("four-faults")
    for found in ("'nine'", "'boss'", "'ask-nead'", "an empty text"):
        assert found in said
    assert len(said.splitlines()) == 4


def test_every_bad_file_has_its_expectation() -> None:
    names = {path.name.removeprefix("bad.").removesuffix(".yaml") for path in BAD.glob("bad.*.yaml")}
    assert names == {*FAULTS, "four-faults"}


def test_a_sound_pack_is_read() -> None:
    assert packs.read(BAD / "good.yaml").pack.cases[0].id == "one"


@pytest.mark.parametrize("name", packs.names())
def test_every_pack_that_ships_is_sound(name: str) -> None:
    assert packs.read(packs.PACKS / name / "pack.yaml").pack.id == name


def test_a_message_tells_its_translator_who_speaks_and_what_it_must_show() -> None:
    messages = {message.context: message for message in packs.messages(packs.read(BAD / "good.yaml"))}
    reply = messages["one.replies.ask-need[0].text"]
    assert reply.text == "No, we do not."
    assert reply.note.startswith("Said by the contact, in answer")
    assert "Must clearly show need: no." in reply.note


def test_a_finding_is_never_taken_for_a_text() -> None:
    texts = {message.text for message in packs.messages(packs.read(BAD / "good.yaml"))}
    assert texts.isdisjoint({"yes", "no"})


def test_a_localised_pack_differs_in_its_words_only() -> None:
    authored = packs.read(BAD / "good.yaml")
    loud = packs.localised(authored, lambda _, text: text.upper())
    assert loud["title"] == "A SMALL PACK"
    assert loud["id"] == "small"
    assert loud["questions"] == {name: text.upper() for name, text in authored.document["questions"].items()}  # type: ignore[attr-defined]
    assert "note" not in str(loud)


SCHEMA = json.loads((packs.PACKS / "pack.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("name", packs.names())
def test_the_editors_schema_accepts_every_pack_that_ships(name: str) -> None:
    Draft202012Validator(SCHEMA).validate(packs.read(packs.PACKS / name / "pack.yaml").document)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (SCHEMA["$defs"]["criterion"]["enum"], Criterion),
        (SCHEMA["$defs"]["verdict"]["properties"]["decision"]["enum"], Decision),
        (SCHEMA["$defs"]["verdict"]["properties"]["reason"]["enum"], Reason),
        (SCHEMA["$defs"]["case"]["properties"]["conversation"]["enum"], Conversation),
        (SCHEMA["$defs"]["case"]["properties"]["contact"]["properties"]["role"]["enum"], Role),
        (SCHEMA["$defs"]["case"]["properties"]["replies"]["propertyNames"]["enum"], Inquiry),
        (list(SCHEMA["$defs"]["case"]["properties"]["verdicts"]["properties"]), Definition),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_editors_schema_knows_the_engines_words(words: list[str], kind: type[StrEnum]) -> None:
    assert words == list(kind)


def test_the_editors_schema_knows_the_good_practice_that_an_author_may_ask_for() -> None:
    """The rest is asked for by every deal."""
    words = SCHEMA["$defs"]["case"]["properties"]["process"]["items"]["enum"]
    assert words == list(PRACTISED)
