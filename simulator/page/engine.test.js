import assert from "node:assert/strict";
import { test } from "node:test";

import { Engine } from "./engine.js";

/** @typedef {import("../worker/messages.js").ToPage} ToPage */
/** @typedef {import("../worker/messages.js").ToWorker} ToWorker */
/** @typedef {(message: ToWorker, post: (message: ToPage) => void) => void} Behaviour */

/** A worker that answers by a script. */
class ScriptedWorker {
  /** @type {((event: {data: ToPage}) => void) | null} */
  onmessage = null;
  /** @type {(() => void) | null} */
  onerror = null;
  isTerminated = false;

  /** @param {Behaviour} behaviour */
  constructor(behaviour) {
    this.behaviour = behaviour;
  }

  /** @param {ToWorker} message */
  postMessage(message) {
    queueMicrotask(() => this.behaviour(message, (data) => this.onmessage?.({ data })));
  }

  terminate() {
    this.isTerminated = true;
  }
}

/**
 * An engine whose workers behave so, one after another; the last goes on for all that follow.
 *
 * @param {Behaviour[]} behaviours
 */
function engineOf(...behaviours) {
  /** @type {ScriptedWorker[]} */
  const workers = [];
  /** @type {ToWorker[]} */
  const boots = [];
  let restarts = 0;
  const engine = new Engine({
    root: "https://example.org/",
    locale: "bn",
    pack: "solar",
    onProgress: () => {},
    onRestart: () => {
      restarts += 1;
    },
    createWorker: () => {
      const behaviour = behaviours[Math.min(workers.length, behaviours.length - 1)];
      const worker = new ScriptedWorker((message, post) => {
        if (message.kind === "boot") boots.push(message);
        behaviour(message, post);
      });
      workers.push(worker);
      return /** @type {any} */ (worker);
    },
  });
  return { engine, workers, boots, restarts: () => restarts };
}

/** @type {Behaviour} */
const healthy = (message, post) => {
  if (message.kind === "boot") post({ kind: "ready" });
  else post({ kind: "reply", id: message.id, text: `${message.text}!` });
};

/** @type {Behaviour} */
const silent = () => {};

/** @type {Behaviour} */
const damaged = (_, post) => post({ kind: "failed", problem: "integrity", detail: "" });

/** @type {Behaviour} */
const dying = (message, post) => {
  if (message.kind === "boot") post({ kind: "ready" });
  else post({ kind: "failed", problem: "crash", detail: "" });
};

/**
 * Lets the mocked clock run until the promise is settled.
 *
 * @template Result
 * @param {import("node:test").TestContext} context
 * @param {Promise<Result>} promise
 */
async function inTime(context, promise) {
  let isSettled = false;
  promise.then(
    () => (isSettled = true),
    () => (isSettled = true),
  );
  for (let second = 0; second < 300 && !isSettled; second += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    context.mock.timers.tick(1_000);
  }
  return promise;
}

test("a healthy worker starts and answers", async () => {
  const { engine } = engineOf(healthy);
  assert.equal(await engine.start(), null);
  assert.equal(await engine.request("{}"), "{}!");
});

test("a worker that goes silent is ended and another one started", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { engine, workers } = engineOf(silent, healthy);
  assert.equal(await inTime(context, engine.start()), null);
  assert.deepEqual(
    workers.map((worker) => worker.isTerminated),
    [true, false],
  );
});

test("after three tries the problem is told", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { engine, workers } = engineOf(damaged);
  assert.equal(await inTime(context, engine.start()), "integrity");
  assert.equal(workers.length, 3);
  assert.ok(workers.every((worker) => worker.isTerminated));
});

test("a second try passes over the browser's cache", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { engine, boots } = engineOf(damaged, healthy);
  await inTime(context, engine.start());
  assert.deepEqual(
    boots.map((boot) => boot.kind === "boot" && boot.isFresh),
    [false, true],
  );
});

test("a browser without WebAssembly is not tried again", async () => {
  const { engine, workers } = engineOf((_, post) =>
    post({ kind: "failed", problem: "unsupported", detail: "" }),
  );
  assert.equal(await engine.start(), "unsupported");
  assert.equal(workers.length, 1);
});

test("where a worker dies over a request, another takes over and answers it", async () => {
  const { engine, restarts } = engineOf(dying, healthy);
  await engine.start();
  assert.equal(await engine.request("{}"), "{}!");
  assert.equal(restarts(), 1);
  assert.ok(engine.isAlive);
});

test("a request that kills every worker fails, and does not go on for ever", async () => {
  const { engine, workers } = engineOf(dying);
  await engine.start();
  await assert.rejects(engine.request("{}"));
  assert.equal(workers.length, 2);
});

test("a request that is never answered counts as a death", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {Behaviour} */
  const mute = (message, post) => {
    if (message.kind === "boot") post({ kind: "ready" });
  };
  const { engine } = engineOf(mute, healthy);
  await engine.start();
  assert.equal(await inTime(context, engine.request("{}")), "{}!");
});

test("a refused request is an error of that request alone", async () => {
  const { engine } = engineOf((message, post) => {
    if (message.kind === "boot") post({ kind: "ready" });
    else if (message.text === "bad") {
      post({ kind: "refused", id: message.id, problem: "too-large", detail: "" });
    } else post({ kind: "reply", id: message.id, text: "good" });
  });
  await engine.start();
  await assert.rejects(engine.request("bad"), /too-large/);
  assert.equal(await engine.request("fine"), "good");
});

test("a request goes to the pack that it names, and else to the first one", async () => {
  /** @type {string[]} */
  const packs = [];
  const { engine } = engineOf((message, post) => {
    if (message.kind === "request") packs.push(message.pack);
    healthy(message, post);
  });
  await engine.start();
  await engine.request("{}");
  await engine.request("{}", "tiles");
  assert.deepEqual(packs, ["solar", "tiles"]);
});

test("a pack that has yet to be fetched is waited for longer than a reply", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { engine, workers } = engineOf((message, post) => {
    if (message.kind === "boot") post({ kind: "ready" });
    else setTimeout(() => post({ kind: "reply", id: message.id, text: "late" }), 40_000);
  });
  await engine.start();
  assert.equal(await inTime(context, engine.request("{}", "tiles")), "late");
  assert.equal(workers.length, 1);
});

test("what kept a pack from arriving is told by name", async () => {
  const { engine } = engineOf((message, post) => {
    if (message.kind === "boot") post({ kind: "ready" });
    else post({ kind: "refused", id: message.id, problem: "network", detail: "" });
  });
  await engine.start();
  await assert.rejects(engine.request("{}", "tiles"), { problem: "network" });
  assert.ok(engine.isAlive);
});
