"""The worker in a real browser: it starts from what was built, and says so when something broken arrives."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from sitebuild import packs
from sitebuild.serving import serving

FIRST = '{"kind": "start"}'
START = """
([root, pack, request]) => new Promise((resolve) => {
  const messages = [];
  const worker = new Worker(new URL("worker/worker.js", root), { type: "module" });
  const finish = () => { worker.terminate(); resolve(messages); };
  worker.onmessage = ({ data }) => {
    messages.push(data);
    if (data.kind === "ready") worker.postMessage({ kind: "request", id: 1, pack, text: request });
    if (["reply", "refused", "failed"].includes(data.kind)) finish();
  };
  worker.postMessage({ kind: "boot", root, locale: "bn", pack });
})
"""


@pytest.fixture
def host(simulator_build: Path, tmp_path: Path) -> Path:
    """A site that holds nothing but a page and the built simulator."""
    shutil.copytree(simulator_build, tmp_path / "simulator")
    (tmp_path / "index.html").write_text("<!doctype html><meta charset=utf-8><title>Worker</title>", "utf-8")
    return tmp_path


@pytest.fixture
def address(host: Path) -> Iterator[str]:
    with serving(host) as url:
        yield url


def started(page: Page, address: str, request: str = FIRST) -> list[dict[str, Any]]:
    """All that the worker posts, from its boot to the reply or the failure."""
    page.goto(address)
    pack = packs.names()[0]
    messages: list[dict[str, Any]] = page.evaluate(START, [f"{address}simulator/", pack, request])
    return messages


def flip_a_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_python_starts_and_answers(page: Page, address: str) -> None:
    """Progress reaches its total before the worker is ready, and the bridge's first reply shows a contact."""
    messages = started(page, address)
    kinds = [message["kind"] for message in messages]
    last = [message for message in messages if message["kind"] == "progress"][-1]
    assert kinds[-2:] == ["ready", "reply"]
    assert last["done"] == last["total"]
    assert json.loads(messages[-1]["text"])["kind"] == "shown"


def test_nothing_is_fetched_twice_or_from_elsewhere(page: Page, address: str) -> None:
    """A file asked for by two parts of the start would cost the reader its bytes again."""
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    started(page, address)
    files = [url for url in asked if "/simulator/" in url]
    assert sorted(files) == sorted(set(files))
    assert all(url.startswith(address) for url in asked)


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "python.zip"])
def test_a_flipped_bit_is_an_integrity_failure(page: Page, host: Path, address: str, name: str) -> None:
    """Pyodide alone would wait for ever."""
    flip_a_bit(host / "simulator" / name)
    assert started(page, address)[-1]["problem"] == "integrity"


def test_a_truncated_file_is_an_integrity_failure(page: Page, host: Path, address: str) -> None:
    path = host / "simulator" / "pyodide.asm.wasm"
    path.write_bytes(path.read_bytes()[:-1])
    assert started(page, address)[-1]["problem"] == "integrity"


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "pyodide.asm.js", "python.zip", "manifest.json"])
def test_a_missing_file_is_a_network_failure(page: Page, host: Path, address: str, name: str) -> None:
    (host / "simulator" / name).unlink()
    assert started(page, address)[-1]["problem"] == "network"


def test_a_policy_without_webassembly_is_reported(page: Page, host: Path, address: str) -> None:
    """A host whose headers forbid WebAssembly to the worker is told apart from a broken file."""
    (host / "_headers").write_text("/simulator/*\n  Content-Security-Policy: script-src 'self'\n", "utf-8")
    with serving(host) as strict:
        assert started(page, strict)[-1]["problem"] == "unsupported"


def test_an_oversized_request_is_refused_and_named(page: Page, address: str) -> None:
    """It never reaches Python's parser, which deep nesting would kill."""
    refused = started(page, address, "[" * 200_001)[-1]
    assert (refused["kind"], refused["problem"]) == ("refused", "too-large")
