import { longest, merged } from "./intervals.js";

const MOST = 500;
const FIRST_PAUSE_MILLIS = 5_000;
const LONGEST_PAUSE_MILLIS = 60_000;
/** More than a day of patience is nobody's wish, and more than some timers hold. */
const LONGEST_REST_SECONDS = 86_400;
/** Not worth repeating at once, but not the report's fault: it is kept until space, or the person, is back. */
const KEPT_CODES = new Set(["STORAGE_FULL", "UNAUTHENTICATED", "PASSWORD_CHANGE_REQUIRED", "DAY_LOCKED"]);

/**
 * Whether a report that failed so should be sent again later.
 *
 * @param {ReportProblem | null | undefined} error
 */
export function worthKeeping(error) {
  return error?.retryable === true || KEPT_CODES.has(error?.code ?? "");
}

/**
 * What was watched before a day was locked counts when it opens again; other reports need not wait for that.
 *
 * @param {ReportProblem | null | undefined} error
 */
export function isOfLockedDay(error) {
  return error?.code === "DAY_LOCKED";
}

/** @type {(earlier: PlaybackReport, later: PlaybackReport) => PlaybackReport} */
function joined(earlier, later) {
  const newest = Date.parse(earlier.at) > Date.parse(later.at) ? earlier : later;
  return { ...newest, watched: longest(merged(earlier.watched, later.watched), MOST) };
}

/**
 * Entries in localStorage, or in memory without a key and where the browser has no room or no storage.
 *
 * @param {string | null} key
 * @returns {{read: () => PlaybackReport[], write: (entries: PlaybackReport[]) => void}}
 */
function shelf(key) {
  /** @type {PlaybackReport[] | null} */
  let memory = key === null ? [] : null;
  return {
    read() {
      if (memory) return structuredClone(memory);
      try {
        const entries = JSON.parse(localStorage.getItem(String(key)) ?? "[]");
        return Array.isArray(entries) ? entries.filter((entry) => entry?.recordingId && entry.watched) : [];
      } catch {
        return [];
      }
    },
    write(entries) {
      memory = entries;
      if (key === null) return;
      try {
        if (entries.length > 0) localStorage.setItem(key, JSON.stringify(entries));
        else localStorage.removeItem(key);
        memory = null;
      } catch {
        // No room or no storage: memory keeps them.
      }
    },
  };
}

/**
 * Reports that could not be delivered, one per recording, kept over reloads for one user. They are sent when the
 * network is back, after the next success (`flush`), or after a pause that grows, but never before the server is ready
 * to be asked again. It takes a report twice without harm, so nothing is removed before it was acknowledged.
 *
 * @param {string | null} userId whose reports these are; null keeps them no longer than the page lives
 * @param {SendReport} send the site's recordPlayback; rejects with a ReportProblem
 * @returns {Outbox}
 */
export function createOutbox(userId, send) {
  const key = `portal.outbox.${userId}`;
  const entries = shelf(userId === null ? null : key);
  /** @type {Set<(waiting: number) => void>} */
  const listeners = new Set();
  /** @type {Timer} */
  let timer = 0;
  let pause = FIRST_PAUSE_MILLIS;
  let restsUntil = 0;
  /** @type {Promise<void> | null} */
  let sending = null;
  let closed = false;

  const size = () => entries.read().length;

  /** @param {PlaybackReport[]} list */
  function store(list) {
    entries.write(list.slice(-MOST));
    for (const listener of listeners) listener(list.length);
  }

  /** @param {PlaybackReport} sent */
  function remove(sent) {
    // What was added to it while it was under way stays; what it already held goes twice, which does no harm.
    const text = JSON.stringify(sent);
    store(entries.read().filter((entry) => JSON.stringify(entry) !== text));
  }

  const restMillis = () => Math.max(0, restsUntil - performance.now());

  /** @param {ReportProblem} problem */
  function rest({ retryAfter = 0 }) {
    if (retryAfter > 0) restsUntil = performance.now() + Math.min(retryAfter, LONGEST_REST_SECONDS) * 1000;
  }

  /** A class that was told to wait must not come back as one: the pause comes on top. */
  function later() {
    clearTimeout(timer);
    if (closed || size() === 0) return;
    timer = setTimeout(flush, restMillis() + pause * (0.75 + Math.random() / 2));
    pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
  }

  async function sendAll() {
    let locked = false;
    for (const entry of entries.read()) {
      if (closed) return;
      try {
        await send(entry);
      } catch (error) {
        if (isOfLockedDay(error)) {
          locked = true;
          continue;
        }
        if (worthKeeping(error)) {
          rest(error);
          return later();
        }
      }
      remove(entry);
    }
    pause = locked ? LONGEST_PAUSE_MILLIS : FIRST_PAUSE_MILLIS;
    if (size() > 0) later();
  }

  /** Tabs take turns; where the browser has no locks, both send, which does no harm. */
  async function inTurn() {
    if (!navigator.locks || userId === null) return sendAll();
    return navigator.locks.request(key, { ifAvailable: true }, (lock) => (lock ? sendAll() : later()));
  }

  function flush() {
    clearTimeout(timer);
    if (closed || size() === 0) return Promise.resolve();
    if (restMillis() > 0) return Promise.resolve(later());
    sending ??= inTurn().finally(() => (sending = null));
    return sending;
  }

  function online() {
    pause = FIRST_PAUSE_MILLIS;
    flush();
  }

  addEventListener("online", online);
  if (navigator.onLine) flush();

  return {
    add(report, error = {}) {
      const list = entries.read();
      const earlier = list.find((entry) => entry.recordingId === report.recordingId);
      store([...list.filter((entry) => entry !== earlier), earlier ? joined(earlier, report) : report]);
      rest(error);
      later();
    },
    /** What was added has arrived in another way. */
    delivered: remove,
    flush,
    size,
    /** Whether the server wants no reports at the moment. */
    resting: () => restMillis() > 0,
    /** Where each recording was left that has a report waiting. */
    positions: () =>
      entries.read().map(({ recordingId, positionSeconds, at }) => ({ recordingId, positionSeconds, at })),
    /** Calls back with the number of waiting reports whenever it may have changed; returns how to stop that. */
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Stops sending; what waits stays for the user's next visit. */
    close() {
      closed = true;
      clearTimeout(timer);
      removeEventListener("online", online);
      listeners.clear();
    },
  };
}
