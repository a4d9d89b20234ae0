"""A report of mistakes leads to the repository's issue form where a repository is known."""

from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import yaml
from jinja2 import Environment, FileSystemLoader

from sitebuild import look
from sitebuild.locales import ROOT, find

FORM = ROOT / ".github/ISSUE_TEMPLATE/wording.yml"


def rendered(repo_url: str) -> str:
    page = SimpleNamespace(
        canonical_url=None, url="fa/learn/lead/", title="سرنخ", meta={"source": "page a, outline b"}
    )
    return (
        Environment(loader=FileSystemLoader(look.OVERRIDES), autoescape=True)
        .get_template("partials/report.html")
        .render(
            lang=SimpleNamespace(t=lambda key: look.chrome("fa", key)),
            page=page,
            locale=find("fa"),
            config=SimpleNamespace(repo_url=repo_url),
        )
    )


def test_without_a_repository_there_is_text_to_copy_and_no_link() -> None:
    html = rendered("")
    assert "/fa/learn/lead/" in html
    assert "page a, outline b" in html
    assert "<a " not in html


def test_the_issue_form_is_filled_in_under_the_names_of_its_fields() -> None:
    html = rendered("https://example.org/someone/leads/")
    address = html.partition('href="')[2].partition('"')[0].replace("&amp;", "&")
    assert urlsplit(address).path == "/someone/leads/issues/new"
    given = parse_qs(urlsplit(address).query)
    fields = {field["id"] for field in yaml.safe_load(FORM.read_text("utf-8"))["body"]}
    assert given.pop("template") == [FORM.name]
    assert given.pop("title") == ["سرنخ"]
    assert set(given) <= fields
    assert given["page"] == ["/fa/learn/lead/"]
