import { createClient } from "../../lib/graphql-ws/client.mjs";

const PING_MS = 15_000;
const PONG_MS = 8_000;

/**
 * One WebSocket in graphql-transport-ws with all subscriptions on it. It does not reconnect: that is the caller's
 * decision, which is why it resolves with what ended it.
 *
 * @param {string} base the API's address
 * @returns {Level}
 */
export function socketLevel(base) {
  const url = `${base.replace(/^http/, "ws")}/graphql`;

  /** @type {Level["open"]} */
  function open({ token, operations, next, opened, signal }) {
    return new Promise((resolve) => {
      let wasOpen = false;
      /** @type {Timer} */
      let deaf = 0;
      const client = createClient({
        url,
        retryAttempts: 0,
        keepAlive: PING_MS,
        connectionAckWaitTimeout: 10_000,
        connectionParams: { Authorization: `Bearer ${token}` },
        on: {
          ping: (received) => {
            if (!received) deaf = setTimeout(() => client.terminate(), PONG_MS);
          },
          pong: (received) => received && clearTimeout(deaf),
          connected: () => (wasOpen = true),
          closed: (event) => end(/** @type {CloseEvent} */ (event).code),
        },
      });

      /** @param {number | string} code */
      function end(code) {
        clearTimeout(deaf);
        signal.removeEventListener("abort", abort);
        resolve({ wasOpen, code });
      }
      function abort() {
        client.terminate();
        end("ABORTED");
      }
      // The socket's own end is reported by `closed`; a stream may also be refused while the socket goes on.
      /** @param {any} problem */
      function refused(problem) {
        if (!Array.isArray(problem)) return wasOpen || end(problem?.code);
        end(problem[0]?.extensions?.code ?? "INTERNAL");
        client.terminate();
      }

      signal.addEventListener("abort", abort);
      for (const { name, query } of operations) {
        client.subscribe(
          { query },
          { next: (answer) => next(name, /** @type {GraphQlAnswer} */ (answer)), error: refused, complete: () => {} },
        );
      }
      // Frames are answered in order: a question on the same socket is asked after the subscriptions have begun.
      /** @type {AskOnLine} */
      const ask = (query) =>
        new Promise((answer, fail) => {
          client.subscribe(
            { query },
            { next: (said) => answer(/** @type {GraphQlAnswer} */ (said)), error: fail, complete: () => {} },
          );
        });
      client.on("connected", () => opened(ask));
    });
  }

  return { name: "live", open };
}
