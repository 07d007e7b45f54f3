import texts from "./en.js";

const plurals = new Intl.PluralRules(texts.language);

/**
 * Fills a text in. A text with plural forms is chosen by the value `n`.
 *
 * @param {string | Record<string, string>} text
 * @param {Record<string, string | number>} [values]
 */
export function say(text, values = {}) {
  const form = typeof text === "string" ? text : (text[plurals.select(values.n)] ?? text.other);
  return form.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
}

/** @returns {string} a failure as a person reads it */
export function sentence(problem) {
  const { code, sentence: own, retryAfter } = problem;
  if (code === "TOO_MANY_REQUESTS") return retryAfter ? say(texts.errors[code], { n: retryAfter }) : own;
  return say(texts.errors[code] ?? (own || texts.errors.UNKNOWN), problem.about);
}

export { texts };
