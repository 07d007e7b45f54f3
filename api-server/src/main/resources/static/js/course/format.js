/**
 * @param {number} seconds
 * @returns {string} `41:20`, `1:02:03`, as players show it
 */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  /** @param {number} value */
  const two = (value) => String(value).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/**
 * @param {number} seconds
 * @param {{hour: string, minute: string, second: string}} units
 * @returns {string} `2 h 30 min`, `45 min`, `30 sec`
 */
export function length(seconds, units) {
  if (seconds < 60) return `${Math.round(seconds)} ${units.second}`;
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [];
  if (hours) parts.push(`${hours} ${units.hour}`);
  if (rest) parts.push(`${rest} ${units.minute}`);
  return parts.join(" ");
}

/**
 * Writes an instant as the reader writes dates, in a zone or, where the browser does not know it, in the reader's own.
 *
 * @type {(at: Date, style: Intl.DateTimeFormatOptions, language: string) => string}
 */
function written(at, style, language) {
  for (const locale of [navigator.languages, language]) {
    try {
      return new Intl.DateTimeFormat(locale, style).format(at);
    } catch {
      // An odd language, or a zone that nobody knows here.
    }
  }
  return new Intl.DateTimeFormat(language, { ...style, timeZone: undefined, timeZoneName: undefined }).format(at);
}

/**
 * @param {Instant} instant
 * @param {string} timeZone
 * @param {string} language
 * @returns {string} a date as the course's calendar has it, and as the reader writes dates
 */
export const date = (instant, timeZone, language) =>
  written(new Date(instant), { day: "numeric", month: "long", year: "numeric", timeZone }, language);

/**
 * When a session takes place, as the reader writes dates and as the course's clock shows them. Where the reader's own
 * clock shows another time, the text names the course's clock, and `here` is the reader's time: of the same day without
 * the date.
 *
 * @param {Instant} instant
 * @param {string} timeZone
 * @param {string} language
 * @returns {{text: string, here: string | null}}
 */
export function appointment(instant, timeZone, language) {
  const at = new Date(instant);
  /** @type {Intl.DateTimeFormatOptions} */
  const day = { weekday: "short", day: "numeric", month: "short" };
  if (at.getFullYear() !== new Date().getFullYear()) day.year = "numeric";
  /** @type {Intl.DateTimeFormatOptions} */
  const time = { hour: "numeric", minute: "2-digit" };
  const here = written(at, { ...day, ...time }, language);
  if (written(at, { ...day, ...time, timeZone }, language) === here) return { text: here, here: null };
  const sameDay = written(at, day, language) === written(at, { ...day, timeZone }, language);
  return {
    text: written(at, { ...day, ...time, timeZone, timeZoneName: "shortGeneric" }, language),
    here: sameDay ? written(at, time, language) : here,
  };
}

/**
 * @param {Instant} instant
 * @param {string} language
 * @returns {string} when something was by the reader's own clock; of today without the date
 */
export function moment(instant, language) {
  const at = new Date(instant);
  /** @type {Intl.DateTimeFormatOptions} */
  const style = { hour: "numeric", minute: "2-digit" };
  if (at.toDateString() !== new Date().toDateString()) Object.assign(style, { day: "numeric", month: "short" });
  return written(at, style, language);
}

/**
 * @param {number} bytes
 * @param {string} language
 * @returns {string} `1.4 MB`, `142 bytes`
 */
export function size(bytes, language) {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  /** @type {Intl.NumberFormatOptions} */
  const style = {
    style: "unit",
    unit: units[step],
    // In short, bytes have no plural.
    unitDisplay: step ? "short" : "long",
    maximumFractionDigits: step > 1 ? 1 : 0,
  };
  return new Intl.NumberFormat(language, style).format(bytes / 1000 ** step);
}
