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

/**
 * @param {boolean} isFresh
 * @returns {import("./files.js").World}
 */
function world(isFresh) {
  const cache = isFresh ? "reload" : "default";
  const fetch = globalThis.fetch.bind(globalThis);
  return { fetch: (url) => fetch(url, { cache }), subtle: globalThis.crypto?.subtle, progress, sentBytes };
}

/** @param {string} url */
function sentBytes(url) {
  const entry = performance.getEntriesByName(url).at(-1);
  return entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0;
}

const dispatch = dispatcher(post, ({ root, locale, pack, isFresh }) =>
  start(new Files(root, needed(locale, pack), world(isFresh)), locale, pack),
);

globalThis.addEventListener("message", ({ data }) => dispatch(data));
