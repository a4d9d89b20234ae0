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
    async () => async () => handler,
  );
  await dispatch(BOOT);
  return { dispatch, posted };
}

test("a request is answered under its own number", async () => {
  const { dispatch, posted } = await booted((text) => text.toUpperCase());
  await dispatch({ kind: "request", id: 7, pack: "solar", text: "{}a" });
  assert.deepEqual(posted, [{ kind: "ready" }, { kind: "reply", id: 7, text: "{}A" }]);
});

test("a request before the engine is ready is refused, not lost in silence", async () => {
  /** @type {import("./messages.js").ToPage[]} */
  const posted = [];
  const dispatch = dispatcher(
    (message) => posted.push(message),
    async () => async () => String,
  );
  await dispatch({ kind: "request", id: 1, pack: "solar", text: "{}" });
  assert.deepEqual(posted, [{ kind: "refused", id: 1, problem: "not-ready", detail: "" }]);
});

test("an oversized request never reaches Python", async () => {
  const { dispatch, posted } = await booted(() => assert.fail("Python was reached"));
  await dispatch({ kind: "request", id: 2, pack: "solar", text: "[".repeat(LONGEST_REQUEST + 1) });
  assert.deepEqual(posted.map(brief).at(-1), { kind: "refused", id: 2, problem: "too-large" });
});

test("a Python exception refuses one request and the worker lives", async () => {
  const { dispatch, posted } = await booted((text) => {
    if (text === "bad") throw Object.assign(new Error("ValueError"), { name: "PythonError" });
    return text;
  });
  await dispatch({ kind: "request", id: 3, pack: "solar", text: "bad" });
  await dispatch({ kind: "request", id: 4, pack: "solar", text: "good" });
  assert.deepEqual(posted.slice(1).map(brief), [
    { kind: "refused", id: 3, problem: "engine" },
    { kind: "reply", id: 4, text: "good" },
  ]);
});

test("an interpreter that dies is reported as a crash", async () => {
  const { dispatch, posted } = await booted(() => {
    throw new RangeError("Maximum call stack size exceeded");
  });
  await dispatch({ kind: "request", id: 5, pack: "solar", text: "{}" });
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

/**
 * A dispatcher that has booted with one pack, and what it posted and which packs it opened.
 *
 * @param {(pack: string) => Promise<(text: string) => string>} open
 */
async function bootedWith(open) {
  /** @type {import("./messages.js").ToPage[]} */
  const posted = [];
  /** @type {string[]} */
  const opened = [];
  const dispatch = dispatcher(
    (message) => posted.push(message),
    async () => (pack) => {
      opened.push(pack);
      return open(pack);
    },
  );
  await dispatch(BOOT);
  posted.length = 0;
  return { dispatch, posted, opened };
}

test("another pack is fetched at its first request, and once", async () => {
  const { dispatch, posted, opened } = await bootedWith(async (pack) => (text) => `${pack} ${text}`);
  await dispatch({ kind: "request", id: 1, pack: "tiles", text: "a" });
  await dispatch({ kind: "request", id: 2, pack: "tiles", text: "b" });
  await dispatch({ kind: "request", id: 3, pack: "solar", text: "c" });
  assert.deepEqual(opened, ["solar", "tiles"]);
  assert.deepEqual(posted, [
    { kind: "reply", id: 1, text: "tiles a" },
    { kind: "reply", id: 2, text: "tiles b" },
    { kind: "reply", id: 3, text: "solar c" },
  ]);
});

test("a pack that cannot be fetched refuses that request by name, and can be asked for again", async () => {
  let isOffline = true;
  const { dispatch, posted } = await bootedWith(async (pack) => {
    if (pack === "tiles" && isOffline) throw new Failure("network", "tiles: gone");
    return (text) => text;
  });
  await dispatch({ kind: "request", id: 1, pack: "tiles", text: "a" });
  await dispatch({ kind: "request", id: 2, pack: "solar", text: "b" });
  isOffline = false;
  await dispatch({ kind: "request", id: 3, pack: "tiles", text: "c" });
  assert.deepEqual(posted, [
    { kind: "refused", id: 1, problem: "network", detail: "tiles: gone" },
    { kind: "reply", id: 2, text: "b" },
    { kind: "reply", id: 3, text: "c" },
  ]);
});
