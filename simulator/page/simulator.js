/**
 * The custom element: shows what the engine renders, turns what the learner does into moves, keeps progress.
 *
 * The build has put the first contact into the page, so everything can be read and done before Python is there;
 * moves made meanwhile wait in a queue, are saved with the rest, and are replayed in order.
 */

import { Engine } from "./engine.js";
import { chosenMove, chosenWords, openDialog } from "./forms.js";
import { Regions } from "./regions.js";
import { isSheet, showPanel } from "./sheet.js";
import { Store } from "./store.js";

/**
 * @typedef {Record<string, unknown>} Move
 * @typedef {{moves: Move[]} & Record<string, unknown>} Attempt
 * @typedef {{kind: "shown", attempt: Attempt, case: string, phase: string, regions: Record<string, string>,
 *   announce: string, refused: boolean}} Shown
 * @typedef {{kind: "refused", problem: string, detail: string}} Refused
 */

class Simulator {
  /** @type {Attempt | null} */
  #attempt = null;
  /** @type {Move[]} */
  #queue = [];
  #isLoaded = false;
  #isReady = false;
  #isBusy = false;
  /** @type {string | undefined} */
  #opener;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    const { pack = "", locale = "", build = "" } = element.dataset;
    this.regions = new Regions(element);
    this.store = new Store(pack);
    this.engine = new Engine({
      root: new URL(build, document.baseURI).href,
      locale,
      pack,
      onProgress: (done, total) => this.#showProgress(done, total),
      onRestart: () => this.#notice("restarted"),
    });
    element.addEventListener("click", (event) => this.#onClick(event));
    element.addEventListener("submit", (event) => this.#onSubmit(event));
  }

  async begin() {
    const started = this.engine.start();
    const saved = await this.store.load();
    this.#isLoaded = true;
    if (!this.store.isAvailable) this.#notice("unsaved");
    if (saved) this.#restore(saved);
    if (this.#queue.length > 0) this.#save();
    await this.#whenStarted(started);
  }

  /** @param {import("./store.js").Saved} saved */
  #restore({ attempt, queue, shown }) {
    this.#attempt = attempt;
    this.#queue = [...queue, ...this.#queue];
    const { locale, build } = this.element.dataset;
    const isSame = shown?.locale === locale && shown?.build === build;
    if (isSame && shown) this.regions.show(shown);
    else if (attempt) this.element.dataset.waiting = "";
  }

  /** @param {Promise<string | null>} started */
  async #whenStarted(started) {
    this.#element("[data-retry]").hidden = true;
    this.#element("[data-engine]").hidden = false;
    const problem = await started;
    if (problem) return this.#showFailure(problem);
    if (this.#attempt) await this.#showSaved();
    else this.#attempt = JSON.parse(this.element.dataset.attempt ?? "null");
    this.#element("[data-engine]").hidden = true;
    performance.mark("simulator:engine-ready");
    this.#isReady = true;
    this.#carryOut();
  }

  /** The page holds the first contact already; anything else is for the engine to show. */
  async #showSaved() {
    let reply = await this.#ask({ kind: "show", attempt: this.#attempt });
    if (reply.kind === "refused") {
      await this.store.putAside();
      this.#notice(reply.problem === "version" ? "version" : "damaged", { canSave: true });
      this.#queue = [];
      reply = await this.#ask({ kind: "start" });
    }
    if (reply.kind !== "shown") return;
    this.#attempt = reply.attempt;
    this.regions.show(reply);
    delete this.element.dataset.waiting;
  }

  /** @param {Record<string, unknown>} message */
  async #ask(message) {
    const text = await this.engine.request(JSON.stringify({ ...message, root: this.element.dataset.root }));
    return /** @type {Shown | Refused} */ (JSON.parse(text));
  }

  /**
   * @param {Move} action
   * @param {string} [words]  what the learner pressed, shown until the engine shows what came of it
   */
  #submit(action, words = "") {
    this.#queue.push({ case: this.element.dataset.case, ...action });
    this.#save();
    if (this.#isReady) return this.#carryOut();
    showPanel(this.element, null);
    this.regions.note(words, this.#text("queued"));
    this.#say(this.#text("queued"));
  }

  async #carryOut() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#isReady && this.#queue.length > 0) {
      const move = this.#queue[0];
      const reply = await this.#ask({ kind: "move", attempt: this.#attempt, move }).catch(() => null);
      this.#queue.shift();
      if (reply?.kind === "shown") this.#show(reply, move);
      else this.#isReady = this.engine.isAlive;
    }
    this.#isBusy = false;
    if (!this.engine.isAlive) this.#showFailure("start");
  }

  /**
   * @param {Shown} reply
   * @param {Move} move
   */
  #show(reply, move) {
    this.#attempt = reply.attempt;
    const before = document.activeElement;
    this.regions.show(reply);
    showPanel(this.element, null);
    this.#say(reply.announce);
    this.#moveFocus(reply, move, before);
    this.#save();
  }

  /**
   * Where reading goes on: the new step's heading, what was just said, or the control that was used.
   *
   * @param {Shown} reply
   * @param {Move} move
   * @param {Element | null} before
   */
  #moveFocus(reply, move, before) {
    if ("open" in move) return this.#focus("#sim-contact-title");
    if ("decide" in move && !reply.refused) return this.#focus("#sim-debrief-title");
    if ("mark" in move && this.#opener) return this.#focus(this.#opener);
    if ("inquire" in move && isSheet(this.element)) return this.#focus("#sim-latest");
    const same = before instanceof HTMLElement && before.dataset.move;
    if (same) this.#focus(`[data-move='${same}']`) || this.#focus("#sim-contact-title");
  }

  /** @param {string} selector */
  #focus(selector) {
    const target = this.element.querySelector(selector);
    if (!(target instanceof HTMLElement)) return false;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
    return true;
  }

  /** Nothing is written over progress that has not been read yet. */
  #save() {
    if (!this.#isLoaded) return;
    const { locale, build } = this.element.dataset;
    const shown = this.regions.shown && { ...this.regions.shown, locale, build };
    const saved = this.store.save({ attempt: this.#attempt, queue: this.#queue, shown: shown ?? null });
    saved.then((isSaved) => isSaved || this.#notice("unsaved"));
  }

  /** @param {Event} event */
  #onClick(event) {
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button) return;
    const { move, open, tab, dialog, cite, markCriterion } = button.dataset;
    if (move) this.#submit(JSON.parse(move), button.querySelector("span")?.textContent ?? button.textContent);
    else if (open) this.#submit({ case: open, open: true });
    else if (tab) showPanel(this.element, tab);
    else if (dialog) openDialog(this.element, dialog);
    else if (cite) this.#openCite(`[data-cite="${cite}"]`, "sentence", cite);
    else if (markCriterion)
      this.#openCite(`[data-keep="row-${markCriterion}"] summary`, "mark", markCriterion);
    else if ("close" in button.dataset) button.closest("dialog")?.close();
    else if ("retry" in button.dataset) this.#whenStarted(this.engine.start());
    else if ("saveAside" in button.dataset) this.store.downloadAside();
  }

  /**
   * @param {string} opener
   * @param {string} field
   * @param {string} value
   */
  #openCite(opener, field, value) {
    this.#opener = opener;
    openDialog(this.element, "sim-cite", { field, value });
  }

  /** @param {SubmitEvent} event */
  #onSubmit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    form.closest("dialog")?.close();
    if (form.dataset.form === "start-over") this.#startOver();
    else this.#submit(chosenMove(form), chosenWords(form));
  }

  async #startOver() {
    const [seed] = crypto.getRandomValues(new Uint32Array(1));
    const reply = await this.#ask({ kind: "start", seed: seed || 1 });
    if (reply.kind === "shown") this.#show(reply, { open: true });
  }

  /**
   * @param {number} done  bytes
   * @param {number} total  bytes
   */
  #showProgress(done, total) {
    const bar = /** @type {HTMLProgressElement} */ (this.#element(".sim-progress"));
    bar.max = total;
    bar.value = done;
    const megabytes = new Intl.NumberFormat(
      `${this.element.dataset.lang}-u-nu-${this.element.dataset.digits}`,
      {
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      },
    );
    const numbers = { done: megabytes.format(done / 1e6), total: megabytes.format(total / 1e6) };
    this.#engineText(done < total ? "loading" : "starting", numbers);
  }

  /** @param {string} problem */
  #showFailure(problem) {
    this.#isReady = false;
    this.#element("[data-engine]").hidden = false;
    this.#engineText(problem);
    this.#say(this.#text(problem));
    this.#element("[data-retry]").hidden = problem === "unsupported";
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} [values]
   */
  #engineText(name, values = {}) {
    this.#element(".sim-engine-text").textContent = this.#text(name, values);
  }

  /**
   * @param {string} name
   * @param {{canSave?: boolean}} [options]
   */
  #notice(name, { canSave = false } = {}) {
    const notice = this.#element("[data-notice]");
    notice.hidden = false;
    /** @type {HTMLElement} */ (notice.querySelector("p")).textContent = this.#text(name);
    this.#element("[data-save-aside]").hidden = !canSave;
  }

  /**
   * Tells screen readers.
   *
   * @param {string} words
   */
  #say(words) {
    this.#element(".sim-status").textContent = words;
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} [values]
   */
  #text(name, values = {}) {
    const template = this.element.querySelector(`template[data-text="${name}"]`);
    const words = template instanceof HTMLTemplateElement ? template.content.textContent : "";
    return words.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement}
   */
  #element(selector) {
    return /** @type {HTMLElement} */ (this.element.querySelector(selector));
  }
}

class FunnelSimulator extends HTMLElement {
  connectedCallback() {
    if (this.dataset.decision || "enhanced" in this.dataset) return;
    performance.mark("simulator:first-contact");
    this.dataset.enhanced = "";
    new Simulator(this).begin();
  }
}

customElements.define("funnel-simulator", FunnelSimulator);
