"""``python -m sitebuild.prose`` prints problems and fails if there is one; ``--warnings`` lists doubts."""

import sys
from collections.abc import Iterable

from sitebuild.locales import load
from sitebuild.prose import checks
from sitebuild.prose.problems import Problem


def main(arguments: list[str]) -> int:
    """Print what was found in all locales; 1 if it has to be mended."""
    doubts = "--warnings" in arguments
    found = sorted({problem for locale in load() for problem in _found(locale.code, doubts=doubts)})
    sys.stdout.writelines(f"{problem}\n" for problem in found)
    return 1 if found and not doubts else 0


def _found(locale: str, *, doubts: bool) -> Iterable[Problem]:
    own = checks.content(locale)
    if doubts:
        return checks.warnings(own)
    return (problem for _, problem in checks.problems(own, checks.agreed()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
