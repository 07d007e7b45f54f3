import { isPortal, noPortal, patience, whyUnanswered } from "./diagnosis.js";
import { ofResponse, unreachable } from "./errors.js";
import { requestId } from "./request-id.js";

/** An address that nobody has answered at yet is given up after this: it may swallow whatever is sent there. */
const FIRST_ANSWER_MS = 15_000;

/**
 * Sends requests to the API.
 *
 * @param {string} base the API's address without a slash at its end
 * @param {(date: string | null, sent: number) => void} [hear] what an answer's head says of the time
 * @returns {Http}
 */
export function createHttp(base, hear = () => {}) {
  const elsewhere = base !== location.origin;
  /** Whether the portal has answered. Until then whatever else answers there is told as such. */
  let known = !elsewhere;

  /**
   * @param {string} path
   * @param {Ask} [ask]
   * @returns {Promise<Response>} a good answer; anything else rejects with a PortalError
   */
  async function send(path, { method = "GET", body, token, accept = "application/json", ...options } = {}) {
    /** @type {Record<string, string>} */
    const headers = { Accept: accept };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    // Another origin's browser asks before it sends a header of one's own; these requests are asked for anyway.
    if (token || body !== undefined) headers["X-Request-Id"] = requestId();
    /** @type {RequestInit} */
    const request = { method, headers, cache: "no-store", credentials: "omit", ...options };
    if (body !== undefined) request.body = JSON.stringify(body);
    if (!known) request.signal ??= patience(FIRST_ANSWER_MS);
    const sent = Date.now();
    let response;
    try {
      response = await fetch(base + path, request);
      hear(response.headers.get("Date"), sent);
    } catch {
      throw await whyUnanswered(base, known);
    }
    known ||= await isPortal(response);
    if (!known) throw noPortal(base);
    if (!response.ok) throw await ofResponse(response);
    return response;
  }

  /**
   * Reads a whole answer; a line cut in its middle is the same to the caller as no answer.
   *
   * @param {string} path
   * @param {Ask} [options]
   */
  async function json(path, options) {
    const response = await send(path, options);
    if (response.status === 204) return null;
    return response.json().catch(() => {
      throw unreachable();
    });
  }

  return { base, send, json };
}
