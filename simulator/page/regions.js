/** The parts of the simulator that the engine renders: replaced where they changed, folds left as they were. */

/**
 * @typedef {{regions: Record<string, string>, case: string, phase: string}} Rendering
 */

export class Regions {
  /** @type {Rendering | null} */
  shown = null;

  /** @param {HTMLElement} simulator */
  constructor(simulator) {
    this.simulator = simulator;
  }

  /** @param {Rendering} rendering */
  show({ regions, case: caseId, phase }) {
    const isSameCase = caseId === this.simulator.dataset.case;
    /** @type {Record<string, string>} */
    const there = {};
    for (const [name, html] of Object.entries(regions)) {
      const before = this.shown?.regions[name];
      if (before === html || this.#isInUse(name)) {
        there[name] = before ?? "";
        continue;
      }
      this.#replace(name, html, isSameCase);
      there[name] = html;
    }
    this.simulator.dataset.case = caseId;
    this.simulator.dataset.phase = phase;
    this.shown = { regions: there, case: caseId, phase };
  }

  /**
   * Whether one of its dialogs is open: what the learner is filling in is not taken away; the next reply is shown.
   *
   * @param {string} name
   */
  #isInUse(name) {
    return this.simulator.querySelector(`[data-region="${name}"] dialog[open]`) !== null;
  }

  /**
   * A line at the end of the conversation that stays until the engine renders it anew.
   *
   * @param {string} words
   * @param {string} remark
   */
  note(words, remark) {
    const log = this.simulator.querySelector('[data-region="conversation"] .sim-log:last-of-type');
    const line = document.createElement("li");
    line.className = "sim-me sim-queued";
    line.append(words, document.createElement("br"), remark);
    log?.append(line);
    if (this.shown) delete this.shown.regions.conversation;
  }

  /**
   * @param {string} name
   * @param {string} html
   * @param {boolean} keepsFolds
   */
  #replace(name, html, keepsFolds) {
    const region = this.simulator.querySelector(`[data-region="${name}"]`);
    if (!region) return;
    const folds = keepsFolds ? this.#folds(region) : new Map();
    region.innerHTML = html;
    for (const [key, isOpen] of folds) {
      const fold = region.querySelector(`details[data-keep="${key}"]`);
      if (fold instanceof HTMLDetailsElement) fold.open = isOpen;
    }
  }

  /**
   * @param {Element} region
   * @returns {Map<string, boolean>}
   */
  #folds(region) {
    const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (
      region.querySelectorAll("details[data-keep]")
    );
    return new Map(Array.from(folds, (fold) => [fold.dataset.keep ?? "", fold.open]));
  }
}
