/** Watching a round that came as a result code: shown by the engine move by move, never part of one's own progress. */

import { focus } from "./focus.js";

const FIELD = "r";

/**
 * @typedef {Record<string, any>} Reply
 *
 * @typedef {object} Around  what a replay needs of the simulator
 * @property {HTMLElement} element
 * @property {import("./regions.js").Regions} regions
 * @property {(message: Record<string, unknown>, pack?: string) => Promise<Reply>} ask
 * @property {import("./telling.js").Telling} telling
 */

/**
 * The result code in a page's address, or null.
 *
 * @param {string} hash  what follows the address, with its sign
 */
export function codeIn(hash) {
  return new URLSearchParams(hash.replace(/^#/, "")).get(FIELD);
}

/**
 * The address that opens a result code.
 *
 * @param {string} page
 * @param {string} code
 */
export function linkTo(page, code) {
  const link = new URL(page);
  link.search = "";
  link.hash = new URLSearchParams({ [FIELD]: code }).toString();
  return link.href;
}

export class Replay {
  /** @type {string | null} */
  code = null;
  /** @type {string | undefined} */
  #pack;

  /** @param {Around} around */
  constructor(around) {
    this.around = around;
  }

  /**
   * Shows a code's round before its first move; what keeps it from being shown, in words, or null.
   *
   * @param {string} code
   * @param {string} pack  whose engine is asked first; it knows which other one has to be
   * @returns {Promise<string | null>}
   */
  async open(code, pack) {
    this.code = code;
    this.#pack = pack;
    let reply = await this.#ask(0);
    if (reply?.pack) {
      this.#pack = reply.pack;
      reply = await this.#ask(0);
    }
    if (reply?.kind !== "replayed") {
      this.code = null;
      return reply?.words ?? this.around.telling.text("no-code");
    }
    this.#show(reply);
    focus(this.around.element, "#sim-watching-title");
    return null;
  }

  /** @param {number} step */
  async go(step) {
    const reply = await this.#ask(step);
    if (reply?.kind !== "replayed") return;
    this.#show(reply);
    this.around.telling.say(reply.announce);
    focus(this.around.element, `[data-step="${step + 1}"]:enabled`) ||
      focus(this.around.element, "[data-step]:enabled");
  }

  close() {
    this.code = null;
    this.around.regions.shown = null;
  }

  /**
   * @param {number} step
   * @returns {Promise<Reply | null>}
   */
  #ask(step) {
    return this.around.ask({ kind: "replay", code: this.code, step }, this.#pack).catch(() => null);
  }

  /**
   * What the engine shows for playing is shown for reading: folds open, links lead on, nothing else does anything.
   *
   * @param {Reply} reply
   */
  #show(reply) {
    const { element, regions } = this.around;
    regions.show({ regions: reply.regions, case: reply.case, phase: reply.phase });
    for (const name of Object.keys(reply.regions)) {
      if (["start", "moves", "code"].includes(name)) continue;
      const controls = element.querySelectorAll(
        `[data-region="${name}"] :is(button, input, select, textarea)`,
      );
      for (const control of controls) /** @type {HTMLButtonElement} */ (control).disabled = true;
    }
    delete element.dataset.waiting;
  }
}

/**
 * Copies a result code, or the link that opens it; the name of the words that tell what came of it.
 *
 * @param {HTMLElement} button
 */
export async function copy(button) {
  const card = /** @type {HTMLElement} */ (button.closest("[data-code]"));
  const field = /** @type {HTMLTextAreaElement} */ (card.querySelector("textarea"));
  const code = card.dataset.code ?? "";
  field.value = button.dataset.copy === "link" ? linkTo(location.href, code) : code;
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return "copied";
  } catch {
    return "copy-yourself";
  }
}
