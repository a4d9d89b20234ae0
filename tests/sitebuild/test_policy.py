"""The content security policy of a page and of a host."""

import pytest

from sitebuild import policy

PAGE = '<head><meta charset="utf-8"><script>go()</script></head>'


def test_an_inline_script_is_allowed_by_its_hash_alone() -> None:
    page = policy.protect(PAGE)
    assert "script-src 'self' 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='" in page
    assert "unsafe-inline" not in page


def test_data_and_scripts_with_an_address_need_no_hash() -> None:
    page = '<meta charset="utf-8"><script type="application/json">{}</script><script src="a.js"></script>'
    assert "sha256" not in policy.protect(page)


def test_webassembly_is_allowed_where_python_runs_only() -> None:
    assert "'wasm-unsafe-eval'" in policy.protect(PAGE, python=True)
    assert "'wasm-unsafe-eval'" not in policy.protect(PAGE)


def test_a_page_without_a_place_for_the_policy_is_refused() -> None:
    with pytest.raises(ValueError, match="no place for its content security policy"):
        policy.protect("<head></head>")


def test_the_worker_s_files_have_a_policy_of_their_own_and_never_change() -> None:
    rules = policy.headers("abc123").split("/simulator/abc123/*\n")[1]
    assert "immutable" in rules
    assert "script-src 'self' 'wasm-unsafe-eval'" in rules


def test_style_attributes_are_found() -> None:
    assert policy.STYLE_ATTRIBUTE.findall('<p style="color:red">a</p><p data-style="x">b</p>') == [
        '<p style="color:red">'
    ]
