/** The learner's own record: worked out by the engine when it is unfolded, and kept as a file, read from one, erased. */

/** The outward form of a file; a change that this code would misread makes it 2. */
const FORMAT = 1;
const KIND = "lead-or-opportunity record";
/** The saved form of attempts that this page's engine knows: `attempts.FORMAT`. */
const ATTEMPT_FORMAT = 1;
const MOVES = 2_000;
/** The latest rounds, as many as the engine renders at once: `records.ROUNDS_LIMIT`. */
const ROUNDS = 250;
/** A file may have so many bytes; a round takes about 10,000. */
export const LARGEST_FILE = 16_000_000;
/** Characters of attempts in one request to the engine, which reads at most 200,000. */
const BATCH = 150_000;
const MEGABYTE = 1_000_000;

const NAME = /^[a-z][a-z0-9-]{0,63}$/;
const FIELD = /^[a-z]{1,16}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const NOT_ASCII = /[^\x20-\x7e]/g;
const ASCII = /^[\x20-\x7e]{0,64}$/;

/**
 * @typedef {import("./store.js").Ended} Ended
 * @typedef {"not-json" | "not-record" | "newer" | "damaged" | "too-large"} Problem
 * @typedef {{rounds: Ended[]} | {problem: Problem, number?: number}} Read
 * @typedef {Record<string, any>} Reply
 *
 * @typedef {object} Around  what the record needs of the simulator
 * @property {HTMLElement} element
 * @property {import("./store.js").Store} store
 * @property {(message: Record<string, unknown>, pack?: string) => Promise<Reply>} ask
 * @property {import("./telling.js").Telling} telling
 * @property {() => boolean} isReady  whether the engine can be asked
 * @property {(code: string) => void} watch
 * @property {() => void} onErased
 */

/**
 * A record as a file: ASCII, and nothing in it but the rounds and when they ended.
 *
 * @param {Ended[]} rounds
 */
export function written(rounds) {
  const text = JSON.stringify({ kind: KIND, format: FORMAT, rounds }, null, 1);
  return text.replace(NOT_ASCII, (sign) =>
    sign === "\n" ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * The rounds in a file, or what is wrong with it; `number` is that of the first round that cannot be read.
 *
 * @param {string} text
 * @returns {Read}
 */
export function read(text) {
  if (text.length > LARGEST_FILE) return { problem: "too-large" };
  let file;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { problem: "not-json" };
  }
  if (file?.kind !== KIND || !Number.isSafeInteger(file.format)) return { problem: "not-record" };
  if (file.format > FORMAT || hasNewerAttempt(file.rounds)) return { problem: "newer" };
  if (file.format < FORMAT || !Array.isArray(file.rounds)) return { problem: "not-record" };
  const rounds = file.rounds.map(round);
  const broken = rounds.indexOf(null);
  return broken < 0 ? { rounds } : { problem: "damaged", number: broken + 1 };
}

/** @param {unknown} rounds */
function hasNewerAttempt(rounds) {
  return Array.isArray(rounds) && rounds.some((one) => one?.attempt?.format > ATTEMPT_FORMAT);
}

/**
 * A round with the known fields of a sound one, or null; whether its moves make sense is for the engine to judge.
 *
 * @param {any} value
 * @returns {Ended | null}
 */
function round(value) {
  const { format, pack, packVersion, seed, definition, mode, moves } = value?.attempt ?? {};
  const isSound =
    MOMENT.test(value?.ended) &&
    !Number.isNaN(Date.parse(value.ended)) &&
    [pack, definition, mode].every((name) => typeof name === "string" && NAME.test(name)) &&
    [format, packVersion, seed].every((number) => Number.isSafeInteger(number) && number >= 0) &&
    Array.isArray(moves) &&
    moves.length <= MOVES &&
    moves.every(isMove);
  if (!isSound) return null;
  return { ended: value.ended, attempt: { format, pack, packVersion, seed, definition, mode, moves } };
}

/** @param {unknown} value */
function isMove(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const fields = Object.entries(value);
  return fields.length <= 8 && fields.every(([name, one]) => FIELD.test(name) && isPlain(one));
}

/** @param {unknown} value */
function isPlain(value) {
  if (typeof value === "string") return ASCII.test(value);
  return value === null || typeof value === "boolean" || Number.isSafeInteger(value);
}

/**
 * Attempts in groups that each fit into a request; those of one pack go together, in their order.
 *
 * @param {Ended[]} rounds
 * @returns {{pack: string, places: number[]}[]}
 */
export function batches(rounds) {
  /** @type {{pack: string, places: number[], size: number}[]} */
  const groups = [];
  for (const [place, { attempt }] of rounds.entries()) {
    const size = JSON.stringify(attempt).length;
    const group = groups.findLast(({ pack }) => pack === attempt.pack);
    if (group && group.size + size <= BATCH) {
      group.places.push(place);
      group.size += size;
    } else groups.push({ pack: String(attempt.pack), places: [place], size });
  }
  return groups.map(({ pack, places }) => ({ pack, places }));
}

/**
 * Gives the learner a text as a file.
 *
 * @param {string} name
 * @param {string} text
 */
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export class OwnRecord {
  /** What is on screen now, oldest first. @type {Ended[]} */
  #rounds = [];

  /** @param {Around} around */
  constructor(around) {
    this.around = around;
    this.fold = /** @type {HTMLDetailsElement} */ (around.element.querySelector("[data-record]"));
    this.file = /** @type {HTMLInputElement} */ (this.fold.querySelector("[data-record-file]"));
    this.fold.addEventListener("toggle", () => this.show());
    this.fold.addEventListener("click", (event) => this.#onClick(event));
    this.file.addEventListener("change", () => this.#import());
  }

  /** Works the record out anew, if it is unfolded. */
  async show() {
    const { store, ask, telling, isReady } = this.around;
    if (!this.fold.open || !isReady()) return;
    const region = /** @type {HTMLElement} */ (this.fold.querySelector('[data-region="record"]'));
    const rounds = ((await store.record()) ?? []).slice(-ROUNDS);
    try {
      const reply = await ask({ kind: "record", rounds: await this.#tallied(rounds) });
      if (reply.kind !== "recorded") throw new Error(reply.problem);
      this.#rounds = rounds;
      region.innerHTML = reply.html;
      for (const time of region.querySelectorAll("time")) this.#date(time);
    } catch {
      region.textContent = telling.text("record-unread");
    }
  }

  /**
   * Each round with its tally from its own pack's engine, or with what keeps it from having one.
   *
   * @param {Ended[]} rounds
   */
  async #tallied(rounds) {
    /** @type {Record<string, unknown>[]} */
    const found = rounds.map(({ ended, attempt }) => ({ ended, pack: attempt.pack }));
    for (const { pack, places } of batches(rounds)) {
      const attempts = places.map((place) => rounds[place].attempt);
      const reply = await this.around.ask({ kind: "tally", attempts }, pack).catch(() => null);
      for (const [index, place] of places.entries()) {
        const tally = reply?.tallies?.[index] ?? { problem: reply ? "damaged" : "network" };
        Object.assign(found[place], tally.problem ? { problem: tally.problem } : { tally });
      }
    }
    return found;
  }

  /**
   * The day in the reader's own calendar and digits, which only the browser knows.
   *
   * @param {HTMLTimeElement} time
   */
  #date(time) {
    const { lang, digits } = this.around.element.dataset;
    const day = new Date(time.dateTime);
    if (Number.isNaN(day.getTime())) return;
    const spoken = lang === "en" ? "en-GB" : lang;
    time.textContent = new Intl.DateTimeFormat(`${spoken}-u-nu-${digits}`, { dateStyle: "medium" }).format(
      day,
    );
  }

  /** @param {Event} event */
  async #onClick(event) {
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button) return;
    const { recordDo, watch } = button.dataset;
    if (recordDo === "choose") this.file.click();
    else if (recordDo === "export") await this.#export();
    else if (watch) await this.#watch(this.#rounds[Number(watch)]);
  }

  async #export() {
    const rounds = await this.around.store.record();
    if (!rounds) return this.#tell("record-refused");
    download(`lead-or-opportunity-${new Date().toISOString().slice(0, 10)}.json`, written(rounds));
  }

  async #import() {
    const [file] = this.file.files ?? [];
    if (!file) return;
    const result = file.size > LARGEST_FILE ? { problem: "too-large" } : read(await file.text());
    this.file.value = "";
    if (!("rounds" in result)) {
      const number = this.#number("number" in result ? (result.number ?? 0) : 0);
      return this.#tell(`import-${result.problem}`, { number, most: this.#number(LARGEST_FILE / MEGABYTE) });
    }
    const added = await this.around.store.merge(result.rounds);
    if (added === null) return this.#tell("record-refused");
    const known = this.#number(result.rounds.length - added);
    this.#tell("imported", { new: this.#number(added), known });
    await this.show();
  }

  /** Erases everything, once the learner has confirmed it. */
  async erase() {
    if (!(await this.around.store.erase())) return this.#tell("record-refused");
    this.around.onErased();
    this.#tell("erased");
    await this.show();
  }

  /** @param {Ended | undefined} round */
  async #watch(round) {
    if (!round) return;
    const { attempt } = round;
    const reply = await this.around.ask({ kind: "code", attempt }, attempt.pack).catch(() => null);
    if (reply?.kind === "coded") this.around.watch(reply.code);
    else this.#tell("record-unread");
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} [values]
   */
  #tell(name, values) {
    const news = /** @type {HTMLElement} */ (this.fold.querySelector("[data-record-news]"));
    const words = this.around.telling.text(name, values);
    news.textContent = words;
    news.hidden = false;
    this.around.telling.say(words);
  }

  /** @param {number} value */
  #number(value) {
    const { lang, digits } = this.around.element.dataset;
    return new Intl.NumberFormat(`${lang}-u-nu-${digits}`).format(value);
  }
}
