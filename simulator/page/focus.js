/** Where reading goes on after a move: the new step's heading, what was just said, or the control that was used. */

import { isSheet } from "./sheet.js";

/** Where a verb's news stands, among the parts of an opportunity. */
const NEWS = { decide: "#sim-pursuit-title", sign: "#sim-pursuit-title", forecast: "#sim-record" };
const SAID = { advance: "#sim-heard", renew: "#sim-renewed", refer: "#sim-referred" };

/**
 * @typedef {object} Done  a move that has been shown
 * @property {Record<string, unknown>} move
 * @property {{phase: string, refused: boolean}} reply
 * @property {Element | null} before  where the focus was
 * @property {string | undefined} opener  what opened the form of a mark
 */

/**
 * @param {HTMLElement} simulator
 * @param {Done} done
 */
export function moveFocus(simulator, { move, reply, before, opener }) {
  const go = (/** @type {string} */ selector) => focus(simulator, selector);
  if ("open" in move) return go("#sim-debrief-title") || go("#sim-contact-title");
  if ("hint" in move && go("#sim-hint")) return;
  if (reply.phase === "debrief" && !reply.refused) return go("#sim-debrief-title");
  if (reply.refused && isSheet(simulator) && go("#sim-refused")) return;
  if (!reply.refused && focusPursuit(simulator, move)) return;
  if ("mark" in move && opener) return go(opener);
  if ("inquire" in move && isSheet(simulator)) return go("#sim-latest");
  const same = before instanceof HTMLElement && before.dataset.move;
  if (same) go(`[data-move='${same}']`) || go("#sim-contact-title");
}

/**
 * What a move upon an opportunity has changed; on a desk the buttons that may be wanted again keep the focus.
 *
 * @param {HTMLElement} simulator
 * @param {Record<string, unknown>} move
 */
function focusPursuit(simulator, move) {
  const places = isSheet(simulator) ? { ...NEWS, ...SAID } : NEWS;
  const place = Object.entries(places).find(([verb]) => verb in move);
  return place !== undefined && focus(simulator, place[1]);
}

/**
 * Moves the focus there without jumping; whether there is such a place.
 *
 * @param {HTMLElement} simulator
 * @param {string} selector
 */
export function focus(simulator, selector) {
  const target = simulator.querySelector(selector);
  if (!(target instanceof HTMLElement)) return false;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "nearest" });
  return true;
}
