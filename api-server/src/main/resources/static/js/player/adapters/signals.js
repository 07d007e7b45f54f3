/**
 * The events of a player: ready, play, pause, seek, timechange, ratechange, captionschange, ended, notice, failed.
 *
 * @returns {Signals}
 */
export function signals() {
  /** @type {Map<string, ((detail?: any) => void)[]>} */
  const listeners = new Map();
  let silent = false;
  return {
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
    emit(name, detail) {
      if (silent) return;
      for (const listener of listeners.get(name) ?? []) listener(detail);
    },
    silence() {
      silent = true;
    },
  };
}
