export const RATES = [0.75, 1, 1.25, 1.5, 1.75, 2];

const KEY = "portal.player.rate";

/** The speed this person chose last, on any recording. */
export function rememberedRate() {
  try {
    const rate = Number(localStorage.getItem(KEY));
    return RATES.includes(rate) ? rate : 1;
  } catch {
    return 1;
  }
}

/** @param {number} rate */
export function rememberRate(rate) {
  try {
    localStorage.setItem(KEY, String(rate));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/**
 * The next faster (+1) or slower (-1) speed; at the ends, the same.
 *
 * @param {number} rate
 * @param {number} direction
 */
export function steppedRate(rate, direction) {
  const further = RATES.filter((other) => (direction > 0 ? other > rate : other < rate));
  return (direction > 0 ? further[0] : further.at(-1)) ?? rate;
}
