import assert from "node:assert/strict";
import { test } from "node:test";

import { codeIn, linkTo } from "./replay.js";

test("a link carries its code behind the sign, where no server sees it", () => {
  const link = linkTo("https://example.org/bn/practice/?from=mail#sim-summary", "141JT0");
  assert.equal(link, "https://example.org/bn/practice/#r=141JT0");
  assert.equal(codeIn(new URL(link).hash), "141JT0");
});

test("an address without a code has none", () => {
  for (const hash of ["", "#", "#sim-summary", "#q=141JT0"]) assert.equal(codeIn(hash), null);
});

test("an empty code is a code, and a bad one", () => {
  assert.equal(codeIn("#r="), "");
});
