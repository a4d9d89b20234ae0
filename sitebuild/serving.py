"""A static host in miniature: what tests and benchmarks ask, answered as a good host would answer it.

Compressed siblings are served to whoever accepts them, and the rules in `_headers` are kept.
"""

import asyncio
import math
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path

from aiohttp import web

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
ENCODINGS = {"br": ".br", "gzip": ".gz"}
Rules = list[tuple[str, list[tuple[str, str]]]]
CHUNK = 4096


class Line:
    """The line between browser and server: counts what it carries, and is as slow as it is told to be.

    `bits_per_second` is shared by all connections; `round_trip` (seconds) is waited for once a request, and
    once more for a new connection.
    """

    def __init__(self, bits_per_second: float = math.inf, round_trip: float = 0) -> None:
        self.seconds_per_byte = 8 / bits_per_second
        self.round_trip = round_trip
        self.carried = 0
        self._free_at = 0.0
        self._known: weakref.WeakSet[asyncio.BaseTransport] = weakref.WeakSet()

    async def request(self, transport: asyncio.BaseTransport | None) -> None:
        """Let a request travel, and the handshake before it if the connection is new."""
        trips = 1
        if transport is not None and transport not in self._known:
            self._known.add(transport)
            trips = 2
        if self.round_trip:
            await asyncio.sleep(trips * self.round_trip)

    async def carry(self, size: int) -> None:
        """Let so many bytes pass, in turn with everybody else's."""
        self.carried += size
        if not self.seconds_per_byte:
            return
        now = asyncio.get_running_loop().time()
        self._free_at = max(now, self._free_at) + size * self.seconds_per_byte
        await asyncio.sleep(self._free_at - now)


@contextmanager
def serving(folder: Path, line: Line | None = None) -> Iterator[str]:
    """Serve the folder in a thread while the block runs; gives the address, with a slash at its end."""
    loop = asyncio.new_event_loop()
    started = threading.Event()
    ports: list[int] = []

    async def start() -> web.AppRunner:
        runner = web.AppRunner(_application(folder, line or Line()), access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        ports.append(runner.addresses[0][1])
        return runner

    def run() -> None:
        asyncio.set_event_loop(loop)
        runner = loop.run_until_complete(start())
        started.set()
        loop.run_forever()
        loop.run_until_complete(runner.cleanup())
        loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    started.wait()
    try:
        yield f"http://127.0.0.1:{ports[0]}/"
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


def _application(folder: Path, line: Line) -> web.Application:
    root = folder.resolve()
    rules = _rules(root / "_headers")

    async def answer(request: web.Request) -> web.StreamResponse:
        await line.request(request.transport)
        path, status = _find(root, request.path)
        if path is None:
            return web.Response(status=404)
        headers = _headers(rules, request.path) | {
            "Content-Type": TYPES.get(path.suffix, "application/octet-stream")
        }
        content, encoding = _encoded(path, request.headers.get("Accept-Encoding", ""))
        if encoding:
            headers |= {"Content-Encoding": encoding, "Vary": "Accept-Encoding"}
        return await _send(
            request, web.StreamResponse(status=status, headers=headers), content.read_bytes(), line
        )

    application = web.Application()
    application.router.add_get("/{path:.*}", answer)
    return application


async def _send(
    request: web.Request, response: web.StreamResponse, body: bytes, line: Line
) -> web.StreamResponse:
    response.content_length = len(body)
    await response.prepare(request)
    for start in range(0, len(body), CHUNK) if line.seconds_per_byte else ():
        await line.carry(len(chunk := body[start : start + CHUNK]))
        await response.write(chunk)
    if not line.seconds_per_byte:
        await line.carry(len(body))
        await response.write(body)
    return response


def _find(root: Path, path: str) -> tuple[Path | None, int]:
    wanted = (root / path.lstrip("/")).resolve()
    if wanted.is_dir():
        wanted /= "index.html"
    if wanted.is_relative_to(root) and wanted.is_file():
        return wanted, 200
    missing = root / "404.html"
    return (missing if missing.is_file() else None), 404


def _encoded(path: Path, accepted: str) -> tuple[Path, str | None]:
    tokens = {token.split(";")[0].strip() for token in accepted.split(",")}
    for encoding, suffix in ENCODINGS.items():
        sibling = path.with_name(path.name + suffix)
        if encoding in tokens and sibling.is_file():
            return sibling, encoding
    return path, None


def _rules(path: Path) -> Rules:
    rules: Rules = []
    for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
        if line.startswith((" ", "\t")):
            name, _, value = line.strip().partition(":")
            rules[-1][1].append((name, value.strip()))
        elif line and not line.startswith("#"):
            rules.append((line.strip(), []))
    return rules


def _headers(rules: Rules, path: str) -> dict[str, str]:
    headers: dict[str, str] = {}
    for pattern, pairs in rules:
        for name, value in pairs if fnmatchcase(path, pattern) else ():
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers
