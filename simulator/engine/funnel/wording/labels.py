"""Names of things: criteria, findings, inquiries, decisions, reasons, roles, stages, definitions, and of a pursuit's parts."""

from gettext import NullTranslations

from funnel.model import (
    Criterion,
    Decision,
    Definition,
    Finding,
    Inquiry,
    LostReason,
    Reason,
    Role,
    Service,
    Stage,
    Step,
)


def criteria(t: NullTranslations) -> dict[Criterion, str]:
    """Short names of the criteria, as in a row that ends with yes, no or unknown."""
    return {
        # NOTE: Name of a criterion, in a narrow row followed by yes, no or unknown. They have a need for the product.
        Criterion.NEED: t.pgettext("criterion", "Need"),
        # NOTE: Name of a criterion. They are able to pay.
        Criterion.AFFORD: t.pgettext("criterion", "Able to pay"),
        # NOTE: Name of a criterion. They will buy within a reasonable time.
        Criterion.MARKET: t.pgettext("criterion", "Buying soon"),
        # NOTE: Name of a criterion. This person has the power to decide on the purchase.
        Criterion.AUTHORITY: t.pgettext("criterion", "Power to decide"),
        # NOTE: Name of a criterion. This person influences the decision without making it.
        Criterion.INFLUENCE: t.pgettext("criterion", "Influence"),
        # NOTE: Name of a criterion. They and we know each other; a working relationship exists.
        Criterion.RELATION: t.pgettext("criterion", "Relationship with us"),
        # NOTE: Name of a criterion. We know exactly what they require of the product.
        Criterion.REQUIREMENTS: t.pgettext("criterion", "Exact requirements"),
        # NOTE: Name of a criterion. Price, payment terms or the contract are being settled.
        Criterion.TERMS: t.pgettext("criterion", "Terms under discussion"),
        # NOTE: Name of a criterion. They have stopped buying from their present supplier.
        Criterion.INCUMBENT: t.pgettext("criterion", "Old supplier dropped"),
        # NOTE: Name of a criterion. They contacted us, not we them.
        Criterion.INBOUND: t.pgettext("criterion", "Came to us"),
        # NOTE: Name of a criterion. Amount, probability and expected close date are written down.
        Criterion.RECORD: t.pgettext("criterion", "Deal on record"),
        # NOTE: Name of a criterion. The firm is of the kind that our marketing looks for.
        Criterion.FIT: t.pgettext("criterion", "Fits what we look for"),
        # NOTE: Name of a criterion. The person and the firm really exist.
        Criterion.GENUINE: t.pgettext("criterion", "Really exists"),
        # NOTE: Name of a criterion. The same person is on our records already, perhaps in another spelling.
        Criterion.DUPLICATE: t.pgettext("criterion", "Already on our records"),
        # NOTE: Name of a criterion. A colleague has an open opportunity with this firm already.
        Criterion.PURSUED: t.pgettext("criterion", "Open opportunity with this firm"),
    }


def groups(t: NullTranslations) -> tuple[tuple[str, tuple[Criterion, ...]], ...]:
    """The criteria in the three groups in which the page shows them, each with its heading."""
    lead = (Criterion.NEED, Criterion.AFFORD, Criterion.MARKET, Criterion.AUTHORITY, Criterion.INFLUENCE)
    opportunity = (
        Criterion.RELATION,
        Criterion.REQUIREMENTS,
        Criterion.TERMS,
        Criterion.INCUMBENT,
        Criterion.INBOUND,
        Criterion.RECORD,
    )
    ours = (Criterion.FIT, Criterion.GENUINE, Criterion.DUPLICATE, Criterion.PURSUED)
    return (
        # NOTE: Heading over the criteria that tell whether a contact is a lead.
        (t.pgettext("group", "Is it a lead?"), lead),
        # NOTE: Heading over the criteria that tell whether a lead is an opportunity.
        (t.pgettext("group", "Is it an opportunity?"), opportunity),
        # NOTE: Heading over the criteria that tell whether we should work on this contact at all.
        (t.pgettext("group", "Is it one for us?"), ours),
    )


def findings(t: NullTranslations) -> dict[Finding, str]:
    """The words for yes, no and unknown."""
    return {
        # NOTE: What is known about a criterion, after its name: "Need: yes".
        Finding.YES: t.pgettext("finding", "yes"),
        # NOTE: What is known about a criterion, after its name: "Need: no".
        Finding.NO: t.pgettext("finding", "no"),
        # NOTE: What is known about a criterion, after its name: "Need: unknown". A respectable answer.
        Finding.UNKNOWN: t.pgettext("finding", "unknown"),
    }


def inquiries(t: NullTranslations) -> dict[Inquiry, str]:
    """What the buttons for finding out say."""
    return {
        # NOTE: Button. Find out about a person and firm from public sources.
        Inquiry.LOOK_UP: t.pgettext("inquiry", "Look them up"),
        # NOTE: Button. Look whether the person or firm is in our own CRM already.
        Inquiry.CHECK: t.pgettext("inquiry", "Check our records"),
        # NOTE: Button. Write an e-mail to the contact.
        Inquiry.EMAIL: t.pgettext("inquiry", "Send an email"),
        # NOTE: Button. Call the contact on the telephone.
        Inquiry.CALL: t.pgettext("inquiry", "Call them"),
        # NOTE: Button. Ask the contact whether there is a need.
        Inquiry.ASK_NEED: t.pgettext("inquiry", "Ask about the need"),
        # NOTE: Button. Ask the contact how it would be paid for.
        Inquiry.ASK_AFFORD: t.pgettext("inquiry", "Ask about the money"),
        # NOTE: Button. Ask the contact when they would buy.
        Inquiry.ASK_MARKET: t.pgettext("inquiry", "Ask when they would buy"),
        # NOTE: Button. Ask the contact who decides on the purchase.
        Inquiry.ASK_AUTHORITY: t.pgettext("inquiry", "Ask who decides"),
        # NOTE: Button. Ask the contact what exactly the product would have to do.
        Inquiry.ASK_REQUIREMENTS: t.pgettext("inquiry", "Ask for exact requirements"),
        # NOTE: Button. Ask the contact about price, payment and contract.
        Inquiry.ASK_TERMS: t.pgettext("inquiry", "Ask about terms"),
        # NOTE: Button. Ask the contact about the present supplier.
        Inquiry.ASK_INCUMBENT: t.pgettext("inquiry", "Ask about the supplier"),
    }


def decisions(t: NullTranslations) -> dict[Decision, str]:
    """What the buttons for deciding say; the same words name the verdict afterwards."""
    return {
        # NOTE: Button, and afterwards name of the verdict. The contact is a lead and stays one.
        Decision.QUALIFY: t.pgettext("decision", "Keep as a lead"),
        # NOTE: Button, and afterwards name of the verdict. The contact becomes an opportunity.
        Decision.CONVERT: t.pgettext("decision", "Convert to an opportunity"),
        # NOTE: Button, and afterwards name of the verdict. Not now: stay in touch and come back to it (nurture).
        Decision.NURTURE: t.pgettext("decision", "Stay in touch for later"),
        # NOTE: Button, and afterwards name of the verdict. Stop working on the contact (disqualify).
        Decision.DISQUALIFY: t.pgettext("decision", "Take off the list"),
    }


def reasons(t: NullTranslations) -> dict[Reason, str]:
    """Why a contact is taken off the list."""
    return {
        # NOTE: Reason for taking a contact off the list: nobody real is behind it.
        Reason.JUNK: t.pgettext("reason", "Not a real person or firm"),
        # NOTE: Reason for taking a contact off the list: the same person is on record already.
        Reason.DUPLICATE: t.pgettext("reason", "Already on our records"),
        # NOTE: Reason for taking a contact off the list: they have no need.
        Reason.NO_NEED: t.pgettext("reason", "No need"),
        # NOTE: Reason for taking a contact off the list: they are not able to pay.
        Reason.CANNOT_AFFORD: t.pgettext("reason", "Not able to pay"),
        # NOTE: Reason for taking a contact off the list: not the kind of firm that we sell to.
        Reason.NO_FIT: t.pgettext("reason", "Not the kind of firm we sell to"),
    }


def roles(t: NullTranslations) -> dict[Role, str]:
    """The part that a person plays in the purchase."""
    return {
        # NOTE: Role of a person in the purchase: advises the buyer from outside.
        Role.ADVISER: t.pgettext("role", "adviser"),
        # NOTE: Role of a person in the purchase: works there, has no say.
        Role.EMPLOYEE: t.pgettext("role", "employee"),
        # NOTE: Role of a person in the purchase: influences the decision without making it.
        Role.INFLUENCER: t.pgettext("role", "influences the decision"),
        # NOTE: Role of a person in the purchase: makes the decision.
        Role.DECISION_MAKER: t.pgettext("role", "decision maker"),
        # NOTE: Role of a person in the purchase: carries out the buying, as a procurement officer does.
        Role.BUYER: t.pgettext("role", "buyer"),
    }


def stages(t: NullTranslations) -> dict[Stage, str]:
    """The four stages along the thread."""
    return {
        # NOTE: Stage of the funnel, a very short label under the progress line.
        Stage.CONTACT: t.pgettext("stage", "Contact"),
        # NOTE: Stage of the funnel, a very short label under the progress line.
        Stage.LEAD: t.pgettext("stage", "Lead"),
        # NOTE: Stage of the funnel, a very short label under the progress line.
        Stage.OPPORTUNITY: t.pgettext("stage", "Opportunity"),
        # NOTE: Last stage of the funnel, a very short label: the buyer is now a customer (an account).
        Stage.ACCOUNT: t.pgettext("stage", "Customer"),
    }


def steps(t: NullTranslations) -> dict[Step, str]:
    """The three stages of an opportunity."""
    return {
        # NOTE: First stage of an opportunity: the customer's needs are worked out in detail.
        Step.NEEDS: t.pgettext("step", "Needs"),
        # NOTE: Second stage of an opportunity: a written proposal is made.
        Step.PROPOSAL: t.pgettext("step", "Proposal"),
        # NOTE: Third stage of an opportunity: price, payment terms and contract are negotiated.
        Step.NEGOTIATION: t.pgettext("step", "Negotiation"),
    }


def lost_reasons(t: NullTranslations) -> dict[LostReason, str]:
    """Why an opportunity was lost."""
    return {
        # NOTE: Reason for a lost opportunity: our price decided against us.
        LostReason.PRICE: t.pgettext("lost reason", "The price"),
        # NOTE: Reason for a lost opportunity: they bought from a competitor.
        LostReason.COMPETITOR: t.pgettext("lost reason", "Another seller"),
        # NOTE: Reason for a lost opportunity: they bought from nobody, and decided nothing.
        LostReason.NO_DECISION: t.pgettext("lost reason", "They never decided"),
        # NOTE: Reason for a lost opportunity: it came too early or too late for them.
        LostReason.TIMING: t.pgettext("lost reason", "The wrong time"),
        # NOTE: Reason for a lost opportunity: there was nothing to win; it should not have been opened.
        LostReason.NEVER_ONE: t.pgettext("lost reason", "It was never an opportunity"),
    }


def services(t: NullTranslations) -> dict[Service, str]:
    """What a customer values when something breaks down."""
    return {
        # NOTE: What a customer values: that what they have is repaired when it breaks down.
        Service.REPAIR: t.pgettext("service", "Repair what they have"),
        # NOTE: What a customer values: that what broke down is replaced by a new model.
        Service.REPLACE: t.pgettext("service", "Replace it with a new one"),
    }


def definitions(t: NullTranslations) -> dict[Definition, str]:
    """The names of the three definitions; the articles use the same ones."""
    return {
        # NOTE: Name of a definition of lead and opportunity: need, ability to pay, timing. As in the article "side by side".
        Definition.CRITERIA: t.pgettext("definition", "By criteria"),
        # NOTE: Name of a definition: an opportunity is whoever came to us and asked. As in the article "side by side".
        Definition.INITIATIVE: t.pgettext("definition", "By who moved first"),
        # NOTE: Name of a definition: an opportunity is a negotiated deal with amount, probability and date on record.
        Definition.DEAL: t.pgettext("definition", "By the deal record"),
    }
