"""``python -m sitebuild.prose`` prints problems and fails if there is one.

``--building`` leaves out the checks that need not stop a build; ``--warnings`` lists doubts instead.
"""

import sys
from collections.abc import Iterable

from sitebuild.locales import load
from sitebuild.prose import checks
from sitebuild.prose.problems import Problem


def main(arguments: list[str]) -> int:
    """Print what was found in all locales; 1 if it has to be mended."""
    doubts, building = "--warnings" in arguments, "--building" in arguments
    found = sorted(
        {problem for locale in load() for problem in _found(locale.code, doubts=doubts, building=building)}
    )
    sys.stdout.writelines(f"{problem}\n" for problem in found)
    return 1 if found and not doubts else 0


def _found(locale: str, *, doubts: bool, building: bool) -> Iterable[Problem]:
    own = checks.content(locale)
    if doubts:
        return checks.warnings(own)
    return (problem for _, problem in checks.problems(own, checks.agreed(), building=building))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
