"""What is said while an opportunity is pursued, when the customer answers, and after a sale."""

from gettext import NullTranslations

from funnel.model import Fact, Finding, Step


def works(t: NullTranslations) -> dict[Step, str]:
    """What the button for working each stage says."""
    return {
        # NOTE: Button: work the first stage of an opportunity. Imperative, to the learner.
        Step.NEEDS: t.pgettext("work", "Work out the needs"),
        # NOTE: Button: work the second stage of an opportunity, in which a written proposal is made.
        Step.PROPOSAL: t.pgettext("work", "Make a proposal"),
        # NOTE: Button: work the third stage of an opportunity, in which price and terms are negotiated.
        Step.NEGOTIATION: t.pgettext("work", "Negotiate the terms"),
    }


def facts(t: NullTranslations) -> dict[tuple[Fact, Finding], str]:
    """What the evidence says, as a tag on a sentence and as a reason for a probability."""
    return {
        # NOTE: A fact that speaks for a sale. Short: a tag on a sentence.
        (Fact.SIGNER, Finding.YES): t.pgettext("fact", "We have met the person who signs"),
        # NOTE: A fact that speaks against a sale. Short: a tag on a sentence.
        (Fact.SIGNER, Finding.NO): t.pgettext("fact", "We have not met the person who signs"),
        # NOTE: A fact that speaks for a sale. Short: a tag on a sentence.
        (Fact.PRICE, Finding.YES): t.pgettext("fact", "They accept the price"),
        # NOTE: A fact that speaks against a sale. Short: a tag on a sentence.
        (Fact.PRICE, Finding.NO): t.pgettext("fact", "They do not accept the price"),
        # NOTE: A fact that speaks against a sale. Short: a tag on a sentence. A seller is a competitor of ours.
        (Fact.RIVAL, Finding.YES): t.pgettext("fact", "Another seller is competing"),
        # NOTE: A fact that speaks for a sale. Short: a tag on a sentence. A seller is a competitor of ours.
        (Fact.RIVAL, Finding.NO): t.pgettext("fact", "No other seller is competing"),
        # NOTE: A fact that speaks for a sale, for example a season that will not wait. Short: a tag on a sentence.
        (Fact.DATE, Finding.YES): t.pgettext("fact", "Something depends on a date"),
        # NOTE: A fact that speaks against a sale: they can buy as well in any other year. Short: a tag on a sentence.
        (Fact.DATE, Finding.NO): t.pgettext("fact", "Nothing depends on a date"),
        # NOTE: A fact that speaks for a sale. Short: a tag on a sentence.
        (Fact.PAPER, Finding.YES): t.pgettext("fact", "They have a draft of the contract"),
        # NOTE: A fact that speaks against a sale. Short: a tag on a sentence.
        (Fact.PAPER, Finding.NO): t.pgettext("fact", "They have no draft of the contract"),
    }


def points(t: NullTranslations, count: int, shown: str) -> str:
    """What a fact does to a probability; ``count`` may be negative, ``shown`` is its size in the locale's digits."""
    if count < 0:
        # NOTE: Beside a fact: by how many percentage points it lowers the probability. Very short.
        text = t.npgettext("points", "takes off %(points)s point", "takes off %(points)s points", -count)
    else:
        # NOTE: Beside a fact: by how many percentage points it raises the probability. Very short.
        text = t.npgettext("points", "adds %(points)s point", "adds %(points)s points", count)
    return text % {"points": shown}


def days(t: NullTranslations, count: int, shown: str) -> str:
    """A time in days; ``shown`` is the number in the locale's digits."""
    # NOTE: How many days are left until the signature is expected: "45 days".
    return t.npgettext("record", "%(days)s day", "%(days)s days", count) % {"days": shown}


def named(t: NullTranslations, count: int, shown: str) -> str:
    """How many people a customer named; ``shown`` is the number in the locale's digits."""
    # NOTE: After a customer was asked for five names: how many they gave. Each of them is a new contact.
    text = t.npgettext(
        "pursuit",
        "%(count)s name: a new contact at the wide end of the funnel",
        "%(count)s names: new contacts at the wide end of the funnel",
        count,
    )
    return text % {"count": shown}


def texts(t: NullTranslations) -> dict[str, str]:
    """Headings, buttons and sentences of a pursuit, by name."""
    return {
        # NOTE: Heading over everything about the opportunity that the learner has opened.
        "title": t.pgettext("pursuit", "This opportunity"),
        # NOTE: Under that heading, what the word means, as in the article on opportunities.
        "meaning": t.pgettext(
            "pursuit",
            "An opportunity is a lead that has shown a very high chance of becoming a sale. Pursue it until it is won or lost.",
        ),
        # NOTE: Name of the list of the three stages of an opportunity (needs, proposal, negotiation).
        "stages": t.pgettext("pursuit", "Stages"),
        # NOTE: Mark beside a stage that the learner has worked.
        "worked": t.pgettext("pursuit", "done"),
        # NOTE: Mark beside a stage that the learner has not worked so far.
        "not_worked": t.pgettext("pursuit", "not done yet"),
        # NOTE: Under a stage that was worked and brought nothing to light.
        "nothing_heard": t.pgettext("pursuit", "You heard nothing that brings a sale nearer."),
        # NOTE: Button, and title of the form that it opens, for amount, probability and date.
        "record": t.pgettext("pursuit", "Record the opportunity"),
        # NOTE: Heading over amount, probability and time to the signature. Noun: what is on record.
        "on_record": t.pgettext("pursuit", "On record"),
        # NOTE: In place of the amount, the probability or the time, before the learner has recorded any.
        "not_recorded": t.pgettext("pursuit", "not recorded yet"),
        # NOTE: Name of a field: how much money the sale would bring.
        "amount": t.pgettext("pursuit", "Amount"),
        # NOTE: Name of a field: how likely the sale is.
        "probability": t.pgettext("pursuit", "Probability"),
        # NOTE: Name of a field, followed by a number of days: how long until the customer is expected to sign.
        "days": t.pgettext("pursuit", "Time until the signature"),
        # NOTE: A number out of a hundred: "80%". Write the percent sign of your language as usage there has it. "%%" stands for one sign.
        "percent": t.pgettext("pursuit", "%(number)s%%"),
        # NOTE: Help under the field for the amount. The placeholder is an amount with its currency.
        "amount_help": t.pgettext("pursuit", "For example %(example)s"),
        # NOTE: Label of the field in which a probability is typed.
        "probability_field": t.pgettext("pursuit", "Probability, in per cent"),
        # NOTE: Label of the field in which the time is typed.
        "days_field": t.pgettext("pursuit", "Days until the signature"),
        # NOTE: Shown when the amount that was typed is no whole number. The placeholder is an amount with its currency.
        "amount_wrong": t.pgettext(
            "pursuit", "Write the amount as a whole number in digits, for example %(example)s."
        ),
        # NOTE: Shown when the probability that was typed is no whole number from 0 to 100.
        "probability_wrong": t.pgettext(
            "pursuit", "Write the probability as a whole number from %(least)s to %(most)s."
        ),
        # NOTE: Shown when the number of days that was typed is no whole number in that range.
        "days_wrong": t.pgettext("pursuit", "Write the days as a whole number from %(least)s to %(most)s."),
        # NOTE: Button that puts amount, probability and days on record.
        "save": t.pgettext("pursuit", "Record"),
        # NOTE: Heading over two suggestions for a probability: one by the stage, one by the evidence.
        "suggestions": t.pgettext("pursuit", "Two ways to arrive at a probability"),
        # NOTE: A suggestion for the probability, followed by a percentage. The placeholder is the stage that was reached.
        "by_stage": t.pgettext("pursuit", "By stage (%(stage)s)"),
        # NOTE: Under that suggestion: where it comes from.
        "by_stage_why": t.pgettext(
            "pursuit", "What sales software usually assumes at this stage when nothing more is known."
        ),
        # NOTE: The other suggestion for the probability, followed by a percentage.
        "by_evidence": t.pgettext("pursuit", "By evidence"),
        # NOTE: Under that suggestion, before the list of facts. The placeholder is a percentage.
        "by_evidence_why": t.pgettext(
            "pursuit", "An even chance (%(even)s), adjusted for what you have heard:"
        ),
        # NOTE: Under that suggestion, when no fact has been heard. The placeholder is a percentage.
        "no_facts": t.pgettext(
            "pursuit", "You have heard nothing yet that changes the even chance of %(even)s."
        ),
        # NOTE: Under the list of facts, when their sum goes beyond these limits. The placeholders are percentages.
        "limits": t.pgettext("pursuit", "It stays between %(least)s and %(most)s: nothing is certain."),
        # NOTE: Button: ask the customer to sign. Allowed at any time.
        "sign": t.pgettext("pursuit", "Ask for the signature"),
        # NOTE: Button, and title of a form: give up the opportunity and say why it is lost.
        "lose": t.pgettext("pursuit", "Close as lost"),
        # NOTE: In the form that closes an opportunity as lost, and after the customer has refused.
        "lose_help": t.pgettext(
            "pursuit", "First say what you think the reason was. Then you will see the real one."
        ),
        # NOTE: Question to the learner about a lost opportunity, over five possible reasons.
        "why": t.pgettext("pursuit", "Why do you think it was lost?"),
        # NOTE: Button under the five reasons: this is my answer.
        "answer": t.pgettext("pursuit", "That is what I think"),
        # NOTE: Heading when the customer has refused to sign.
        "not_signed": t.pgettext("pursuit", "They did not sign"),
        # NOTE: Heading when the customer has signed: from now on they are a customer.
        "signed": t.pgettext("pursuit", "They signed"),
        # NOTE: Under that heading, what the word account means, as in the article on opportunities.
        "customer": t.pgettext(
            "pursuit", "They are now an account: a customer with whom you go on doing business."
        ),
        # NOTE: Button: find out what the customer will buy again.
        "renew": t.pgettext("pursuit", "Ask what they will buy again"),
        # NOTE: Heading over what the customer will buy again (recurring revenue).
        "buys_again": t.pgettext("pursuit", "What they will buy again"),
        # NOTE: Button: ask the customer for the names of five people who could use the product.
        "refer": t.pgettext("pursuit", "Ask for five names"),
        # NOTE: Heading over the people whom the customer named.
        "names": t.pgettext("pursuit", "Referrals"),
        # NOTE: In place of what the customer would have said, before the learner has asked.
        "not_asked": t.pgettext("pursuit", "not asked yet"),
        # NOTE: The customer was asked for five names and gave none.
        "no_names": t.pgettext("pursuit", "They could think of nobody."),
        # NOTE: Beside a new contact: where we have the name from. The placeholder is a person's name.
        "named_by": t.pgettext("pursuit", "named by %(name)s"),
        # NOTE: Heading over what this customer values, and title of the form in which it is written down.
        "profile": t.pgettext("pursuit", "Service profile"),
        # NOTE: Button: opens the form in which the service profile is written.
        "serve": t.pgettext("pursuit", "Write the service profile"),
        # NOTE: In place of the service profile, before it is written.
        "not_written": t.pgettext("pursuit", "not written yet"),
        # NOTE: Question over two choices (repair, replace) in the form for the service profile.
        "values": t.pgettext("pursuit", "When something breaks down, what would they rather have?"),
        # NOTE: In the form for the service profile.
        "serve_help": t.pgettext("pursuit", "This ends the case."),
        # NOTE: Heading and tab over the moves that bring an opportunity forward.
        "forward": t.pgettext("pursuit", "Go on"),
        # NOTE: Heading and tab over the moves that end an opportunity: ask for the signature, close as lost.
        "end": t.pgettext("pursuit", "Close the deal"),
        # NOTE: Heading and tab over the moves after a sale: what they buy again, five names.
        "ask": t.pgettext("pursuit", "Ask them"),
        # NOTE: Heading and tab over the last move after a sale: write the service profile.
        "finish": t.pgettext("pursuit", "Finish"),
        # NOTE: Short label on a button in place of a cost: it takes none of the learner's hours.
        "free": t.pgettext("cost", "no hours"),
        # NOTE: In the form that converts a contact. The placeholder is a cost such as "1 hour".
        "converts": t.pgettext(
            "pursuit",
            "If you open a new one, you go on to pursue it. If you attach the contact, the case is "
            "closed. Either takes %(cost)s.",
        ),
        # NOTE: A move was refused for want of hours while an opportunity is open.
        "too_few_hours": t.pgettext(
            "refusal", "There are too few hours left for that. You can still close the opportunity."
        ),
        # NOTE: A move was refused for want of hours after the customer has signed.
        "too_few_hours_won": t.pgettext(
            "refusal", "There are too few hours left for that. You can still write the service profile."
        ),
        # NOTE: Announced to screen readers when a new opportunity has been opened.
        "opened": t.pgettext("pursuit", "The opportunity is open. Three stages lie ahead."),
        # NOTE: Announced to screen readers when amount, probability and date have been put on record.
        "recorded": t.pgettext("pursuit", "The opportunity is on record."),
        # NOTE: Heading after a lost opportunity, over the learner's reason and the true one.
        "why_lost": t.pgettext("pursuit", "Why it was lost"),
        # NOTE: Heading after a sale, over the customer's true reason.
        "why_won": t.pgettext("pursuit", "Why they signed"),
        # NOTE: The learner's own reason for the loss. The placeholder is one of the five reasons.
        "you_thought": t.pgettext("pursuit", "You thought: %(reason)s"),
        # NOTE: The true reason for the loss. The placeholder is one of the five reasons.
        "it_was": t.pgettext("pursuit", "It was: %(reason)s"),
        # NOTE: The truth about a lost opportunity that should not have been opened.
        "never_one": t.pgettext(
            "pursuit", "There was no sale to be made here, so there was nothing to lose."
        ),
        # NOTE: The truth about an opportunity that the learner closed as lost though it could have been won.
        "given_up": t.pgettext("pursuit", "You gave it up. They would have signed."),
    }
