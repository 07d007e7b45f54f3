import { changesAt, due } from "./moments.js";

/** Timers that wait longer overflow, sleep with the computer, or miss that somebody set a clock. */
const LONGEST_MS = 60_000;
/** A live word is mostly quicker, and a class does not ask in the same second. */
const FIRST_MS = 1_000;
const SPREAD_MS = 3_000;
const AGAIN_MS = [5_000, 10_000, 20_000, 40_000, 60_000];
/** @type {OutlineDay[]} */
const NONE = [];

/**
 * Keeps the page's time, by the portal's clock and read anew at each step, as long as something on the page depends on
 * it. When the moment of a day has come and nobody told that it is open, the portal is asked.
 *
 * @param {object} parts
 * @param {PageStore} parts.store
 * @param {() => number} parts.now what the portal's clock shows
 * @param {() => void} parts.ask reads the truth
 * @param {() => number} [parts.spread] from 0 to 1, another one in each browser
 */
export function watchTime({ store, now, ask, spread = Math.random }) {
  /** @type {Timer | undefined} */
  let timer;
  /** @type {OutlineDay[] | null} */
  let seen = null;
  let asked = 0;
  let askAt = 0;

  /** The days that are shown. */
  function days() {
    const { session, route, course, outline } = store.get();
    if (session.status === "in") return course.days;
    return session.status === "out" && route.name === "landing" ? outline.days : NONE;
  }

  /** @param {number} at */
  function look(at) {
    if (!due(days(), at).length) {
      asked = askAt = 0;
      return Infinity;
    }
    askAt ||= at + FIRST_MS + spread() * SPREAD_MS;
    if (at >= askAt) {
      askAt = at + AGAIN_MS[Math.min(asked++, AGAIN_MS.length - 1)];
      ask();
    }
    return askAt;
  }

  function tick() {
    clearTimeout(timer);
    timer = undefined;
    seen = days();
    const at = now();
    const next = Math.min(look(at), changesAt(seen, at));
    // Nobody sees the seconds of a page in the background.
    const least = document.hidden ? LONGEST_MS : 1;
    if (next < Infinity) timer = setTimeout(tick, Math.min(Math.max(next - at, least), LONGEST_MS));
    if (store.get().now !== at) store.set({ now: at });
  }

  store.subscribe(() => days() !== seen && tick());
  for (const name of ["online", "pageshow", "focus"]) addEventListener(name, tick);
  document.addEventListener("visibilitychange", tick);
  tick();
}
