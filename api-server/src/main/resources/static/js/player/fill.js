import { apart } from "../texts/apart.js";

/**
 * A text with each `{name}` replaced by its value; values are only ever text.
 *
 * @param {string} text
 * @param {WordingValues} values
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? apart(values[name] ?? "") : whole));
}
