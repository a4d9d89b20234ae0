/** Starts Python and the engine from the build's files, without a request of Pyodide's own. */

import { Failure } from "./messages.js";

/** @typedef {import("./files.js").Files} Files */
/** @typedef {(text: string) => string} Handler  JSON in, JSON out: the engine's bridge */

const CORE = ["pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python.zip", "pyodide-lock.json"];
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * Every file that a start with that locale and pack reads.
 *
 * @param {string} locale
 * @param {string} pack
 */
export function needed(locale, pack) {
  return [...CORE, words(locale), contacts(locale, pack)];
}

/**
 * Starts Python; the result connects the engine to a pack, and has the first one fetched already.
 *
 * @param {Files} files
 * @param {string} locale
 * @param {string} first
 * @returns {Promise<(pack: string) => Promise<Handler>>}
 */
export async function start(files, locale, first) {
  await requireWebAssembly();
  const spoken = files.text(words(locale));
  const early = files.text(contacts(locale, first));
  for (const file of [spoken, early]) file.catch(() => {});
  const pyodide = await startPython(files);
  return async (pack) => {
    const text = await (pack === first ? early : files.text(contacts(locale, pack)));
    const setup = { ...JSON.parse(await spoken), pack: JSON.parse(text) };
    return connect(pyodide, JSON.stringify(setup));
  };
}

async function requireWebAssembly() {
  try {
    await WebAssembly.compile(EMPTY_MODULE);
  } catch (problem) {
    throw new Failure("unsupported", `WebAssembly does not run here: ${problem}`);
  }
}

/**
 * The words of a language: its locale, the engine's catalog, and the packs on offer.
 *
 * @param {string} locale
 */
function words(locale) {
  return `words/${locale}.json`;
}

/**
 * A pack in that language.
 *
 * @param {string} locale
 * @param {string} pack
 */
function contacts(locale, pack) {
  return `packs/${pack}/${locale}.json`;
}

/** @param {Files} files */
async function startPython(files) {
  const wasm = files.open("pyodide.asm.wasm");
  const library = files.bytes("python.zip");
  const lock = files.text("pyodide-lock.json");
  for (const early of [wasm.verified, library, lock]) early.catch(() => {});
  const { loadPyodide } = await importCore(files);
  const release = answerFetch({
    [files.url("pyodide.asm.wasm")]: async () =>
      new Response(wasm.stream, { headers: { "content-type": "application/wasm" } }),
    [files.url("python.zip")]: async () => new Response(await library),
  });
  try {
    // On a broken file loadPyodide waits for ever, so the files' own failures have to end the wait.
    return await Promise.race([
      loadPyodide({
        indexURL: files.root,
        stdLibURL: files.url("python.zip"),
        lockFileContents: await lock,
        packageBaseUrl: files.root,
      }),
      failureOf(wasm.verified, library),
    ]);
  } catch (problem) {
    throw problem instanceof Failure ? problem : new Failure("start", String(problem));
  } finally {
    release();
  }
}

/**
 * @param {Files} files
 * @returns {Promise<typeof import("pyodide")>}
 */
async function importCore(files) {
  /** @param {string} name */
  const load = async (name) => {
    const module = await import(files.url(name)).catch((problem) => {
      throw new Failure("network", `${name}: ${problem}`);
    });
    await files.arrived(name);
    return module;
  };
  const [core] = await Promise.all([load("pyodide.js"), load("pyodide.asm.js")]);
  return core;
}

/**
 * Answers Pyodide's requests from what was fetched and checked already; the result undoes it.
 *
 * @param {Record<string, () => Promise<Response>>} answers
 */
function answerFetch(answers) {
  const fetch = globalThis.fetch;
  globalThis.fetch = (resource, options) => {
    const url = String(resource);
    return Object.hasOwn(answers, url) ? answers[url]() : fetch(resource, options);
  };
  return () => {
    globalThis.fetch = fetch;
  };
}

/**
 * Settles only when one of them fails.
 *
 * @param {Promise<unknown>[]} promises
 * @returns {Promise<never>}
 */
function failureOf(...promises) {
  return new Promise((_, reject) => {
    for (const promise of promises) promise.catch(reject);
  });
}

/**
 * @param {import("pyodide").PyodideInterface} pyodide
 * @param {string} text  the setup, as JSON
 * @returns {Handler}
 */
function connect(pyodide, text) {
  try {
    return pyodide.pyimport("funnel.bridge").connect(text);
  } catch (problem) {
    throw new Failure("start", `the engine did not start: ${problem}`);
  }
}
