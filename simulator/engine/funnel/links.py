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

_ROLE = frozenset({Why.ROLE_KNOWN, Why.ROLE_UNKNOWN})


def article(line: Line) -> str:
    """The page and heading that explain a line."""
    if line.criterion is not None:
        return _CRITERIA[line.criterion]
    return "learn/lead/#who" if line.why in _ROLE else _PARTS[line.part]


def targets() -> frozenset[str]:
    """Every page and heading that a line may lead to."""
    return frozenset({*_CRITERIA.values(), *_PARTS.values(), "learn/lead/#who"})
