import { settled } from "./browser.js";

/** Node 18 lets nobody write over performance.now alone. */
const measureWith = (value) =>
  Object.defineProperty(globalThis, "performance", { value, configurable: true, writable: true });

/**
 * A clock that goes when it is told to, in place of setTimeout, Date.now and performance.now. Node's own mock timers are
 * called differently in each version.
 */
export function fakeClock(test) {
  const real = { setTimeout, clearTimeout, now: Date.now, performance };
  const timers = new Map();
  const began = Date.parse("2026-03-02T18:30:00Z");
  let passed = 0;
  let last = 0;

  globalThis.setTimeout = (work, delay = 0, ...given) => {
    timers.set(++last, { at: passed + delay, run: () => work(...given) });
    return last;
  };
  globalThis.clearTimeout = (id) => timers.delete(id);
  Date.now = () => began + passed;
  measureWith({ now: () => passed });
  test.after(() => {
    globalThis.setTimeout = real.setTimeout;
    globalThis.clearTimeout = real.clearTimeout;
    Date.now = real.now;
    measureWith(real.performance);
  });

  function due(until) {
    const first = [...timers].sort(([, one], [, other]) => one.at - other.at)[0];
    return first && first[1].at <= until ? first : null;
  }

  return {
    /** How many timers run. */
    waiting: () => timers.size,
    /** Lets time pass, with all that is to happen in it. */
    async advance(milliseconds) {
      const until = passed + milliseconds;
      await settled();
      for (let next = due(until); next; next = due(until)) {
        const [id, { at, run }] = next;
        timers.delete(id);
        passed = Math.max(passed, at);
        run();
        await settled();
      }
      passed = until;
    },
  };
}
