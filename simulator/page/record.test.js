import assert from "node:assert/strict";
import { test } from "node:test";

import { batches, LARGEST_FILE, read, written } from "./record.js";

const ROUND = {
  ended: "2026-01-31T12:00:00.000Z",
  attempt: {
    format: 1,
    pack: "solar",
    packVersion: 1,
    seed: 0,
    definition: "criteria",
    mode: "practice",
    moves: [
      { case: "rfp", inquire: "look-up" },
      { case: "rfp", forecast: 80, amount: 1_200_000, days: 45 },
      { case: "rfp", mark: "need", finding: "yes", sentence: null },
      { case: "rfp", undo: true },
    ],
  },
};

/** @param {Record<string, unknown>} changes */
const file = (changes) =>
  JSON.stringify({ kind: "lead-or-opportunity record", format: 1, rounds: [ROUND], ...changes });

/** @param {Record<string, unknown>} changes */
const withAttempt = (changes) => file({ rounds: [{ ...ROUND, attempt: { ...ROUND.attempt, ...changes } }] });

test("what was written is read back the same", () => {
  assert.deepEqual(read(written([ROUND, ROUND])), { rounds: [ROUND, ROUND] });
  assert.deepEqual(read(written([])), { rounds: [] });
});

test("a file is ASCII, whatever is in the record", () => {
  const strange = { ...ROUND, attempt: { ...ROUND.attempt, pack: "সৌর \u202e𝔸" } };
  const text = written([strange]);
  assert.match(text, /^[\n\x20-\x7e]*$/);
  assert.deepEqual(JSON.parse(text).rounds, [strange]);
});

test("a mark that says which byte comes first is no damage", () => {
  assert.deepEqual(read(`\ufeff${written([ROUND])}`), { rounds: [ROUND] });
});

for (const [name, text] of Object.entries({
  "an empty file": "",
  "a file that was cut off": written([ROUND]).slice(0, -3),
  "a file with something behind it": `${written([ROUND])}}`,
  "a picture": "\x89PNG\r\n",
})) {
  test(`${name} is no JSON`, () => assert.deepEqual(read(text), { problem: "not-json" }));
}

for (const text of ["null", "7", "[]", "{}", '{"kind": "other", "format": 1}', file({ format: "1" })]) {
  test(`${text.slice(0, 40)} is no record`, () => assert.deepEqual(read(text), { problem: "not-record" }));
}

test("a record of another outward form is no record, a later one is newer", () => {
  assert.deepEqual(read(file({ rounds: {} })), { problem: "not-record" });
  assert.deepEqual(read(file({ format: 0 })), { problem: "not-record" });
  assert.deepEqual(read(file({ format: 2, rounds: "?" })), { problem: "newer" });
  assert.deepEqual(read(withAttempt({ format: 2, moves: "?" })), { problem: "newer" });
});

for (const [name, changes] of Object.entries({
  "no moves": { moves: undefined },
  "moves that are no list": { moves: {} },
  "too many moves": { moves: Array(2_001).fill({ case: "rfp", undo: true }) },
  "a move that is no object": { moves: ["rfp"] },
  "a move within a move": { moves: [{ case: { case: "rfp" } }] },
  "a move with a long text": { moves: [{ case: "x".repeat(65) }] },
  "a move with a foreign letter": { moves: [{ case: "ক" }] },
  "a move with a broken number": { moves: [{ case: "rfp", forecast: 0.5 }] },
  "a move that would change all objects": { moves: [JSON.parse('{"__proto__": true}')] },
  "a pack that is no name": { pack: "../solar" },
  "a seed below nothing": { seed: -1 },
  "no mode": { mode: null },
})) {
  test(`a round with ${name} is damaged, and its number is told`, () => {
    const bad = JSON.parse(withAttempt(changes)).rounds[0];
    if (name.includes("all objects")) bad.attempt.moves = changes.moves;
    const text = `{"kind": "lead-or-opportunity record", "format": 1, "rounds": [${JSON.stringify(ROUND)}, ${JSON.stringify(bad)}]}`;
    assert.deepEqual(read(text), { problem: "damaged", number: 2 });
  });
}

for (const ended of [undefined, 7, "yesterday", "2026-13-45T99:99:99.999Z"]) {
  test(`a round that ended at ${ended} is damaged`, () => {
    assert.deepEqual(read(file({ rounds: [{ ...ROUND, ended }] })), { problem: "damaged", number: 1 });
  });
}

test("what does not belong into a round is left behind", () => {
  const result = read(file({ rounds: [{ ...ROUND, name: "Kamrul" }], owner: "Kamrul" }));
  assert.deepEqual(result, { rounds: [ROUND] });
});

test("a file that is too large is not read", () => {
  assert.deepEqual(read(" ".repeat(LARGEST_FILE + 1)), { problem: "too-large" });
});

test("attempts are sent by pack, in requests that are small enough", () => {
  /**
   * @param {string} pack
   * @param {number} count
   */
  const of = (pack, count) => ({
    ...ROUND,
    attempt: { ...ROUND.attempt, pack, moves: Array(count).fill({ case: "rfp", inquire: "look-up" }) },
  });
  const groups = batches([of("solar", 3_000), of("tiles", 1), of("solar", 3_000), of("tiles", 1)]);
  assert.deepEqual(groups, [
    { pack: "solar", places: [0] },
    { pack: "tiles", places: [1, 3] },
    { pack: "solar", places: [2] },
  ]);
});
