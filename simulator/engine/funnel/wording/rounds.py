"""What is said of a round: its contacts, its funnel, its forecasts, and how the three definitions see it."""

from gettext import NullTranslations

from funnel.rounds import Level, Standing


def standings(t: NullTranslations) -> dict[Standing, str]:
    """Where a contact stands, and what a definition calls it, in a word or two."""
    return {
        # NOTE: Where a contact stands: the learner has done nothing with it so far. Short, a tag beside a name.
        Standing.NEW: t.pgettext("standing", "Not started"),
        # NOTE: Where a contact stands: the learner has found something out and not decided. Short, a tag.
        Standing.BEGUN: t.pgettext("standing", "Started"),
        # NOTE: Where a contact stands, or what a definition calls it. Short, a tag.
        Standing.LEAD: t.pgettext("standing", "Lead"),
        # NOTE: Where a contact stands, or what a definition calls it: still a contact, we stay in touch. Short, a tag.
        Standing.LATER: t.pgettext("standing", "Contact, for later"),
        # NOTE: Where a contact stands, or what a definition calls it: taken off the list. Short, a tag.
        Standing.OFF: t.pgettext("standing", "Off the list"),
        # NOTE: Where a contact stands, or what a definition calls it: attached to an opportunity that was there before. Short, a tag.
        Standing.JOINED: t.pgettext("standing", "Attached to an opportunity"),
        # NOTE: Where a contact stands, or what a definition calls it: it became an opportunity. Short, a tag.
        Standing.PURSUED: t.pgettext("standing", "Opportunity"),
        # NOTE: Where a contact stands: the customer refused, and the learner has not said why yet. Short, a tag.
        Standing.REFUSED: t.pgettext("standing", "Did not sign: say why"),
        # NOTE: Where a contact stands: the customer signed, and the service profile is not written yet. Short, a tag.
        Standing.SIGNED: t.pgettext("standing", "Signed: write the profile"),
        # NOTE: How an opportunity ended: the customer bought. Short, a tag.
        Standing.WON: t.pgettext("standing", "Won"),
        # NOTE: How an opportunity ended: the customer did not buy. Short, a tag.
        Standing.LOST: t.pgettext("standing", "Lost"),
    }


def levels(t: NullTranslations) -> dict[Level, str]:
    """Each level of the funnel with how many have come to it."""
    return {
        # NOTE: In the funnel picture, with a number. At most about 20 letters.
        Level.CONTACT: t.pgettext("funnel", "Contacts: %(count)s"),
        # NOTE: In the funnel picture, with a number. At most about 20 letters.
        Level.LEAD: t.pgettext("funnel", "Leads: %(count)s"),
        # NOTE: In the funnel picture, with a number. At most about 20 letters.
        Level.OPPORTUNITY: t.pgettext("funnel", "Opportunities: %(count)s"),
        # NOTE: In the funnel picture, with a number. At most about 20 letters.
        Level.SALE: t.pgettext("funnel", "Sales: %(count)s"),
        # NOTE: In the funnel picture, with a number: buyers who are now customers (accounts). At most about 20 letters.
        Level.ACCOUNT: t.pgettext("funnel", "Customers: %(count)s"),
    }


def rates(t: NullTranslations) -> dict[Level, str]:
    """The conversion rate that leads to each level."""
    return {
        # NOTE: Under "Leads" in the funnel picture: "42% of contacts" became leads. At most about 24 letters.
        Level.LEAD: t.pgettext("funnel", "%(percent)s of contacts"),
        # NOTE: Under "Opportunities" in the funnel picture: "40% of leads". At most about 24 letters.
        Level.OPPORTUNITY: t.pgettext("funnel", "%(percent)s of leads"),
        # NOTE: Under "Sales" in the funnel picture: "50% of opportunities". At most about 24 letters.
        Level.SALE: t.pgettext("funnel", "%(percent)s of opportunities"),
        # NOTE: Under "Customers" in the funnel picture: "100% of sales". At most about 24 letters.
        Level.ACCOUNT: t.pgettext("funnel", "%(percent)s of sales"),
    }


def joined(t: NullTranslations, count: int, shown: str) -> str:
    """Contacts that are not counted as leads, because they joined an opportunity."""
    # NOTE: Under the funnel picture: contacts that belong to an opportunity that was on record before.
    text = t.npgettext(
        "funnel",
        "%(count)s contact belongs to an opportunity that was on record before, and is not counted twice.",
        "%(count)s contacts belong to opportunities that were on record before, and are not counted twice.",
        count,
    )
    return text % {"count": shown}


def unrecorded(t: NullTranslations, count: int, shown: str) -> str:
    """Open opportunities that no pipeline can count."""
    # NOTE: Under the pipeline: open opportunities of which amount and probability are not recorded.
    text = t.npgettext(
        "funnel",
        "%(count)s open opportunity is not on record, so it is missing from the pipeline.",
        "%(count)s open opportunities are not on record, so they are missing from the pipeline.",
        count,
    )
    return text % {"count": shown}


def referred(t: NullTranslations, count: int, shown: str) -> str:
    """The new contacts that customers named."""
    # NOTE: Over the people whom customers named. They are listed, and cannot be played.
    text = t.npgettext(
        "round",
        "%(count)s new contact has come in by referral. You cannot play it in this round.",
        "%(count)s new contacts have come in by referral. You cannot play them in this round.",
        count,
    )
    return text % {"count": shown}


def unforeseen(t: NullTranslations, count: int, shown: str) -> str:
    """Opportunities that ended without a record."""
    # NOTE: Beside forecast and outcome: opportunities that were won or lost with no amount and probability on record.
    text = t.npgettext(
        "forecast",
        "%(count)s opportunity ended without a record, so there was no forecast for it.",
        "%(count)s opportunities ended without a record, so there was no forecast for them.",
        count,
    )
    return text % {"count": shown}


def few(t: NullTranslations, count: int, shown: str) -> str:
    """How little so few forecasts say."""
    # NOTE: Under the Brier score, an honest warning.
    text = t.npgettext(
        "forecast",
        "%(count)s forecast says very little: chance alone can make it look good or bad.",
        "%(count)s forecasts say very little: chance alone can make them look good or bad.",
        count,
    )
    return text % {"count": shown}


def group(t: NullTranslations, count: int, values: dict[str, str]) -> str:
    """One group of forecasts; ``values`` are range, count and won in words."""
    # NOTE: In the calibration picture: "20–39%: 3 forecasts, 1 won". At most about 36 letters.
    text = t.npgettext(
        "forecast",
        "%(range)s: %(count)s forecast, %(won)s won",
        "%(range)s: %(count)s forecasts, %(won)s won",
        count,
    )
    return text % values


def agreement(t: NullTranslations, count: int, values: dict[str, str]) -> str:
    """On how many contacts the definitions agree; ``values`` are count, agree and part in words."""
    # NOTE: Over the contacts that are closed: on how many the three definitions give one verdict, on how many not.
    text = t.npgettext(
        "map",
        "%(count)s contact: the definitions agree on %(agree)s and disagree on %(part)s.",
        "%(count)s contacts: the definitions agree on %(agree)s and disagree on %(part)s.",
        count,
    )
    return text % values


def texts(t: NullTranslations) -> dict[str, str]:
    """Headings and sentences of a round, by name."""
    return {
        # NOTE: Under the number of hours that are left for all contacts of the round.
        "choose": t.pgettext(
            "round",
            "These hours are for all your contacts together, and there are too few to ask "
            "everybody everything. Choose whom to pursue.",
        ),
        # NOTE: Mark on the contact that is shown at the moment, in the list of all.
        "here": t.pgettext("round", "shown now"),
        # NOTE: Beside a contact in the list: the hours it has taken so far. The placeholder is a duration such as "3 hours".
        "spent": t.pgettext("round", "%(spent)s used"),
        # NOTE: Where an opportunity stands, short. The placeholder is the stage that was worked last: "Opportunity: Proposal".
        "at_stage": t.pgettext("standing", "Opportunity: %(stage)s"),
        # NOTE: Heading over the people whom customers named.
        "referrals": t.pgettext("round", "New contacts"),
        # NOTE: Heading over the funnel picture.
        "funnel": t.pgettext("funnel", "The funnel of this round"),
        # NOTE: Under the funnel picture.
        "counted": t.pgettext("funnel", "Every opportunity was a lead first, and is counted as both."),
        # NOTE: In the funnel picture, followed by an amount of money. At most about 16 letters.
        "pipeline": t.pgettext("funnel", "Pipeline"),
        # NOTE: In the funnel picture, followed by an amount of money: each amount times its probability. At most about 20 letters.
        "weighted": t.pgettext("funnel", "Weighted forecast"),
        # NOTE: A figure with its name, for screen readers: "Pipeline: 1,200,000 taka".
        "figure": t.pgettext("funnel", "%(name)s: %(value)s"),
        # NOTE: Under the two amounts in the funnel picture.
        "pipeline_why": t.pgettext(
            "funnel",
            "The pipeline is what your open opportunities are worth together. In the weighted "
            "forecast, each amount is multiplied by its probability.",
        ),
        # NOTE: Heading over the scores before all contacts are closed.
        "score_so_far": t.pgettext("round", "Your score so far"),
        # NOTE: Under the average score, before all contacts are closed.
        "open_count": t.pgettext("round", "A contact that is not closed yet counts as 0."),
        # NOTE: Under the table of scores: touching a name shows what became of that contact.
        "to_debrief": t.pgettext("round", "Touch a name to see what became of the contact."),
        # NOTE: Heading over what was forecast and what came.
        "forecast": t.pgettext("forecast", "Forecast and outcome"),
        # NOTE: Name of an amount of money: what was forecast, each amount times its probability.
        "was_forecast": t.pgettext("forecast", "Forecast"),
        # NOTE: Name of an amount of money: what the customers who signed will pay.
        "was_won": t.pgettext("forecast", "Won"),
        # NOTE: Under both amounts.
        "stood": t.pgettext(
            "forecast",
            "The forecast adds up each amount multiplied by its probability, as they were on "
            "record when the customer answered.",
        ),
        # NOTE: Caption of the table of opportunities that have ended, for screen readers.
        "answers": t.pgettext("forecast", "Opportunities that were won or lost"),
        # NOTE: Table heading: amount and probability that were on record.
        "on_record": t.pgettext("forecast", "On record"),
        # NOTE: Table heading: whether it was won or lost.
        "outcome": t.pgettext("forecast", "Outcome"),
        # NOTE: What was on record: "1,200,000 taka at 80%".
        "recorded": t.pgettext("forecast", "%(amount)s at %(percent)s"),
        # NOTE: In place of what was on record.
        "no_record": t.pgettext("forecast", "nothing"),
        # NOTE: Heading over the Brier score, as in the article on numbers.
        "were_you_right": t.pgettext("forecast", "Were you right?"),
        # NOTE: In place of the Brier score, when no opportunity that ended was on record.
        "no_forecast": t.pgettext(
            "forecast", "You recorded no probability before they answered, so there is nothing to compare."
        ),
        # NOTE: The Brier score in plain words. The placeholders are numbers such as 0.10, and a percentage.
        "brier": t.pgettext(
            "forecast",
            "Your Brier score is %(score)s. Lower is better: %(perfect)s is perfect, and somebody "
            "who always says %(even)s gets %(even_score)s.",
        ),
        # NOTE: The base rate: how many were won, a percentage, and the Brier score of always saying that percentage.
        "base": t.pgettext(
            "forecast",
            "Won: %(won)s of %(count)s. Somebody who said %(percent)s every time would score %(score)s.",
        ),
        # NOTE: After the base rate: the learner's score is lower, which is better.
        "better": t.pgettext("forecast", "Yours is lower, so your forecasts say more than the average does."),
        # NOTE: After the base rate: the learner's score is the same.
        "same": t.pgettext(
            "forecast", "Yours is the same, so your forecasts say as much as the average does."
        ),
        # NOTE: After the base rate: the learner's score is higher, which is worse. Not harsh.
        "worse": t.pgettext("forecast", "Yours is higher, so the average alone would have said more."),
        # NOTE: Heading over the calibration picture.
        "calibration": t.pgettext("forecast", "What you forecast, and how often you won"),
        # NOTE: A range of percentages, both ends included: "20–39%". "%%" stands for one percent sign.
        "range": t.pgettext("forecast", "%(least)s–%(most)s%%"),
        # NOTE: In the calibration picture, a range of percentages in which there was no forecast: "20–39%: none".
        "no_group": t.pgettext("forecast", "%(range)s: none"),
        # NOTE: Under the calibration picture: what the full part of each bar means, and the short slanting line across it.
        "calibration_why": t.pgettext(
            "forecast",
            "The filled part of each bar is the share that was won. With perfect forecasts, it "
            "would end at the slanting line.",
        ),
        # NOTE: Link to the article on numbers.
        "numbers": t.pgettext("round", "Read about the numbers"),
        # NOTE: Heading over all closed contacts and what each definition calls them.
        "map": t.pgettext("map", "Where the definitions disagree"),
        # NOTE: Tag on a contact on which the three definitions give different verdicts.
        "part": t.pgettext("map", "they disagree"),
        # NOTE: Tag on a contact on which the three definitions give the same verdict.
        "agree": t.pgettext("map", "they agree"),
        # NOTE: Link to the article on the three definitions.
        "three": t.pgettext("map", "Read about the three definitions"),
        # NOTE: What one definition calls a contact: "By criteria: Lead".
        "verdict": t.pgettext("map", "%(definition)s: %(verdict)s"),
        # NOTE: What all three definitions call a contact: "All three: Lead".
        "verdict_of_all": t.pgettext("map", "All three: %(verdict)s"),
        # NOTE: Under the sentence that counts on how many contacts the definitions agree.
        "unfold": t.pgettext("map", "Touch a contact to read the reason for each verdict."),
    }
