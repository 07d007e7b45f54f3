const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A name in a script that is read from the right keeps to itself: the words around it stay where they are.
 *
 * @param {string | number} value
 */
export const apart = (value) => (FROM_THE_RIGHT.test(String(value)) ? `\u2068${value}\u2069` : String(value));
