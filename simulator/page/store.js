/**
 * Progress in IndexedDB: written after every move, since localStorage loses writes when a browser is killed.
 *
 * Every storage interface may throw where it is merely looked at (private windows, sandboxed frames), and may be full;
 * then nothing is kept, `isAvailable` is false, and play goes on.
 *
 * What is saved carries a version, new with every write. A write goes through only where the version is still the one
 * that this page has read or written last, so a page that has missed another's writes cannot undo them.
 */

const DATABASE = "lead-or-opportunity";
const ATTEMPTS = "attempts";
const ASIDE = "aside";
const RECORD = "record";

/**
 * @typedef {{regions: Record<string, string>, case: string, phase: string, locale?: string, build?: string}} Shown
 * @typedef {{attempt: any, queue: Record<string, unknown>[], shown: Shown | null}} Saved
 * @typedef {{attempt: Record<string, any>, ended: string}} Ended  a round in the record, with the moment it ended
 * @typedef {"kept" | "stale" | "refused"} Outcome
 *   stale: another page has written since. refused: the browser stores nothing, or no more.
 */

export class Store {
  isAvailable = true;
  /** @type {string | undefined} */
  #version;
  #writes = 0;
  /** Writes wait for one another. @type {Promise<unknown>} */
  #last = Promise.resolve();

  /**
   * @param {string} pack
   * @param {typeof import("idb").openDB} openDB
   */
  constructor(pack, openDB) {
    this.pack = pack;
    this.openDB = openDB;
    this.page = Array.from(crypto.getRandomValues(new Uint32Array(2)), String).join("-");
    /** @type {Promise<import("idb").IDBPDatabase> | null} */
    this.opened = null;
  }

  #database() {
    this.opened ??= this.openDB(DATABASE, 2, {
      upgrade(database, before) {
        if (before < 1) {
          database.createObjectStore(ATTEMPTS);
          database.createObjectStore(ASIDE, { autoIncrement: true });
        }
        database.createObjectStore(RECORD, { autoIncrement: true });
      },
      blocking: (_before, _after, event) => /** @type {IDBDatabase} */ (event.target).close(),
    });
    return this.opened;
  }

  /**
   * What was saved, if it has the outward form of it; the engine judges what is inside. `pack` becomes that of the
   * round that was saved.
   *
   * @returns {Promise<Saved | null>}
   */
  async load() {
    const saved = await this.#try(async () => {
      const database = await this.#database();
      const packs = await database.getAllKeys(ATTEMPTS);
      if (packs.length > 0 && !packs.includes(this.pack)) this.pack = String(packs[0]);
      return database.get(ATTEMPTS, this.pack);
    });
    this.#version = versionOf(saved);
    if (saved === undefined) return null;
    if (!isRecord(saved) || !("attempt" in saved)) return { attempt: "unreadable", queue: [], shown: null };
    const queue = Array.isArray(saved.queue) ? saved.queue : [];
    return { attempt: saved.attempt, queue, shown: isRecord(saved.shown?.regions) ? saved.shown : null };
  }

  /**
   * Writes progress; a round that is over goes into the record as well, once.
   *
   * @param {Saved} saved
   * @param {{isOver?: boolean}} [options]
   * @returns {Promise<Outcome>}
   */
  save(saved, { isOver = false } = {}) {
    return this.#write(async (attempts, record, before, version) => {
      const isRecorded = isOver || before?.isRecorded === true;
      if (isOver && !before?.isRecorded) await record.add(ended(saved.attempt));
      await attempts.put({ ...saved, isRecorded, version }, this.pack);
    });
  }

  /**
   * Makes room for a round with that pack; the one before it goes into the record, if anything was done in it.
   *
   * @param {string} pack
   * @param {{moves?: unknown[]} | null} given  the round that is given up, if it is not in the record yet
   * @param {unknown} attempt  the round that begins
   * @returns {Promise<Outcome>}
   */
  async begin(pack, given, attempt) {
    const outcome = await this.#write(async (attempts, record, before, version) => {
      if (given?.moves?.length && !before?.isRecorded) await record.add(ended(given));
      await attempts.clear();
      await attempts.put({ attempt, queue: [], shown: null, isRecorded: false, version }, pack);
    });
    if (outcome !== "stale") this.pack = pack;
    return outcome;
  }

  /**
   * @typedef {import("idb").IDBPObjectStore<unknown, any, any, "readwrite">} Writable
   * @param {(attempts: Writable, record: Writable, before: any, version: string) => Promise<void>} action
   * @returns {Promise<Outcome>}
   */
  #write(action) {
    const turn = this.#last.then(async () => {
      const outcome = await this.#try(async () => {
        const write = (await this.#database()).transaction([ATTEMPTS, RECORD], "readwrite");
        const finished = write.done.then(() => true);
        finished.catch(() => {});
        const [before] = await write.objectStore(ATTEMPTS).getAll();
        if (versionOf(before) !== this.#version) {
          await finished;
          return "stale";
        }
        this.#writes += 1;
        const version = `${this.page}.${this.#writes}`;
        await action(write.objectStore(ATTEMPTS), write.objectStore(RECORD), before, version);
        await finished;
        this.#version = version;
        return "kept";
      });
      return /** @type {Outcome} */ (outcome ?? "refused");
    });
    this.#last = turn;
    return turn;
  }

  /**
   * Every round in the record, oldest first; null where it cannot be read.
   *
   * @returns {Promise<Ended[] | null>}
   */
  async record() {
    const rounds = await this.#try(async () => (await this.#database()).getAll(RECORD));
    return rounds ? rounds.filter(isEnded).sort((one, other) => (one.ended < other.ended ? -1 : 1)) : null;
  }

  /**
   * Adds the rounds that are not in the record yet, all of them or none; how many that were, or null.
   *
   * @param {Ended[]} rounds
   * @returns {Promise<number | null>}
   */
  async merge(rounds) {
    const added = await this.#try(async () => {
      const write = (await this.#database()).transaction(RECORD, "readwrite");
      const finished = write.done.then(() => true);
      finished.catch(() => {});
      const known = new Set((await write.store.getAll()).map(identity));
      let count = 0;
      for (const round of rounds) {
        if (known.has(identity(round))) continue;
        known.add(identity(round));
        await write.store.add(round);
        count += 1;
      }
      await finished;
      return count;
    });
    return added ?? null;
  }

  /** Erases everything that was ever kept; whether that could be done. */
  async erase() {
    await this.#last;
    const done = await this.#try(async () => {
      const write = (await this.#database()).transaction([ATTEMPTS, ASIDE, RECORD], "readwrite");
      for (const name of [ATTEMPTS, ASIDE, RECORD]) await write.objectStore(name).clear();
      await write.done;
      return true;
    });
    if (done) this.#version = undefined;
    return done === true;
  }

  /** Keeps what cannot be read out of the way, and lets the learner begin afresh. */
  async putAside() {
    const done = await this.#try(async () => {
      const write = (await this.#database()).transaction([ATTEMPTS, ASIDE], "readwrite");
      const saved = await write.objectStore(ATTEMPTS).get(this.pack);
      await write.objectStore(ASIDE).add({ pack: this.pack, saved });
      await write.objectStore(ATTEMPTS).delete(this.pack);
      await write.done;
      return true;
    });
    if (done) this.#version = undefined;
  }

  /** Everything that was put aside. */
  aside() {
    return this.#try(async () => (await this.#database()).getAll(ASIDE));
  }

  /**
   * @template Result
   * @param {() => Promise<Result>} action
   * @returns {Promise<Result | undefined>}
   */
  async #try(action) {
    try {
      const result = await action();
      this.isAvailable = true;
      return result;
    } catch {
      this.isAvailable = false;
      return undefined;
    }
  }
}

/** @param {unknown} attempt */
function ended(attempt) {
  return { attempt, ended: new Date().toISOString() };
}

/** @param {unknown} saved */
function versionOf(saved) {
  return isRecord(saved) && typeof saved.version === "string" ? saved.version : undefined;
}

/**
 * What makes two rounds the same one.
 *
 * @param {unknown} round
 */
function identity(round) {
  return JSON.stringify(round, (_, value) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort()) : value,
  );
}

/**
 * @param {unknown} value
 * @returns {value is Ended}
 */
function isEnded(value) {
  return isRecord(value) && isRecord(value.attempt) && typeof value.ended === "string";
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, any>}
 */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
