/**
 * The custom element: shows what the engine renders, turns what the learner does into moves, keeps progress.
 *
 * The build has put the first contact into the page, so everything can be read and done before Python is there;
 * moves made meanwhile wait in a queue, are saved with the rest, and are replayed in order.
 */

import { openDB } from "../idb.js";
import { Engine, Refusal } from "./engine.js";
import { focus, moveFocus } from "./focus.js";
import { chosenMove, chosenWords, isFilled, openDialog } from "./forms.js";
import { download, OwnRecord } from "./record.js";
import { Regions } from "./regions.js";
import { codeIn, copy, linkTo, Replay } from "./replay.js";
import { showPanel } from "./sheet.js";
import { Store } from "./store.js";
import { means, Tab } from "./tabs.js";
import { Telling } from "./telling.js";

/**
 * @typedef {Record<string, unknown>} Move
 * @typedef {{moves: Move[]} & Record<string, unknown>} Attempt
 * @typedef {{kind: "shown", attempt: Attempt, case: string, phase: string, regions: Record<string, string>,
 *   announce: string, refused: boolean, over: boolean}} Shown
 * @typedef {{kind: "refused", problem: string, detail: string}} Refused
 */

class Simulator {
  /** @type {Attempt | null} */
  #attempt = null;
  /** @type {Move[]} */
  #queue = [];
  /** The terms of another round, once it has been chosen. @type {Record<string, string> | null} */
  #chosen = null;
  #isLoaded = false;
  #isOver = false;
  #isReady = false;
  #isBusy = false;
  /** While a result code is watched, one's own round waits. */
  #isWatching = false;
  /** @type {string | undefined} */
  #opener;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    const { pack = "", locale = "", build = "" } = element.dataset;
    this.regions = new Regions(element);
    this.telling = new Telling(element);
    this.store = new Store(pack, openDB);
    this.tab = new Tab(means(), () => this.#lose());
    this.engine = new Engine({
      root: new URL(build, document.baseURI).href,
      locale,
      pack,
      onProgress: (done, total) => this.telling.progress(done, total),
      onRestart: () => this.telling.notice("restarted"),
    });
    const around = {
      element,
      regions: this.regions,
      store: this.store,
      ask: (/** @type {Record<string, unknown>} */ message, pack = this.store.pack) =>
        /** @type {Promise<Record<string, any>>} */ (this.#ask(message, pack)),
      telling: this.telling,
      isReady: () => this.#isReady,
      watch: (/** @type {string} */ code) => location.assign(linkTo(location.href, code)),
      onErased: () => this.#startAfresh(),
    };
    this.record = new OwnRecord(around);
    this.replay = new Replay(around);
    element.addEventListener("click", (event) => this.#onClick(event));
    element.addEventListener("submit", (event) => this.#onSubmit(event));
  }

  async begin() {
    const started = this.engine.start();
    addEventListener("hashchange", () => this.#followAddress());
    addEventListener("pagehide", () => this.tab.release());
    addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
    this.#isWatching = codeIn(location.hash) !== null;
    if (this.#isWatching) this.element.dataset.waiting = "";
    else await this.#load();
    await this.#whenStarted(started);
  }

  /** Reads one's own progress; where another tab plays it, it can only be looked at. */
  async #load() {
    const isMine = await this.tab.claim();
    const saved = await this.store.load();
    this.#isLoaded = true;
    if (!this.store.isAvailable) this.telling.notice("unsaved");
    if (saved) this.#restore(saved);
    if (!isMine) this.#lose("elsewhere");
    if (this.#queue.length > 0) this.#save();
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
    this.telling.loading();
    const problem = await started;
    if (problem) return this.#showFailure(problem);
    if (this.#isWatching) await this.#watch();
    else if (this.#attempt) {
      const missing = await this.#showSaved();
      if (missing) return this.#showFailure(missing);
    } else this.#attempt = this.#fresh;
    this.telling.loaded();
    performance.mark("simulator:engine-ready");
    this.#isReady = true;
    this.#carryOut();
    this.record.show();
  }

  /** The round with which the page was built. @returns {Attempt} */
  get #fresh() {
    return JSON.parse(this.element.dataset.attempt ?? "null");
  }

  /**
   * The page holds the first contact already; anything else is for the engine to show. What kept the pack of the
   * saved round from arriving, or null.
   *
   * @returns {Promise<string | null>}
   */
  async #showSaved() {
    let reply = await this.#ask({ kind: "show", attempt: this.#attempt }).catch(refused);
    if (reply.kind === "refused" && (reply.problem === "network" || reply.problem === "integrity")) {
      return reply.problem;
    }
    if (reply.kind === "refused" && this.#isElsewhere) return null;
    if (reply.kind === "refused") {
      await this.store.putAside();
      this.store.pack = this.element.dataset.pack ?? "";
      this.telling.notice(reply.problem === "version" ? "version" : "damaged", { canSave: true });
      this.#queue = [];
      reply = await this.#ask({ kind: "start" });
    }
    if (reply.kind !== "shown") return null;
    this.#attempt = reply.attempt;
    this.#isOver = reply.over;
    this.regions.show(reply);
    delete this.element.dataset.waiting;
    return null;
  }

  /** A result code has come into the page's address, or gone from it. */
  async #followAddress() {
    if (codeIn(location.hash) !== null) {
      this.#isWatching = true;
      if (this.#isReady) await this.#watch();
    } else if (this.#isWatching) await this.#unwatch();
  }

  /** Shows the round in the page's address; one that cannot be shown is told of, and one's own comes back. */
  async #watch() {
    const problem = await this.replay.open(codeIn(location.hash) ?? "", this.element.dataset.pack ?? "");
    if (!problem) return this.telling.withdraw("no-code");
    await this.#unwatch();
    this.telling.notice("no-code", { words: problem });
    this.telling.say(problem);
  }

  /** Back to one's own round, which has not been touched meanwhile. */
  async #unwatch() {
    this.#isWatching = false;
    history.replaceState(null, "", location.pathname + location.search);
    this.replay.close();
    if (!this.#isLoaded) await this.#load();
    await this.#showOwn();
  }

  /** Shows one's own round, whatever has been shown in its place. */
  async #showOwn() {
    this.#attempt ??= this.#fresh;
    this.regions.shown = null;
    const missing = await this.#showSaved();
    if (missing) return this.#showFailure(missing);
    focus(this.element, "#sim-contact-title");
    this.#carryOut();
  }

  get #isElsewhere() {
    return "elsewhere" in this.element.dataset;
  }

  /**
   * Another tab has the round: what is seen here stays, and nothing more is done with it.
   *
   * @param {string} name
   */
  #lose(name = "taken-over") {
    this.#queue = [];
    this.#chosen = null;
    this.element.dataset.elsewhere = "";
    this.telling.notice(name, { canTakeOver: true });
    this.telling.say(this.telling.text(name));
  }

  /** Goes on here with the round as the other tab has left it. */
  async #takeOver() {
    await this.tab.takeOver();
    delete this.element.dataset.elsewhere;
    this.telling.withdraw("elsewhere");
    this.telling.withdraw("taken-over");
    this.#attempt = null;
    await this.#load();
    if (this.#isReady) await this.#showOwn();
  }

  /** Everything that was kept has been erased. */
  async #startAfresh() {
    this.#queue = [];
    this.#isOver = false;
    this.#attempt = this.#fresh;
    this.store.pack = this.element.dataset.pack ?? "";
    if (this.#isReady && !this.#isWatching) await this.#showOwn();
  }

  /**
   * @param {Record<string, unknown>} message
   * @param {string} [pack]
   */
  async #ask(message, pack = this.store.pack) {
    const body = JSON.stringify({ ...message, root: this.element.dataset.root });
    const text = await this.engine.request(body, pack);
    return /** @type {Shown | Refused} */ (JSON.parse(text));
  }

  /**
   * @param {Move} action
   * @param {string} [words]  what the learner pressed, shown until the engine shows what came of it
   */
  #submit(action, words = "") {
    if (this.#isElsewhere || this.#isWatching) return;
    this.#queue.push({ case: this.element.dataset.case, ...action });
    showPanel(this.element, null);
    if (this.#isReady) return this.#carryOut();
    this.#save();
    this.regions.note(words, this.telling.text("queued"));
    this.telling.say(this.telling.text("queued"));
  }

  async #carryOut() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#isReady && !this.#isWatching && (this.#queue.length > 0 || this.#chosen)) {
      if (this.#queue.length === 0) {
        await this.#startChosen();
        continue;
      }
      const move = this.#queue[0];
      const reply = await this.#ask({ kind: "move", attempt: this.#attempt, move }).catch(() => null);
      if (this.#isElsewhere || this.#isWatching) break;
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
    this.#isOver = reply.over;
    const before = document.activeElement;
    this.regions.show(reply);
    this.telling.say(reply.announce);
    moveFocus(this.element, { move, reply, before, opener: this.#opener });
    this.#save();
  }

  /** Nothing is written over progress that has not been read yet, or that another tab goes on with. */
  async #save() {
    if (!this.#isLoaded || this.#isElsewhere) return;
    const { locale, build } = this.element.dataset;
    const shown = this.regions.shown && { ...this.regions.shown, locale, build };
    const saved = { attempt: this.#attempt, queue: [...this.#queue], shown: shown ?? null };
    const isOver = this.#isOver;
    const outcome = await this.store.save(saved, { isOver });
    if (outcome === "stale") this.#lose();
    else if (outcome === "refused") this.telling.notice("unsaved");
    else this.telling.withdraw("unsaved");
    if (outcome === "kept" && isOver) this.record.show();
  }

  /** @param {Event} event */
  #onClick(event) {
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button) return;
    const { move, open, tab, dialog, cite, markCriterion, step } = button.dataset;
    if (move) this.#submit(JSON.parse(move), button.querySelector("span")?.textContent ?? button.textContent);
    else if (open) this.#submit({ case: open, open: true });
    else if (tab) showPanel(this.element, tab);
    else if (dialog) openDialog(this.element, dialog);
    else if (cite) this.#openCite(`[data-cite="${cite}"]`, "sentence", cite);
    else if (markCriterion)
      this.#openCite(`[data-keep="row-${markCriterion}"] summary`, "mark", markCriterion);
    else if ("close" in button.dataset) button.closest("dialog")?.close();
    else if ("retry" in button.dataset) this.#whenStarted(this.engine.start());
    else if ("saveAside" in button.dataset) this.#saveAside();
    else if ("takeOver" in button.dataset) this.#takeOver();
    else if ("unwatch" in button.dataset) this.#unwatch();
    else if (step) this.replay.go(Number(step));
    else if ("copy" in button.dataset) copy(button).then((name) => this.telling.say(this.telling.text(name)));
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
    if (!isFilled(form)) return;
    form.closest("dialog")?.close();
    if (form.dataset.form === "erase") this.record.erase();
    else if (form.dataset.form === "start") this.#choose(form);
    else this.#submit(chosenMove(form), chosenWords(form));
  }

  /** @param {HTMLFormElement} form */
  #choose(form) {
    if (this.#isElsewhere || this.#isWatching) return;
    this.#chosen = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
    if (this.#isReady) this.#carryOut();
    else this.telling.say(this.telling.text("queued"));
  }

  /** Begins the round that was chosen; the one before it goes into the record. */
  async #startChosen() {
    const { pack, definition, mode, order } = /** @type {Record<string, string>} */ (this.#chosen);
    const [drawn] = crypto.getRandomValues(new Uint32Array(1));
    const seed = order === "authored" ? 0 : drawn || 1;
    const reply = await this.#ask({ kind: "start", pack, definition, mode, seed }, pack).catch(refused);
    this.#chosen = null;
    this.#isReady = this.engine.isAlive;
    if (reply.kind !== "shown") return this.#isReady && this.telling.notice("no-pack");
    if ((await this.store.begin(pack, this.#attempt, reply.attempt)) === "stale") return this.#lose();
    this.telling.withdraw("no-pack");
    this.#show(reply, { open: true });
    this.record.show();
  }

  /** @param {string} problem */
  #showFailure(problem) {
    this.#isReady = false;
    this.telling.failed(problem);
  }

  async #saveAside() {
    download("lead-or-opportunity.json", JSON.stringify(await this.store.aside(), null, 2));
  }
}

/**
 * A refused request as a reply; any other problem is the engine's end.
 *
 * @param {unknown} problem
 * @returns {Refused}
 */
function refused(problem) {
  const name = problem instanceof Refusal ? problem.problem : "start";
  return { kind: "refused", problem: name, detail: String(problem) };
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
