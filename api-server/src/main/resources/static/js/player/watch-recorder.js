import { merged } from "./intervals.js";

/** How far a position may run ahead of the clock: players report in steps and late. A larger step is a jump. */
const SLACK_SECONDS = 0.75;
/** A hidden tab's timers fire once a minute at least; after a longer silence nobody can say what was played. */
const LONGEST_GAP_MILLIS = 90_000;
/** While paused, a position within this is the same position. */
const SAME_POSITION_SECONDS = 0.05;
/** Play after a jump that nobody announced counts when it went on this long: dragging is a series of small jumps. */
const PROOF_MILLIS = 1_000;
/** Some players step back by a fraction of a second when they go on. */
const BACKSTEP_SECONDS = 0.25;
/** The length the server keeps is rounded up from the film's. */
const ROUNDED_LENGTH_SECONDS = 1.5;
const HALF = 0.5;

/**
 * Turns samples of a player's position into the seconds that were played. A second counts when at least half of it
 * was played in one go; what was jumped over never counts. Knows no clock and no player.
 *
 * A sample is { at, position, rate, moving }: milliseconds of a clock that never goes back, seconds into the film,
 * speed, and whether the film runs from here on.
 *
 * @returns {WatchRecorder}
 */
export function createWatchRecorder() {
  /** @type {WatchSample | null} */
  let last = null;
  /** @type {{start: number, end: number, told: number, provenAt: number} | null} */
  let run = null;
  let ahead = 0;
  /** @type {WatchedInterval[]} */
  let counted = [];

  /**
   * Whether the film can have run from the last sample to this one. Being early once uses up the slack.
   *
   * @type {(last: WatchSample, sample: WatchSample) => boolean}
   */
  function ranTo(last, sample) {
    const seconds = (sample.at - last.at) / 1000;
    const step = sample.position - last.position;
    if (!last.moving || seconds < 0 || seconds * 1000 > LONGEST_GAP_MILLIS || step < -BACKSTEP_SECONDS) return false;
    const left = ahead + seconds * Math.max(last.rate, sample.rate) - Math.max(0, step);
    if (left < 0) return false;
    ahead = Math.min(SLACK_SECONDS, left);
    return true;
  }

  /** @type {(last: WatchSample, sample: WatchSample) => boolean} */
  function stayedAt(last, sample) {
    return !last.moving && Math.abs(sample.position - last.position) <= SAME_POSITION_SECONDS;
  }

  function count() {
    if (!run || !last || run.end - run.start < HALF || last.at < run.provenAt) return;
    const fromSeconds = Math.max(Math.round(run.start), run.told);
    const toSeconds = Math.round(run.end);
    if (fromSeconds < toSeconds) {
      counted.push({ fromSeconds, toSeconds });
      run.told = toSeconds;
    }
  }

  function cut() {
    count();
    run = null;
    last = null;
  }

  return {
    sample(sample) {
      if (!Number.isFinite(sample.position) || sample.position < 0) return;
      if (last && run && ranTo(last, sample)) {
        run.end = Math.max(run.end, sample.position);
      } else if (!last || !stayedAt(last, sample)) {
        const unannounced = last?.moving === true;
        cut();
        const provenAt = unannounced ? sample.at + PROOF_MILLIS : sample.at;
        run = { start: sample.position, end: sample.position, told: 0, provenAt };
        ahead = SLACK_SECONDS;
      }
      last = sample;
    },

    /** The position is about to jump, or has just jumped. */
    cut,

    /** The film ran to its end; `length` is what the server takes for its length. */
    ended(length) {
      if (run && length > run.end && length - run.end <= ROUNDED_LENGTH_SECONDS) run.end = length;
      cut();
    },

    /** Seconds counted since the last call, as [{ fromSeconds, toSeconds }]. */
    take() {
      count();
      const result = merged(counted);
      counted = [];
      return result;
    },
  };
}
