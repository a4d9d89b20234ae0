import assert from "node:assert/strict";
import { test } from "node:test";

import { Tab } from "./tabs.js";

/** Locks of one origin, as the Web Locks API describes them, with a single name. */
class SharedLocks {
  /** @type {((problem: Error) => void) | null} */
  #holder = null;

  /** @returns {any} */
  request(/** @type {string} */ _name, /** @type {LockOptions} */ options, /** @type {any} */ callback) {
    return new Promise((resolve, reject) => {
      if (options.steal) this.#holder?.(new DOMException("stolen", "AbortError"));
      else if (this.#holder) return reject(new DOMException("waited", "TimeoutError"));
      this.#holder = reject;
      Promise.resolve(callback()).then((result) => {
        if (this.#holder === reject) this.#holder = null;
        resolve(result);
      });
    });
  }
}

/** Locks that may not even be asked for, as in a sandboxed frame. */
const FORBIDDEN = { request: () => Promise.reject(new DOMException("no", "SecurityError")) };

/** Channels of one origin: each hears all others. */
function channels() {
  /** @type {{onmessage: any}[]} */
  const all = [];
  return () => {
    const channel = {
      onmessage: /** @type {any} */ (null),
      close() {},
      /** @param {unknown} data */
      postMessage(data) {
        for (const other of all) if (other !== channel) queueMicrotask(() => other.onmessage?.({ data }));
      },
    };
    all.push(channel);
    return channel;
  };
}

/** Two tabs that share the means, and how often each has lost the round. */
function two(/** @type {() => {locks: any, channel: any}} */ means) {
  const losses = [0, 0];
  const tabs = losses.map(
    (_, place) =>
      new Tab(means(), () => {
        losses[place] += 1;
      }),
  );
  return { first: tabs[0], second: tabs[1], losses };
}

const locks = () => {
  const shared = new SharedLocks();
  return () => ({ locks: shared, channel: null });
};
const channel = () => {
  const open = channels();
  return () => ({ locks: null, channel: open() });
};

for (const [name, means] of Object.entries({ locks, "a channel": channel })) {
  test(`by ${name}, the first tab has the round and the second has not`, async () => {
    const { first, second, losses } = two(means());
    assert.equal(await first.claim(), true);
    assert.equal(await second.claim(), false);
    assert.deepEqual([first.isMine, second.isMine, ...losses], [true, false, 0, 0]);
  });

  test(`by ${name}, a tab that takes over wins and the other is told, as often as they like`, async () => {
    const { first, second, losses } = two(means());
    await first.claim();
    await second.claim();
    await second.takeOver();
    await settled();
    assert.deepEqual([first.isMine, second.isMine, ...losses], [false, true, 1, 0]);
    await first.takeOver();
    await settled();
    assert.deepEqual([first.isMine, second.isMine, ...losses], [true, false, 1, 1]);
  });

  test(`by ${name}, a tab that is left lets the next one have the round`, async () => {
    const { first, second, losses } = two(means());
    await first.claim();
    first.release();
    await settled();
    assert.equal(await second.claim(), true);
    assert.deepEqual(losses, [0, 0]);
  });

  test(`by ${name}, claiming twice is no quarrel with oneself`, async () => {
    const { first, losses } = two(means());
    assert.equal(await first.claim(), true);
    assert.equal(await first.claim(), true);
    await first.takeOver();
    await settled();
    assert.deepEqual([first.isMine, ...losses], [true, 0, 0]);
  });
}

for (const [name, means] of Object.entries({
  "neither locks nor a channel": { locks: null, channel: null },
  "locks that are forbidden": { locks: FORBIDDEN, channel: null },
  "locks that throw at once": {
    locks: {
      request() {
        throw new DOMException("no", "SecurityError");
      },
    },
    channel: null,
  },
})) {
  test(`with ${name}, a tab plays on its own`, async () => {
    const { first } = two(() => /** @type {any} */ (means));
    assert.equal(await first.claim(), true);
    await first.takeOver();
    assert.equal(first.isMine, true);
  });
}

test("what others say on the channel and is no message does no harm", async () => {
  const open = channels();
  const tab = new Tab({ locks: null, channel: /** @type {any} */ (open()) }, () => assert.fail());
  await tab.claim();
  for (const noise of [null, undefined, 7, "mine", {}, { kind: "mine", from: tab.name }]) {
    open().postMessage(noise);
  }
  await settled();
  assert.equal(tab.isMine, true);
});

function settled() {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
