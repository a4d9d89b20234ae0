/** Passes messages between the page and the engine, which has a handler for each pack. */

import { Failure, LONGEST_REQUEST } from "./messages.js";

/**
 * @typedef {import("./messages.js").ToWorker} ToWorker
 * @typedef {import("./messages.js").ToPage} ToPage
 * @typedef {import("./messages.js").Request} Request
 * @typedef {import("./messages.js").Boot} Boot
 * @typedef {(text: string) => string} Handler
 * @typedef {(pack: string) => Promise<Handler>} Opener  fetches a pack and connects the engine to it
 */

/**
 * What to do with each message from the page.
 *
 * @param {(message: ToPage) => void} post
 * @param {(boot: Boot) => Promise<Opener>} start
 */
export function dispatcher(post, start) {
  /** @type {Opener | undefined} */
  let open;
  /** @type {Map<string, Handler>} */
  const handlers = new Map();

  /** @param {Boot} message */
  async function boot(message) {
    try {
      const started = await start(message);
      handlers.set(message.pack, await started(message.pack));
      open = started;
      post({ kind: "ready" });
    } catch (problem) {
      post({ kind: "failed", problem: named(problem), detail: text(problem) });
    }
  }

  /** @param {Request} message */
  async function request({ id, pack, text: body }) {
    if (!open) return post({ kind: "refused", id, problem: "not-ready", detail: "" });
    if (typeof body !== "string" || body.length > LONGEST_REQUEST) {
      const detail = `a request has at most ${LONGEST_REQUEST} characters`;
      return post({ kind: "refused", id, problem: "too-large", detail });
    }
    const handle = handlers.get(pack) ?? (await fetched(open, id, pack));
    if (!handle) return;
    try {
      post({ kind: "reply", id, text: handle(body) });
    } catch (problem) {
      post(isFatal(problem) ? crash(problem) : refusal(id, problem));
    }
  }

  /**
   * A pack's handler, asked for the first time; where it cannot be had the request is refused.
   *
   * @param {Opener} opener
   * @param {number} id
   * @param {string} pack
   */
  async function fetched(opener, id, pack) {
    try {
      const handle = await opener(pack);
      handlers.set(pack, handle);
      return handle;
    } catch (problem) {
      post({ kind: "refused", id, problem: named(problem), detail: text(problem) });
    }
  }

  /** @param {ToWorker} message */
  return (message) => (message.kind === "boot" ? boot(message) : request(message));
}

/**
 * @param {number} id
 * @param {unknown} problem
 * @returns {ToPage}
 */
function refusal(id, problem) {
  return { kind: "refused", id, problem: "engine", detail: text(problem) };
}

/**
 * @param {unknown} problem
 * @returns {ToPage}
 */
function crash(problem) {
  return { kind: "failed", problem: "crash", detail: text(problem) };
}

/**
 * Anything but a Python exception has gone through the interpreter and broken it.
 *
 * @param {unknown} problem
 */
function isFatal(problem) {
  return !(problem instanceof Error && problem.name === "PythonError");
}

/**
 * @param {unknown} problem
 * @returns {import("./messages.js").FailureProblem}
 */
function named(problem) {
  return problem instanceof Failure ? problem.problem : "start";
}

/** @param {unknown} problem */
function text(problem) {
  return problem instanceof Error ? problem.message : String(problem);
}
