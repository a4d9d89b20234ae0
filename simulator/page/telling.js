/** What the simulator tells round the engine: how far loading has come, notices, and what screen readers hear. */

const MEGABYTE = 1e6;

/**
 * @typedef {{words?: string, canSave?: boolean, canTakeOver?: boolean}} Options
 *   `words` are told in place of the notice's own.
 */

export class Telling {
  /** @param {HTMLElement} simulator */
  constructor(simulator) {
    this.simulator = simulator;
  }

  /**
   * The words of that name, which the build has put into the page.
   *
   * @param {string} name
   * @param {Record<string, string>} [values]
   */
  text(name, values = {}) {
    const template = this.simulator.querySelector(`template[data-text="${name}"]`);
    const words = template instanceof HTMLTemplateElement ? template.content.textContent : "";
    return words.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  }

  /**
   * Tells screen readers.
   *
   * @param {string} words
   */
  say(words) {
    this.#element(".sim-status").textContent = words;
  }

  /**
   * @param {string} name
   * @param {Options} [options]
   */
  notice(name, { words = this.text(name), canSave = false, canTakeOver = false } = {}) {
    const notice = this.#element("[data-notice]");
    notice.hidden = false;
    notice.dataset.notice = name;
    /** @type {HTMLElement} */ (notice.querySelector("p")).textContent = words;
    this.#element("[data-save-aside]").hidden = !canSave;
    this.#element("[data-take-over]").hidden = !canTakeOver;
  }

  /**
   * Takes a notice away once it is no longer true.
   *
   * @param {string} name
   */
  withdraw(name) {
    const notice = this.#element("[data-notice]");
    if (notice.dataset.notice === name) notice.hidden = true;
  }

  loading() {
    this.#element("[data-retry]").hidden = true;
    this.#element("[data-engine]").hidden = false;
  }

  loaded() {
    this.#element("[data-engine]").hidden = true;
  }

  /**
   * @param {number} done  bytes
   * @param {number} total  bytes
   */
  progress(done, total) {
    const bar = /** @type {HTMLProgressElement} */ (this.#element(".sim-progress"));
    bar.max = total;
    bar.value = done;
    const { lang, digits } = this.simulator.dataset;
    const megabytes = new Intl.NumberFormat(`${lang}-u-nu-${digits}`, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    const numbers = { done: megabytes.format(done / MEGABYTE), total: megabytes.format(total / MEGABYTE) };
    this.#element(".sim-engine-text").textContent = this.text(done < total ? "loading" : "starting", numbers);
  }

  /** @param {string} problem */
  failed(problem) {
    this.#element("[data-engine]").hidden = false;
    this.#element(".sim-engine-text").textContent = this.text(problem);
    this.say(this.text(problem));
    this.#element("[data-retry]").hidden = problem === "unsupported";
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement}
   */
  #element(selector) {
    return /** @type {HTMLElement} */ (this.simulator.querySelector(selector));
  }
}
