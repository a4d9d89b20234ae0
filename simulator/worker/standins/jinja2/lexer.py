"""Stands in for Jinja's lexer (see `compiler`)."""

from typing import Any

from jinja2.compiler import generate

_lexer_cache: dict[Any, Any] = {}


class Lexer:
    """Only its name is asked for."""


class TokenStream:
    """Only its name is asked for."""


get_lexer = generate
