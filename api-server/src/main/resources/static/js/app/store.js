/**
 * A value that tells when it changed. States are replaced, never edited, so two of them compare by identity.
 *
 * @template T
 * @param {T} initial
 * @returns {Store<T>}
 */
export function createStore(initial) {
  let state = initial;
  /** @type {Set<(state: T) => void>} */
  const listeners = new Set();
  return {
    get: () => state,
    /** @param {Partial<T> | ((state: T) => Partial<T>)} change fields to replace */
    set(change) {
      const fields = typeof change === "function" ? change(state) : change;
      state = { ...state, ...fields };
      listeners.forEach((listener) => listener(state));
    },
    /** @returns {() => void} ends the subscription */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
