/**
 * The union of watched intervals, sorted, none touching another; the server's own rule, so merging here loses nothing.
 *
 * @param {WatchedInterval[][]} lists
 */
export function merged(...lists) {
  const all = lists.flat().filter((part) => part.fromSeconds < part.toSeconds);
  all.sort((a, b) => a.fromSeconds - b.fromSeconds);
  /** @type {WatchedInterval[]} */
  const result = [];
  for (const { fromSeconds, toSeconds } of all) {
    const last = result.at(-1);
    if (last && fromSeconds <= last.toSeconds) last.toSeconds = Math.max(last.toSeconds, toSeconds);
    else result.push({ fromSeconds, toSeconds });
  }
  return result;
}

/**
 * At most `count` of them, the longest, in their order.
 *
 * @param {WatchedInterval[]} intervals
 * @param {number} count
 */
export function longest(intervals, count) {
  if (intervals.length <= count) return intervals;
  /** @param {WatchedInterval} part */
  const length = (part) => part.toSeconds - part.fromSeconds;
  const kept = new Set([...intervals].sort((a, b) => length(b) - length(a)).slice(0, count));
  return intervals.filter((part) => kept.has(part));
}
