/**
 * What the portal's log calls a request, down to its store. `crypto.randomUUID` is not there on pages without TLS.
 *
 * @returns {string}
 */
export function requestId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
