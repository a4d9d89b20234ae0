/**
 * Progress in IndexedDB: written after every move, since localStorage loses writes when a browser is killed.
 *
 * Every storage interface may throw where it is merely looked at (private windows, sandboxed frames); then nothing is
 * kept, `isAvailable` is false, and play goes on.
 */

import { openDB } from "../idb.js";

const DATABASE = "lead-or-opportunity";
const ATTEMPTS = "attempts";
const ASIDE = "aside";

/**
 * @typedef {{regions: Record<string, string>, case: string, phase: string, locale?: string, build?: string}} Shown
 * @typedef {{attempt: any, queue: Record<string, unknown>[], shown: Shown | null}} Saved
 */

export class Store {
  isAvailable = true;

  /** @param {string} pack */
  constructor(pack) {
    this.pack = pack;
    /** @type {Promise<import("idb").IDBPDatabase> | null} */
    this.opened = null;
  }

  #database() {
    this.opened ??= openDB(DATABASE, 1, {
      upgrade(database) {
        database.createObjectStore(ATTEMPTS);
        database.createObjectStore(ASIDE, { autoIncrement: true });
      },
    });
    return this.opened;
  }

  /**
   * What was saved, if it has the outward form of it; the engine judges what is inside.
   *
   * @returns {Promise<Saved | null>}
   */
  async load() {
    const saved = await this.#try(async () => (await this.#database()).get(ATTEMPTS, this.pack));
    if (saved === undefined) return null;
    if (!isRecord(saved) || !("attempt" in saved)) return { attempt: "unreadable", queue: [], shown: null };
    const queue = Array.isArray(saved.queue) ? saved.queue : [];
    return { attempt: saved.attempt, queue, shown: isRecord(saved.shown?.regions) ? saved.shown : null };
  }

  /**
   * Whether it could be kept.
   *
   * @param {Saved} saved
   */
  async save(saved) {
    await this.#try(async () => (await this.#database()).put(ATTEMPTS, saved, this.pack));
    return this.isAvailable;
  }

  /** Keeps what cannot be read out of the way, and lets the learner begin afresh. */
  async putAside() {
    await this.#try(async () => {
      const write = (await this.#database()).transaction([ATTEMPTS, ASIDE], "readwrite");
      const saved = await write.objectStore(ATTEMPTS).get(this.pack);
      await write.objectStore(ASIDE).add({ pack: this.pack, saved });
      await write.objectStore(ATTEMPTS).delete(this.pack);
      await write.done;
    });
  }

  /** Gives everything that was put aside to the learner, as a file. */
  async downloadAside() {
    const aside = await this.#try(async () => (await this.#database()).getAll(ASIDE));
    const file = new Blob([JSON.stringify(aside, null, 2)], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `${DATABASE}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /**
   * @template Result
   * @param {() => Promise<Result>} action
   * @returns {Promise<Result | undefined>}
   */
  async #try(action) {
    try {
      return await action();
    } catch {
      this.isAvailable = false;
      return undefined;
    }
  }
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, any>}
 */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
