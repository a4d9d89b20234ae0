"""A round: where contacts stand, the funnel, forecasts and what came, the score, where definitions part."""

import re
from itertools import pairwise

import pytest
from funnel import rendering
from funnel.attempts import replay, start
from funnel.forecast import base_rate, brier
from funnel.model import (
    NEW_OPPORTUNITY,
    SOURCE,
    Action,
    Advance,
    Case,
    Contact,
    Conversation,
    Criterion,
    Deal,
    Decide,
    Decision,
    Definition,
    Finding,
    Forecast,
    Gain,
    Hint,
    Inquire,
    Inquiry,
    Lose,
    Loss,
    LostReason,
    Mode,
    Move,
    Open,
    Opportunity,
    Outcome,
    Pack,
    Process,
    Reason,
    Refer,
    Referral,
    Role,
    Sentence,
    Serve,
    Service,
    Sign,
    Verdict,
)
from funnel.round_view import Round
from funnel.rounds import (
    Balance,
    Group,
    Level,
    Pipeline,
    Standing,
    answered,
    balance,
    groups,
    levels,
    mean,
    pairs,
    pipeline,
    rates,
    score,
    share,
    standing,
)
from funnel.rules import State
from funnel.view import View, view
from funnel.words import Words

from sitebuild import catalogs
from sitebuild.locales import find

OPENED = Decide(Decision.CONVERT, opportunity=NEW_OPPORTUNITY)
JOINED = Decide(Decision.CONVERT, opportunity="roof")
KEPT = Decide(Decision.QUALIFY)
LATER = Decide(Decision.NURTURE)
OFF = Decide(Decision.DISQUALIFY, reason=Reason.NO_NEED)

RECORDED = Forecast(1_000_000, 80, 30)
LOST = (OPENED, Forecast(500_000, 40, 30), Sign(), Lose(LostReason.PRICE))
WON = (OPENED, RECORDED, Sign(), Refer(), Serve(Service.REPAIR))

GAIN = Gain(
    "You came when it rained.",
    Service.REPAIR,
    "He mends what he has.",
    "Filters, every spring.",
    (Referral("Nasrin", "Akter Ice", "the same bill"), Referral("Babul", "Babul & Sons", "a cousin")),
)
DEALS = {
    "buyer": Deal(1_200_000, 45, Outcome.WON, {}, None, GAIN),
    "loser": Deal(800_000, 45, Outcome.LOST, {}, Loss(LostReason.PRICE, "Too dear."), None),
    "third": None,
    "fourth": None,
}


def _case(name: str, deal: Deal | None) -> Case:
    """A contact who came and asked: an opportunity by who moved first, a lead by the two others."""
    needs = dict.fromkeys((Criterion.NEED, Criterion.AFFORD, Criterion.MARKET), Finding.YES)
    asked = needs | dict.fromkeys((Criterion.INBOUND, Criterion.REQUIREMENTS), Finding.YES)
    truth = {Criterion.NEED: Finding.NO} if name == "fourth" else asked
    return Case(
        name,
        Contact(name.title(), "owner", Role.DECISION_MAKER, f"{name.title()} Mills", "Bogura"),
        Conversation.OPEN,
        truth,
        Sentence(SOURCE, "He wrote to us.", truth),
        {},
        (Process.LOOK_UP,),
        {definition: Verdict(Decision.QUALIFY, f"Because of {definition}.") for definition in Definition},
        "They still meet.",
        deal=deal,
    )


PACK = Pack(
    "small",
    1,
    60,
    *("Cold stores", "Roddur", "panels", "Bogura", "cold stores"),
    {},
    (Opportunity("roof", "The roof"),),
    tuple(_case(name, deal) for name, deal in DEALS.items()),
    "%(amount)s taka",
)


def seen(
    *played: tuple[str, Action], mode: Mode = Mode.PRACTICE, locale: str = "en", pack: Pack = PACK
) -> View:
    """What the templates see after those moves, in English words and a locale's digits."""
    fresh = start(pack, definition=Definition.INITIATIVE, mode=mode)
    attempt = fresh._replace(moves=tuple(Move(case_id, action) for case_id, action in played))
    words = Words(catalogs.translations("en", "engine"), catalogs.engine_locale(find(locale)))
    return view(pack, attempt, words, "../")


def on(case_id: str, *actions: Action) -> list[tuple[str, Action]]:
    return [(case_id, action) for action in actions]


def state(*played: tuple[str, Action]) -> State:
    return seen(*played).state


def shown(*played: tuple[str, Action], mode: Mode = Mode.PRACTICE, locale: str = "en") -> str:
    """The region of the round."""
    regions = rendering.regions(seen(*played, mode=mode, locale=locale))
    return regions["contacts"] + regions["funnel"] + regions["round"]


def text(html: str) -> str:
    """The words of a fragment, one space between them."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


ENDED = [*on("buyer", *WON), *on("loser", *LOST), *on("third", KEPT), *on("fourth", OFF)]


# Where contacts stand


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ((), Standing.NEW),
        ((Open(),), Standing.NEW),
        ((Inquire(Inquiry.LOOK_UP),), Standing.BEGUN),
        ((Hint(),), Standing.BEGUN),
        ((KEPT,), Standing.LEAD),
        ((LATER,), Standing.LATER),
        ((OFF,), Standing.OFF),
        ((JOINED,), Standing.JOINED),
        ((OPENED, Advance()), Standing.PURSUED),
        ((OPENED, Sign()), Standing.SIGNED),
        (WON, Standing.WON),
    ],
    ids=lambda value: str(value) if isinstance(value, Standing) else None,
)
def test_a_contact_stands_where_its_moves_have_brought_it(
    actions: tuple[Action, ...], expected: Standing
) -> None:
    assert standing(state(*on("buyer", *actions)).cases["buyer"]) is expected


def test_a_refusal_stands_open_until_the_learner_has_said_why() -> None:
    refused = on("loser", OPENED, Sign())
    assert standing(state(*refused).cases["loser"]) is Standing.REFUSED
    said_why = on("loser", Lose(LostReason.PRICE))
    assert standing(state(*refused, *said_why).cases["loser"]) is Standing.LOST


def test_every_contact_is_in_the_list_with_its_standing_its_hours_and_a_way_to_it() -> None:
    html = shown(*on("buyer", OPENED, Advance()), *on("third", KEPT))
    assert re.findall(r'data-open="(\w+)"', html.partition("sim-summary")[0]) == list(DEALS)
    assert "Buyer Buyer Mills Opportunity: Needs 3 hours used" in text(html)
    assert "Loser Loser Mills Not started" in text(html)
    assert "Third Third Mills Lead 1 hour used shown now" in text(html)
    assert html.count('aria-current="true"') == 1


def test_who_was_named_by_a_customer_is_a_new_contact_that_cannot_be_played() -> None:
    html = shown(*on("buyer", *WON))
    assert "2 new contacts have come in by referral. You cannot play them in this round." in text(html)
    assert "Nasrin Akter Ice named by Buyer" in text(html)
    assert html.count('class="sim-newcomer"') == 2
    assert "Nasrin" not in shown(*on("buyer", OPENED, RECORDED, Sign()))


# The funnel


def test_who_became_an_opportunity_was_a_lead_and_who_joined_one_is_not_counted_twice() -> None:
    played = [*on("buyer", *WON), *on("loser", OPENED), *on("third", KEPT), *on("fourth", JOINED)]
    counts = levels(state(*played))
    assert list(counts.values()) == [4, 3, 2, 1, 1]
    assert "1 contact belongs to an opportunity that was on record before" in text(shown(*played))


def test_a_rate_is_the_share_of_the_level_before() -> None:
    counts = dict(zip(Level, (200, 40, 8, 3, 3), strict=True))
    assert list(rates(counts).values()) == [20, 20, 38, 100]


def test_of_nothing_there_is_no_rate() -> None:
    assert list(rates(levels(state())).values()) == [0, None, None, None]
    assert share(0, 0) is None


def test_the_pipeline_is_the_open_opportunities_on_record() -> None:
    """The sums of the article on numbers: 500 at 80, 300 at 50 and 200 at 20 percent make 590."""
    records = {"buyer": (500, 80), "loser": (300, 50), "third": (200, 20)}
    played = [move for name, record in records.items() for move in on(name, OPENED, Forecast(*record, 30))]
    assert pipeline(state(*played)) == Pipeline(1_000, 590, 0)
    assert pipeline(state(*played, *on("buyer", Sign()))) == Pipeline(500, 190, 0)


def test_an_open_opportunity_without_a_record_is_missing_from_the_pipeline_and_named() -> None:
    played = on("buyer", OPENED)
    assert pipeline(state(*played)) == Pipeline(0, 0, 1)
    assert "1 open opportunity is not on record, so it is missing from the pipeline." in text(shown(*played))


def test_the_picture_says_in_words_all_that_it_draws() -> None:
    html = shown(*on("buyer", OPENED, RECORDED), *on("third", KEPT))
    words = re.findall(r"<li>(.*?)</li>", html.partition('<ul class="sim-hidden">')[2])
    drawn = re.findall(r"<text.*?>(.*?)</text>", html)
    assert words == [
        "Contacts: 4",
        "Leads: 2 · 50% of contacts",
        "Opportunities: 1 · 50% of leads",
        "Sales: 0 · 0% of opportunities",
        "Customers: 0",
        "Pipeline: 1,000,000 taka",
        "Weighted forecast: 800,000 taka",
    ]
    assert all(any(part in line for line in words) for part in drawn)


def test_the_funnel_is_as_wide_as_its_counts() -> None:
    bars = Round(seen(*on("buyer", OPENED), *on("third", KEPT))).bars
    assert [bar.width for bar in bars[:3]] == [152, 76, 38]
    assert [bar.is_hollow for bar in bars] == [False, False, False, True, True]


def test_the_picture_is_mirrored_for_a_script_from_the_right_and_its_texts_change_sides() -> None:
    html = shown(*on("buyer", OPENED, RECORDED), locale="fa")
    assert '<g transform="matrix(-1 0 0 1 360 0)">' in html
    assert 'direction="rtl"' in html
    assert re.search(r'<text class="sim-picture-name" x="188".*?>Contacts: ۴</text>', html)
    assert "۱٬۰۰۰٬۰۰۰ taka" in html
    assert "transform" not in shown()


def test_nothing_of_a_round_carries_a_style() -> None:
    assert not re.search(r"<script|\sstyle=|\son\w+=", shown(*ENDED))


# Forecasts and what came


def test_the_check_values_of_the_brier_score_hold() -> None:
    """Twelve cases, three of them won; the values are product.md's."""
    won, lost = [True] * 3, [False] * 9

    def always(percent: int) -> list[tuple[int, bool]]:
        return [(percent, came) for came in won + lost]

    assert base_rate(always(50)) == 1_875
    assert brier(always(50)) == 2_500
    assert brier(always(90)) == 6_100
    assert brier([(80, came) for came in won] + [(15, came) for came in lost]) == 269


def test_the_record_that_stood_at_the_answer_is_the_forecast() -> None:
    played = on("buyer", OPENED, Forecast(1, 1, 1), RECORDED, Sign(), Forecast(2, 2, 2))
    (one,) = answered(PACK, state(*played))
    assert (one.amount, one.probability, one.won) == (1_000_000, 80, 1_200_000)


def test_the_weighted_forecast_stands_against_what_was_won() -> None:
    ended = answered(PACK, state(*ENDED))
    assert balance(ended) == Balance(800_000 + 200_000, 1_200_000, 0)
    assert "Forecast 1,000,000 taka Won 1,200,000 taka" in text(shown(*ENDED))
    assert "Buyer 1,000,000 taka at 80% Won Loser 500,000 taka at 40% Lost" in text(shown(*ENDED))


def test_what_ended_without_a_record_is_no_forecast_and_is_named() -> None:
    played = on("buyer", OPENED, Sign(), Serve(Service.REPAIR))
    assert balance(answered(PACK, state(*played))) == Balance(0, 1_200_000, 1)
    assert pairs(state(*played)) == []
    said = text(shown(*played))
    assert "1 opportunity ended without a record" in said
    assert "You recorded no probability before they answered" in said
    assert "Brier" not in said


def test_the_brier_score_stands_beside_the_base_rate_in_plain_words() -> None:
    """80 percent and won, 40 percent and lost: (0.04 + 0.16) / 2 = 0.10, and half of them won: 0.25."""
    said = text(shown(*ENDED))
    assert (
        "Your Brier score is 0.10. "
        "Lower is better: 0 is perfect, and somebody who always says 50% gets 0.25. "
        "Won: 1 of 2. Somebody who said 50% every time would score 0.25. "
        "Yours is lower, so your forecasts say more than the average does. "
        "2 forecasts say very little: chance alone can make them look good or bad."
    ) in said


@pytest.mark.parametrize(
    ("percents", "verdict"), [((50, 50), "Yours is the same"), ((20, 90), "Yours is higher")]
)
def test_a_score_no_better_than_the_base_rate_is_not_called_better(
    percents: tuple[int, int], verdict: str
) -> None:
    right, wrong = (Forecast(1, percent, 1) for percent in percents)
    played = on("buyer", OPENED, right, Sign(), Serve(Service.REPAIR))
    assert verdict in text(shown(*played, *on("loser", OPENED, wrong, Sign(), Lose(LostReason.PRICE))))


def test_scores_are_decimals_as_their_locale_writes_them() -> None:
    assert "۰٫۱۰" in shown(*ENDED, locale="fa")
    assert "০.১০" in shown(*ENDED, locale="bn")


def test_a_forecast_belongs_to_one_group_and_a_hundred_to_the_last() -> None:
    found = groups([(0, False), (19, False), (20, True), (79, True), (80, True), (100, False)])
    assert found == (
        Group(0, 19, 2, 0),
        Group(20, 39, 1, 1),
        Group(40, 59, 0, 0),
        Group(60, 79, 1, 1),
        Group(80, 100, 2, 1),
    )


def test_the_calibration_picture_says_in_words_all_that_it_draws() -> None:
    html = shown(*ENDED).partition('id="sim-calibration"')[2]
    words = re.findall(r"<li>(.*?)</li>", html.partition("</ul>")[0])
    assert words == [
        "0–19%: none",
        "20–39%: none",
        "40–59%: 1 forecast, 0 won",
        "60–79%: none",
        "80–100%: 1 forecast, 1 won",
    ]
    assert re.findall(r"<text.*?>(.*?)</text>", html) == words


def test_perfect_runs_across_the_picture_from_nothing_to_all() -> None:
    bands = Round(seen(*ENDED)).forecasts.bands
    assert bands[0].least == 8
    assert bands[-1].most == 352
    assert all(before.most == after.least for before, after in pairwise(bands))


# The score


def test_the_score_is_the_mean_over_all_contacts_and_an_open_one_counts_nothing() -> None:
    played = on("third", KEPT)
    alone = score(PACK.case("third"), state(*played).cases["third"], Definition.CRITERIA).total
    assert alone > 0
    assert mean(PACK, state(*played), Definition.CRITERIA) == (2 * alone + 4) // 8
    pursued = [*played, *on("buyer", OPENED, Advance())]
    assert mean(PACK, state(*pursued), Definition.CRITERIA) == (2 * alone + 4) // 8


def test_before_the_first_case_is_closed_nothing_is_judged() -> None:
    assert "sim-summary" not in shown()
    assert "sim-summary" not in shown(*on("buyer", OPENED, RECORDED))


def test_the_summary_is_there_from_the_first_closed_case_on() -> None:
    html = shown(*on("third", KEPT))
    assert "Your score so far" in html
    assert "A contact that is not closed yet counts as 0." in html
    assert html.count('class="sim-link"') == 1
    assert "Start another round" not in html


def test_at_the_end_every_contact_has_a_line_that_leads_to_its_debrief() -> None:
    html = shown(*ENDED)
    assert "Contacts decided: all 4" in html
    assert re.findall(r'class="sim-link" data-open="(\w+)"', html) == list(DEALS)
    assert "counts as 0" not in html
    assert "Start another round" in html


def test_a_score_is_told_by_the_very_case_and_not_by_its_name() -> None:
    other = PACK.case("third")._replace(truth={Criterion.NEED: Finding.NO})
    played = state(*on("third", OFF)).cases["third"]
    mine, others = (score(case, played, Definition.INITIATIVE) for case in (PACK.case("third"), other))
    assert mine.lines[0].points == 0
    assert others.lines[0].points > 0


# The disagreement map


def test_the_map_says_on_how_many_the_definitions_agree_and_what_each_says_where_they_part() -> None:
    said = text(shown(*on("third", KEPT), *on("fourth", OFF)))
    assert "2 contacts: the definitions agree on 1 and disagree on 1." in said
    assert (
        "Third they disagree By criteria: Lead By who moved first: Opportunity By the deal record: Lead"
        in said
    )
    assert "Fourth they agree All three: Off the list" in said


def test_each_verdict_has_the_sentence_it_rests_on_folded_away() -> None:
    html = shown(*on("third", KEPT))
    fold = html.partition('data-keep="map-third"')[2].partition("</details>")[0]
    assert [f"Because of {definition}." in fold for definition in Definition] == [True] * 3
    assert 'data-keep="map-third" open' not in html


def test_a_contact_that_is_not_closed_is_not_on_the_map() -> None:
    html = shown(*on("third", KEPT), *on("buyer", OPENED))
    assert 'data-keep="map-buyer"' not in html
    assert html.count("Because of") == 3


def test_an_assessment_says_nothing_of_scores_forecasts_or_verdicts_before_its_end() -> None:
    before = shown(*ENDED[:-1], mode=Mode.ASSESSMENT)
    assert "sim-summary" not in before
    assert "Because of" not in before
    assert "Brier" not in before
    assert "Lead 1 hour used" in text(before)
    assert "sim-summary" in shown(*ENDED, mode=Mode.ASSESSMENT)


def test_a_single_guided_contact_has_nothing_to_choose_from_and_still_a_score() -> None:
    assert shown(mode=Mode.GUIDED).strip() == ""
    html = shown(*on("buyer", *WON), mode=Mode.GUIDED)
    assert "sim-people" not in html
    assert 'id="sim-summary"' in html


def test_every_figure_of_a_round_is_in_the_digits_of_its_locale() -> None:
    """But for the maximum of a score, which the translated sentence itself says."""
    for locale in ("bn", "fa"):
        assert not re.search(r"[0-9]", text(shown(*ENDED, locale=locale)).replace("of 100.", ""))


def test_the_thread_leads_to_the_list_of_contacts() -> None:
    regions = rendering.regions(seen())
    assert '<a href="#sim-contacts">Contact 1 of 4</a>' in regions["thread"]
    assert 'id="sim-contacts"' in regions["contacts"]


def test_an_attempt_replayed_has_the_same_round() -> None:
    first = seen(*ENDED)
    assert replay(PACK, first.attempt) == first.state
    assert Round(first).average == mean(PACK, first.state, Definition.INITIATIVE)
