import texts from "./en.js";

/** @type {Record<string, Wording | undefined>} */
const failures = texts.errors;
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const plurals = new Intl.PluralRules(texts.language);

/**
 * A name in a script that is read from the right keeps to itself: the words around it stay where they are.
 *
 * @param {string | number} value
 */
const apart = (value) => (FROM_THE_RIGHT.test(String(value)) ? `\u2068${value}\u2069` : String(value));

/**
 * Fills a text in. A text with plural forms is chosen by the value `n`.
 *
 * @param {Wording} text
 * @param {WordingValues} [values]
 */
export function say(text, values = {}) {
  const form = typeof text === "string" ? text : (text[plurals.select(Number(values.n))] ?? text.other);
  return form.replace(/\{(\w+)\}/g, (hole, name) => apart(values[name] ?? hole));
}

/** @param {PortalError} problem */
const offline = ({ code }) => code === "UNREACHABLE" && globalThis.navigator?.onLine === false;

/**
 * @param {PortalError} problem
 * @returns {string} a failure as a person reads it
 */
export function sentence(problem) {
  const { code, sentence: own, retryAfter } = problem;
  if (offline(problem)) return texts.errors.OFFLINE_NOW;
  if (code === "TOO_MANY_REQUESTS") return retryAfter ? say(texts.errors[code], { n: retryAfter }) : own;
  return say(failures[code] ?? (own || texts.errors.UNKNOWN), problem.about);
}

/**
 * A failure that says how long to wait, with what is left of it by now; null for any other.
 *
 * @param {FormState | undefined} form
 */
export function waitingFor({ problem, left } = {}) {
  return problem && left !== undefined ? say(texts.errors.TOO_MANY_REQUESTS, { n: left }) : null;
}

/**
 * @param {PortalError} problem
 * @returns {string} why something is not shown that is asked for again by itself
 */
export const reason = (problem) => (offline(problem) ? texts.errors.OFFLINE : sentence(problem));

export { texts };
