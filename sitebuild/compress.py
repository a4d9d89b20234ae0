"""`.br` and `.gz` siblings for plain static hosts; each content is compressed once."""

import gzip
import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from sitebuild.locales import ROOT

CACHE = ROOT / "build" / "cache" / "compressed"
SMALLEST = 1024
COMPRESSED_ALREADY = {".br", ".gz", ".png", ".jpg", ".webp", ".woff2", ".zst"}
THREADS = 2


def _brotli(content: bytes) -> bytes:
    compressed: bytes = brotli.compress(content, quality=11, lgwin=24)
    return compressed


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


ENCODERS: dict[str, Callable[[bytes], bytes]] = {".br": _brotli, ".gz": _gzip}


def _once(content: bytes, suffix: str) -> bytes:
    cached = CACHE / (hashlib.sha256(content).hexdigest() + suffix)
    if not cached.exists():
        cached.parent.mkdir(parents=True, exist_ok=True)
        fresh = cached.with_name(f"{cached.name}.{id(content)}.part")
        fresh.write_bytes(ENCODERS[suffix](content))
        fresh.replace(cached)
    return cached.read_bytes()


def _add_siblings(path: Path) -> None:
    content = path.read_bytes()
    for suffix in ENCODERS:
        sibling = path.with_name(path.name + suffix)
        if len(compressed := _once(content, suffix)) < len(content):
            sibling.write_bytes(compressed)


def worthwhile(path: Path) -> bool:
    """A file of some size that is not compressed by its nature."""
    return path.is_file() and path.suffix not in COMPRESSED_ALREADY and path.stat().st_size > SMALLEST


def add_siblings(folder: Path) -> None:
    """Give every worthwhile file under the folder its compressed siblings."""
    paths = [path for path in sorted(folder.rglob("*")) if worthwhile(path)]
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(_add_siblings, paths))
