import { pause } from "../live/pause.js";
import { createKeeper } from "../session/keeper.js";
import { createMemory } from "../session/memory.js";
import { PASSWORD, refreshPassword } from "../session/password.js";

/**
 * Who is signed in, as the page's state has it.
 *
 * @param {{store: PageStore, http: Http, entra: () => Promise<Entra>, began: () => void, ended: () => void}} parts
 */
export function createSession({ store, http, entra, began, ended }) {
  const memory = createMemory();
  /** @type {Outbox | null} */
  let outbox = null;
  /** @type {Promise<void> | null} */
  let opening = null;

  const keeper = createKeeper({
    memory,
    refreshers: {
      [PASSWORD]: refreshPassword(http),
      // Few people come this way; the others need not load it.
      microsoft: async (...given) => (await import("../session/microsoft.js")).refreshMicrosoft(http, entra)(...given),
    },
    changed,
  });

  /** @type {(held: Held | null, reason?: SignOutReason) => void} */
  function changed(held, reason) {
    const { session } = store.get();
    if (held) {
      const known = session.status === "in" ? session : null;
      const { user, provider } = held;
      store.set({
        session: { status: "in", user, provider, mustChange: known?.mustChange ?? false },
        stored: memory.persistent(),
      });
      if (!known) began();
      return;
    }
    if (reason === "other") return location.reload();
    closeOutbox();
    store.set({ session: { status: "out", user: null, mustChange: false, reason } });
    ended();
  }

  /**
   * Reports that wait for this person are sent, also those of an earlier visit.
   *
   * @param {SendReport} send
   */
  async function openOutbox(send) {
    const { user } = store.get().session;
    try {
      const { createOutbox } = await import("../player/outbox.js");
      if (outbox || !user || store.get().session.user?.userId !== user.userId) return;
      outbox = createOutbox(user.userId, send);
      const show = () => store.set({ kept: outbox?.positions() ?? [] });
      outbox.onChange(show);
      show();
    } catch {
      // Without it reports are sent when they are made, or not at all.
    }
  }

  function closeOutbox() {
    outbox?.close();
    outbox = null;
    store.set({ kept: [] });
  }

  /** Signs in whoever this browser remembers. */
  async function restore() {
    if (!keeper.remembers()) {
      store.set({ session: { status: "out", user: null, mustChange: false } });
      return;
    }
    while (store.get().session.status === "restoring") {
      await keeper.token().catch(later);
    }
  }

  function later() {
    if (store.get().session.status !== "restoring") return null;
    store.set({ connection: navigator.onLine ? "connecting" : "offline" });
    return pause(3_000, new AbortController().signal);
  }

  return {
    keeper,
    restore,
    /** @param {SendReport} send */
    openOutbox(send) {
      opening = openOutbox(send);
    },
    /** The outbox of whoever is signed in, once its code is here. */
    async outbox() {
      await opening;
      return outbox;
    },
  };
}
