import { ledger } from "./ledger.js";

const KEY = "portal.session";

/**
 * @param {string | null} text
 * @returns {SessionRecord | null}
 */
function parse(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/**
 * Where the refresh token outlives the page: localStorage, or this tab alone where a browser keeps sites from storing.
 * The record is `{ provider, refreshToken, userId, turn }`; of two records the one with the higher turn is newer.
 *
 * @returns {SessionMemory}
 */
export function createMemory() {
  /** @type {SessionRecord | null} */
  let own = null;
  let persistent = true;

  function read() {
    if (!persistent) return own;
    try {
      return parse(localStorage.getItem(KEY));
    } catch {
      return own;
    }
  }

  return {
    /** False when signing in will not survive a reload. */
    persistent: () => persistent,
    /** What is remembered, at once, and perhaps a moment behind what another tab wrote. */
    read,
    /** What is remembered for certain, for whoever holds the lock. */
    async newest() {
      const here = read();
      if (!here) return null;
      const there = await ledger.read();
      return there?.userId === here.userId && there.turn > here.turn ? there : here;
    },
    async write(record) {
      const turn = Math.max(Date.now(), (own?.turn ?? 0) + 1, (read()?.turn ?? 0) + 1);
      own = { ...record, turn };
      await ledger.write(own);
      try {
        localStorage.setItem(KEY, JSON.stringify(own));
        persistent = true;
      } catch {
        persistent = false;
      }
    },
    async clear() {
      own = null;
      try {
        localStorage.removeItem(KEY);
      } catch {
        persistent = false;
      }
      await ledger.clear();
    },
    /** Tells what another tab wrote; null when it signed out. */
    watch(listener) {
      addEventListener("storage", (event) => {
        if (event.key === KEY || event.key === null) listener(parse(event.key ? event.newValue : null));
      });
    },
  };
}
