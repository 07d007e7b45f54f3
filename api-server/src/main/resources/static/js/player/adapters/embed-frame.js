import { el } from "../elements.js";

/**
 * A frame with another site's player and the messages to and from it. Only messages that this very frame sent from
 * this very origin are believed.
 *
 * @param {URL} url where the player lives
 * @param {string} label
 * @param {(message: any) => void} onMessage called with each message, an object
 */
export function embedFrame(url, label, onMessage) {
  const frame = el("iframe", {
    title: label,
    allow: "autoplay; encrypted-media; picture-in-picture; fullscreen",
    referrerPolicy: "strict-origin-when-cross-origin",
    src: url.href,
  });

  /** @param {MessageEvent} event */
  function received(event) {
    if (event.source === null || event.source !== frame.contentWindow || event.origin !== url.origin) return;
    const message = parsed(event.data);
    if (message !== null && typeof message === "object") onMessage(message);
  }

  addEventListener("message", received);

  return {
    element: frame,
    /** @param {unknown} message */
    post: (message) => frame.contentWindow?.postMessage(message, url.origin),
    destroy() {
      removeEventListener("message", received);
      frame.remove();
    },
  };
}

/** @param {unknown} data */
function parsed(data) {
  if (typeof data !== "string") return data;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

/**
 * The embed's address when it is one of that site's, else null.
 *
 * @param {string | null | undefined} text
 * @param {string} origin
 */
export function embedAddress(text, origin) {
  try {
    const url = new URL(text ?? "");
    return url.origin === origin ? url : null;
  } catch {
    return null;
  }
}
