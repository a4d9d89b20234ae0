"""What is said when a case is decided, and when a round is over."""

from gettext import NullTranslations

from funnel.scoring import Part, Why


def parts(t: NullTranslations) -> dict[Part, str]:
    """Names of the four parts of the score."""
    return {
        # NOTE: Part of the score: was the decision right?
        Part.VERDICT: t.pgettext("score", "Decision"),
        # NOTE: Part of the score: was the evidence found and cited?
        Part.EVIDENCE: t.pgettext("score", "Evidence"),
        # NOTE: Part of the score: were the good habits kept (look up first, check for duplicates, know who decides)?
        Part.PROCESS: t.pgettext("score", "Good practice"),
        # NOTE: Part of the score: how many hours were used?
        Part.EFFORT: t.pgettext("score", "Hours used"),
    }


def headlines(t: NullTranslations) -> dict[Why, str]:
    """The headline of the debrief, by how the verdict came about."""
    return {
        # NOTE: Headline after a right decision that the evidence supports.
        Why.RIGHT: t.pgettext("headline", "Well judged"),
        # NOTE: Headline after a right decision that no evidence supported.
        Why.GUESSED: t.pgettext("headline", "Right, but guessed"),
        # NOTE: Headline after a wrong decision. Not harsh.
        Why.WRONG: t.pgettext("headline", "It was something else"),
    }


def whys(t: NullTranslations) -> dict[Why, str]:
    """The lines of the score; placeholders: criterion, quote, spent, cheapest (hours), ending."""
    return {
        # NOTE: Line of the score, full points.
        Why.RIGHT: t.pgettext("line", "The right decision, and what you found out supports it."),
        # NOTE: Line of the score, few points.
        Why.GUESSED: t.pgettext(
            "line", "The right decision, but nothing that you had found out supports it."
        ),
        # NOTE: Line of the score, no points. The right decision is named elsewhere on the page.
        Why.WRONG: t.pgettext("line", "Another decision was right here."),
        # NOTE: Line of the score, points for the right reason or the right opportunity.
        Why.DETAIL_RIGHT: t.pgettext("line", "The reason or opportunity that you chose is right too."),
        # NOTE: Line of the score, no points for the reason or the opportunity.
        Why.DETAIL_WRONG: t.pgettext(
            "line", "You did not choose the right reason or opportunity, or nothing supported it."
        ),
        # NOTE: Line of the score, points. The placeholder is the name of a criterion.
        Why.CITED: t.pgettext("line", "%(criterion)s: you cited a sentence that shows it."),
        # NOTE: Line of the score, no points. Criterion, and the sentence that would have shown it, already in quotation marks.
        Why.NOT_CITED: t.pgettext("line", "%(criterion)s: you heard it but did not cite it: %(quote)s"),
        # NOTE: Line of the score, no points. The placeholder is the name of a criterion.
        Why.NOT_FOUND: t.pgettext("line", "%(criterion)s: you did not find out."),
        # NOTE: Line of the score, points: the learner asked, nobody knew, and the learner claimed nothing.
        Why.LEFT_UNKNOWN: t.pgettext("line", "%(criterion)s: nobody could say, and you left it unknown."),
        # NOTE: Line of the score, points.
        Why.ALL_STAND: t.pgettext("line", "Nothing that you claimed goes beyond what was said."),
        # NOTE: Line of the score, fewer points.
        Why.SOME_FALL: t.pgettext("line", "Some of what you claimed goes beyond what was said."),
        # NOTE: Line of the score, no points.
        Why.NOTHING_CLAIMED: t.pgettext("line", "You claimed nothing, so there is nothing to score."),
        # NOTE: Line that explains a claim without evidence. The placeholder is the name of a criterion.
        Why.BARE_CLAIM: t.pgettext("line", "%(criterion)s: you claimed it without a sentence that shows it."),
        # NOTE: Line that explains a claim whose sentence shows something else. Criterion, and the sentence in quotation marks.
        Why.OTHER_EVIDENCE: t.pgettext("line", "%(criterion)s: this sentence does not show it: %(quote)s"),
        # NOTE: Line of the score, points.
        Why.LOOKED_UP: t.pgettext("line", "You looked them up before you got in touch."),
        # NOTE: Line of the score, no points.
        Why.NOT_LOOKED_UP: t.pgettext("line", "You did not look them up before you got in touch."),
        # NOTE: Line of the score, points.
        Why.CHECKED: t.pgettext("line", "You checked our records before you decided."),
        # NOTE: Line of the score, no points.
        Why.NOT_CHECKED: t.pgettext("line", "You did not check our records before you decided."),
        # NOTE: Line of the score, points.
        Why.ROLE_KNOWN: t.pgettext("line", "You found out how much say this person has."),
        # NOTE: Line of the score, no points.
        Why.ROLE_UNKNOWN: t.pgettext("line", "You did not find out how much say this person has."),
        # NOTE: Line of the score, points: needs, proposal and negotiation.
        Why.WORKED: t.pgettext("line", "You completed all three stages of the opportunity."),
        # NOTE: Line of the score, no points.
        Why.NOT_WORKED: t.pgettext("line", "You did not complete all three stages of the opportunity."),
        # NOTE: Line of the score, points.
        Why.RECORDED: t.pgettext("line", "You recorded the opportunity, and the amount was about right."),
        # NOTE: Line of the score, no points.
        Why.NOT_RECORDED: t.pgettext(
            "line",
            "You did not record the opportunity, or the amount was more than a tenth too high or too low.",
        ),
        # NOTE: Line of the score, points: the learner named the true reason for a loss. The placeholder is that reason.
        Why.DIAGNOSED: t.pgettext("line", "It was lost, and you saw why: %(ending)s."),
        # NOTE: Line of the score, no points. The placeholder is the true reason for the loss.
        Why.MISDIAGNOSED: t.pgettext(
            "line", "It was lost for a different reason than the one you gave: %(ending)s."
        ),
        # NOTE: Line of the score, points: the learner saw what the customer values. The placeholder says what.
        Why.PROFILED: t.pgettext(
            "line", "Your service profile is right. What this customer values: %(ending)s."
        ),
        # NOTE: Line of the score, no points. The placeholder is what the customer really values.
        Why.MISPROFILED: t.pgettext(
            "line", "Your service profile is wrong. What this customer values: %(ending)s."
        ),
        # NOTE: Line of the score, no points: the learner never opened the opportunity, or gave it up.
        Why.UNFINISHED: t.pgettext("line", "You did not pursue the opportunity to the end."),
        # NOTE: Line of the score, full points. The placeholder is a duration such as "11 hours".
        Why.THRIFTY: t.pgettext("line", "You used %(spent)s. It cannot be done properly in less."),
        # NOTE: Line of the score, fewer points. The placeholders are durations such as "11 hours".
        Why.COSTLY: t.pgettext("line", "You used %(spent)s. It can be done properly in %(cheapest)s."),
        # NOTE: Line of the score, no points.
        Why.NO_SUPPORT: t.pgettext(
            "line", "Hours count only when the decision is right and something you found out supports it."
        ),
    }


def texts(t: NullTranslations) -> dict[str, str]:
    """Headings, buttons and sentences of the debrief and of the end of a round, by name."""
    return {
        # NOTE: The learner's decision in the debrief. The placeholder is the name of a decision.
        "you_decided": t.pgettext("debrief", "You decided: %(decision)s."),
        # NOTE: What was right. Name of a definition, then name of a decision: "By criteria, the right decision was: Keep as a lead."
        "right_was": t.pgettext("debrief", "%(definition)s, the right decision was: %(decision)s."),
        # NOTE: A decision with its reason in brackets: "Take off the list (No need)". Also with the opportunity.
        "with_detail": t.pgettext("debrief", "%(decision)s (%(detail)s)"),
        # NOTE: The part a person plays in the purchase. The placeholder is a role such as "adviser".
        "role": t.pgettext("debrief", "Part in the purchase: %(role)s"),
        # NOTE: Heading over the score. The placeholder is a number.
        "score": t.pgettext("debrief", "Score: %(points)s of 100"),
        # NOTE: Points of one part or line: "30 of 40".
        "points": t.pgettext("debrief", "%(points)s of %(maximum)s"),
        # NOTE: A sentence of the case in quotation marks. Use the quotation marks of your language.
        "quote": t.pgettext("debrief", "“%(sentence)s”"),
        # NOTE: Link from a line of the score to the article that explains it.
        "read_why": t.pgettext("debrief", "Read why"),
        # NOTE: Heading over the verdicts of the three definitions, side by side.
        "three": t.pgettext("debrief", "How the three definitions see it"),
        # NOTE: Tag on the definition by which the learner is judged.
        "yours": t.pgettext("debrief", "judged by this one"),
        # NOTE: Heading over what became of the contact.
        "afterwards": t.pgettext("debrief", "What happened next"),
        # NOTE: The one main button after a case: go on to the next contact.
        "next": t.pgettext("debrief", "Next contact"),
        # NOTE: The main button after the last case: show the summary of all contacts.
        "to_summary": t.pgettext("debrief", "See all contacts"),
        # NOTE: Opens the conversation again after the case is closed.
        "what_was_said": t.pgettext("debrief", "What was said"),
        # NOTE: Heading when all contacts are decided. The placeholder is a number.
        "round_over": t.pgettext("debrief", "Contacts decided: all %(count)s"),
        # NOTE: Average score over all contacts. The placeholder is a number.
        "average": t.pgettext("debrief", "On average you scored %(points)s of 100."),
        # NOTE: Caption of the table of all contacts, and name of the list of contacts.
        "contacts": t.pgettext("debrief", "Your contacts"),
        # NOTE: Table heading: the contact.
        "contact": t.pgettext("debrief", "Contact"),
        # NOTE: Table heading: what the learner decided.
        "decision": t.pgettext("debrief", "Your decision"),
        # NOTE: Table heading: the score.
        "score_column": t.pgettext("debrief", "Score"),
        # NOTE: Button after a round: opens the form in which another is chosen.
        "start_over": t.pgettext("debrief", "Start another round"),
        # NOTE: Line above the four ways to decide in an article.
        "try_question": t.pgettext("debrief", "What would you do now?"),
        # NOTE: Link under a decision in an article, to the simulator.
        "try_more": t.pgettext("debrief", "Practise with more contacts"),
        # NOTE: After the wrong choice in an article; followed by a sentence that names the right one. Not harsh.
        "try_wrong": t.pgettext("debrief", "Not quite."),
        # NOTE: After the right choice in an article; followed by a sentence that names it again.
        "try_right": t.pgettext("debrief", "Yes."),
    }
