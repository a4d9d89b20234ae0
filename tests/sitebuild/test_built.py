"""Addresses and pictures of built pages: each fault is found, and what is as it should be is left alone."""

from pathlib import Path

import pytest

from sitebuild import built

GOOD = """<html><head><link rel="stylesheet" href="a.css"><link rel="alternate" hreflang="bn" href="bn/">
<link rel="icon" href="data:,"></head><body><h1 id="title">A</h1>
<a href="#title">up</a> <a href="bn/#এক">on</a> <a href="bn/index.html">on</a> <a href="/bn/">on</a>
<a href="https://creativecommons.org/licenses/by/4.0/">licence</a> <a href="mailto:a@b.c">write</a>
<img src="a.png" srcset="a.png 1x, a.png 2x" alt="A card"><label for="title">x</label>
<svg role="img" aria-labelledby="t"><title id="t">A funnel</title><path d="M0 0"/></svg>
<figure><svg role="img" aria-label="A bar"></svg></figure>
<figure><p><b>x</b></p><figcaption>Bars</figcaption></figure>
<svg aria-hidden="true"><path/></svg></body></html>
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages, a stylesheet and a picture."""
    (tmp_path / "bn").mkdir()
    (tmp_path / "bn" / "index.html").write_text('<h1 id="এক">B</h1>', "utf-8")
    for name in ("a.css", "a.png"):
        (tmp_path / name).write_bytes(b"")
    return tmp_path


def problems(site: Path, html: str, address: str = "") -> list[str]:
    (site / "index.html").write_text(html, "utf-8")
    built.read.cache_clear()
    return list(built.problems(site, address))


def test_a_page_as_it_should_be_is_left_alone(site: Path) -> None:
    assert problems(site, GOOD) == []


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ('<a href="lost/">x</a>', "<a> leads to 'lost/'; no such file"),
        ('<a href="bn/#two">x</a>', "<a> leads to 'bn/#two'; no such id on that page"),
        ('<a href="#two">x</a>', "<a> leads to '#two'; no such id on that page"),
        ('<a href="javascript:x()">x</a>', "<a> leads to 'javascript:x()'; a page has no use"),
        ('<a href="https://example.org/">x</a>', "<a> leads to 'https://example.org/'; list the host in"),
        ('<a href="//example.org/">x</a>', "<a> leads to '//example.org/'; list the host in"),
        ('<script src="https://github.com/a.js"></script>', "a page loads nothing from another host"),
        ('<link rel="preload" href="https://github.com/a">', "a page loads nothing from another host"),
        ('<link rel="alternate" hreflang="fa" href="fa/">', "<link> leads to 'fa/'; no such file"),
        ('<img alt="x" src="b.png">', "<img> leads to 'b.png'; no such file"),
        ('<img alt="x" srcset="a.png 1x, b.png 2x">', "<img> leads to 'b.png'; no such file"),
        ('<form action="send"></form>', "<form> leads to 'send'; no such file"),
        ('<p aria-describedby="lost">x</p>', "aria-describedby names #lost; the page has no element"),
        ('<img src="a.png">', "<img> has no words for those who do not see it"),
        ('<img src="a.png" alt=" ">', "<img> has no words for those who do not see it"),
        ('<svg role="img"><path/></svg>', "<svg> has no words for those who do not see it"),
        ('<svg><text>x</text></svg>', "<svg> has no words for those who do not see it"),
        ('<i id="t"></i><svg role="img" aria-labelledby="t"></svg>', "<svg> has no words"),
        ('<figure><p>x</p></figure>', "<figure> has no words for those who do not see it"),
        ('<figure>x</figure><figure aria-label="y">x</figure>', "<figure> has no words"),
        ('<div role="img"></div>', "<div> has no words for those who do not see it"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line(site: Path, html: str, problem: str) -> None:
    (found,) = problems(site, f"<p>\n{html}\n")
    assert found.startswith("index.html:2: ")
    assert problem in found


def test_a_site_that_knows_its_address_may_use_it(site: Path) -> None:
    html = '<link rel="canonical" href="https://example.org/x/bn/"><link rel="next" href="https://example.org/x/lost/">'
    (found,) = problems(site, html, "https://example.org/x/")
    assert "leads to 'https://example.org/x/lost/'; no such file" in found


def test_every_foreign_host_is_listed_with_its_reason() -> None:
    assert all(len(reason) > 10 for reason in built.FOREIGN.values())
