import { operation } from "../api/graphql.js";
import { backoff, pause, visible } from "./pause.js";

/** A level that failed to open this often, while plain requests pass, is blocked on the way. */
const BLOCKED_AFTER = 2;
/** A socket that the server ends sooner than this was not a success. */
const STEADY_MS = 5_000;
/** After this long it is worth finding out whether the network has become friendlier. */
const LOOK_UP_MS = 300_000;

/**
 * Keeps a line to the server open for as long as someone is signed in: a socket, else event streams, else polling.
 * After each opening the truth is read again, because what happened in between was not told.
 *
 * @param {object} parts
 * @param {Level[]} parts.levels best first
 * @param {Keeper} parts.keeper
 * @param {Subscription[]} parts.subscriptions
 * @param {(ask?: AskOnLine) => Promise<boolean>} parts.sync reads the truth; false when it could not
 * @param {Connection["next"]} parts.next
 * @param {() => Promise<boolean>} parts.reachable whether plain requests pass
 * @param {(state: LineState) => void} parts.show
 * @returns {Live}
 */
export function createLive({ levels, keeper, subscriptions, sync, next, reachable, show }) {
  /** @type {AbortController | null} */
  let running = null;

  const operations = () =>
    Promise.all(subscriptions.map(async (one) => ({ ...one, query: await operation(one.name) })));

  /** @type {(level: Level, token: string, signal: AbortSignal) => Promise<ConnectionEnd>} */
  async function attempt(level, token, signal) {
    if (level.visibleOnly) await visible(signal);
    /** @param {AskOnLine} [ask] */
    const opened = async (ask) => {
      const answered = await sync(ask);
      if (answered && !signal.aborted) show(level.name);
      return answered;
    };
    return level.open({ token, operations: await operations(), next, opened, signal });
  }

  /**
   * What the end of a connection means for the session; true when the next attempt may follow at once.
   *
   * @type {(code: ConnectionEnd["code"], token: string | undefined, refusals: number) => Promise<boolean>}
   */
  async function settle(code, token, refusals) {
    if (code === 4401 && refusals > 1) keeper.expire();
    if (code !== 4401 && code !== 4403 && code !== "UNAUTHENTICATED") return false;
    return keeper.refresh(token).then(
      () => true,
      () => false,
    );
  }

  /** @param {AbortSignal} signal */
  async function run(signal) {
    let level = 0;
    let lowered = 0;
    let missed = 0;
    let tries = 0;
    let refusals = 0;
    while (!signal.aborted) {
      if (level > 0 && Date.now() - lowered > LOOK_UP_MS) level = missed = 0;
      const began = Date.now();
      /** @type {string | undefined} */
      let token;
      /** @type {ConnectionEnd} */
      let end;
      try {
        token = await keeper.token();
        end = await attempt(levels[level], token, signal);
      } catch (problem) {
        end = { wasOpen: false, code: problem.code };
      }
      if (signal.aborted || end.code === "SIGNED_OUT") return;
      show(navigator.onLine ? "connecting" : "offline");
      refusals = end.code === 4401 ? refusals + 1 : 0;
      const steady = end.wasOpen && Date.now() - began > STEADY_MS;
      if (steady) tries = 0;
      const renewed = await settle(end.code, token, refusals);
      // A server that is away is no reason to take a lesser way.
      missed = !end.wasOpen && token && !renewed && (await reachable()) ? missed + 1 : 0;
      const crowded = end.code === 4429 || end.code === "TOO_MANY_REQUESTS";
      if (level < levels.length - 1 && (crowded || missed >= BLOCKED_AFTER)) {
        level = crowded ? levels.length - 1 : level + 1;
        lowered = Date.now();
        missed = tries = 0;
      } else if (!(renewed && steady)) {
        await pause(backoff(tries++), signal);
      }
    }
  }

  return {
    running: () => running !== null,
    start() {
      if (running) return;
      running = new AbortController();
      show(navigator.onLine ? "connecting" : "offline");
      run(running.signal);
    },
    stop() {
      running?.abort();
      running = null;
    },
    /** Opens the line anew, for a page that slept. */
    restart() {
      if (!running) return;
      this.stop();
      this.start();
    },
  };
}
