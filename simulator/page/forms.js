/** The forms, most of them in dialogs: opened with what is known already, checked, read into a move. */

import { wholeNumber } from "./numbers.js";

/**
 * @param {HTMLElement} simulator
 * @param {string} id
 * @param {{field: string, value: string}} [known]  the choice that has been made by opening it
 */
export function openDialog(simulator, id, known) {
  const dialog = simulator.querySelector(`#${id}`);
  if (!(dialog instanceof HTMLDialogElement)) return;
  const form = /** @type {HTMLFormElement} */ (dialog.querySelector("form"));
  form.reset();
  for (const field of numberFields(form)) mark(field, false);
  for (const field of form.querySelectorAll("[data-field]")) {
    field.toggleAttribute("data-known", field instanceof HTMLElement && field.dataset.field === known?.field);
  }
  if (known) choose(form, known);
  dialog.showModal();
}

/**
 * @param {HTMLFormElement} form
 * @param {{field: string, value: string}} known
 */
function choose(form, { field, value }) {
  for (const input of form.querySelectorAll("input")) {
    if (input.name === field) input.checked = input.value === value;
  }
}

/**
 * The move that a form stands for; an empty choice is left out.
 *
 * @param {HTMLFormElement} form
 * @returns {Record<string, unknown>}
 */
export function chosenMove(form) {
  const { decision } = form.dataset;
  const choices = Array.from(new FormData(form)).filter(([, value]) => value !== "");
  const numbers = Array.from(numberFields(form), ({ name, value }) => [name, wholeNumber(value)]);
  return {
    ...(decision ? { decide: decision } : {}),
    ...Object.fromEntries(choices),
    ...Object.fromEntries(numbers),
  };
}

/**
 * Whether every number can be read and is within its limits; beside each other one it says what is wanted.
 *
 * @param {HTMLFormElement} form
 */
export function isFilled(form) {
  const wrong = numberFields(form).filter((field) => mark(field, !isWithin(field)));
  wrong[0]?.focus();
  return wrong.length === 0;
}

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLInputElement[]}
 */
function numberFields(form) {
  return Array.from(form.querySelectorAll("input[data-most]"));
}

/** @param {HTMLInputElement} field */
function isWithin({ value, dataset }) {
  const number = wholeNumber(value);
  return number !== null && number <= Number(dataset.most);
}

/**
 * @param {HTMLInputElement} field
 * @param {boolean} isWrong
 */
function mark(field, isWrong) {
  field.setAttribute("aria-invalid", String(isWrong));
  field.form?.querySelector(`#${field.id}-wrong`)?.toggleAttribute("hidden", !isWrong);
  return isWrong;
}

/**
 * The same in words: the form's title, the labels of what was chosen, and the numbers as they were typed.
 *
 * @param {HTMLFormElement} form
 */
export function chosenWords(form) {
  const labels = form.querySelectorAll("label:has(:checked) span");
  const title = form.querySelector("h2")?.textContent ?? "";
  const numbers = numberFields(form).map(({ value }) => value);
  return [title, ...Array.from(labels, (label) => label.textContent), ...numbers].join(" · ");
}
