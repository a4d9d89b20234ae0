"""A pack's JSON becomes the model, or all of its faults are said."""

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from funnel.attempts import order, start
from funnel.errors import PackError, Problem
from funnel.model import Criterion, Decision, Definition, Finding, Inquiry, Pack
from funnel.pack import load
from funnel.rules import beginning

from sitebuild import catalogs


@pytest.fixture
def document() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(catalogs.setup("en", "solar"))["pack"]
    return copy.deepcopy(loaded)


def test_a_case_keeps_what_its_author_wrote(pack: Pack) -> None:
    case = pack.case("found-card")
    assert case.finding(Criterion.FIT) is Finding.YES
    assert case.finding(Criterion.NEED) is Finding.UNKNOWN
    assert [sentence.id for sentence in case.replies[Inquiry.CALL]] == ["call.1", "call.2"]
    assert case.verdicts[Definition.CRITERIA].decision is Decision.NURTURE


@pytest.mark.parametrize("definition", Definition)
def test_every_case_has_a_verdict_under_every_definition(pack: Pack, definition: Definition) -> None:
    assert all(case.verdicts[definition].because for case in pack.cases)


@pytest.mark.parametrize(
    "field", ["id", "contact", "conversation", "truth", "replies", "process", "verdicts", "afterwards"]
)
def test_a_missing_field_of_a_case_is_named(field: str, document: dict[str, Any]) -> None:
    del document["cases"][3][field]
    with pytest.raises(PackError) as caught:
        load(document)
    assert f"missing field '{field}' @ $.cases[3] (add '{field}')" in str(caught.value)


@pytest.mark.parametrize(
    "value", [None, 7, [], "", "x" * 20_001], ids=["nothing", "number", "list", "empty", "endless"]
)
def test_a_text_that_is_none_is_named(value: object, document: dict[str, Any]) -> None:
    document["cases"][0]["contact"]["name"] = value
    with pytest.raises(PackError, match=r"\$\.cases\[0\]\.contact\.name"):
        load(document)


def places(node: object, path: str = "$") -> Iterator[tuple[str, Any, Any]]:
    """Every place in a document: its path, and where its value is kept."""
    if isinstance(node, dict | list):
        for key in node if isinstance(node, dict) else range(len(node)):
            inner = f"{path}.{key}" if isinstance(node, dict) else f"{path}[{key}]"
            yield inner, node, key
            yield from places(node[key], inner)


TILES = catalogs.contacts("en", "tiles")
PLACES = {re.sub(r"\d+", "*", path): number for number, (path, _, _) in enumerate(places(TILES))}
"""A place of every kind that a pack has, by its number among all places."""


def problems(document: dict[str, Any]) -> tuple[Problem, ...]:
    """What is wrong with a document; nothing if a round can be begun with it."""
    try:
        pack = load(document)
    except PackError as error:
        return error.problems
    assert beginning(order(pack, start(pack))).current
    return ()


@pytest.mark.parametrize("fault", ["gone", 7, [], {}, None, "?"], ids=str)
def test_whatever_is_gone_or_mistyped_is_named_or_leaves_a_sound_pack(fault: object) -> None:
    for number in PLACES.values():
        document = copy.deepcopy(TILES)
        path, node, key = list(places(document))[number]
        is_text = isinstance(node[key], str)
        if fault == "gone":
            del node[key]
        else:
            node[key] = fault
        found = problems(document)
        assert all(problem.path and problem.found and problem.cure for problem in found)
        if is_text and fault in ([], {}, None):
            assert path in [problem.path for problem in found]


def test_every_fault_is_named_at_once(document: dict[str, Any]) -> None:
    document["version"] = "old"
    del document["cases"][0]["conversation"]
    document["cases"][5]["contact"]["name"] = []
    document["cases"][7]["id"] = document["cases"][6]["id"]
    with pytest.raises(PackError) as caught:
        load(document)
    assert {problem.path for problem in caught.value.problems} >= {
        "$.version",
        "$.cases[0]",
        "$.cases[5].contact.name",
        "$.cases[7].id",
    }


def test_a_pack_without_a_case_is_refused(document: dict[str, Any]) -> None:
    document["cases"] = []
    with pytest.raises(PackError, match=r"no cases @ \$\.cases \(write at least one\)"):
        load(document)


@pytest.mark.parametrize("document", [None, [], "pack", {}], ids=str)
def test_what_is_no_pack_at_all_is_refused(document: object) -> None:
    with pytest.raises(PackError):
        load(document)


def test_a_case_that_is_not_there_is_a_key_error(pack: Pack) -> None:
    with pytest.raises(KeyError, match="nobody"):
        pack.case("nobody")


def test_an_amount_is_said_in_the_packs_own_words(document: dict[str, Any]) -> None:
    assert load(document | {"currency": "%(amount)s taka"}).currency == "%(amount)s taka"


@pytest.mark.parametrize("words", ["taka", "%(amount)s or %(amount)s"], ids=["no place", "two places"])
def test_words_for_an_amount_without_one_place_for_the_number_are_named(
    words: str, document: dict[str, Any]
) -> None:
    with pytest.raises(PackError, match=r"\$\.currency"):
        load(document | {"currency": words})
