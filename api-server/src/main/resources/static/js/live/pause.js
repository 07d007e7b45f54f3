/**
 * @param {number} attempt
 * @returns {number} milliseconds before the next attempt: doubling, never above 30 s, and spread so that a class does not come back as one
 */
export function backoff(attempt, random = Math.random) {
  const most = Math.min(30_000, 500 * 2 ** attempt);
  return most / 2 + (random() * most) / 2;
}

/**
 * Waits, but no longer than until the line is back, the page is looked at again, or the signal ends it.
 *
 * @param {number} milliseconds
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const seen = () => document.hidden || done();
    const timer = setTimeout(done, milliseconds);
    addEventListener("online", done);
    document.addEventListener("visibilitychange", seen);
    signal.addEventListener("abort", done);
    function done() {
      clearTimeout(timer);
      removeEventListener("online", done);
      document.removeEventListener("visibilitychange", seen);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<void>} when someone looks at the page
 */
export function visible(signal) {
  if (!document.hidden) return Promise.resolve();
  return pause(2 ** 30, signal);
}
