const KEY = "portal.session";

/**
 * Where the refresh token outlives the page: localStorage, or this tab alone where a browser keeps sites from storing.
 * The record is `{ provider, refreshToken, userId }`.
 */
export function createMemory() {
  let own = null;
  let persistent = true;

  function parse(text) {
    try {
      return text ? JSON.parse(text) : null;
    } catch {
      return null;
    }
  }

  return {
    /** False when signing in will not survive a reload. */
    persistent: () => persistent,
    read() {
      if (!persistent) return own;
      try {
        return parse(localStorage.getItem(KEY));
      } catch {
        return own;
      }
    },
    write(record) {
      own = record;
      try {
        localStorage.setItem(KEY, JSON.stringify(record));
        persistent = true;
      } catch {
        persistent = false;
      }
    },
    clear() {
      own = null;
      try {
        localStorage.removeItem(KEY);
      } catch {
        persistent = false;
      }
    },
    /** Tells what another tab wrote; null when it signed out. */
    watch(listener) {
      addEventListener("storage", (event) => {
        if (event.key === KEY || event.key === null) listener(parse(event.key ? event.newValue : null));
      });
    },
  };
}
