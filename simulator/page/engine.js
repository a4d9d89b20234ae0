/**
 * The page's side of the worker: starts it, watches it, and asks it one thing at a time.
 *
 * `loadPyodide()` can wait for ever without failing, so a watchdog ends a worker that has gone silent and starts
 * another. Every request carries the whole attempt, so another worker can take over where one died.
 */

const SILENCE = 20_000;
/** Starting Python takes long on a slow phone, and no bytes arrive meanwhile. */
const START_SILENCE = 60_000;
const REPLY_TIME = 15_000;
/** The first request to another pack waits until that pack has been fetched. */
const FETCH_TIME = 60_000;
const TRIES = 3;
const PAUSE = 1_000;

/**
 * @typedef {import("../worker/messages.js").ToPage} ToPage
 * @typedef {object} Settings
 * @property {string} root  absolute URL of the build's folder
 * @property {string} locale
 * @property {string} pack
 * @property {(done: number, total: number) => void} onProgress
 * @property {() => void} onRestart
 * @property {() => Worker} [createWorker]
 */

/** A request that the worker would not carry out, and lives on. */
export class Refusal extends Error {
  /**
   * @param {import("../worker/messages.js").RefusalProblem} problem
   * @param {string} detail
   */
  constructor(problem, detail) {
    super(`${problem}: ${detail}`);
    this.problem = problem;
  }
}

export class Engine {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Map<number, {resolve: (text: string) => void, reject: (problem: Error) => void}>} */
  #waiting = new Map();
  #lastId = 0;
  /** Packs that have answered the worker that is alive now. @type {Set<string>} */
  #known = new Set();

  /** @param {Settings} settings */
  constructor(settings) {
    this.settings = settings;
  }

  get isAlive() {
    return this.#worker !== null;
  }

  /**
   * Starts Python, trying several times; what kept it from starting, or null.
   *
   * @returns {Promise<string | null>}
   */
  async start() {
    let problem = null;
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      problem = await this.#startOnce(attempt > 1);
      if (problem === null || problem === "unsupported") return problem;
      await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt));
    }
    return problem;
  }

  /**
   * @param {boolean} isFresh  pass over the browser's cache, which may hold what was damaged
   * @returns {Promise<string | null>}
   */
  #startOnce(isFresh) {
    const { root, locale, pack, onProgress, createWorker = moduleWorker } = this.settings;
    const worker = createWorker();
    return new Promise((resolve) => {
      let alarm = setTimeout(() => end("network"), SILENCE);
      /** @param {string | null} problem */
      const end = (problem) => {
        clearTimeout(alarm);
        if (problem) worker.terminate();
        else this.#adopt(worker);
        resolve(problem);
      };
      worker.onerror = () => end("network");
      worker.onmessage = ({ data }) => {
        if (data.kind === "ready") end(null);
        else if (data.kind === "failed") end(data.problem === "crash" ? "start" : data.problem);
        else if (data.kind === "progress") {
          clearTimeout(alarm);
          const hasAll = data.done >= data.total;
          alarm = setTimeout(() => end(hasAll ? "start" : "network"), hasAll ? START_SILENCE : SILENCE);
          onProgress(data.done, data.total);
        }
      };
      worker.postMessage({ kind: "boot", root, locale, pack, isFresh });
    });
  }

  /** @param {Worker} worker */
  #adopt(worker) {
    this.#worker = worker;
    this.#known = new Set([this.settings.pack]);
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = () => this.#lose("start");
  }

  /** @param {ToPage} message */
  #receive(message) {
    if (message.kind === "failed") return this.#lose(message.problem);
    if (message.kind !== "reply" && message.kind !== "refused") return;
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === "reply") waiting?.resolve(message.text);
    else waiting?.reject(new Refusal(message.problem, message.detail));
  }

  /** @param {string} problem */
  #lose(problem) {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(new Error(problem));
    this.#waiting.clear();
  }

  /**
   * The engine's reply to a JSON text; a worker that dies over it is replaced and asked once more.
   *
   * @param {string} text
   * @param {string} pack
   * @returns {Promise<string>}
   */
  async request(text, pack = this.settings.pack) {
    try {
      return await this.#requestOnce(text, pack);
    } catch (problem) {
      if (this.#worker) throw problem;
      if ((await this.start()) !== null) throw problem;
      this.settings.onRestart();
      return this.#requestOnce(text, pack);
    }
  }

  /**
   * @param {string} text
   * @param {string} pack
   * @returns {Promise<string>}
   */
  #requestOnce(text, pack) {
    const worker = this.#worker;
    if (!worker) return Promise.reject(new Error("no worker"));
    this.#lastId += 1;
    const id = this.#lastId;
    const alarm = setTimeout(() => this.#lose("silent"), this.#known.has(pack) ? REPLY_TIME : FETCH_TIME);
    const reply = new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ kind: "request", id, pack, text });
    });
    return reply
      .then((answer) => {
        this.#known.add(pack);
        return answer;
      })
      .finally(() => clearTimeout(alarm));
  }
}

function moduleWorker() {
  return new Worker(new URL("../worker/worker.js", import.meta.url), { type: "module" });
}
