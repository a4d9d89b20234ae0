/**
 * Which of several tabs plays the round: one has it, the others are told and may take it over.
 *
 * Web Locks decide where the browser has them, which it has on secure pages only; elsewhere the tabs ask one another
 * over a channel. Should both fail, a stale write is still refused by the store.
 */

const NAME = "lead-or-opportunity";
/** A page that is just being left still holds its lock for a moment. */
const PATIENCE = 500; // milliseconds
/** A tab in the background may take its time to answer. */
const ANSWER_TIME = 1_000; // milliseconds

/**
 * @typedef {Pick<LockManager, "request">} Locks
 * @typedef {Pick<BroadcastChannel, "postMessage" | "onmessage" | "close">} Channel
 */

/** The browser's means, each of which may be missing, or throw where it is merely looked at. */
export function means() {
  return {
    locks: attempted(() => navigator.locks) ?? null,
    channel: attempted(() => new BroadcastChannel(NAME)) ?? null,
  };
}

export class Tab {
  isMine = false;
  /** Lets the lock go. @type {(() => void) | null} */
  #free = null;
  /** @type {((isThere: boolean) => void) | null} */
  #answered = null;

  /**
   * @param {{locks: Locks | null, channel: Channel | null}} means
   * @param {() => void} onTaken  another tab has taken the round over
   */
  constructor({ locks, channel }, onTaken) {
    this.locks = locks;
    this.channel = locks ? null : channel;
    this.onTaken = onTaken;
    this.name = Array.from(crypto.getRandomValues(new Uint32Array(2)), String).join("-");
    if (this.channel) this.channel.onmessage = ({ data }) => this.#hear(data);
  }

  /** Asks for the round; whether this tab has it. */
  async claim() {
    if (this.isMine) return true;
    if (this.locks) return this.#lock(this.locks, { signal: AbortSignal.timeout(PATIENCE) });
    if (this.channel && (await this.#isAnybodyThere(this.channel))) return false;
    this.isMine = true;
    return true;
  }

  /** Takes the round over, whoever has it. */
  async takeOver() {
    if (this.isMine) return;
    if (this.locks) await this.#lock(this.locks, { steal: true });
    this.isMine = true;
    this.channel?.postMessage({ kind: "mine", from: this.name });
  }

  /** Lets another tab have the round, as when this page is left. */
  release() {
    this.isMine = false;
    this.#free?.();
    this.#free = null;
  }

  /**
   * @param {Locks} locks
   * @param {LockOptions} options
   * @returns {Promise<boolean>}
   */
  #lock(locks, options) {
    return new Promise((resolve) => {
      let hasLock = false;
      const held = () => {
        hasLock = true;
        this.isMine = true;
        resolve(true);
        return new Promise((free) => {
          this.#free = () => free(undefined);
        });
      };
      const lost = (/** @type {unknown} */ problem) => {
        if (hasLock) return this.#lose();
        // Only waiting in vain means that another has it; where locks may not be used at all, nobody can tell.
        this.isMine = !isTimeout(problem);
        resolve(this.isMine);
      };
      attempted(() => locks.request(NAME, options, held).catch(lost)) ?? lost(null);
    });
  }

  /** @param {Channel} channel */
  async #isAnybodyThere(channel) {
    const answer = new Promise((resolve) => {
      this.#answered = resolve;
      setTimeout(() => resolve(false), ANSWER_TIME);
    });
    channel.postMessage({ kind: "whose", from: this.name });
    return answer;
  }

  /** @param {{kind?: unknown, from?: unknown} | null} message */
  #hear(message) {
    if (!message || message.from === this.name) return;
    if (message.kind === "whose" && this.isMine) {
      this.channel?.postMessage({ kind: "taken", from: this.name });
    } else if (message.kind === "taken") this.#answered?.(true);
    else if (message.kind === "mine" && this.isMine) this.#lose();
  }

  #lose() {
    if (!this.isMine) return;
    this.release();
    this.onTaken();
  }
}

/** @param {unknown} problem */
function isTimeout(problem) {
  return problem instanceof DOMException && ["TimeoutError", "AbortError"].includes(problem.name);
}

/**
 * @template Result
 * @param {() => Result} action
 * @returns {Result | undefined}
 */
function attempted(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
