import assert from "node:assert/strict";
import { createHash, webcrypto } from "node:crypto";
import { test } from "node:test";

import { Files } from "./files.js";

const CONTENT = new TextEncoder().encode("a thread, from a loose end to a knot");
const ROOT = "https://example.org/simulator/0123";

/** @param {Uint8Array} content */
function entry(content) {
  return { bytes: content.byteLength, sha256: createHash("sha256").update(content).digest("hex") };
}

/**
 * A world whose server holds those files, sent in small chunks.
 *
 * @param {Record<string, Uint8Array | string>} server
 */
function world(server, subtle = /** @type {SubtleCrypto | undefined} */ (webcrypto.subtle)) {
  const listed = { "a.txt": entry(CONTENT) };
  /** @type {Record<string, Uint8Array | string>} */
  const all = { "manifest.json": JSON.stringify({ pyodide: "0", files: listed }), ...server };
  /** @type {string[]} */
  const asked = [];
  /** @type {[number, number][]} */
  const seen = [];
  return {
    asked,
    seen,
    subtle,
    /** @param {string} url */
    fetch: async (url) => {
      asked.push(url);
      const body = all[url.slice(ROOT.length + 1)];
      return body === undefined ? new Response(null, { status: 404 }) : new Response(chunked(body));
    },
    /**
     * @param {number} done
     * @param {number} total
     */
    progress: (done, total) => seen.push([done, total]),
    sentBytes: () => 0,
  };
}

/** @param {Uint8Array | string} body */
function chunked(body) {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return new ReadableStream({
    start(controller) {
      for (let offset = 0; offset < bytes.length; offset += 10) {
        controller.enqueue(bytes.slice(offset, offset + 10));
      }
      controller.close();
    },
  });
}

test("a file arrives whole, fetched once, and its bytes are counted", async () => {
  const outside = world({ "a.txt": CONTENT });
  const files = new Files(ROOT, ["a.txt"], outside);
  await files.manifest;
  assert.deepEqual(await files.bytes("a.txt"), CONTENT);
  assert.deepEqual(outside.seen.at(-1), [CONTENT.length, CONTENT.length]);
  assert.deepEqual(outside.asked, [`${ROOT}/manifest.json`, `${ROOT}/a.txt`]);
});

test("a compressed file counts for what was sent, and for all of it at the end", async () => {
  const outside = world({ "a.txt": CONTENT });
  const headers = { "content-encoding": "br", "content-length": "12" };
  const fetch = outside.fetch;
  /** @param {string} url */
  const compressed = async (url) => {
    const response = await fetch(url);
    return url.endsWith("a.txt") ? new Response(response.body, { headers }) : response;
  };
  await new Files(ROOT, ["a.txt"], { ...outside, fetch: compressed }).bytes("a.txt");
  assert.deepEqual(outside.seen.at(-1), [12, 12]);
  assert.ok(outside.seen.slice(0, -1).every(([done, total]) => done < total));
});

test("a file that the browser loads by itself counts once it is there", async () => {
  const outside = { ...world({ "a.txt": CONTENT }), sentBytes: () => 9 };
  const files = new Files(ROOT, ["a.txt"], outside);
  await files.arrived("a.txt");
  assert.deepEqual(outside.seen, [[9, 9]]);
});

test("a changed byte is an integrity failure", async () => {
  const broken = CONTENT.map((byte, index) => (index === 20 ? byte ^ 1 : byte));
  const files = new Files(ROOT, ["a.txt"], world({ "a.txt": broken }));
  await assert.rejects(files.bytes("a.txt"), { problem: "integrity" });
});

test("without crypto.subtle a short file is still an integrity failure", async () => {
  const outside = { ...world({ "a.txt": CONTENT.slice(0, 12) }), subtle: undefined };
  await assert.rejects(new Files(ROOT, ["a.txt"], outside).bytes("a.txt"), { problem: "integrity" });
});

test("a captive portal's page in place of the manifest is an integrity failure", async () => {
  const files = new Files(ROOT, ["a.txt"], world({ "manifest.json": "<html>", "a.txt": CONTENT }));
  await assert.rejects(files.bytes("a.txt"), { problem: "integrity" });
});

test("a missing file is a network failure that names it", async () => {
  const files = new Files(ROOT, ["a.txt"], world({}));
  await assert.rejects(files.bytes("a.txt"), { problem: "network", message: /a\.txt.*404/ });
});

test("a file that is not in the manifest is refused", async () => {
  const files = new Files(ROOT, ["a.txt"], world({ "b.txt": CONTENT }));
  await assert.rejects(files.bytes("b.txt"), { problem: "start" });
});

test("a stream's reader never reaches the end of a broken file", async () => {
  const broken = CONTENT.map((byte, index) => (index === 3 ? byte ^ 1 : byte));
  const { stream, verified } = new Files(ROOT, ["a.txt"], world({ "a.txt": broken })).open("a.txt");
  await assert.rejects(verified, { problem: "integrity" });
  await assert.rejects(new Response(stream).arrayBuffer());
});
