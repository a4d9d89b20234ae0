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
    for (const [name, html] of Object.entries(regions)) {
      if (this.shown?.regions[name] !== html) this.#replace(name, html, isSameCase);
    }
    this.simulator.dataset.case = caseId;
    this.simulator.dataset.phase = phase;
    this.shown = { regions, case: caseId, phase };
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
