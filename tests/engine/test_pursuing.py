"""An opportunity on the page: its stages, its record, the answer, and what follows it."""

import re
from collections.abc import Callable
from copy import replace
from dataclasses import replace as changed

import pytest
from funnel import rendering
from funnel.attempts import start
from funnel.formats import Locale
from funnel.model import (
    NEW_OPPORTUNITY,
    SOURCE,
    Action,
    Advance,
    Attempt,
    Case,
    Contact,
    Conversation,
    Criterion,
    Deal,
    Decide,
    Decision,
    Definition,
    Fact,
    Finding,
    Forecast,
    Gain,
    Inquire,
    Inquiry,
    Lose,
    Loss,
    LostReason,
    Mode,
    Move,
    Outcome,
    Pack,
    Process,
    Refer,
    Referral,
    Remark,
    Renew,
    Role,
    Sentence,
    Serve,
    Service,
    Sign,
    Step,
    Verdict,
)
from funnel.scoring import Why
from funnel.view import View, view
from funnel.wording import labels
from funnel.wording import pursuit as wording
from funnel.words import Words

from sitebuild import catalogs
from sitebuild.locales import find

ENGLISH = Locale("en", "en", "ltr", "latn")
OPENED = Decide(Decision.CONVERT, opportunity=NEW_OPPORTUNITY)
WORKED = (OPENED, Advance(), Advance(), Advance())
RECORDED = Forecast(1_200_000, 80, 45)

SIGNER = Remark("My father signs. Sit down, he is coming.", {Fact.SIGNER: Finding.YES})
PRICE = Remark("Your price is your price. I have seen worse.", {Fact.PRICE: Finding.YES})
RIVAL = Remark("The people from Gazipur come on Sunday with theirs.", {Fact.RIVAL: Finding.YES})
TEA = Remark("Have some more tea.", {})
HEARD = {Step.NEEDS: (SIGNER,), Step.PROPOSAL: (PRICE, TEA), Step.NEGOTIATION: (RIVAL,)}
GAIN = Gain(
    "You were the only one who climbed on the roof.",
    Service.REPAIR,
    "This compressor has run since my wedding. Ali mends it.",
    "He buys new filters every spring.",
    (
        Referral("Nasrin Akter", "Akter Ice", "who has the same bill"),
        Referral("Babul", "Babul & Sons", "a cousin"),
    ),
)
LOSS = Loss(LostReason.COMPETITOR, "The people from Gazipur came on Saturday.")
WON = Deal(1_200_000, 45, Outcome.WON, HEARD, None, GAIN)
DEALS = {
    "won": WON,
    "lost": Deal(1_200_000, 45, Outcome.LOST, HEARD, LOSS, None),
    "none": None,
}


def _case(name: str, deal: Deal | None) -> Case:
    asked = dict.fromkeys((Criterion.INBOUND, Criterion.REQUIREMENTS, Criterion.NEED), Finding.YES)
    truth = asked if deal else {Criterion.NEED: Finding.NO}
    verdict = Verdict(Decision.CONVERT, "He came and asked.", opportunity=NEW_OPPORTUNITY)
    return Case(
        name,
        Contact("Kamrul", "owner", Role.DECISION_MAKER, "Cold Store", "Bogura"),
        Conversation.OPEN,
        truth,
        Sentence(SOURCE, "He wrote to us, with a list of what he wants.", truth),
        {},
        (Process.LOOK_UP,),
        dict.fromkeys(Definition, verdict),
        "They still meet at weddings.",
        deal=deal,
    )


@pytest.fixture
def small() -> Pack:
    """A pack of three contacts: one who signs, one who does not, one who never was an opportunity."""
    return Pack(
        "small",
        1,
        40,
        *("Cold stores", "Roddur", "panels", "Bogura", "cold stores"),
        {},
        (),
        tuple(_case(name, deal) for name, deal in DEALS.items()),
        "%(amount)s taka",
    )


type See = Callable[..., View]


@pytest.fixture
def see(small: Pack) -> See:
    """What the templates see after those actions on one case."""

    def seen(case_id: str, *actions: Action, mode: Mode = Mode.PRACTICE, locale: str = "en") -> View:
        fresh = start(replace(small, cases=(small.case(case_id),)), definition=Definition.INITIATIVE)
        attempt = Attempt(
            *(fresh.pack, fresh.pack_version, fresh.seed, fresh.definition, mode),
            tuple(Move(case_id, action) for action in actions),
        )
        words = Words(catalogs.translations("en", "engine"), catalogs.engine_locale(find(locale)))
        return view(replace(small, cases=(small.case(case_id),)), attempt, words, "../")

    return seen


def region(shown: View, name: str) -> str:
    return rendering.regions(shown)[name]


def text(html: str) -> str:
    """The words of a fragment, one space between them."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_a_contact_that_is_not_converted_has_no_opportunity(see: See) -> None:
    assert region(see("won"), "pursuit").strip() == ""
    assert region(see("won", Decide(Decision.QUALIFY)), "pursuit").strip() == ""


def test_a_conversion_goes_on_with_the_opportunity_and_judges_nothing_yet(see: See) -> None:
    shown = see("won", OPENED)
    assert shown.phase == "pursuit"
    assert region(shown, "debrief").strip() == ""
    assert "This opportunity" in region(shown, "pursuit")
    assert '<li class="sim-here">Opportunity</li>' in region(shown, "thread")


def test_the_stages_that_are_worked_say_so_in_words(see: See) -> None:
    said = text(region(see("won", OPENED, Advance()), "pursuit"))
    assert "Needs done My father signs." in said
    assert "Proposal not done yet Negotiation not done yet" in said
    assert "I have seen worse" not in said


def test_a_remark_is_tagged_with_what_it_shows_in_guided_mode_only(see: See) -> None:
    guided, practised = (
        region(see("won", *WORKED, mode=mode), "pursuit") for mode in (Mode.GUIDED, Mode.PRACTICE)
    )
    assert guided.count("sim-tag") == 3
    assert '<span class="sim-tag">We have met the person who signs</span>' in guided
    assert "sim-tag" not in practised


def test_a_stage_that_brings_nothing_says_so(see: See) -> None:
    assert "You heard nothing" in region(see("none", OPENED, Advance()), "pursuit")


def test_what_is_not_on_record_says_so_and_what_is_reads_as_its_locale_writes_it(see: See) -> None:
    assert text(region(see("won", OPENED), "pursuit")).count("not recorded yet") == 3
    record = dict(see("won", OPENED, RECORDED, locale="bn").pursuing.record)  # type: ignore[union-attr]
    assert record == {"Amount": "১২,০০,০০০ taka", "Probability": "৮০%", "Time until the signature": "৪৫ days"}


def test_the_last_record_stands_and_fills_the_form(see: See) -> None:
    html = region(see("won", OPENED, RECORDED, Forecast(1_300_000, 60, 30), locale="fa"), "forms")
    assert re.findall(r'data-most="\d+"', html) == [
        'data-most="1000000000000"',
        'data-most="100"',
        'data-most="999"',
    ]
    assert re.findall(r'name="(\w+)" type="text".*? value="(.*?)"', html) == [
        ("amount", "۱٬۳۰۰٬۰۰۰"),
        ("forecast", "۶۰"),
        ("days", "۳۰"),
    ]


def test_each_number_field_names_its_message(see: See) -> None:
    html = region(see("won", OPENED), "forms")
    for field in ("amount", "forecast", "days"):
        assert f'aria-describedby="sim-field-{field}-wrong' in html
        assert re.search(rf'id="sim-field-{field}-wrong" hidden>Write the \w+ as a whole number', html)


@pytest.mark.parametrize(
    "actions",
    [(OPENED,), (*WORKED, Sign()), (*WORKED, Sign(), Serve(Service.REPAIR))],
    ids=["open", "won", "over"],
)
def test_no_id_is_there_twice(actions: tuple[Action, ...], see: See) -> None:
    ids = re.findall(r'\sid="([\w-]+)"', rendering.simulator(see("won", *actions)))
    assert sorted(ids) == sorted(set(ids))


def test_both_suggestions_stand_beside_the_probability_with_their_reasons(see: See) -> None:
    shown = see("won", *WORKED)
    for name in ("pursuit", "forms"):
        said = text(region(shown, name))
        assert "By stage (Negotiation) 80%" in said
        assert "By evidence 60%" in said
        assert "We have met the person who signs adds 15 points" in said
        assert "Another seller is competing takes off 15 points" in said


def test_without_a_fact_the_chance_is_even(see: See) -> None:
    said = text(region(see("won", OPENED), "pursuit"))
    assert "By stage (Needs) 20%" in said
    assert "By evidence 50% You have heard nothing yet" in said


def test_where_the_points_go_beyond_the_limits_the_limits_are_named(see: See, small: Pack) -> None:
    shown = see("won", *WORKED)
    sure = {fact: Finding.NO if fact is Fact.RIVAL else Finding.YES for fact in Fact}
    case = replace(shown.case, deal=replace(WON, heard={Step.NEEDS: (Remark("Now.", sure),)}))
    said = text(region(changed(shown, pack=replace(small, cases=(case,))), "pursuit"))
    assert "By evidence 95%" in said
    assert "It stays between 5% and 95%" in said


def test_the_signature_and_the_loss_can_be_had_at_any_time_and_look_alike(see: See) -> None:
    """Unwise is not forbidden: nothing is greyed out."""
    for actions in ((OPENED,), WORKED):
        html = region(see("won", *actions), "moves")
        assert "disabled" not in html
        assert "data-move='{\"sign\": true}'" in html
        assert 'data-dialog="sim-lose"' in html


def test_the_next_stage_is_offered_until_all_are_worked(see: See) -> None:
    assert "Work out the needs</span> <small>2 hours" in region(see("won", OPENED), "moves")
    assert "Make a proposal" in region(see("won", OPENED, Advance()), "moves")
    assert "advance" not in region(see("won", *WORKED), "moves")


def test_a_refusal_stands_with_the_opportunity_and_only_there(see: See) -> None:
    shown = see("won", *WORKED, Advance())
    assert "All three stages are done" in region(shown, "pursuit")
    assert "sim-refusal" not in region(shown, "conversation")


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        ((OPENED, Inquire(Inquiry.CALL)), "settled already"),
        ((OPENED, Renew()), "no customer yet"),
        ((OPENED, Sign(), Lose(LostReason.PRICE)), "nothing is lost"),
        ((Advance(),), "no opportunity here"),
    ],
    ids=["asking on", "renewing before the sale", "losing what is won", "no opportunity"],
)
def test_every_refusal_has_words(actions: tuple[Action, ...], said: str, see: See) -> None:
    assert said in see("won", *actions).refusal


@pytest.mark.parametrize(
    ("actions", "said"),
    [((OPENED, Advance()), "still close the opportunity"), ((OPENED, Sign(), Renew()), "service profile")],
    ids=["before the answer", "after the sale"],
)
def test_with_too_few_hours_what_is_left_to_do_is_named(
    actions: tuple[Action, ...], said: str, see: See
) -> None:
    before = see("won", *actions[:-1])
    poor = replace(before.pack, budget=before.state.spent)
    moves = tuple(Move("won", action) for action in actions)
    assert said in view(poor, replace(before.attempt, moves=moves), before.words, "../").refusal


def test_after_a_refusal_the_learners_reason_is_asked_before_anything_is_told(see: See) -> None:
    shown = see("lost", *WORKED, Sign())
    html = region(shown, "pursuit")
    assert "They did not sign" in html
    assert html.count('name="lose"') == len(LostReason)
    assert region(shown, "moves").strip() == ""
    for told in rendering.regions(shown).values():
        assert LOSS.because not in told


def test_after_the_diagnosis_the_truth_stands_beside_it(see: See) -> None:
    shown = see("lost", *WORKED, RECORDED, Sign(), Lose(LostReason.PRICE))
    said = text(region(shown, "debrief"))
    assert said.startswith(f"Why it was lost You thought: The price It was: Another seller {LOSS.because}")
    assert "It was lost for a different reason than the one you gave: Another seller." in said
    assert shown.phase == "debrief"


def test_whoever_closes_it_as_lost_unasked_is_not_told_that_they_refused(see: See) -> None:
    assert "They did not sign" not in region(see("lost", OPENED, Lose(LostReason.PRICE)), "pursuit")


def test_what_never_was_an_opportunity_is_told_so(see: See) -> None:
    said = text(region(see("none", OPENED, Lose(LostReason.PRICE)), "debrief"))
    assert "It was: It was never an opportunity There was no sale to be made here" in said


def test_whoever_gives_up_a_sale_is_told_and_earns_nothing_for_a_reason(see: See) -> None:
    shown = see("won", OPENED, Lose(LostReason.NEVER_ONE))
    assert "You gave it up. They would have signed." in region(shown, "debrief")
    assert Why.UNFINISHED in [line.why for line in shown.score.lines]


def test_a_signature_makes_a_customer_whose_case_goes_on(see: See) -> None:
    shown = see("won", *WORKED, Sign())
    html = region(shown, "pursuit")
    assert "They signed" in html
    assert GAIN.profile in html
    assert text(html).count("not asked yet") == 2
    assert shown.phase == "pursuit"
    assert '<li class="sim-here">Customer</li>' in region(shown, "thread")


def test_the_customer_says_what_they_buy_again_and_names_new_contacts(see: See) -> None:
    said = text(region(see("won", *WORKED, Sign(), Renew(), Refer()), "pursuit"))
    assert GAIN.recurring in said
    assert "2 names: new contacts" in said
    assert "Nasrin Akter · Akter Ice who has the same bill Contact named by Kamrul" in said


def test_the_profile_shows_the_sentence_from_which_one_can_tell_and_ends_the_case(see: See) -> None:
    form = region(see("won", *WORKED, Sign()), "forms")
    assert GAIN.profile in form
    assert re.findall(r'name="serve" value="(\w+)"', form) == [str(service) for service in Service]
    shown = see("won", *WORKED, Sign(), Serve(Service.REPAIR))
    said = text(region(shown, "debrief"))
    assert said.startswith(f"Why they signed {GAIN.because}")
    assert "Your service profile is right. What this customer values: Repair what they have." in said
    assert region(shown, "moves").strip() == ""


def test_the_next_contact_waits_until_the_opportunity_is_over(see: See) -> None:
    assert not see("won", *WORKED).is_over
    assert see("won", *WORKED, Sign(), Serve(Service.REPAIR)).is_over


def test_every_line_about_a_pursuit_leads_to_an_article(see: See) -> None:
    html = region(see("lost", *WORKED, RECORDED, Sign(), Lose(LostReason.PRICE)), "debrief")
    assert html.count("Read why") == len(re.findall(r'<a href="\.\./learn/[\w-]+/#[\w-]+"', html))
    assert 'href="../learn/opportunity/#record"' in html
    assert 'href="../learn/won-or-lost/#hiding"' in html


def test_texts_of_a_deal_are_data_and_never_markup(see: See, small: Pack) -> None:
    evil = "<script>alert(1)</script>"
    deal = replace(
        WON,
        heard={step: (Remark(evil, {}),) for step in Step},
        gain=replace(
            GAIN, profile=evil, recurring=evil, because=evil, referrals=(Referral(evil, evil, evil),)
        ),
    )
    shown = see("won", *WORKED, RECORDED, Sign(), Renew(), Refer())
    pack = replace(small, cases=(replace(shown.case, deal=deal),), currency=f"{evil} %(amount)s")
    for actions in (shown.attempt.moves, (*shown.attempt.moves, Move("won", Serve(Service.REPAIR)))):
        after = view(pack, replace(shown.attempt, moves=actions), shown.words, "../")
        assert all("<script" not in html for html in rendering.regions(after).values())


@pytest.mark.parametrize(
    ("count", "heard"), [(1, SIGNER), (2, PRICE), (3, RIVAL)], ids=["needs", "proposal", "negotiation"]
)
def test_what_was_heard_at_a_stage_is_announced(count: int, heard: Remark, see: See) -> None:
    pursuing = see("won", *WORKED[: count + 1]).pursuing
    assert pursuing
    assert heard.text in pursuing.news(Advance())


@pytest.mark.parametrize(
    ("actions", "told"),
    [
        ((OPENED,), "The opportunity is open."),
        ((OPENED, RECORDED), "on record"),
        ((OPENED, Sign()), "They signed"),
        ((OPENED, Sign(), Renew()), GAIN.recurring),
        ((OPENED, Sign(), Refer()), "2 names"),
    ],
    ids=["opened", "recorded", "signed", "renewed", "referred"],
)
def test_every_move_is_announced(actions: tuple[Action, ...], told: str, see: See) -> None:
    pursuing = see("won", *actions).pursuing
    assert pursuing
    assert told in pursuing.news(actions[-1])


def test_everything_of_a_pursuit_has_a_name() -> None:
    t = catalogs.translations("en", "engine")
    assert list(labels.steps(t)) == list(wording.works(t)) == list(Step)
    assert list(labels.lost_reasons(t)) == list(LostReason)
    assert list(labels.services(t)) == list(Service)
    assert list(wording.facts(t)) == [
        (fact, finding) for fact in Fact for finding in (Finding.YES, Finding.NO)
    ]
