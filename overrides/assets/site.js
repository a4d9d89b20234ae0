/** The chrome of every page: light or dark, languages and their suggestion, the meanings of terms. */

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
 * Copy the text that a button names and say so on the button; where copying is refused, select it instead.
 * @param {HTMLButtonElement} button
 */
async function copyText(button) {
  const field = /** @type {HTMLTextAreaElement} */ (document.getElementById(button.dataset.copy ?? ""));
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied ?? "";
  } catch {
    field.focus();
    field.select();
  }
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

/**
 * Put a term's meaning beside the line on which it is pointed at, on the screen and clear of its edges.
 * @param {HTMLElement} tip
 * @param {Element} word
 * @param {number} [height] where the pointer is; a word may run over two lines
 */
function placeTip(tip, word, height = Number.NEGATIVE_INFINITY) {
  const [gap, edge] = [6, 16];
  const line = [...word.getClientRects()].find((box) => height <= box.bottom) ?? word.getBoundingClientRect();
  tip.style.translate = "none";
  const own = tip.getBoundingClientRect();
  const wanted = document.documentElement.dir === "rtl" ? line.right - own.width : line.left;
  const most = document.documentElement.clientWidth - edge - own.width;
  const below = line.bottom + gap;
  const above = line.top - gap - own.height;
  const x = Math.max(edge, Math.min(wanted, most));
  const y = below + own.height <= innerHeight || above < 0 ? below : above;
  tip.style.translate = `${x - own.left}px ${y - own.top}px`;
}

/**
 * Show what a term means to whoever points at it, reaches it by keyboard or taps it; the meaning stays while
 * the pointer is on either, and goes at Escape. A click or a second tap follows the link.
 */
function explainWords() {
  const meanings = /** @type {HTMLElement | null} */ (document.querySelector(".defined"));
  if (!meanings) return;
  const delay = 150;
  const tip = document.createElement("div");
  const more = document.createElement("a");
  /** @type {HTMLAnchorElement | null} */
  let shown = null;
  let touched = false;
  let timer = 0;

  /** @param {HTMLAnchorElement} word @param {number} [height] */
  function show(word, height) {
    const meaning = document.getElementById(word.getAttribute("aria-describedby") ?? "");
    if (!meaning) return;
    clearTimeout(timer);
    const text = document.createElement("p");
    text.append(...[...meaning.childNodes].map((node) => node.cloneNode(true)));
    more.href = word.href;
    tip.replaceChildren(text, ...(touched ? [more] : []));
    tip.hidden = false;
    shown = word;
    placeTip(tip, word, height);
  }

  function hide() {
    clearTimeout(timer);
    tip.hidden = true;
    shown = null;
  }

  /** @param {() => void} act */
  function soon(act) {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  }

  /** @param {HTMLAnchorElement} word */
  function listen(word) {
    word.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "touch") soon(() => show(word, event.clientY));
    });
    word.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "touch") soon(hide);
    });
    word.addEventListener("focus", () => {
      if (word.matches(":focus-visible")) show(word);
    });
    word.addEventListener("blur", () => {
      if (!touched) hide();
    });
    word.addEventListener("click", (event) => {
      if (!touched || shown === word) return;
      event.preventDefault();
      show(word);
    });
  }

  tip.className = "tip";
  tip.hidden = true;
  more.textContent = meanings.dataset.more ?? "";
  meanings.after(tip);
  for (const word of document.querySelectorAll("a.word")) {
    listen(/** @type {HTMLAnchorElement} */ (word));
  }
  tip.addEventListener("pointerenter", () => clearTimeout(timer));
  tip.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch") soon(hide);
  });
  document.addEventListener("pointerdown", (event) => {
    const on = /** @type {Element} */ (event.target);
    touched = event.pointerType === "touch";
    if (!tip.contains(on) && !shown?.contains(on)) hide();
  });
  document.addEventListener("keydown", (event) => {
    touched = false;
    if (event.key === "Escape") hide();
  });
  addEventListener("pagehide", hide);
}

for (const button of document.querySelectorAll("button[data-scheme]")) {
  button.removeAttribute("hidden");
  button.addEventListener("click", switchScheme);
}

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (
  document.querySelectorAll("button[data-copy]")
)) {
  button.hidden = false;
  button.addEventListener("click", () => copyText(button));
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
explainWords();
