import { longest, merged } from "./intervals.js";
import { isOfLockedDay, worthKeeping } from "./outbox.js";

const EVERY_MILLIS = 10_000;
const MOST_INTERVALS = 500;

/**
 * Sends what was watched: every 10 s while the film runs, and whenever `flush` is called. One request at a time;
 * what comes meanwhile goes with the next. What cannot be delivered goes to the outbox.
 *
 * @param {object} parts
 * @param {string} parts.recordingId
 * @param {WatchRecorder} parts.recorder
 * @param {SendReport} parts.report
 * @param {PlayerServices["reportOnHide"]} parts.reportOnHide
 * @param {Outbox} parts.outbox
 * @param {() => number | null} parts.position seconds to go on at, or null while the student has done nothing that is worth a report
 * @param {(error: ReportProblem) => void} parts.onRefused called with the error when the server takes no more reports of this recording
 */
export function createReporter({ recordingId, recorder, position, report, reportOnHide, outbox, onRefused }) {
  let sentAt = performance.now();
  let newestAt = 0;
  /** @type {number | null} */
  let told = null;
  /** @type {WatchedInterval[]} */
  let unconfirmed = [];
  /** @type {PlaybackReport | null} */
  let underWay = null;
  let again = false;
  let lastHidden = "";

  /**
   * The next report, or null when it would say nothing new.
   *
   * @returns {PlaybackReport | null}
   */
  function next() {
    const seconds = position();
    const watched = longest(merged(unconfirmed, recorder.take()), MOST_INTERVALS);
    unconfirmed = watched;
    if (seconds === null || (watched.length === 0 && seconds === told)) return null;
    // A clock that is set back must not make a new position look older than the one before.
    newestAt = Math.max(Date.now(), newestAt + 1);
    return { recordingId, positionSeconds: seconds, watched, at: new Date(newestAt).toISOString() };
  }

  /** @type {(input: PlaybackReport, error: ReportProblem) => void} */
  function failed(input, error) {
    if (worthKeeping(error)) outbox.add(input, error);
    if (!worthKeeping(error) || isOfLockedDay(error)) onRefused(error);
  }

  /** @param {PlaybackReport} input */
  async function send(input) {
    unconfirmed = [];
    told = input.positionSeconds;
    if (outbox.resting()) {
      outbox.add(input);
      return;
    }
    underWay = input;
    try {
      await report(input);
      underWay = null;
      outbox.flush();
    } catch (error) {
      underWay = null;
      failed(input, error);
    }
    if (again) {
      again = false;
      flush();
    }
  }

  function flush() {
    sentAt = performance.now();
    if (underWay) {
      again = true;
      return;
    }
    const input = next();
    if (input) send(input);
  }

  return {
    /** The film begins to run: what is not played is not reported, so the time counts from here. */
    begin() {
      sentAt = performance.now();
    },

    /** To be called often while the film runs. */
    tick() {
      if (performance.now() - sentAt >= EVERY_MILLIS) flush();
    },

    flush,

    /** The page goes out of sight and may never come back: nobody will hear the answer. */
    hide() {
      const input = next();
      const whole = input ?? underWay;
      if (!whole) return;
      whole.watched = longest(merged(whole.watched, underWay?.watched ?? []), MOST_INTERVALS);
      told = whole.positionSeconds;
      // Hiding and leaving are two events for the same farewell.
      const content = JSON.stringify([whole.positionSeconds, whole.watched]);
      if (content === lastHidden) return;
      lastHidden = content;
      // Kept first: a page that is gone learns of no refusal. The server takes a report twice without harm.
      outbox.add(whole);
      if (outbox.resting()) return;
      Promise.resolve(reportOnHide(whole)).then(
        () => outbox.delivered(whole),
        () => {},
      );
    },
  };
}
