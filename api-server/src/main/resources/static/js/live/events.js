import { ofResponse } from "../api/errors.js";
import { requestId } from "../api/request-id.js";
import { readFrames } from "./frames.js";

/** The server says something every 15 s. */
const SILENCE_MS = 40_000;
const FIRST_MS = 8_000;

/**
 * The same subscriptions as server-sent events, for networks that let no WebSocket through. Browsers open six
 * connections to a server and each stream takes one, so the least important streams are left out and a page in the
 * background listens to none.
 *
 * @param {string} base the API's address
 * @returns {Level}
 */
export function eventsLevel(base) {
  /**
   * @param {Operation} operation
   * @param {string} token
   * @param {AbortSignal} signal
   * @param {() => void} began
   * @param {(answer: GraphQlAnswer) => void} next
   */
  async function stream({ query }, token, signal, began, next) {
    const stopped = new AbortController();
    const both = AbortSignal.any([signal, stopped.signal]);
    let watchdog = setTimeout(() => stopped.abort(), FIRST_MS);
    const beat = () => {
      began();
      clearTimeout(watchdog);
      watchdog = setTimeout(() => stopped.abort(), SILENCE_MS);
    };
    try {
      const headers = {
        Accept: "text/event-stream",
        "Content-Type": "application/json",
        Authorization: `Bearer ${token}`,
        "X-Request-Id": requestId(),
      };
      const body = JSON.stringify({ query });
      /** @type {RequestInit} */
      const request = { method: "POST", headers, body, cache: "no-store", credentials: "omit", signal: both };
      const answer = await fetch(`${base}/graphql`, request);
      if (!answer.ok) throw await ofResponse(answer);
      await readFrames(/** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (answer.body), { beat, next });
    } finally {
      clearTimeout(watchdog);
    }
  }

  /** @type {Level["open"]} */
  async function open({ token, operations, next, opened, signal }) {
    const over = new AbortController();
    const both = AbortSignal.any([signal, over.signal]);
    const hidden = () => document.hidden && over.abort();
    document.addEventListener("visibilitychange", hidden);
    const needed = operations.filter((one) => one.needed);
    /** @type {Set<string>} */
    const listening = new Set();
    /** @type {string | number | undefined} */
    let code = "ENDED";
    const streams = needed.map((one) => {
      const began = () => {
        if (listening.has(one.name)) return;
        listening.add(one.name);
        if (listening.size === needed.length) opened();
      };
      return stream(one, token, both, began, (answer) => {
        code = answer.errors?.[0]?.extensions?.code ?? code;
        next(one.name, answer);
      });
    });
    await Promise.race(streams).catch((problem) => (code = problem.code ?? "UNREACHABLE"));
    over.abort();
    await Promise.allSettled(streams);
    document.removeEventListener("visibilitychange", hidden);
    return { wasOpen: listening.size === needed.length, code };
  }

  return { name: "live", open, visibleOnly: true };
}
