const EVERY_MS = 60_000;

/**
 * A portal whose store is paused tells so to whoever asks: as long as someone looks at the page, it is asked once a
 * minute, and whenever they come back to it.
 *
 * @param {{store: PageStore, read: () => Promise<ServerConfig>}} parts
 */
export function watchStaleness({ store, read }) {
  async function look() {
    const { config } = store.get();
    if (document.hidden || !config.known) return;
    try {
      const { staleSince } = await read();
      if (staleSince !== store.get().config.staleSince)
        store.set(({ config: known }) => ({ config: { ...known, staleSince } }));
    } catch {
      // The word on the connection says that nobody answers.
    }
  }

  async function again() {
    await look();
    setTimeout(again, EVERY_MS);
  }
  setTimeout(again, EVERY_MS);
  document.addEventListener("visibilitychange", look);
}
