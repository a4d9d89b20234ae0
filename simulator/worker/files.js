/** Fetches the build's files: each once, all at once, counted byte by byte and checked against the manifest. */

import { Failure } from "./messages.js";

/** @typedef {import("./messages.js").Manifest} Manifest */

/**
 * What the outside world gives, so that tests can give something else.
 *
 * @typedef {object} World
 * @property {(url: string) => Promise<Response>} fetch
 * @property {SubtleCrypto | undefined} subtle  Missing on plain-http addresses of a local network.
 * @property {(done: number, total: number) => void} progress
 * @property {(url: string) => number} sentBytes  Size on the line of what the browser has loaded by itself, 0 if unknown.
 */

export class Files {
  /** @type {Map<string, {arrived: number, bytes: number, sent: number}>} */
  #counts = new Map();

  /**
   * @param {string} root  URL of the build's folder, with or without a slash at its end
   * @param {string[]} names  every file that counts as progress
   * @param {World} world
   */
  constructor(root, names, world) {
    this.root = root.endsWith("/") ? root : `${root}/`;
    this.names = names;
    this.world = world;
    this.manifest = this.#readManifest();
    this.manifest.catch(() => {});
  }

  /** @param {string} name */
  url(name) {
    return this.root + name;
  }

  /**
   * The whole file, checked.
   *
   * @param {string} name
   */
  async bytes(name) {
    const { stream, verified } = this.open(name);
    const bytes = new Response(stream).arrayBuffer();
    bytes.catch(() => {});
    await verified;
    return new Uint8Array(await bytes);
  }

  /** @param {string} name */
  async text(name) {
    return new TextDecoder().decode(await this.bytes(name));
  }

  /**
   * The file as it arrives. Its last chunk is held back until all of it is verified, so that nobody who reads the
   * stream to its end has read a broken file.
   *
   * @param {string} name
   * @returns {{stream: ReadableStream<Uint8Array<ArrayBuffer>>, verified: Promise<void>}}
   */
  open(name) {
    const { readable, writable } = /** @type {TransformStream<Uint8Array<ArrayBuffer>>} */ (
      new TransformStream(undefined, undefined, { highWaterMark: Number.POSITIVE_INFINITY })
    );
    const writer = writable.getWriter();
    const verified = this.#pump(name, writer);
    verified.catch((problem) => writer.abort(problem).catch(() => {}));
    return { stream: readable, verified };
  }

  /**
   * Counts a file that the browser loads by itself, such as a module.
   *
   * @param {string} name
   */
  async arrived(name) {
    const { bytes } = await this.#facts(name);
    await this.#count(name, bytes, this.world.sentBytes(this.url(name)));
  }

  /**
   * @param {string} name
   * @param {WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>} writer
   */
  async #pump(name, writer) {
    const { body, sent } = await this.#fetch(name);
    const reader = body.getReader();
    const chunks = [];
    let arrived = 0;
    for (;;) {
      const { done, value } = await reader.read().catch((problem) => {
        throw new Failure("network", `${name}: ${problem}`);
      });
      if (done) break;
      if (chunks.length > 0) writer.write(chunks[chunks.length - 1]).catch(() => {});
      chunks.push(value);
      arrived += value.byteLength;
      await this.#count(name, arrived, sent);
    }
    await this.#verify(name, chunks);
    if (chunks.length > 0) writer.write(chunks[chunks.length - 1]).catch(() => {});
    writer.close().catch(() => {});
  }

  /** @param {string} name */
  async #fetch(name) {
    const response = await this.world.fetch(this.url(name)).catch((problem) => {
      throw new Failure("network", `${name}: ${problem}`);
    });
    if (!response.ok || !response.body) {
      throw new Failure("network", `${name}: the server answered ${response.status}`);
    }
    const body = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body);
    const isEncoded = response.headers.has("content-encoding");
    return { body, sent: isEncoded ? Number(response.headers.get("content-length")) : 0 };
  }

  /**
   * @param {string} name
   * @param {Uint8Array<ArrayBuffer>[]} chunks
   */
  async #verify(name, chunks) {
    const { bytes, sha256 } = await this.#facts(name);
    const whole = joined(chunks);
    if (whole.byteLength !== bytes) {
      throw new Failure("integrity", `${name}: ${whole.byteLength} bytes, expected ${bytes}`);
    }
    if (this.world.subtle && hex(await this.world.subtle.digest("SHA-256", whole)) !== sha256) {
      throw new Failure("integrity", `${name}: its content is not what was built`);
    }
  }

  /** @param {string} name */
  async #facts(name) {
    const { files } = await this.manifest;
    if (!Object.hasOwn(files, name)) throw new Failure("start", `${name} is not part of the build`);
    return files[name];
  }

  /** @returns {Promise<Manifest>} */
  async #readManifest() {
    const text = await new Response((await this.#fetch("manifest.json")).body).text().catch((problem) => {
      throw new Failure("network", `manifest.json: ${problem}`);
    });
    try {
      const manifest = JSON.parse(text);
      for (const name of this.names) {
        this.#counts.set(name, { arrived: 0, bytes: manifest.files[name].bytes, sent: 0 });
      }
      return manifest;
    } catch (problem) {
      throw new Failure("integrity", `manifest.json: ${problem}`);
    }
  }

  /**
   * Progress is told in bytes as they are sent, which is what a metered line counts: a compressed file counts for
   * its compressed size once the server has named it, and until then for a share like that of the files so far.
   *
   * @param {string} name
   * @param {number} arrived  bytes, unpacked
   * @param {number} sent  the file's size on the line, 0 if it is not compressed
   */
  async #count(name, arrived, sent) {
    const { bytes } = await this.#facts(name);
    this.#counts.set(name, { arrived, bytes, sent: sent || bytes });
    const counts = [...this.#counts.values()];
    const known = counts.filter((count) => count.sent > 0);
    const share = sum(known, (count) => count.sent) / sum(known, (count) => count.bytes);
    const done = sum(known, (count) => (count.sent * count.arrived) / count.bytes);
    const total = sum(counts, (count) => count.sent || count.bytes * share);
    const isAll = counts.every((count) => count.arrived === count.bytes);
    this.world.progress(isAll ? total : Math.min(done, total - 1), total);
  }
}

/**
 * @template Item
 * @param {Item[]} items
 * @param {(item: Item) => number} value
 */
function sum(items, value) {
  return items.reduce((total, item) => total + value(item), 0);
}

/**
 * @param {Uint8Array[]} chunks
 */
function joined(chunks) {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

/** @param {ArrayBuffer} digest */
function hex(digest) {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
