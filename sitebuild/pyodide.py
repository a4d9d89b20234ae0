"""Pyodide under Node, spoken to in lines of JSON: for tests, and to find out what the simulator imports."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Self

DRIVER = Path(__file__).with_name("pyodide_node.mjs")


class PyodideError(RuntimeError):
    """Python in Pyodide raised; the message is its traceback."""


class Pyodide:
    """One interpreter in one Node process, until it is closed.

    `archive` is the zip that serves as its library in place of the one that Pyodide brings; `extra` holds
    modules that only the code to be run needs.
    """

    def __init__(self, archive: Path, extra: Path | None = None) -> None:
        node = shutil.which("node")
        if node is None:
            raise FileNotFoundError(
                "Node is not on the PATH; run this through `make`, which finds or installs it"
            )
        self._process = subprocess.Popen(
            [node, str(DRIVER), str(archive), *([str(extra)] if extra else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        try:
            self._receive()
        except PyodideError:
            self.close()
            raise

    def run(self, code: str) -> str:
        """Run Python source; the text of its last expression, `None` as empty text."""
        return self._ask({"kind": "run", "code": code})

    def connect(self, setup: str) -> None:
        """Start the engine's bridge as the worker does."""
        self._ask({"kind": "connect", "setup": setup})

    def request(self, text: str) -> str:
        """The bridge's reply, as the worker would pass it on."""
        return self._ask({"kind": "request", "text": text})

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=30)
        self._process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        self.close()

    def _ask(self, message: dict[str, str]) -> str:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(message) + "\n")
        self._process.stdin.flush()
        return self._receive()

    def _receive(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise PyodideError(f"Node ended with status {self._process.wait(timeout=30)}")
        answer: dict[str, str] = json.loads(line)
        if "problem" in answer:
            raise PyodideError(answer["problem"])
        return answer["value"]
