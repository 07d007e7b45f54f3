import { pause } from "./pause.js";

const EVERY_MS = 15_000;
/** Then the caller may try a better way. */
const ROUNDS = 20;

/**
 * The last resort: asks again and again.
 *
 * @returns {Level}
 */
export function pollLevel() {
  /** @type {Level["open"]} */
  async function open({ opened, signal }) {
    for (let round = 0; round < ROUNDS && !signal.aborted; round++) {
      const answered = await opened();
      if (!answered) return { wasOpen: round > 0, code: "UNREACHABLE" };
      await pause(EVERY_MS, signal);
    }
    return { wasOpen: true, code: "ENOUGH" };
  }

  return { name: "polling", open };
}
