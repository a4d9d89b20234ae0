/** The forms in dialogs: opened with what is known already, read into a move. */

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
  return { ...(decision ? { decide: decision } : {}), ...Object.fromEntries(choices) };
}

/**
 * The same in words: the form's title and the labels of what was chosen.
 *
 * @param {HTMLFormElement} form
 */
export function chosenWords(form) {
  const labels = form.querySelectorAll("label:has(:checked) span");
  const title = form.querySelector("h2")?.textContent ?? "";
  return [title, ...Array.from(labels, (label) => label.textContent)].join(" · ");
}
