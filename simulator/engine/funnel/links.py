"""Which article explains a line of the score; paths are relative to a locale's home."""

from funnel.model import Criterion
from funnel.scoring import Line, Part, Why

_LEAD = "learn/lead/#criteria"
_OPPORTUNITY = "learn/opportunity/#what-is-an-opportunity"
_FIRST = "learn/lead/#find-out-first"

_CRITERIA = {
    Criterion.NEED: _LEAD,
    Criterion.AFFORD: _LEAD,
    Criterion.MARKET: _LEAD,
    Criterion.AUTHORITY: _LEAD,
    Criterion.INFLUENCE: "learn/lead/#who",
    Criterion.RELATION: _OPPORTUNITY,
    Criterion.REQUIREMENTS: _OPPORTUNITY,
    Criterion.TERMS: _OPPORTUNITY,
    Criterion.INCUMBENT: _OPPORTUNITY,
    Criterion.INBOUND: "learn/opportunity/#they-came-to-you",
    Criterion.RECORD: "learn/opportunity/#record",
    Criterion.FIT: "learn/sales-process/#lead-generation",
    Criterion.GENUINE: _FIRST,
    Criterion.DUPLICATE: _FIRST,
    Criterion.PURSUED: "learn/side-by-side/#how-it-turns",
}

_PARTS = {
    Part.VERDICT: "learn/side-by-side/#three-definitions",
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
