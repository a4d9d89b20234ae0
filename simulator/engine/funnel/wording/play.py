"""What is said while a case is played."""

from gettext import NullTranslations

from funnel.model import Inquiry
from funnel.rules import Refusal, Remark


def actions(t: NullTranslations) -> dict[Inquiry, str]:
    """The learner's side of the conversation where it is not a question."""
    return {
        # NOTE: Shown as what the learner did, in a speech bubble of the learner.
        Inquiry.LOOK_UP: t.pgettext("action", "You look them up."),
        # NOTE: Shown as what the learner did, in a speech bubble of the learner.
        Inquiry.CHECK: t.pgettext("action", "You check our own records."),
        # NOTE: Shown as what the learner did, in a speech bubble of the learner.
        Inquiry.EMAIL: t.pgettext("action", "You send a short email."),
        # NOTE: Shown as what the learner did, in a speech bubble of the learner.
        Inquiry.CALL: t.pgettext("action", "You call them."),
    }


def remarks(t: NullTranslations) -> dict[Remark, str]:
    """Why a move cost hours and brought nothing."""
    return {
        # NOTE: The learner did the same thing twice. It cost hours.
        Remark.REPEATED: t.pgettext(
            "remark", "You have done this already. It took time and brought nothing new."
        ),
        # NOTE: The learner asked a question before being in conversation with the contact. It cost hours.
        Remark.NOT_REACHED: t.pgettext(
            "remark", "Nobody answered: you are not in conversation with them. It took time all the same."
        ),
        # NOTE: The learner tried something that brought no answer. It cost hours.
        Remark.NO_ANSWER: t.pgettext("remark", "That brought nothing."),
    }


def refusals(t: NullTranslations) -> dict[Refusal, str]:
    """Why a move was not carried out."""
    return {
        # NOTE: A move names a contact that this collection of cases does not have.
        Refusal.UNKNOWN_CASE: t.pgettext("refusal", "There is no such contact. Nothing was done."),
        # NOTE: The learner tried something on a case that is decided already.
        Refusal.CLOSED: t.pgettext("refusal", "This case is closed. Nothing was done, and it cost nothing."),
        # NOTE: The learner has too few hours left for this inquiry; deciding is still possible.
        Refusal.OUT_OF_EFFORT: t.pgettext(
            "refusal", "There are too few hours left for that. You can still decide."
        ),
        # NOTE: The learner cited a sentence that nobody has said so far.
        Refusal.NOT_HEARD: t.pgettext("refusal", "Nobody has said that yet, so it cannot be cited."),
        # NOTE: The learner wanted to take back a mark, and there is none.
        Refusal.NOTHING_TO_UNDO: t.pgettext("refusal", "There is no mark to undo."),
        # NOTE: The learner decided without giving the reason, or without saying which opportunity.
        Refusal.INCOMPLETE: t.pgettext("refusal", "First choose a reason or an opportunity, then decide."),
        # NOTE: The learner tried to work on an opportunity with a contact that has not been converted into one.
        Refusal.NO_OPPORTUNITY: t.pgettext(
            "refusal", "There is no opportunity here yet. Nothing was done, and it cost nothing."
        ),
        # NOTE: The learner tried something that is for customers only, before the customer has signed.
        Refusal.NO_CUSTOMER: t.pgettext(
            "refusal", "They have not signed, so they are no customer yet. It cost nothing."
        ),
        # NOTE: The learner wanted to work another stage of an opportunity, and there is none.
        Refusal.ALL_WORKED: t.pgettext(
            "refusal", "All three stages are done. Ask for the signature, or close it as lost."
        ),
        # NOTE: The learner tried something that is done already, or that came too late.
        Refusal.ALREADY: t.pgettext(
            "refusal", "That is settled already. Nothing was done, and it cost nothing."
        ),
        # NOTE: The learner wanted to close an opportunity as lost after the customer had signed.
        Refusal.NOT_LOST: t.pgettext("refusal", "They have signed, so nothing is lost. It cost nothing."),
        # NOTE: The learner asked for a hint in an assessment.
        Refusal.NO_HINTS: t.pgettext("refusal", "There are no hints in an assessment."),
    }


def hours(t: NullTranslations, count: int, shown: str) -> str:
    """A number of hours as a short label; ``shown`` is the number in the locale's digits."""
    # NOTE: Short label on a button, what it costs: "1 hour", "2 hours". Keep it very short.
    return t.npgettext("cost", "%(hours)s hour", "%(hours)s hours", count) % {"hours": shown}


def effort_left(t: NullTranslations, count: int, left: str, budget: str) -> str:
    """How much effort is left."""
    # NOTE: How many of the hours for all contacts together are left: "14 of 16 hours left".
    text = t.npgettext(
        "effort", "%(left)s of %(budget)s hours left", "%(left)s of %(budget)s hours left", count
    )
    return text % {"left": left, "budget": budget}


def texts(t: NullTranslations) -> dict[str, str]:
    """Headings, buttons and sentences of the case view, by name."""
    return {
        # NOTE: Name of the progress line for screen readers: the stages from contact to customer.
        "thread": t.pgettext("play", "Where this contact stands"),
        # NOTE: Position in the round: "Contact 3 of 12".
        "position": t.pgettext("play", "Contact %(number)s of %(count)s"),
        # NOTE: Heading over the criteria and what is known about each.
        "knowledge": t.pgettext("play", "What you know"),
        # NOTE: How many criteria of a group are known: "2 of 5 known".
        "known": t.pgettext("play", "%(known)s of %(count)s known"),
        # NOTE: Heading over what was said.
        "conversation": t.pgettext("play", "Conversation"),
        # NOTE: Shown in place of the conversation before anything has been asked.
        "silence": t.pgettext("play", "Nothing has been said yet. Find something out first."),
        # NOTE: One line of help over the conversation.
        "how_to_cite": t.pgettext("play", "Touch a sentence to say what it shows."),
        # NOTE: Opens the older part of a long conversation. The number counts what is folded away.
        "earlier": t.pgettext("play", "Earlier (%(count)s)"),
        # NOTE: Heading and tab over the buttons for finding something out.
        "find_out": t.pgettext("play", "Find out"),
        # NOTE: Heading and tab over the buttons for deciding.
        "decide": t.pgettext("play", "Decide"),
        # NOTE: For screen readers, before what the learner said or did.
        "you": t.pgettext("play", "You"),
        # NOTE: For screen readers, before what the contact or a source answered.
        "answer": t.pgettext("play", "Answer"),
        # NOTE: Tag on a sentence that the learner has cited: "cited for Need: yes".
        "cited_for": t.pgettext("play", "cited for %(criterion)s: %(finding)s"),
        # NOTE: Tag on a sentence in an article, what it is evidence for: "Need: yes".
        "shows": t.pgettext("play", "%(criterion)s: %(finding)s"),
        # NOTE: Inside a criterion that nobody has marked yet.
        "no_evidence": t.pgettext("play", "You have cited nothing for this yet."),
        # NOTE: Inside a criterion that the learner claimed without citing a sentence.
        "bare_claim": t.pgettext("play", "Claimed without a sentence that shows it."),
        # NOTE: Button inside a criterion: opens the form to mark it yes or no with evidence.
        "mark_this": t.pgettext("play", "Mark this"),
        # NOTE: Title of the form in which a sentence is cited as evidence.
        "cite_title": t.pgettext("play", "What does it show?"),
        # NOTE: Label over the choice of sentence in the form.
        "cite_sentence": t.pgettext("play", "The sentence"),
        # NOTE: Choice in the list of sentences: claim something with no evidence.
        "cite_nothing": t.pgettext("play", "No sentence: I just think so"),
        # NOTE: Label over the choice of criterion in the form.
        "cite_criterion": t.pgettext("play", "It is about"),
        # NOTE: Label over the choice yes, no, unknown in the form.
        "cite_finding": t.pgettext("play", "And it says"),
        # NOTE: Button that enters the mark.
        "mark": t.pgettext("play", "Mark"),
        # NOTE: Button that closes a form without doing anything.
        "cancel": t.pgettext("play", "Back"),
        # NOTE: Button that takes back the last mark.
        "undo": t.pgettext("play", "Undo the last mark"),
        # NOTE: In the form that confirms a decision. The placeholder is a cost such as "1 hour".
        "closes_case": t.pgettext("play", "This closes the case and takes %(cost)s."),
        # NOTE: Label over the reasons for taking a contact off the list.
        "reason": t.pgettext("play", "Why?"),
        # NOTE: Label over the opportunities that a contact can be converted into.
        "which_opportunity": t.pgettext("play", "Which opportunity?"),
        # NOTE: Choice: open a new opportunity.
        "new_opportunity": t.pgettext("play", "A new one"),
        # NOTE: Choice: attach the contact to an opportunity that exists. The placeholder is its name.
        "attach": t.pgettext("play", "Attach to: %(name)s"),
        # NOTE: Announced to screen readers after a mark: "Marked. Need: yes".
        "marked": t.pgettext("play", "Marked. %(criterion)s: %(finding)s"),
        # NOTE: Announced to screen readers after the last mark was taken back.
        "undone": t.pgettext("play", "The last mark is undone."),
        # NOTE: Announced to screen readers when the next contact appears. The placeholder is a name.
        "opened": t.pgettext("play", "Next contact: %(name)s"),
    }
