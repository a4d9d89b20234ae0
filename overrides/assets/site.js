/** The chrome of every page: light or dark, the language switcher and the language suggestion. */

const KEY = "lead-or-opportunity";
const DEVICE_DARK = matchMedia("(prefers-color-scheme: dark)");

/**
 * What was remembered under a name; null where storage is refused.
 * @param {string} name
 * @returns {string | null}
 */
function recall(name) {
  try {
    return localStorage.getItem(`${KEY}.${name}`);
  } catch {
    return null;
  }
}

/**
 * Remember a value, or forget it when it is null; quietly does nothing where storage is refused.
 * @param {string} name
 * @param {string | null} value
 */
function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(`${KEY}.${name}`);
    else localStorage.setItem(`${KEY}.${name}`, value);
  } catch {
    // A sandboxed frame has no storage; the choice then lasts as long as the page.
  }
}

/** Turn light into dark or back; a choice that equals the device's is no choice and is forgotten. */
function switchScheme() {
  const root = document.documentElement;
  const device = DEVICE_DARK.matches ? "slate" : "default";
  const shown = root.dataset.mdColorScheme ?? device;
  const wanted = shown === "slate" ? "default" : "slate";
  remember("scheme", wanted === device ? null : wanted);
  if (wanted === device) delete root.dataset.mdColorScheme;
  else root.dataset.mdColorScheme = wanted;
}

/**
 * Close the header's menus, except one.
 * @param {Element | null} [kept]
 */
function closeMenus(kept = null) {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (menu !== kept) menu.removeAttribute("open");
  }
}

/**
 * The site's code of a browser's language tag: `bn-IN` is bn, `tl` is what older browsers call fil.
 * @param {string} tag
 */
function localeOf(tag) {
  const language = tag.toLowerCase().split("-")[0] ?? "";
  return language === "tl" ? "fil" : language;
}

/** Offer the reader's own language on the front page, unless this is it or the offer was declined. */
function suggestLanguage() {
  const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-suggest]"));
  if (!box || recall("suggestion") === "declined") return;
  for (const locale of navigator.languages.map(localeOf)) {
    if (locale === document.documentElement.lang) return;
    const line = /** @type {HTMLElement | null} */ (
      box.querySelector(`[data-locale="${CSS.escape(locale)}"]`)
    );
    if (!line) continue;
    line.hidden = false;
    box.hidden = false;
    line.querySelector("[data-dismiss]")?.addEventListener("click", () => {
      box.hidden = true;
      remember("suggestion", "declined");
    });
    return;
  }
}

for (const button of document.querySelectorAll("button[data-scheme]")) {
  button.removeAttribute("hidden");
  button.addEventListener("click", switchScheme);
}

for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (
  document.querySelectorAll("a[data-language]")
)) {
  link.addEventListener("click", () => {
    // Heading ids are the same in every language, so the reader keeps the place on the page.
    link.hash = location.hash;
    remember("suggestion", "declined");
  });
}

document.addEventListener("click", (event) => {
  const target = /** @type {Element} */ (event.target);
  closeMenus(target.closest("details[data-menu]"));
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.activeElement?.closest("details[data-menu][open]");
  closeMenus();
  menu?.querySelector("summary")?.focus();
});

suggestLanguage();
