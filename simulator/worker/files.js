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
 */

export class Files {
  #done = 0;

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
    this.#count((await this.#facts(name)).bytes);
  }

  /**
   * @param {string} name
   * @param {WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>} writer
   */
  async #pump(name, writer) {
    const reader = (await this.#fetch(name)).getReader();
    const chunks = [];
    for (;;) {
      const { done, value } = await reader.read().catch((problem) => {
        throw new Failure("network", `${name}: ${problem}`);
      });
      if (done) break;
      if (chunks.length > 0) writer.write(chunks[chunks.length - 1]).catch(() => {});
      chunks.push(value);
      this.#count(value.byteLength);
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
    return /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body);
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
    const text = await new Response(await this.#fetch("manifest.json")).text().catch((problem) => {
      throw new Failure("network", `manifest.json: ${problem}`);
    });
    try {
      const manifest = JSON.parse(text);
      this.total = this.names.reduce((sum, name) => sum + manifest.files[name].bytes, 0);
      return manifest;
    } catch (problem) {
      throw new Failure("integrity", `manifest.json: ${problem}`);
    }
  }

  /** @param {number} bytes */
  #count(bytes) {
    this.#done += bytes;
    if (this.total) this.world.progress(Math.min(this.#done, this.total), this.total);
  }
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
