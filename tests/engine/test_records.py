"""The learner's own record: tallies of rounds, what they add up to, and what is shown of them."""

import json
import re
from collections.abc import Callable
from copy import replace
from typing import Any

import pytest
from funnel import attempts, codes, records
from funnel.attempts import start
from funnel.bridge import SIZE_LIMIT, connect
from funnel.definitions import judge
from funnel.errors import MessageError
from funnel.forecast import by_evidence
from funnel.formats import Locale
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
    Inquire,
    Inquiry,
    Mark,
    Mode,
    Move,
    Pack,
    Sign,
)
from funnel.pack import load
from funnel.recording import HEIGHT, WIDTH, Recorded, Round
from funnel.records import ROUNDS_LIMIT, Claims, Tally, decode, encode, tally, together
from funnel.rendering import record
from funnel.words import Words

from sitebuild import catalogs
from sitebuild.locales import ROOT, find
from sitebuild.players import cited, first

ENGLISH = Words(catalogs.translations("en", "engine"), Locale("en", "en", "ltr", "latn"))
CONVERT = Decide(Decision.CONVERT, opportunity="new")


def played(pack: Pack, *moves: tuple[str, Action]) -> Attempt:
    return replace(start(pack), moves=tuple(Move(case_id, action) for case_id, action in moves))


def with_deal(pack: Pack) -> Case:
    return next(case for case in pack.cases if case.deal)


def made(score: int, *, forecasts: records.Pairs = (), **claims: Claims) -> Tally:
    found = {Criterion(name): claim for name, claim in claims.items()}
    return Tally("solar", Definition.CRITERIA, Mode.PRACTICE, score, 12, 12, found, forecasts)


def shown(*results: Tally | str, words: Words = ENGLISH) -> Recorded:
    rounds = tuple(
        Round(f"2026-01-{place + 1:02}T10:00:00.000Z", "solar", one) for place, one in enumerate(results)
    )
    return Recorded(words, rounds, (), "../")


def test_a_round_with_nothing_done_counts_nothing(pack: Pack) -> None:
    found = tally(pack, start(pack))
    assert (found.score, found.decided, found.contacts) == (0, 0, len(pack.cases))
    assert (found.claims, found.forecasts) == ({}, ())


def test_a_contact_without_a_decision_counts_nothing_so_that_giving_up_never_pays(pack: Pack) -> None:
    one = tally(pack, played(pack, ("found-card", Decide(Decision.NURTURE))))
    alone = tally(pack, replace(start(pack, mode=Mode.GUIDED), moves=(one_move(pack),)))
    assert one.decided == alone.decided == alone.contacts == 1
    assert alone.score > 0
    assert one.score == round(alone.score / one.contacts)


def one_move(pack: Pack) -> Move:
    return Move(pack.cases[0].id, Decide(Decision.NURTURE))


def test_claims_are_right_by_their_sentence_and_missed_where_a_verdict_needed_them(pack: Pack) -> None:
    case = pack.case("found-card")
    needed = judge(Definition.CRITERIA, case).supports[0]
    asked = played(pack, *(("found-card", Inquire(inquiry)) for inquiry in Inquiry))
    marks = cited(case, attempts.replay(pack, asked).cases["found-card"])
    right, wrong = marks[0], Mark(Criterion.INCUMBENT, Finding.YES, None)
    acts = [(case.id, action) for action in (right, wrong, Decide(Decision.NURTURE))]
    moves = tuple(Move(case_id, action) for case_id, action in acts)
    found = tally(pack, replace(asked, moves=(*asked.moves, *moves))).claims
    assert found[right.criterion].right == 1
    assert found[Criterion.INCUMBENT].wrong == 1
    assert {c for c, claims in found.items() if claims.missed} <= needed - {right.criterion}


def test_a_forecast_counts_when_the_customer_has_answered(pack: Pack) -> None:
    case = with_deal(pack)
    assert case.deal
    record = Forecast(case.deal.amount, by_evidence(case.deal.facts()), case.deal.days)
    open_yet = played(pack, (case.id, CONVERT), (case.id, record))
    answered = replace(open_yet, moves=(*open_yet.moves, Move(case.id, Sign())))
    assert tally(pack, open_yet).forecasts == ()
    ((percent, _),) = tally(pack, answered).forecasts
    assert percent == record.probability


def test_the_same_round_gives_the_same_tally_in_every_language(pack: Pack) -> None:
    attempt = played(pack, ("found-card", Decide(Decision.NURTURE)))
    other = load(json.loads(catalogs.setup("fa", "solar"))["pack"])
    assert tally(other, attempt) == tally(pack, attempt)


def test_a_tally_comes_back_the_same() -> None:
    found = made(71, forecasts=((80, True), (15, False)), need=Claims(3, 1, 2), afford=Claims(0, 0, 1))
    assert decode(json.loads(json.dumps(encode(found)))) == found


@pytest.mark.parametrize(
    "change",
    [
        {"score": 101},
        {"score": True},
        {"score": -1},
        {"mode": "easy"},
        {"claims": {"luck": [1, 0, 0]}},
        {"claims": {"need": [1, 0, 0, 0]}},
        {"claims": 7},
        {"claims": ["need"]},
        {"forecasts": [[101, 1]]},
        {"forecasts": [[50]]},
        {"forecasts": 7},
    ],
    ids=str,
)
def test_what_is_no_tally_is_refused(change: dict[str, object]) -> None:
    document = json.loads(json.dumps(encode(made(50)))) | change
    with pytest.raises(MessageError) as refused:
        decode(document)
    assert refused.value.code == "bad-tally"


def test_a_tally_with_a_field_missing_is_refused() -> None:
    for name in encode(made(50)):
        document = encode(made(50))
        del document[name]
        with pytest.raises(MessageError):
            decode(document)


def test_rounds_add_up_by_criterion() -> None:
    found = together([made(1, need=Claims(3, 1, 0)), made(2, need=Claims(1, 0, 5), fit=Claims(1))])
    assert found == {Criterion.NEED: Claims(4, 1, 5), Criterion.FIT: Claims(1)}
    assert together([]) == {}


def test_the_weakest_criterion_comes_first() -> None:
    found = shown(made(50, need=Claims(9, 1), afford=Claims(1, 3), fit=Claims(1, 1)))
    assert [one.claims.percent for one in found.strengths] == [25, 50, 90]


def test_the_chart_runs_from_the_first_round_to_the_latest() -> None:
    progress = shown(made(0), made(100), made(50)).progress
    assert progress
    assert progress.path == f"M0 {HEIGHT}L{WIDTH // 2} 0L{WIDTH} {HEIGHT // 2}"
    assert "First 0, latest 50, best 100" in progress.alternative


def test_the_best_brier_score_is_the_lowest() -> None:
    accuracy = shown(made(1, forecasts=((90, False),)), made(2), made(3, forecasts=((90, True),))).accuracy
    assert accuracy
    assert "First 0.81, latest 0.01, best 0.01" in accuracy.alternative


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        (((50, True), *[(50, False)] * 3), "is 0.25."),
        ((*[(90, True)] * 3, *[(90, False)] * 9), "is 0.61."),
        ((*[(80, True)] * 3, *[(15, False)] * 9), "is 0.03."),
    ],
    ids=["always 50 percent", "always 90 percent", "right way round"],
)
def test_the_brier_score_is_said_with_its_yardsticks(pairs: records.Pairs, said: str) -> None:
    words = shown(made(1, forecasts=pairs)).forecasts
    assert said in words
    assert "always the share" not in words
    assert "saying the share of customers who signed would give 0.19" in words


def test_numbers_are_in_the_digits_of_the_locale() -> None:
    words = Words(catalogs.translations("fa", "engine"), catalogs.engine_locale(find("fa")))
    html = record(shown(made(71, forecasts=((50, True),)), words=words))
    assert "<td>۷۱</td><td>۰٫۲۵</td>" in html


def test_the_latest_round_comes_first_and_keeps_its_place() -> None:
    rows = shown(made(10), "version", made(30)).rows
    assert [(row.place, row.score) for row in rows] == [(2, "30"), (1, ""), (0, "10")]
    assert "another version" in rows[1].problem


def test_a_round_given_up_says_how_far_it_came() -> None:
    html = record(shown(made(10)._replace(decided=5)))
    assert "5 of 12 contacts decided" in html
    assert "contacts decided" not in record(shown(made(10)))


def test_an_empty_record_says_so() -> None:
    assert "you have not ended a round" in record(shown())


def test_more_rounds_than_are_shown_are_owned_up_to() -> None:
    assert "Only the latest 250 rounds" in record(shown(*[made(1)] * ROUNDS_LIMIT))
    assert "Only the latest" not in record(shown(made(1)))


def test_hostile_texts_in_a_record_are_shown_as_text() -> None:
    hostile = '"><img src=x onerror=alert(1)>'
    html = record(Recorded(ENGLISH, (Round(hostile, hostile, made(1)),), (), "../"))
    assert "<img" not in html


# The bridge

HANDLER = connect(catalogs.setup("en", "solar"))
TILES = connect(catalogs.setup("en", "tiles"))


def ask(message: dict[str, object], handler: Callable[[str], str] = HANDLER) -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(handler(json.dumps(message)))
    return reply


def code_of(pack: Pack, *moves: tuple[str, Action]) -> str:
    return codes.encode(pack, played(pack, *moves))


def test_attempts_become_tallies_and_tallies_a_record(pack: Pack) -> None:
    kept = attempts.encode(played(pack, ("found-card", Decide(Decision.NURTURE))))
    tallies = ask({"kind": "tally", "attempts": [kept, kept | {"packVersion": 99}, 7]})["tallies"]
    assert [one.get("problem") for one in tallies] == [None, "version", "damaged"]
    rounds: list[object] = [
        {"ended": "2026-01-01T10:00:00.000Z", "pack": "solar", "tally": tallies[0]},
        {"ended": "2026-01-02T10:00:00.000Z", "pack": "solar", "problem": "version"},
    ]
    html = ask({"kind": "record", "rounds": rounds})["html"]
    assert "2 rounds" in html
    assert html.count("data-watch") == 1


def test_as_many_rounds_as_are_shown_fit_into_a_message() -> None:
    every = {str(criterion): Claims(999, 999, 999) for criterion in Criterion}
    busiest = encode(made(100, forecasts=((100, True),) * 16, **every))
    rounds = [{"ended": "2026-01-01T10:00:00.000Z", "pack": "solar", "tally": busiest}] * ROUNDS_LIMIT
    message = json.dumps({"kind": "record", "rounds": rounds, "root": "../../"}, separators=(",", ":"))
    assert len(message) < SIZE_LIMIT
    assert json.loads(HANDLER(message))["kind"] == "recorded"


def test_a_code_is_replayed_move_by_move(pack: Pack) -> None:
    code = code_of(pack, ("found-card", Inquire(Inquiry.LOOK_UP)), ("found-card", Decide(Decision.NURTURE)))
    steps = [ask({"kind": "replay", "code": code, "step": step}) for step in range(3)]
    assert [one["phase"] for one in steps] == ["case", "case", "debrief"]
    assert all((one["kind"], one["count"]) == ("replayed", 2) for one in steps)
    assert "sim-me" not in steps[0]["regions"]["conversation"]
    assert "cardboard boxes" in steps[1]["announce"]
    assert all(code in one["regions"]["code"] for one in steps)
    assert all(one["regions"]["forms"] == "" for one in steps)


def test_a_round_that_is_watched_offers_no_move_and_no_other_round(pack: Pack) -> None:
    code = code_of(pack, ("found-card", Inquire(Inquiry.LOOK_UP)))
    shown_regions = ask({"kind": "replay", "code": code, "step": 1})["regions"]
    assert "data-move" not in shown_regions["moves"]
    assert "sim-start" not in shown_regions["start"]
    assert "data-unwatch" in shown_regions["start"]


def test_a_code_of_another_pack_on_offer_names_it(pack: Pack) -> None:
    reply = ask({"kind": "replay", "code": code_of(pack)}, TILES)
    assert (reply["problem"], reply["pack"]) == ("other-pack", "solar")


def test_a_code_of_a_pack_that_nobody_offers_names_none(pack: Pack) -> None:
    stranger = replace(pack, id="stranger")
    reply = ask({"kind": "replay", "code": code_of(stranger)})
    assert (reply["problem"], reply["pack"]) == ("other-pack", None)
    assert "not on this site" in reply["words"]


def test_what_is_wrong_with_a_code_is_said_with_what_to_do(pack: Pack) -> None:
    code = code_of(pack, ("found-card", Inquire(Inquiry.LOOK_UP)))
    changed = code[:-1] + ("0" if code[-1] != "0" else "1")
    newer = code_of(replace(pack, version=pack.version + 1))
    for bad, problem in ((code[:-3], "truncated"), (changed, "damaged"), (newer, "other-version")):
        reply = ask({"kind": "replay", "code": bad})
        assert (reply["kind"], reply["problem"]) == ("refused", problem)
        assert "sk for the code again" in reply["words"] or "oad the page again" in reply["words"]


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        ({"kind": "replay"}, "bad-code"),
        ({"kind": "replay", "code": 7}, "bad-code"),
        ({"kind": "tally"}, "bad-list"),
        ({"kind": "record", "rounds": {}}, "bad-list"),
        ({"kind": "record", "rounds": [7]}, "bad-round"),
        ({"kind": "record", "rounds": [{"tally": {}}]}, "bad-tally"),
        ({"kind": "code"}, "damaged"),
    ],
    ids=str,
)
def test_a_message_about_records_that_makes_no_sense_is_refused_by_name(
    message: dict[str, object], problem: str
) -> None:
    assert ask(message)["problem"] == problem


@pytest.mark.parametrize("step", [-1, 2, "1", True, None], ids=repr)
def test_a_step_beyond_the_moves_is_refused(step: object, pack: Pack) -> None:
    code = code_of(pack, ("found-card", Inquire(Inquiry.LOOK_UP)))
    assert ask({"kind": "replay", "code": code, "step": step})["problem"] == "bad-step"


def test_a_round_that_is_over_offers_its_code_and_says_that_it_is_over(pack: Pack) -> None:
    attempt = attempts.encode(start(pack, mode=Mode.GUIDED))
    before = ask({"kind": "show", "attempt": attempt})
    over = ask(
        {
            "kind": "move",
            "attempt": attempt,
            "move": {"case": first(pack, 0).current, "decide": "nurture"},
        }
    )
    assert (before["over"], before["regions"]["code"].strip()) == (False, "")
    assert over["over"]
    code = ask({"kind": "code", "attempt": over["attempt"]})["code"]
    assert code in over["regions"]["code"]


def test_the_page_knows_the_same_limits() -> None:
    page = (ROOT / "simulator/page/record.js").read_text("utf-8")
    known = {
        name: int(value.replace("_", ""))
        for name, value in re.findall(r"^const (\w+) = ([\d_]+);", page, re.MULTILINE)
    }
    assert known["ROUNDS"] == ROUNDS_LIMIT
    assert known["ATTEMPT_FORMAT"] == attempts.FORMAT
    assert known["MOVES"] == attempts.MOVES_LIMIT
    assert known["BATCH"] < SIZE_LIMIT
