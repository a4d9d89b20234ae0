/** The moves at the bottom edge of a phone: two tabs, of which one may stand open; on a desk both always do. */

const GAP = 12;

/** @param {HTMLElement} simulator */
export function isSheet(simulator) {
  const tabs = simulator.querySelector(".sim-tabs");
  return tabs !== null && getComputedStyle(tabs).display !== "none";
}

/**
 * Opens that panel and closes the other; a second time, or null, closes both.
 *
 * @param {HTMLElement} simulator
 * @param {string | null} id
 */
export function showPanel(simulator, id) {
  for (const tab of simulator.querySelectorAll("[data-tab]")) {
    const panel = simulator.querySelector(`#${tab.getAttribute("data-tab")}`);
    const isOpen = tab.getAttribute("data-tab") === id && tab.getAttribute("aria-expanded") !== "true";
    tab.setAttribute("aria-expanded", String(isOpen));
    panel?.toggleAttribute("data-open", isOpen);
  }
  if (id && isSheet(simulator)) uncover(simulator);
}

/**
 * Scrolls what was said last to above the sheet.
 *
 * @param {HTMLElement} simulator
 */
function uncover(simulator) {
  const latest = simulator.querySelector("#sim-heard, #sim-latest")?.getBoundingClientRect();
  const sheet = simulator.querySelector(".sim-sheet")?.getBoundingClientRect();
  if (latest && sheet && latest.bottom > sheet.top) {
    window.scrollBy({ top: latest.bottom - sheet.top + GAP, behavior: "instant" });
  }
}
