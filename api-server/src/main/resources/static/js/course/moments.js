import { webUrl } from "../api/address.js";
import { say, texts } from "../texts/say.js";
import { clock, length } from "./format.js";

/** What the clock does with a course: pure functions of its days and an instant in milliseconds. */

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** From here on each second is shown. */
const SOON_MS = 10 * MINUTE_MS;
/** Beyond this a countdown says less than the date beside it. */
const FAR_MS = 48 * HOUR_MS;
const DOORS_MS = 15 * MINUTE_MS;
const MILESTONES = [1, 5, 10];

/**
 * @param {number} left milliseconds
 * @returns {string | null} `3 days`, `2 h 15 min`, `9:41`; null when nothing is left
 */
export function remaining(left) {
  if (left <= 0) return null;
  if (left < SOON_MS) return clock(Math.ceil(left / SECOND_MS));
  if (left > FAR_MS) return say(texts.units.days, { n: Math.round(left / (24 * HOUR_MS)) });
  return length(Math.ceil(left / MINUTE_MS) * 60, texts.units);
}

/** @param {number} left */
export const isFar = (left) => left > FAR_MS;

/**
 * @param {number} left
 * @returns {number | null} minutes worth a word to who does not see them go by
 */
export const milestone = (left) =>
  left <= 0 ? null : (MILESTONES.find((minutes) => left <= minutes * MINUTE_MS) ?? null);

/**
 * @template {OutlineDay} T
 * @param {T[]} days
 * @param {number} now
 * @returns {T[]} locked days whose moment came
 */
export const due = (days, now) =>
  days.filter((day) => !day.isUnlocked && day.opensAt && Date.parse(day.opensAt) <= now);

/** @type {(day: OutlineDay) => [number, number] | null} */
function session({ scheduledAt, sessionMinutes }) {
  if (!scheduledAt) return null;
  const begins = Date.parse(scheduledAt);
  return [begins, begins + sessionMinutes * MINUTE_MS];
}

/**
 * The way into a day's session, as long as its doors are open. A meeting is at an address of its own, always by https.
 *
 * @param {Day} day
 * @param {number} now
 * @returns {URL | null}
 */
export function joinable(day, now) {
  const times = session(day);
  if (!times || now < times[0] - DOORS_MS || now >= times[1] || !/^https:/i.test(day.joinUrl ?? "")) return null;
  return webUrl(day.joinUrl);
}

/**
 * @param {number} left
 * @returns {number} when what is shown of it becomes another
 */
function step(left) {
  const unit = left <= SOON_MS ? SECOND_MS : MINUTE_MS;
  return left % unit || unit;
}

/**
 * @param {OutlineDay[]} days
 * @param {number} now
 * @returns {number} when the page shows something else, if nobody changes the course before; never, when it says nothing of time
 */
export function changesAt(days, now) {
  const moments = days.flatMap((day) => {
    const opens = day.isUnlocked || !day.opensAt ? [] : [Date.parse(day.opensAt)];
    const times = session(day);
    const counted = times && now >= times[0] - DOORS_MS ? [...opens, times[0]] : opens;
    const steps = counted.filter((at) => at > now).map((at) => now + step(at - now));
    return times ? [...steps, times[0] - DOORS_MS, times[1]] : steps;
  });
  return Math.min(...moments.filter((at) => at > now));
}
