import assert from "node:assert/strict";
import { test } from "node:test";

import { wholeNumber } from "./numbers.js";

const MILLION = {
  plain: "1200000",
  "by thousands": "1,200,000",
  "by lakhs": "12,00,000",
  "with spaces": "1 200 000",
  "with narrow spaces that never break": "1\u202f200\u202f000",
  "with apostrophes": "1’200’000",
  "with two noughts after the point": "1,200,000.00",
  Bengali: "১২,০০,০০০",
  Gujarati: "૧૨,૦૦,૦૦૦",
  Persian: "۱٬۲۰۰٬۰۰۰",
  "Persian with the comma of running text": "۱،۲۰۰،۰۰۰",
  "Arabic as some keyboards give it": "١٢٠٠٠٠٠",
  Devanagari: "१२,००,०००",
  "full width": "１，２００，０００",
  "two scripts at once": "12,00,০০০",
  "with marks of direction": "\u200e۱٬۲۰۰٬۰۰۰\u200f",
  "with a sign of money": "৳ 12,00,000",
  "with spaces around it": "  1200000\u00a0",
};

for (const [kind, typed] of Object.entries(MILLION)) {
  test(`an amount is read: ${kind}`, () => assert.equal(wholeNumber(typed), 1_200_000));
}

for (const typed of ["80", "80%", "৮০ %", "۸۰٪", "૮૦%"]) {
  test(`a percentage is read: ${typed}`, () => assert.equal(wholeNumber(typed), 80));
}

for (const typed of [
  "",
  " ",
  "soon",
  "-5",
  "1.5",
  "1,5",
  "۱٫۵",
  "12 lakh",
  "1e6",
  "1,200,00",
  "8 0",
  ",",
  "%",
  "½",
]) {
  test(`no whole number is made of ${JSON.stringify(typed)}`, () => assert.equal(wholeNumber(typed), null));
}

test("the digits of mathematics, five alphabets in a row, keep their values", () => {
  assert.equal(wholeNumber("𝟎𝟗𝟘𝟡𝟶𝟿"), 90_909);
});
