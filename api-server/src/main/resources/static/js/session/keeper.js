import { PortalError } from "../api/errors.js";

const LOCK = "portal-refresh";
/** A token this near its end is exchanged before it is used. */
const TOO_LATE_MS = 15_000;
/** An answer that was lost is asked for again so soon: the server gives it for half a minute. */
const AGAIN_MS = 3_000;
/** Later it is a matter of the network or the portal, not of one answer. */
const GRACE_MS = 30_000;
const LONGEST_PAUSE_MS = 60_000;
const LOST = "lost";
const REFUSALS = new Set(["UNAUTHENTICATED", "INVALID_CREDENTIALS", "BAD_USER_INPUT", "ACCESS_DENIED"]);

/**
 * Keeps someone signed in. The access token lives in this object only; the refresh token lives in the memory that all
 * tabs share and is exchanged by one tab at a time. When the answer to an exchange is lost, with the network or with the
 * tab, the same token brings another one for half a minute; after that the server takes its use for a theft.
 *
 * @param {object} parts
 * @param {SessionMemory} parts.memory
 * @param {Record<Provider, Refresher>} parts.refreshers
 * @param {(held: Held | null, reason?: SignOutReason) => void} parts.changed reasons: expired, left, elsewhere, or
 *   other when another tab signed someone else in
 * @returns {Keeper}
 */
export function createKeeper({ memory, refreshers, changed }) {
  /** @type {Held | null} */
  let held = null;
  /** @type {Promise<string> | null} */
  let refreshing = null;
  /** @type {Timer} */
  let timer = 0;
  let lostSince = 0;
  /** @type {SignOutReason | null} */
  let farewell = null;
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("portal-session") : null;

  /** @type {<T>(work: () => Promise<T>) => Promise<T>} */
  const exclusively = (work) => (navigator.locks ? navigator.locks.request(LOCK, work) : work());
  /** What is in hand, when it will do for a while. */
  const fresh = () => (held !== null && held.expiresAt - Date.now() > TOO_LATE_MS ? held : null);

  /** @param {Held} next */
  function hold(next) {
    held = next;
    lostSince = 0;
    clearTimeout(timer);
    const left = next.expiresAt - Date.now();
    const early = Math.min(60_000, left * 0.2) + Math.random() * 3_000;
    timer = setTimeout(renew, Math.max(1_000, left - early));
    changed(next);
  }

  /** In nobody's name: whoever needs the token meanwhile asks, and hears what failed. */
  function renew() {
    refresh(held?.accessToken).catch(() => {});
  }

  /**
   * @param {unknown} problem
   * @returns {never}
   */
  function lost(problem) {
    if (held) {
      clearTimeout(timer);
      lostSince ||= Date.now();
      const away = Date.now() - lostSince;
      timer = setTimeout(renew, away < GRACE_MS ? AGAIN_MS : Math.min(LONGEST_PAUSE_MS, away / 2));
    }
    throw problem;
  }

  /** @param {SignOutReason} [reason] */
  function release(reason) {
    clearTimeout(timer);
    held = null;
    changed(null, farewell ?? reason);
  }

  /** @type {(provider: Provider, grant: Grant) => Promise<void>} */
  async function accept(provider, grant) {
    const user = /** @type {User} */ (grant.user ?? held?.user);
    await memory.write({ provider, refreshToken: grant.refreshToken, userId: user.userId });
    hold({ provider, accessToken: grant.accessToken, expiresAt: Date.now() + grant.expiresIn * 1_000, user });
    channel?.postMessage(held);
  }

  /** @param {string} [stale] */
  async function exchange(stale) {
    const good = fresh();
    if (good && good.accessToken !== stale) return good.accessToken;
    const stored = await memory.newest();
    if (!stored) {
      release();
      throw new PortalError("SIGNED_OUT");
    }
    let grant;
    try {
      grant = await refreshers[stored.provider](stored.refreshToken, held?.user);
    } catch (problem) {
      if (!REFUSALS.has(problem.code)) throw problem;
      await memory.clear();
      release("expired");
      throw new PortalError("SIGNED_OUT");
    }
    await accept(stored.provider, grant);
    return grant.accessToken;
  }

  /**
   * Exchanges the refresh token unless that happened since `stale` was handed out.
   *
   * @param {string} [stale]
   */
  function refresh(stale) {
    refreshing ??= exclusively(() => exchange(stale))
      .catch(lost)
      .finally(() => (refreshing = null));
    return refreshing;
  }

  async function token() {
    return fresh()?.accessToken ?? refresh(held?.accessToken);
  }

  // Whoever closes this tab closes it on the answer too. Another tab asks for it at once, though its own clock would
  // let it sleep.
  addEventListener("pagehide", () => refreshing && channel?.postMessage(LOST));
  channel?.addEventListener("message", ({ data }) => {
    if (data === LOST) return held && renew();
    // A tab that is about to exchange the token need not do it again.
    if (data.user.userId === (held?.user ?? memory.read())?.userId) hold(data);
  });
  memory.watch((stored) => {
    if (stored === null) {
      if (held) release("elsewhere");
    } else if (held === null) {
      refresh().catch(() => {});
    } else if (held && stored.userId !== held.user.userId) {
      release("other");
    }
  });

  return {
    token,
    refresh,
    /** The token in hand, for requests that cannot wait. */
    held: () => held?.accessToken,
    /** Whether this browser remembers someone. */
    remembers: () => memory.read() !== null,
    /** Whom it remembers. */
    whose: () => memory.read()?.userId,
    accept: (provider, grant) => exclusively(() => accept(provider, grant)),
    /** Calls with a good token, and once more with a fresh one when the server does not know it any more. */
    async authorized(call) {
      const first = await token();
      try {
        return await call(first);
      } catch (problem) {
        if (problem.code !== "UNAUTHENTICATED") throw problem;
        return call(await refresh(first));
      }
    },
    /** Does what ends the session: the server may close it before its answer arrives, and that is no surprise then. */
    async ending(reason, work) {
      farewell = reason;
      try {
        return await work();
      } finally {
        farewell = null;
      }
    },
    /** Forgets the session here and in every other tab; `end` gets what was remembered, to tell the server. */
    async signOut(end, reason = "left") {
      await exclusively(async () => {
        const stored = await memory.newest();
        await memory.clear();
        release(reason);
        await end(stored).catch(() => {});
      });
    },
    /** The server will not have this session any more. */
    expire() {
      memory.clear();
      release("expired");
    },
  };
}
