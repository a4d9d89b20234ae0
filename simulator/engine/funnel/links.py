"""Which article explains a line of the score; paths are relative to a locale's home."""

from funnel.model import Criterion
from funnel.scoring import Line, Part, Why

_OPPORTUNITY = "learn/opportunity/#what-is-an-opportunity"
_FIRST = "learn/lead/#find-out-first"

_CRITERIA = {
    Criterion.NEED: "learn/qualifying/#need",
    Criterion.AFFORD: "learn/qualifying/#afford",
    Criterion.MARKET: "learn/qualifying/#market",
    Criterion.AUTHORITY: "learn/qualifying/#authority",
    Criterion.INFLUENCE: "learn/lead/#who",
    Criterion.RELATION: "learn/from-lead-to-opportunity/#relationship",
    Criterion.REQUIREMENTS: "learn/from-lead-to-opportunity/#needs",
    Criterion.TERMS: "learn/from-lead-to-opportunity/#terms",
    Criterion.INCUMBENT: _OPPORTUNITY,
    Criterion.INBOUND: "learn/opportunity/#they-came-to-you",
    Criterion.RECORD: "learn/opportunity/#record",
    Criterion.FIT: "learn/lead-generation/#criteria",
    Criterion.GENUINE: "learn/qualifying/#red-flags",
    Criterion.DUPLICATE: "learn/mistakes/#duplicates",
    Criterion.PURSUED: "learn/from-lead-to-opportunity/#conversion",
}

_PARTS = {
    Part.VERDICT: "learn/three-definitions/#where-they-part",
    Part.EVIDENCE: "learn/side-by-side/#one-test",
    Part.PROCESS: _FIRST,
    Part.EFFORT: "learn/crm-and-the-funnel/#why-a-funnel",
}

_WHYS = {
    Why.ROLE_KNOWN: "learn/lead/#who",
    Why.ROLE_UNKNOWN: "learn/lead/#who",
    Why.WORKED: "learn/opportunity/#team",
    Why.NOT_WORKED: "learn/opportunity/#team",
    Why.RECORDED: "learn/opportunity/#record",
    Why.NOT_RECORDED: "learn/opportunity/#record",
    Why.DIAGNOSED: "learn/won-or-lost/#looking",
    Why.MISDIAGNOSED: "learn/won-or-lost/#hiding",
    Why.PROFILED: "learn/customer-service/#repair-or-replace",
    Why.MISPROFILED: "learn/customer-service/#repair-or-replace",
    Why.UNFINISHED: "learn/opportunity/#won-or-lost",
}

NUMBERS = "learn/numbers/#calibration"
"""What forecasts are worth, and how to check."""

PARTING = "learn/three-definitions/#where-they-part"
"""Where the definitions part."""


def article(line: Line) -> str:
    """The page and heading that explain a line."""
    if line.criterion is not None:
        return _CRITERIA[line.criterion]
    return _WHYS.get(line.why, _PARTS[line.part])


def targets() -> frozenset[str]:
    """Every page and heading that a line of the score, or the end of a round, may lead to."""
    return frozenset({*_CRITERIA.values(), *_PARTS.values(), *_WHYS.values(), NUMBERS, PARTING})
