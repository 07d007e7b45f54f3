import { apart } from "./apart.js";
import texts from "./en.js";

/** @type {Record<string, Wording | undefined>} */
const failures = texts.errors;
const plurals = new Intl.PluralRules(texts.language);

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
  // The portal's log has the same code beside the cause.
  if (code === "INTERNAL" && problem.requestId) return say(texts.errors.INTERNAL_AS, { id: problem.requestId });
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
