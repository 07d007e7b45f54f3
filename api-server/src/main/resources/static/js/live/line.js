import { operation } from "../api/graphql.js";
import { eventsLevel } from "./events.js";
import { createLive } from "./live.js";
import { pollLevel } from "./poll.js";
import { socketLevel } from "./socket.js";

/**
 * `needed` ones are listened to also where each takes a connection of its own.
 *
 * @type {Subscription[]}
 */
const SUBSCRIPTIONS = [
  { name: "DayChanged", needed: true },
  { name: "RecordingAdded", needed: true },
  { name: "ProgressUpdated", needed: false },
];
const ASLEEP_MS = 60_000;

/**
 * The course's line to the server.
 *
 * @param {{base: string, http: Http, keeper: Keeper, course: Course, data: <T>(answer: GraphQlAnswer<T>) => T,
 *   show: (state: LineState) => void}} parts
 */
export function createLine({ base, http, keeper, course, data, show }) {
  let hiddenAt = Date.now();
  /** @type {Timer} */
  let patience = 0;
  let refused = false;

  /** @type {(name: keyof Subscriptions, answer: GraphQlAnswer) => void} */
  function next(name, answer) {
    if (answer.errors) return;
    const event = data(answer);
    if (name === "DayChanged") course.dayChanged(event.dayChanged);
    if (name === "RecordingAdded") course.recordingAdded(event.recordingAdded);
    if (name === "ProgressUpdated") course.progressed(event.progressUpdated);
  }

  /**
   * A line that comes back within a moment was never worth a word.
   *
   * @param {LineState} state
   */
  function showSoon(state) {
    if (state === "connecting") {
      if (refused) return;
      patience ||= setTimeout(show, 1_500, state);
      return;
    }
    clearTimeout(patience);
    patience = 0;
    refused = state === "refused";
    show(state);
  }

  /** Whether plain requests pass. A portal that admits this page no more refuses the socket without a reason. */
  async function reachable() {
    try {
      await http.send("/api/v1/config");
      return true;
    } catch ({ code }) {
      if (code === "NOT_ADMITTED") showSoon("refused");
      return false;
    }
  }

  const live = createLive({
    levels: [socketLevel(base), eventsLevel(base), pollLevel()],
    keeper,
    subscriptions: SUBSCRIPTIONS,
    sync: (ask) => course.load(ask && (async () => ask(await operation("TrainingDays")))),
    next,
    reachable,
    show: showSoon,
  });

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) hiddenAt = Date.now();
    else if (Date.now() - hiddenAt > ASLEEP_MS && live.running()) course.load();
  });
  // A page that comes back from the browser's cache shows what was true when it was put there.
  addEventListener("pageshow", (event) => event.persisted && live.restart());
  addEventListener("offline", () => live.running() && live.restart());

  return live;
}
