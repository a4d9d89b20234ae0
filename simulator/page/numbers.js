/** Whole numbers as people type them: digits of any script, thousands or lakhs apart, with a sign of money or percent. */

const DIGIT = /\p{Nd}/u;
const INVISIBLE = /\p{Cf}/gu;
const SIGN = /^(?:\p{Sc}\s*)+|\s*[%٪﹪％\p{Sc}]+$/gu;
const SEPARATOR = /[\s'’_٬،,，]/gu;
const NOTHING_AFTER_THE_POINT = /[.٫]0+$/;
const WHOLE = /^\d+(?:(?:,\d{2,3})*,\d{3})?$/;

/**
 * The number that was typed, or null where it is none, or where its groups could mean something else ("1,5").
 *
 * @param {string} typed
 * @returns {number | null}
 */
export function wholeNumber(typed) {
  const plain = typed.replace(INVISIBLE, "").trim().replace(SIGN, "").replace(SEPARATOR, ",");
  const ascii = Array.from(plain, (sign) => (DIGIT.test(sign) ? value(sign) : sign)).join("");
  const whole = ascii.replace(NOTHING_AFTER_THE_POINT, "");
  return WHOLE.test(whole) ? Number(whole.replaceAll(",", "")) : null;
}

/**
 * What a digit stands for: each script's ten follow one another, so its place among them.
 *
 * @param {string} digit
 */
function value(digit) {
  const point = digit.codePointAt(0) ?? 0;
  let place = 0;
  while (DIGIT.test(String.fromCodePoint(point - place - 1))) place += 1;
  return String(place % 10);
}
