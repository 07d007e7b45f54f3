import { el } from "../elements.js";

/**
 * Stands in for a player whose address cannot be used.
 *
 * @param {Signals} events
 * @param {PlayerSentence} [reason]
 * @returns {Adapter}
 */
export function unplayable({ on, emit, silence }, reason = "cannotPlay") {
  const nothing = () => {};
  queueMicrotask(() => emit("failed", { reason, fatal: true }));
  return {
    element: el("div"),
    on,
    play: nothing,
    pause: nothing,
    seek: nothing,
    setRate: nothing,
    mute: () => null,
    captions: () => null,
    showCaptions: nothing,
    retry: nothing,
    update: nothing,
    position: () => 0,
    duration: () => 0,
    rate: () => 1,
    playing: () => false,
    moving: () => false,
    destroy: silence,
  };
}
