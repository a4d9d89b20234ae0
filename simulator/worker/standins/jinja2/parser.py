"""Stands in for Jinja's parser (see `compiler`)."""

from jinja2.compiler import generate

Parser = generate
