import assert from "node:assert/strict";
import { test } from "node:test";

import { dispatcher } from "./dispatch.js";
import { Failure, LONGEST_REQUEST } from "./messages.js";

const BOOT = /** @type {const} */ ({
  kind: "boot",
  root: "https://example.org/",
  locale: "bn",
  pack: "solar",
  isFresh: false,
});

/**
 * The message without its wording.
 *
 * @param {import("./messages.js").ToPage} message
 */
function brief(message) {
  return Object.fromEntries(Object.entries(message).filter(([key]) => key !== "detail"));
}

/** @param {(text: string) => string} handler */
async function booted(handler) {
  /** @type {import("./messages.js").ToPage[]} */
  const posted = [];
  const dispatch = dispatcher(
    (message) => posted.push(message),
    async () => handler,
  );
  await dispatch(BOOT);
  return { dispatch, posted };
}

test("a request is answered under its own number", async () => {
  const { dispatch, posted } = await booted((text) => text.toUpperCase());
  dispatch({ kind: "request", id: 7, text: "{}a" });
  assert.deepEqual(posted, [{ kind: "ready" }, { kind: "reply", id: 7, text: "{}A" }]);
});

test("a request before the engine is ready is refused, not lost in silence", () => {
  /** @type {import("./messages.js").ToPage[]} */
  const posted = [];
  dispatcher(
    (message) => posted.push(message),
    async () => String,
  )({ kind: "request", id: 1, text: "{}" });
  assert.deepEqual(posted, [{ kind: "refused", id: 1, problem: "not-ready", detail: "" }]);
});

test("an oversized request never reaches Python", async () => {
  const { dispatch, posted } = await booted(() => assert.fail("Python was reached"));
  dispatch({ kind: "request", id: 2, text: "[".repeat(LONGEST_REQUEST + 1) });
  assert.deepEqual(posted.map(brief).at(-1), { kind: "refused", id: 2, problem: "too-large" });
});

test("a Python exception refuses one request and the worker lives", async () => {
  const { dispatch, posted } = await booted((text) => {
    if (text === "bad") throw Object.assign(new Error("ValueError"), { name: "PythonError" });
    return text;
  });
  dispatch({ kind: "request", id: 3, text: "bad" });
  dispatch({ kind: "request", id: 4, text: "good" });
  assert.deepEqual(posted.slice(1).map(brief), [
    { kind: "refused", id: 3, problem: "engine" },
    { kind: "reply", id: 4, text: "good" },
  ]);
});

test("an interpreter that dies is reported as a crash", async () => {
  const { dispatch, posted } = await booted(() => {
    throw new RangeError("Maximum call stack size exceeded");
  });
  dispatch({ kind: "request", id: 5, text: "{}" });
  assert.deepEqual(posted.map(brief).at(-1), { kind: "failed", problem: "crash" });
});

test("a start that fails says why in the page's terms", async () => {
  /** @type {import("./messages.js").ToPage[]} */
  const posted = [];
  const start = async () => {
    throw new Failure("integrity", "python.zip: 1 byte, expected 2");
  };
  await dispatcher((message) => posted.push(message), start)(BOOT);
  assert.deepEqual(posted, [
    { kind: "failed", problem: "integrity", detail: "python.zip: 1 byte, expected 2" },
  ]);
});
