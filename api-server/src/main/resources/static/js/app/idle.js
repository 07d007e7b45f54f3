/**
 * Does something when nothing else is to be done.
 *
 * @param {() => void} work
 */
export function idle(work) {
  // Safari has no such moment.
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 5_000 });
  else setTimeout(work, 1_000);
}
