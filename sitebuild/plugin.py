"""The site's MkDocs plugin: adds to Material and static-i18n what is ours, page by page and at the end.

Order of a build: on_config (look, missing pages) · on_files (drop Material's own assets) · on_page_content
(tables, simulator, words) · on_page_context (names for templates) · on_post_page (policy) · on_post_build
(files).
static-i18n builds the other locales inside its own on_post_build, so that only the outermost one is the end.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, cast

from jinja2 import Template
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from sitebuild import compress, embed, finish, locales, look, pages, policy, simulator, status
from sitebuild.catalogs import TranslationError
from sitebuild.packs import AuthoringError
from sitebuild.words import entries, placing

log = get_plugin_logger(__name__)


class Configuration(Config):  # type: ignore[no-untyped-call]
    """No options: the site has one look."""


class Site(BasePlugin[Configuration]):  # type: ignore[no-untyped-call]
    """Glues the modules of `sitebuild` to the events of a MkDocs build."""

    def __init__(self) -> None:
        self.serving = False
        self.look: look.Look | None = None
        self.simulator: simulator.Simulator | None = None
        self.missing: dict[str, str] = {}
        self.status: status.State | None = None
        self.entries: Mapping[str, Mapping[str, entries.Entry]] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if not _inner(config):
            self.look = look.build()
            self.simulator = self._build_simulator()
            self.status = status.gather()
            self.entries = entries.load_all(Path(config.docs_dir))
            _report(finish.missing_pages(Path(config.docs_dir)), config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out what no page asks for: Material's assets and the sources of ours."""
        for file in [file for file in files if _unwanted(file.src_uri, file.abs_src_path, config)]:
            files.remove(file)
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        page.meta["simulator"] = pages.simulator_use(html)
        root, build = get_relative_url("./", page.url), self.simulator.name if self.simulator else ""
        html = embed.embed(html, locale=_locale(config).code, root=root, build=build)
        if self.status:
            html = status.fill(html, self.status, locale=_locale(config).code, url=page.url, nav=config.nav)
        answers = (look.chrome(_locale(config).code, f"answer.{word}") for word in ("yes", "no", "unknown"))
        html = pages.answer_boxes(pages.tidy_tables(html), answers)
        own = self.entries.get(_locale(config).code, {})
        return placing.fill(html, locale=_locale(config), url=page.url, entries=own)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        use = page.meta.get("simulator")
        return _with(
            context,
            {
                "locale": _locale(config),
                "alternates": pages.alternates(page.url, _locale(config), config.site_url),
                "look": self._names(_locale(config)),
                "simulator": self.simulator.links(use) if self.simulator and use else None,
            },
        )

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        root = context["base_url"].rstrip("/") + "/"
        return _with(
            context,
            {
                "locale": _locale(config),
                "locales": locales.load(),
                "missing_style": self.look.missing_style(root) if self.look else "",
                "root": root,
            },
        )

    def on_pre_template(self, template: Template, *, template_name: str, config: MkDocsConfig) -> Template:
        """Catch each language's 404 page, which MkDocs would write over the one before."""
        if template_name == "404.html":
            return cast(Template, _Caught(template, self._keep_missing(config)))
        return template

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        tags = policy.STYLE_ATTRIBUTE.findall(output)
        _report((f"{page.file.src_uri}: the policy forbids style attributes: {tag}" for tag in tags), config)
        output = output.replace('class="no-js"', f'dir="{_locale(config).direction}"', 1)
        return self._protect(output, python=page.meta.get("simulator") == "whole")

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if _inner(config) or self.look is None:
            return
        site = Path(config.site_dir)
        look.write(self.look, site)
        finish.write_missing(self.missing, site)
        name = self.simulator.write(site) if self.simulator else None
        (site / "_headers").write_text(policy.headers(name), "utf-8")
        if not config.site_url:
            finish.remove_sitemap(site)
        if not self.serving:
            compress.add_siblings(site)
        _report(finish.uncovered_letters(self.look, site), config)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        for folder in ("overrides", "translations", "simulator"):
            server.watch(str(locales.ROOT / folder))
        return server

    def _build_simulator(self) -> simulator.Simulator:
        """What is wrong with a pack or a catalog is for its author to read, without a traceback."""
        try:
            return simulator.build(compress=not self.serving)
        except (AuthoringError, TranslationError) as error:
            raise PluginError(f"\n{error}") from None

    def _names(self, locale: locales.Locale) -> dict[str, str | None]:
        if self.look is None:
            return {}
        return {
            "stylesheet": self.look.stylesheet,
            "script": self.look.script,
            "font": self.look.font(locale),
        }

    def _protect(self, output: str, *, python: bool) -> str:
        # Live reload needs an inline script that is not on the page yet.
        return output if self.serving else policy.protect(output, python=python)

    def _keep_missing(self, config: MkDocsConfig) -> Callable[[str, bool], None]:
        def keep(output: str, five: bool) -> None:
            self.missing["" if five else _locale(config).code] = self._protect(output, python=False)

        return keep


class _Caught:
    """The 404 template, rendered for one language and for all five, and handed over instead of written."""

    def __init__(self, template: Template, keep: Callable[[str, bool], None]) -> None:
        self.template = template
        self.keep = keep

    def render(self, context: dict[str, Any]) -> str:
        for five in (False, True) if context["locale"].default else (False,):
            self.keep(self.template.render(context | {"five": five}), five)
        return ""


def _report(problems: Iterable[str], config: MkDocsConfig) -> None:
    """Tell all problems at once; a strict build stops, even a quiet one (MkDocs then counts no warnings)."""
    found = list(problems)
    for problem in found:
        log.warning(problem)
    if found and config.strict:
        raise PluginError("\n".join(found))


def _with(context: TemplateContext, names: dict[str, Any]) -> TemplateContext:
    return cast(TemplateContext, {**context, **names})


def _locale(config: MkDocsConfig) -> locales.Locale:
    return locales.find(str(config.theme["language"]))


def _inner(config: MkDocsConfig) -> bool:
    return bool(getattr(config.plugins.get("sitebuild/languages"), "building", False))


def _unwanted(uri: str, source: str | None, config: MkDocsConfig) -> bool:
    if "material/search" in config.plugins or not uri.startswith("assets/"):
        return False
    ours = source is not None and Path(source).is_relative_to(look.OVERRIDES)
    return not ours or uri.endswith((".css", ".js"))
