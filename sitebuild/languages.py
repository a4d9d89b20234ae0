"""mkdocs-static-i18n with our list of locales, `fil` among them (it accepts two-letter codes only)."""

from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs_static_i18n.config import I18nPluginConfig, I18nPluginLanguage
from mkdocs_static_i18n.plugin import I18n

from sitebuild import locales


class Language(I18nPluginLanguage):
    """One language, whose code the list of locales vouches for."""

    locale = config_options.Choice([locale.code for locale in locales.load()])


class Configuration(I18nPluginConfig):
    """The plugin's options; `languages` is filled from the list of locales."""

    languages = config_options.ListOfItems(config_options.SubConfig(Language, validate=True))


class Languages(I18n):
    """Builds every locale of `translations/locales.toml`, the default one at the root."""

    config_class = Configuration
    config_scheme = Configuration._schema

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the options of mkdocs.yml, with the languages from the one list."""
        listed = [
            {"locale": locale.code, "name": locale.name, "default": locale.default}
            for locale in locales.load()
        ]
        errors, warnings = super().load_config({**options, "languages": listed}, config_file_path)
        return errors, warnings
