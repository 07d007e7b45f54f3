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
 * @param {Instant} instant
 * @param {string} timeZone
 * @param {string} language
 * @returns {string} a date as the course's calendar has it
 */
export function date(instant, timeZone, language) {
  /** @type {Intl.DateTimeFormatOptions} */
  const style = { day: "numeric", month: "long", year: "numeric" };
  try {
    return new Intl.DateTimeFormat(language, { ...style, timeZone }).format(new Date(instant));
  } catch {
    return new Intl.DateTimeFormat(language, style).format(new Date(instant));
  }
}

/**
 * When a session takes place, as the reader writes dates and as the course's clock shows them. Where the reader's own
 * clock shows another time, the text names the course's clock, and `here` is the reader's time.
 *
 * @param {Instant} instant
 * @param {string} timeZone
 * @param {string} language
 * @returns {{text: string, here: string | null}}
 */
export function appointment(instant, timeZone, language) {
  const at = new Date(instant);
  /** @type {Intl.DateTimeFormatOptions} */
  const style = { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" };
  if (at.getFullYear() !== new Date().getFullYear()) style.year = "numeric";
  /** @param {Intl.DateTimeFormatOptions} more */
  const written = (more) => {
    try {
      return new Intl.DateTimeFormat(navigator.languages, { ...style, ...more }).format(at);
    } catch {
      return new Intl.DateTimeFormat(language, style).format(at);
    }
  };
  const here = written({});
  if (written({ timeZone }) === here) return { text: here, here: null };
  return { text: written({ timeZone, timeZoneName: "shortGeneric" }), here };
}

/**
 * @param {number} bytes
 * @param {string} language
 * @returns {string} `1.4 MB`
 */
export function size(bytes, language) {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  /** @type {Intl.NumberFormatOptions} */
  const style = { style: "unit", unit: units[step], unitDisplay: "short", maximumFractionDigits: step > 1 ? 1 : 0 };
  return new Intl.NumberFormat(language, style).format(bytes / 1000 ** step);
}
