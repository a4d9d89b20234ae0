"""Stands in for Jinja's syntax tree, of which running templates use one class."""

from typing import Any


class Template:
    """Only its name is asked for."""


class EvalContext:
    """Whether output is escaped, for one template."""

    def __init__(self, environment: Any, template_name: str | None = None) -> None:
        autoescape = environment.autoescape
        self.environment = environment
        self.autoescape = autoescape(template_name) if callable(autoescape) else autoescape
        self.volatile = False

    def save(self) -> dict[str, Any]:
        return self.__dict__.copy()

    def revert(self, old: dict[str, Any]) -> None:
        self.__dict__.clear()
        self.__dict__.update(old)
