/** The module worker: boots Python for a locale and a pack, then answers requests (see messages.js). */

import { dispatcher } from "./dispatch.js";
import { Files } from "./files.js";
import { needed, start } from "./python.js";

/** @typedef {import("./messages.js").ToPage} ToPage */

const PROGRESS_EVERY = 50; // milliseconds

/** @param {ToPage} message */
const post = (message) => globalThis.postMessage(message);

let lastProgress = 0;

/**
 * @param {number} done
 * @param {number} total
 */
function progress(done, total) {
  const now = performance.now();
  if (done < total && now - lastProgress < PROGRESS_EVERY) return;
  lastProgress = now;
  post({ kind: "progress", done, total });
}

const world = { fetch: globalThis.fetch.bind(globalThis), subtle: globalThis.crypto?.subtle, progress };

const dispatch = dispatcher(post, ({ root, locale, pack }) =>
  start(new Files(root, needed(locale, pack), world), locale, pack),
);

globalThis.addEventListener("message", ({ data }) => dispatch(data));
