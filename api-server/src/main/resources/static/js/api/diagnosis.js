import { PortalError, unreachable } from "./errors.js";

/** Slides run without an origin of their own, so every page may read what the portal answers here. */
const OPEN = "/api/v1/materials/none/none";
const PATIENCE_MS = 8_000;

/** @type {(address: string, mode: RequestMode) => Promise<Response>} */
const ask = (address, mode) =>
  fetch(address, { mode, cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(PATIENCE_MS) });

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
 * Why there was no answer that this page may read. Browsers do not tell a script whether nobody answered or the answer
 * was kept from it; a page of the portal's own origin is never refused.
 *
 * @param {string} base the API's address
 * @param {boolean} known whether it has answered this page before
 * @returns {Promise<PortalError>}
 */
export async function whyUnanswered(base, known) {
  if (base === location.origin) return unreachable();
  const readable = await ask(base + OPEN, "cors").then(
    (answer) => answer.json().then(({ code }) => Boolean(code), () => false),
    () => false,
  );
  if (readable) return told("NOT_ADMITTED", base);
  if (known) return unreachable();
  const answers = await ask(base, "no-cors").then(
    () => true,
    () => false,
  );
  return answers ? noPortal(base) : told("UNREACHABLE_THERE", base);
}
