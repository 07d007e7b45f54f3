import { createReporter } from "./reporter.js";
import { createWatchRecorder } from "./watch-recorder.js";

/**
 * Follows a player and sees to it that the server hears what was watched. Nothing is reported before the film first
 * runs: an opened page is not a position.
 *
 * @param {object} parts
 * @param {Playable} parts.recording
 * @param {() => Adapter} parts.adapter the player at the moment
 * @param {SendReport} parts.report
 * @param {PlayerServices["reportOnHide"]} parts.reportOnHide
 * @param {Outbox} parts.outbox
 * @param {() => void} parts.onRefused
 * @param {(waiting: boolean) => void} parts.onWaiting called with true while reports wait for the network, with false when they are through
 */
export function playback({ recording, adapter, report, reportOnHide, outbox, onWaiting, onRefused }) {
  const recorder = createWatchRecorder();
  let touched = false;
  let over = false;
  let waiting = false;
  /** @type {number | null} */
  let final = null;

  const reporter = createReporter({
    recordingId: recording.recordingId,
    recorder,
    position: () => final ?? position(),
    report,
    reportOnHide,
    outbox,
    onRefused,
  });

  const stopListening = outbox.onChange((count) => {
    if (waiting === count > 0) return;
    waiting = count > 0;
    onWaiting(waiting);
  });

  /** The server's length where it knows one: its last second is what it takes for the end. */
  function length() {
    return recording.durationSeconds || Math.ceil(adapter().duration());
  }

  function position() {
    if (!touched) return null;
    const seconds = Math.floor(adapter().position());
    return over ? Math.max(seconds, length()) : seconds;
  }

  function sample() {
    const player = adapter();
    const moving = player.moving();
    if (moving) {
      touched = true;
      over = false;
    }
    recorder.sample({ at: performance.now(), position: player.position(), rate: player.rate(), moving });
    if (moving) reporter.tick();
  }

  return {
    sample,
    /** The position is about to jump away from where it is. */
    leaving() {
      sample();
      recorder.cut();
    },
    /** The position has jumped to where it is. */
    jumped() {
      recorder.cut();
      sample();
    },
    begin() {
      reporter.begin();
      sample();
    },
    flush: reporter.flush,
    ended() {
      sample();
      recorder.ended(length());
      over = touched;
      reporter.flush();
    },
    hide() {
      sample();
      reporter.hide();
    },
    close() {
      sample();
      // A report that has to wait for the one before is written when there is no player any more.
      final = position();
      stopListening();
      reporter.flush();
    },
  };
}
