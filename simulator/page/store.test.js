import assert from "node:assert/strict";
import { test } from "node:test";

import { Store } from "./store.js";

/**
 * A database of one origin with what the store asks of `idb`: transactions run one after another, and one that fails
 * leaves nothing behind.
 */
class SharedDatabase {
  /** @type {Record<string, Map<unknown, any>>} */
  stores = { attempts: new Map(), aside: new Map(), record: new Map() };
  /** Fails like a disk that is full. */
  isFull = false;
  /** Fails at whatever is asked, as in a private window. */
  isForbidden = false;
  #turn = Promise.resolve();
  #key = 0;

  open = async () => {
    if (this.isForbidden) throw new DOMException("no", "SecurityError");
    return /** @type {any} */ (this);
  };

  getAllKeys = async (/** @type {string} */ name) => Array.from(this.stores[name].keys());
  get = async (/** @type {string} */ name, /** @type {unknown} */ key) => this.stores[name].get(key);
  getAll = async (/** @type {string} */ name) => structuredClone(Array.from(this.stores[name].values()));

  /** @param {string | string[]} names */
  transaction(names) {
    const before = this.#turn;
    /** @type {Record<string, Map<unknown, any>>} */
    let draft = {};
    let pending = 0;
    let isBroken = false;
    /** @type {() => void} */
    let finish = () => {};
    const begun = before.then(() => {
      draft = Object.fromEntries(Object.entries(this.stores).map(([name, all]) => [name, new Map(all)]));
      setImmediate(settle);
    });
    const done = new Promise((resolve, reject) => {
      finish = () => {
        if (isBroken) return reject(new DOMException("full", "QuotaExceededError"));
        this.stores = draft;
        resolve(undefined);
      };
    });
    this.#turn = /** @type {Promise<void>} */ (done).catch(() => {});
    // Like the real one, it ends once nothing more is asked of it.
    const settle = () => (pending === 0 ? finish() : setImmediate(settle));
    const ask = async (/** @type {() => unknown} */ action) => {
      pending += 1;
      await begun;
      setImmediate(() => {
        pending -= 1;
      });
      return action();
    };
    const write = (/** @type {() => unknown} */ action) =>
      ask(() => {
        isBroken ||= this.isFull;
        return action();
      });
    const objectStore = (/** @type {string} */ name) => ({
      getAll: () => ask(() => structuredClone(Array.from(draft[name].values()))),
      get: (/** @type {unknown} */ key) => ask(() => draft[name].get(key)),
      put: (/** @type {unknown} */ value, /** @type {unknown} */ key) =>
        write(() => draft[name].set(key, structuredClone(value))),
      add: (/** @type {unknown} */ value) =>
        write(() => {
          this.#key += 1;
          draft[name].set(this.#key, structuredClone(value));
        }),
      delete: (/** @type {unknown} */ key) => write(() => draft[name].delete(key)),
      clear: () => write(() => draft[name].clear()),
    });
    return { done, objectStore, store: objectStore(Array.isArray(names) ? names[0] : names) };
  }

  /** @param {string} name */
  all(name) {
    return Array.from(this.stores[name].values());
  }
}

/** @param {SharedDatabase} database */
const page = (database) => new Store("solar", /** @type {any} */ (database.open));

/** @param {number} moves */
const attemptOf = (moves) => ({ pack: "solar", moves: Array(moves).fill({ case: "rfp", undo: true }) });

/** @param {number} moves */
const savedOf = (moves) => ({ attempt: attemptOf(moves), queue: [], shown: null });

const ROUND = { attempt: attemptOf(3), ended: "2026-01-31T12:00:00.000Z" };

test("what one page saves another one finds", async () => {
  const database = new SharedDatabase();
  assert.equal(await page(database).load(), null);
  assert.equal(await page(database).save(savedOf(1)), "kept");
  assert.deepEqual(await page(database).load(), savedOf(1));
});

test("writes in quick succession do not take one another for somebody else's", async () => {
  const store = page(new SharedDatabase());
  await store.load();
  const outcomes = await Promise.all([1, 2, 3].map((moves) => store.save(savedOf(moves))));
  assert.deepEqual(outcomes, ["kept", "kept", "kept"]);
  assert.equal((await store.load())?.attempt.moves.length, 3);
});

test("a page that has missed another's write changes nothing", async () => {
  const database = new SharedDatabase();
  const [first, second] = [page(database), page(database)];
  await Promise.all([first.load(), second.load()]);
  assert.equal(await first.save(savedOf(2)), "kept");
  assert.equal(await second.save(savedOf(1), { isOver: true }), "stale");
  assert.equal(await second.begin("tiles", attemptOf(1), {}), "stale");
  assert.equal(second.pack, "solar");
  assert.equal(database.all("attempts")[0].attempt.moves.length, 2);
  assert.deepEqual(database.all("record"), []);
  await second.load();
  assert.equal(await second.save(savedOf(3)), "kept");
  assert.equal(await first.save(savedOf(9)), "stale");
});

test("a page that played before another round was begun elsewhere is stale, whatever it counts", async () => {
  const database = new SharedDatabase();
  const [first, second] = [page(database), page(database)];
  await first.load();
  await first.save(savedOf(1));
  await second.load();
  await first.begin("tiles", attemptOf(1), attemptOf(0));
  for (const moves of [1, 2, 3]) await first.save(savedOf(moves));
  assert.equal(await second.save(savedOf(2)), "stale");
  assert.equal(database.all("attempts").length, 1);
});

test("progress of an older version of the site is taken over", async () => {
  const database = new SharedDatabase();
  database.stores.attempts.set("solar", savedOf(4));
  const store = page(database);
  assert.equal((await store.load())?.attempt.moves.length, 4);
  assert.equal(await store.save(savedOf(5)), "kept");
});

test("a round that is over goes into the record once, however often it is saved and then left", async () => {
  const database = new SharedDatabase();
  const store = page(database);
  await store.load();
  await store.save(savedOf(3), { isOver: true });
  await store.save(savedOf(3), { isOver: true });
  await store.save(savedOf(3));
  await store.begin("solar", attemptOf(3), attemptOf(0));
  assert.equal(database.all("record").length, 1);
  assert.match(database.all("record")[0].ended, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test("a round that is given up goes into the record if anything was done in it", async () => {
  const database = new SharedDatabase();
  const store = page(database);
  await store.load();
  await store.begin("tiles", attemptOf(0), attemptOf(0));
  await store.begin("solar", attemptOf(2), attemptOf(0));
  assert.deepEqual(
    database.all("record").map(({ attempt }) => attempt.moves.length),
    [2],
  );
  assert.equal(store.pack, "solar");
});

test("a round that has just begun is there after the page was closed at once", async () => {
  const database = new SharedDatabase();
  const store = page(database);
  await store.load();
  await store.begin("tiles", null, { pack: "tiles", moves: [] });
  const later = page(database);
  assert.deepEqual((await later.load())?.attempt, { pack: "tiles", moves: [] });
  assert.equal(later.pack, "tiles");
});

test("what is imported twice, or twice in one file, is there once", async () => {
  const database = new SharedDatabase();
  const store = page(database);
  const { attempt, ended } = ROUND;
  const shuffled = { ended, attempt: { moves: attempt.moves, pack: attempt.pack } };
  const other = { ...ROUND, ended: "2026-02-01T12:00:00.000Z" };
  assert.equal(await store.merge([ROUND, shuffled]), 1);
  assert.equal(await store.merge([ROUND, other]), 1);
  assert.deepEqual(await store.record(), [ROUND, other]);
});

test("what in a record is no round is passed over, and the others come in the order of their ends", async () => {
  const database = new SharedDatabase();
  const earlier = { ...ROUND, ended: "2025-01-01T12:00:00.000Z" };
  for (const [key, value] of [ROUND, null, 7, { attempt: 7 }, earlier].entries()) {
    database.stores.record.set(key, value);
  }
  assert.deepEqual(await page(database).record(), [earlier, ROUND]);
});

test("when the storage is full, nothing that was kept is lost, and it is told", async () => {
  const database = new SharedDatabase();
  const store = page(database);
  await store.load();
  await store.save(savedOf(1));
  await store.merge([ROUND]);
  database.isFull = true;
  assert.equal(await store.save(savedOf(2)), "refused");
  assert.equal(store.isAvailable, false);
  assert.equal(await store.merge([{ ...ROUND, ended: "2026-02-01T12:00:00.000Z" }]), null);
  assert.equal(database.all("attempts")[0].attempt.moves.length, 1);
  assert.deepEqual(await store.record(), [ROUND]);
});

test("once there is room again, saving goes on", async () => {
  const database = new SharedDatabase();
  const store = page(database);
  await store.load();
  await store.save(savedOf(1));
  database.isFull = true;
  assert.equal(await store.save(savedOf(2)), "refused");
  database.isFull = false;
  assert.equal(await store.save(savedOf(3)), "kept");
  assert.equal(store.isAvailable, true);
});

test("where storage is forbidden, everything says so and nothing is thrown", async () => {
  const database = new SharedDatabase();
  database.isForbidden = true;
  const store = page(database);
  assert.equal(await store.load(), null);
  assert.equal(await store.save(savedOf(1)), "refused");
  assert.equal(await store.begin("tiles", attemptOf(1), attemptOf(0)), "refused");
  assert.equal(store.pack, "tiles");
  assert.equal(await store.record(), null);
  assert.equal(await store.merge([ROUND]), null);
  assert.equal(await store.erase(), false);
  assert.equal(store.isAvailable, false);
});

test("erasing leaves nothing, and play goes on from there", async () => {
  const database = new SharedDatabase();
  const store = page(database);
  await store.load();
  await store.save(savedOf(1));
  await store.merge([ROUND]);
  await store.putAside();
  await store.save(savedOf(2));
  assert.equal(await store.erase(), true);
  assert.deepEqual(
    ["attempts", "aside", "record"].flatMap((name) => database.all(name)),
    [],
  );
  assert.equal(await store.save(savedOf(1)), "kept");
});

test("another page cannot bring back what was erased", async () => {
  const database = new SharedDatabase();
  const [first, second] = [page(database), page(database)];
  await first.load();
  await first.save(savedOf(1));
  await second.load();
  await first.erase();
  assert.equal(await second.save(savedOf(2)), "stale");
  assert.deepEqual(database.all("attempts"), []);
});
