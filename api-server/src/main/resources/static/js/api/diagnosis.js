import { PortalError, unreachable } from "./errors.js";

/** Slides run without an origin of their own, so every page may read what the portal answers here. */
const OPEN = "/api/v1/materials/none/none";
const PATIENCE_MS = 8_000;
const HEARSAY_MS = 100;
/** Of these at least one is in whatever the portal says: a refusal, GraphQL, its own introduction, a session. */
const OURS = ["code", "data", "registrationMode", "access_token", "userId"];

/**
 * @param {number} milliseconds
 * @returns {AbortSignal} which ends what takes longer
 */
export function patience(milliseconds) {
  const end = new AbortController();
  setTimeout(() => end.abort(), milliseconds);
  return end.signal;
}

/** @type {(address: string, mode: RequestMode) => Promise<Response | null>} */
const ask = (address, mode) =>
  fetch(address, { mode, cache: "no-store", credentials: "omit", signal: patience(PATIENCE_MS) }).catch(() => null);

/**
 * A failure that the site's publisher or the portal's operator can mend; until then everything is kept.
 *
 * @param {string} code
 * @param {string} base
 */
function told(code, base) {
  return new PortalError(code, "", { retryable: true, about: { origin: location.origin, portal: base } });
}

/**
 * What answers at the portal's address is something else.
 *
 * @param {string} base
 */
export const noPortal = (base) => told("NO_PORTAL", base);

/**
 * @param {Response} response
 * @returns {Promise<boolean>} whether the portal speaks; any other server may answer with some JSON too
 */
export async function isPortal(response) {
  if (!response.headers.get("Content-Type")?.includes("json")) return false;
  const words = await response
    .clone()
    .json()
    .catch(() => null);
  return OURS.some((word) => words?.[word] !== undefined);
}

/**
 * Whether this page's own policy, written when its folder was made, keeps it from the portal.
 *
 * @param {string} base
 */
function keptFrom(base) {
  /** @type {HTMLMetaElement | null} */
  const policy = document.querySelector("meta[http-equiv='Content-Security-Policy']");
  const [connect] = policy?.content.match(/connect-src[^;]*/) ?? [];
  return connect !== undefined && !connect.split(/\s+/).includes(base);
}

/**
 * Whether anybody answers there at all; who only sends on to a place that the page's policy forbids has answered too.
 *
 * @param {string} base
 */
async function somebodyAt(base) {
  let sentOn = false;
  /** @param {SecurityPolicyViolationEvent} violation */
  const refused = ({ blockedURI }) => (sentOn ||= blockedURI.startsWith(base));
  document.addEventListener("securitypolicyviolation", refused);
  const answer = await ask(base, "no-cors");
  // The page hears of it a moment after the request has failed.
  if (!answer) await new Promise((heard) => setTimeout(heard, HEARSAY_MS));
  document.removeEventListener("securitypolicyviolation", refused);
  return answer !== null || sentOn;
}

/**
 * Why there was no answer that this page may read. Browsers do not tell a script whether nobody answered or the answer
 * was kept from it; a page of the portal's own origin is never refused.
 *
 * @param {string} base the API's address
 * @param {boolean} known whether it has answered this page before
 * @returns {Promise<PortalError>}
 */
export async function whyUnanswered(base, known) {
  if (base === location.origin) return unreachable();
  if (keptFrom(base)) return told("MADE_FOR_ANOTHER", base);
  const [open, somebody] = await Promise.all([ask(base + OPEN, "cors"), known || somebodyAt(base)]);
  if (open && (await isPortal(open))) return told("NOT_ADMITTED", base);
  if (known) return unreachable();
  return somebody ? noPortal(base) : told("UNREACHABLE_THERE", base);
}
