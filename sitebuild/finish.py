"""The end of a build: what no single page can see."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from sitebuild import fonts
from sitebuild.locales import Locale, load
from sitebuild.look import Look


def missing_pages(docs: Path) -> Iterator[str]:
    """Pages that some locale has and another lacks; static-i18n would fill the gap with English."""
    held = {locale.code: _pages(docs / locale.code) for locale in load()}
    everything = set().union(*held.values())
    for code, names in held.items():
        for name in sorted(everything - names):
            yield f"docs/{code}/{name} is missing, and other languages have it: write it, or remove theirs"


def write_missing(texts: Mapping[str, str], site: Path) -> None:
    """Write `/404.html`, which speaks every language, and one for each locale's folder."""
    (site / "404.html").write_text(texts[""], "utf-8")
    for locale in load():
        if not locale.default:
            (site / locale.prefix / "404.html").write_text(texts[locale.code], "utf-8")


def remove_sitemap(site: Path) -> None:
    """A sitemap must hold absolute addresses, so without a known one there is none."""
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (site / name).unlink(missing_ok=True)


def uncovered_letters(look: Look, site: Path) -> Iterator[str]:
    """Letters of built pages that the cut fonts lack although the whole font has them."""
    for locale in load():
        if locale.font is None:
            continue
        letters = look.text_faces[locale.code][0].letters
        reach = fonts.reach(locale.font)
        for path in _built(locale, site):
            if lacking := fonts.uncovered(path.read_text("utf-8"), letters, reach=reach):
                yield f"{path.relative_to(site)}: letters without a font: {sorted(lacking)}"


def _pages(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}


def _built(locale: Locale, site: Path) -> list[Path]:
    return [path for path in sorted((site / locale.prefix).rglob("*.html")) if path.name != "404.html"]
