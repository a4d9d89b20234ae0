/**
 * Every message between the page and the worker: plain objects told apart by `kind`.
 *
 * @typedef {{kind: "boot", root: string, locale: string, pack: string, isFresh: boolean}} Boot
 *   `root` is the absolute URL of the build's folder; `isFresh` passes over the browser's cache, which may hold a
 *   file that arrived damaged.
 * @typedef {{kind: "request", id: number, pack: string, text: string}} Request
 *   `text` is JSON for the engine's bridge with that pack, which is fetched if it is not there yet.
 * @typedef {Boot | Request} ToWorker
 *
 * @typedef {{kind: "progress", done: number, total: number}} Progress
 *   Decoded bytes; `done` never exceeds `total` and reaches it.
 * @typedef {{kind: "ready"}} Ready
 * @typedef {{kind: "reply", id: number, text: string}} Reply
 * @typedef {{kind: "refused", id: number, problem: RefusalProblem, detail: string}} Refused
 *   The worker lives on.
 * @typedef {{kind: "failed", problem: FailureProblem, detail: string}} Failed
 *   The worker is of no more use: terminate it, and start another if the reader wants to.
 * @typedef {Progress | Ready | Reply | Refused | Failed} ToPage
 *
 * @typedef {"network" | "integrity" | "unsupported" | "start" | "crash"} FailureProblem
 *   network: a file did not arrive. integrity: it arrived broken. unsupported: no WebAssembly here.
 *   start: Python or the engine did not start. crash: the interpreter died.
 *
 * @typedef {"not-ready" | "too-large" | "engine" | FailureProblem} RefusalProblem
 *   engine: the bridge raised, which it never should. A failure's name: the request's pack could not be fetched.
 *
 * @typedef {{pyodide: string, files: Record<string, {bytes: number, sha256: string}>}} Manifest
 */

/** The longest request that reaches Python, in characters. */
export const LONGEST_REQUEST = 200_000;

/** What went wrong while starting, in the page's terms. */
export class Failure extends Error {
  /**
   * @param {FailureProblem} problem
   * @param {string} detail
   */
  constructor(problem, detail) {
    super(detail);
    this.problem = problem;
  }
}
