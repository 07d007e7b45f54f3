const KEY = "portal.outline";

/**
 * What this browser remembers of the course between two visits: its name and each day's number, title and description,
 * which anyone may know, locked or not. With them a page begins with its own words instead of grey boxes, while the
 * portal is still being asked for the rest.
 *
 * @typedef {{userId: string, courseTitle: string, days: OutlineDay[]}} Recollection
 */

/**
 * @param {string | undefined} userId who is about to look; nobody gets what another person left here
 * @returns {Recollection | null}
 */
export function recall(userId) {
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return known && known.userId === userId && Array.isArray(known.days) ? known : null;
  } catch {
    return null;
  }
}

let last = "";

/**
 * Keeps what is to be known the next time, when it changed.
 *
 * @param {Recollection} known
 */
export function remember({ userId, courseTitle, days }) {
  const outline = days.map(({ dayNumber, title, description }) => ({ dayNumber, title, description }));
  const text = JSON.stringify({ userId, courseTitle, days: outline });
  if (text === last) return;
  last = text;
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // Without storage the next visit begins with grey boxes.
  }
}

export function forget() {
  last = "";
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept either.
  }
}
