/** Passes messages between the page and the engine, one at a time and in order. */

import { Failure, LONGEST_REQUEST } from "./messages.js";

/**
 * @typedef {import("./messages.js").ToWorker} ToWorker
 * @typedef {import("./messages.js").ToPage} ToPage
 * @typedef {import("./messages.js").Request} Request
 * @typedef {import("./messages.js").Boot} Boot
 * @typedef {(text: string) => string} Handler
 */

/**
 * What to do with each message from the page.
 *
 * @param {(message: ToPage) => void} post
 * @param {(boot: Boot) => Promise<Handler>} start
 */
export function dispatcher(post, start) {
  /** @type {Handler | undefined} */
  let handle;

  /** @param {Boot} message */
  async function boot(message) {
    try {
      handle = await start(message);
      post({ kind: "ready" });
    } catch (problem) {
      const known = problem instanceof Failure ? problem.problem : "start";
      post({ kind: "failed", problem: known, detail: text(problem) });
    }
  }

  /** @param {Request} message */
  function request({ id, text: body }) {
    if (!handle) return post({ kind: "refused", id, problem: "not-ready", detail: "" });
    if (typeof body !== "string" || body.length > LONGEST_REQUEST) {
      const detail = `a request has at most ${LONGEST_REQUEST} characters`;
      return post({ kind: "refused", id, problem: "too-large", detail });
    }
    try {
      post({ kind: "reply", id, text: handle(body) });
    } catch (problem) {
      post(isFatal(problem) ? crash(problem) : refusal(id, problem));
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

/** @param {unknown} problem */
function text(problem) {
  return problem instanceof Error ? problem.message : String(problem);
}
