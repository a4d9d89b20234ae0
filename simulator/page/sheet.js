/** The moves at the bottom edge of a phone: two tabs, of which one may stand open; on a desk both always do. */

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
}
