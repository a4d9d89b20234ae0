"""What the coach says: the next step and its reason, and what the last move was worth."""

from gettext import NullTranslations

from funnel.coach import Next
from funnel.model import Inquiry, Step
from funnel.reviews import Past


def inquiries(t: NullTranslations) -> dict[Inquiry, str]:
    """Why it would be wise to find this out next."""
    return {
        # NOTE: The coach advises a step and says why. To look up is to read public sources and our own papers.
        Inquiry.LOOK_UP: t.pgettext(
            "coach", "Look them up first. If you get in touch unprepared, you ask what you could have read."
        ),
        # NOTE: The coach advises a step and says why. Our records are the CRM.
        Inquiry.CHECK: t.pgettext(
            "coach",
            "Check our own records. Perhaps this person is there already, or a colleague is working with the firm.",
        ),
        # NOTE: The coach advises a step and says why.
        Inquiry.EMAIL: t.pgettext(
            "coach", "Send them an email. You can ask questions only once you are in conversation."
        ),
        # NOTE: The coach advises a step and says why.
        Inquiry.CALL: t.pgettext(
            "coach", "Call them. You can ask questions only once you are in conversation."
        ),
        # NOTE: The coach advises a step and says why.
        Inquiry.ASK_NEED: t.pgettext(
            "coach", "Ask about the need. Without a need, nothing else about this contact matters."
        ),
        # NOTE: The coach advises a step and says why.
        Inquiry.ASK_AFFORD: t.pgettext(
            "coach", "Ask about the money. If they cannot pay, they cannot buy, however great the need."
        ),
        # NOTE: The coach advises a step and says why.
        Inquiry.ASK_MARKET: t.pgettext(
            "coach",
            "Ask when they would buy. Need and money make a lead only if they want to buy "
            "within a reasonable time.",
        ),
        # NOTE: The coach advises a step and says why. The part is that of adviser, employee, decision maker and so on.
        Inquiry.ASK_AUTHORITY: t.pgettext(
            "coach",
            "Ask who decides. Nobody is turned away for having no say, but you should know what "
            "part this person plays.",
        ),
        # NOTE: The coach advises a step and says why.
        Inquiry.ASK_REQUIREMENTS: t.pgettext(
            "coach", "Ask for their exact requirements. Until you know them, you have nothing to offer."
        ),
        # NOTE: The coach advises a step and says why. Terms are price, payment and contract.
        Inquiry.ASK_TERMS: t.pgettext(
            "coach",
            "Ask about terms. If price, payment or contract are being discussed, things have come far.",
        ),
        # NOTE: The coach advises a step and says why.
        Inquiry.ASK_INCUMBENT: t.pgettext(
            "coach",
            "Ask about the supplier. If they have just dropped the old one, they are looking for a new one.",
        ),
    }


def steps(t: NullTranslations) -> dict[Next, str]:
    """Steps that are no inquiries; placeholders: criterion, finding, quote, inquiry (a button's words)."""
    return {
        # NOTE: The coach: something that counts has not come up yet. The placeholder is a button such as "Send an email".
        Next.MISSING: t.pgettext(
            "coach",
            "The usual questions have not told you everything that this definition asks for. There "
            "is one thing left to try: %(inquiry)s.",
        ),
        # NOTE: The coach: a sentence was heard and not cited. Criterion, yes or no, and the sentence in quotation marks.
        Next.CITE: t.pgettext(
            "coach",
            "You have heard something that counts but have not cited it yet. Touch the sentence "
            "and mark it as %(criterion)s: %(finding)s. %(quote)s",
        ),
        # NOTE: The coach: the learner claimed something that nothing heard so far shows. The placeholder is a criterion.
        Next.WITHDRAW: t.pgettext(
            "coach",
            "Nothing you have heard shows what you claim about this: %(criterion)s. Mark it as "
            "unknown until something does.",
        ),
        # NOTE: The coach: no hours are left to find out more about this contact.
        Next.NO_HOURS: t.pgettext(
            "coach",
            "Something is still unknown, but you have too few hours left to find it out. Decide "
            "only on what you have found out.",
        ),
        # NOTE: The coach: enough is known. It does not say which decision is right.
        Next.DECIDE: t.pgettext("coach", "You know enough. Compare it with the definition, and decide."),
        # NOTE: The coach: write down amount, probability and expected date of the opportunity.
        Next.RECORD: t.pgettext(
            "coach",
            "Record the opportunity: the amount, how probable it is, and when you expect the "
            "signature. Forecasts are made from such records.",
        ),
        # NOTE: The coach: the recorded probability no longer fits what was heard.
        Next.RECORD_AGAIN: t.pgettext(
            "coach",
            "What you have heard since has changed the chances. Look at the reasons given with the "
            "probability, and record it again.",
        ),
        # NOTE: The coach: ask the customer to sign.
        Next.SIGN: t.pgettext("coach", "All three stages are done. Ask for the signature."),
        # NOTE: The coach: an opportunity was opened, and there is no purchase behind it.
        Next.NOTHING_BEHIND: t.pgettext(
            "coach",
            "You hear nothing that points to a purchase. Close the opportunity as lost, and say why.",
        ),
        # NOTE: The coach: too few hours are left to work on an opportunity.
        Next.NO_HOURS_LEFT: t.pgettext(
            "coach",
            "You have too few hours left to go on. Close the opportunity, and say why it was lost.",
        ),
        # NOTE: The coach, after the customer has not signed: the learner names the reason before it is shown.
        Next.DIAGNOSE: t.pgettext(
            "coach",
            "They have not signed. Before you are told why, say what you think: go back over what "
            "you heard at each stage.",
        ),
        # NOTE: The coach, after a sale.
        Next.RENEW: t.pgettext(
            "coach", "They have signed, and the work goes on. Find out what they will buy again."
        ),
        # NOTE: The coach, after a sale. Names are people who may need the product too.
        Next.REFER: t.pgettext(
            "coach",
            "Ask for names. A satisfied customer knows other people, and there is no better way to "
            "new contacts.",
        ),
        # NOTE: The coach, after a sale. A service profile says whether the customer wants things repaired or replaced.
        Next.SERVE: t.pgettext(
            "coach",
            "Write the service profile: does this customer want things repaired, or replaced at once?",
        ),
    }


def stages(t: NullTranslations) -> dict[Step, str]:
    """Why the next stage of an opportunity is worked."""
    return {
        # NOTE: The coach advises the first stage of an opportunity.
        Step.NEEDS: t.pgettext(
            "coach",
            "Work out the needs. Who signs, and what exactly do they want? An offer made "
            "before you know that will miss.",
        ),
        # NOTE: The coach advises the second stage of an opportunity.
        Step.PROPOSAL: t.pgettext(
            "coach", "Make a proposal. What they say about price and date tells you more than any hope."
        ),
        # NOTE: The coach advises the third stage of an opportunity.
        Step.NEGOTIATION: t.pgettext(
            "coach", "Negotiate the terms. Whatever is not settled now will hold up the signature later."
        ),
    }


def reviews(t: NullTranslations) -> dict[Past, str]:
    """What the last move brought, and whether it was wise."""
    return {
        # NOTE: The coach on the last move; followed by what was shown, such as "Need: yes".
        Past.TOLD: t.pgettext("coach", "Good move. It showed something that counts:"),
        # NOTE: The coach on the last move.
        Past.CLEARED: t.pgettext("coach", "Good move. It changes nothing, but now you know."),
        # NOTE: The coach on a question that the contact could not answer.
        Past.IN_VAIN: t.pgettext(
            "coach", "It was right to ask. Nobody can say, so it stays unknown: unknown does not mean no."
        ),
        # NOTE: The coach on an attempt that brought no answer.
        Past.NO_ANSWER: t.pgettext(
            "coach", "No answer tells you something too, but do not read too much into it."
        ),
        # NOTE: The coach on getting in touch before looking the contact up.
        Past.UNPREPARED: t.pgettext("coach", "That was too early: you had not looked them up."),
        # NOTE: The coach on a question whose answer does not matter under the chosen definition.
        Past.BESIDE: t.pgettext("coach", "That took time, and your definition does not ask for it."),
        # NOTE: The coach on a move that was made before.
        Past.REPEATED: t.pgettext("coach", "You knew that already. Those hours are lost."),
        # NOTE: The coach on a question asked before there was a conversation.
        Past.NOT_REACHED: t.pgettext("coach", "First get in touch, then ask. Those hours are lost."),
        # NOTE: The coach on a mark that is right.
        Past.CITED: t.pgettext("coach", "Well cited: the sentence shows exactly that."),
        # NOTE: The coach on a mark without a sentence.
        Past.BARE: t.pgettext("coach", "That is a claim, not evidence: no sentence supports it."),
        # NOTE: The coach on a mark whose sentence does not show it.
        Past.NOT_SHOWN: t.pgettext("coach", "Read the sentence again. It does not show that."),
        # NOTE: The coach on a mark "unknown".
        Past.LEFT_OPEN: t.pgettext("coach", "Left unknown. That is a good answer."),
        # NOTE: The coach on a mark that was taken back.
        Past.TAKEN_BACK: t.pgettext("coach", "Undone. Everything that was said is still there."),
        # NOTE: The coach on a decision for which enough was known, be it right or wrong.
        Past.KNOWING: t.pgettext("coach", "You decided when you knew enough to decide."),
        # NOTE: The coach on a decision for which too little was known, be it right or wrong.
        Past.EARLY: t.pgettext(
            "coach", "You decided before you knew enough. Then even a right decision is a guess."
        ),
        # NOTE: The coach on a stage of an opportunity that was worked.
        Past.WORKED: t.pgettext("coach", "That stage is done. Think about what was said before you go on."),
        # NOTE: The coach on amount, probability and date.
        Past.RECORDED: t.pgettext("coach", "It is on record. You can change it when you know more."),
        # NOTE: The coach on asking for the signature at the right time.
        Past.SIGNED: t.pgettext("coach", "It was time to ask."),
        # NOTE: The coach on asking for the signature too early.
        Past.SIGNED_EARLY: t.pgettext(
            "coach",
            "You asked before all three stages were done. Whatever they answer, you know less "
            "about the reason than you could.",
        ),
        # NOTE: The coach on asking for the signature with nothing on record.
        Past.SIGNED_UNRECORDED: t.pgettext(
            "coach", "You asked with nothing on record, so there is no forecast to learn from."
        ),
        # NOTE: The coach on closing an opportunity as lost.
        Past.DIAGNOSED: t.pgettext(
            "coach", "You have said why. People who look for the reason lose less often."
        ),
        # NOTE: The coach on closing an opportunity as lost before the work was done.
        Past.GIVEN_UP: t.pgettext(
            "coach", "You gave up before all three stages were done and before you asked for the signature."
        ),
        # NOTE: The coach on looking after a customer.
        Past.KEPT: t.pgettext("coach", "That is how the next sale begins."),
    }


def texts(t: NullTranslations) -> dict[str, str]:
    """Headings and buttons of the coach, by name."""
    return {
        # NOTE: Heading over what the coach says.
        "coach": t.pgettext("coach", "The coach"),
        # NOTE: Button: the coach gives the next step. It costs nothing and is counted. "Hint" in Persian is rahnamayi, never sarnakh.
        "hint": t.pgettext("coach", "Give me a hint"),
        # NOTE: Small line on the button for a hint, in place of a cost in hours.
        "hint_cost": t.pgettext("coach", "no hours, but counted"),
        # NOTE: Label before a list of what is known, such as "Need: yes".
        "known": t.pgettext("coach", "Known:"),
        # NOTE: Label before a list of criteria about which nothing is known.
        "unknown": t.pgettext("coach", "Still unknown:"),
        # NOTE: Label before the advice for the next step.
        "next": t.pgettext("coach", "Next:"),
        # NOTE: Tag on a sentence that is evidence, in guided mode. Criterion, and yes or no.
        "evidence": t.pgettext("coach", "evidence for %(criterion)s: %(finding)s"),
        # NOTE: In an assessment, after a decision: it is written down, and nothing is said about it yet.
        "noted": t.pgettext("coach", "Noted"),
        # NOTE: In an assessment, after a decision.
        "noted_why": t.pgettext(
            "coach",
            "This is an assessment: you will see what was right once you have decided on every contact.",
        ),
    }


def hints(t: NullTranslations, count: int, shown: str) -> str:
    """How many hints were used on a contact; ``shown`` is the number in the locale's digits."""
    # NOTE: After a case: how many hints the learner asked for.
    text = t.npgettext("coach", "You asked for %(count)s hint.", "You asked for %(count)s hints.", count)
    return text % {"count": shown}
