import assert from "node:assert/strict";
import test from "node:test";
import { createWatchRecorder } from "../../../src/main/resources/static/js/player/watch-recorder.js";

/** Samples of a film that plays from one position to another, every quarter of a second. */
function play(recorder, { from, to, rate = 1, startedAt = 0 }) {
  const steps = Math.round((to - from) / rate / 0.25);
  for (let step = 0; step <= steps; step++) {
    recorder.sample({ at: startedAt + step * 250, position: from + step * 0.25 * rate, rate, moving: step < steps });
  }
}

test("seconds that were played are counted once", () => {
  const recorder = createWatchRecorder();
  play(recorder, { from: 10, to: 25 });
  assert.deepEqual(recorder.take(), [{ fromSeconds: 10, toSeconds: 25 }]);
  assert.deepEqual(recorder.take(), []);
});

test("a film at double speed counts all of it", () => {
  const recorder = createWatchRecorder();
  play(recorder, { from: 0, to: 60, rate: 2 });
  assert.deepEqual(recorder.take(), [{ fromSeconds: 0, toSeconds: 60 }]);
});

test("what was jumped over does not count", () => {
  const recorder = createWatchRecorder();
  play(recorder, { from: 0, to: 10 });
  recorder.cut();
  play(recorder, { from: 600, to: 610, startedAt: 20_000 });
  assert.deepEqual(recorder.take(), [
    { fromSeconds: 0, toSeconds: 10 },
    { fromSeconds: 600, toSeconds: 610 },
  ]);
});

test("a jump that nobody announced does not count either", () => {
  const recorder = createWatchRecorder();
  recorder.sample({ at: 0, position: 0, rate: 1, moving: true });
  recorder.sample({ at: 1_000, position: 1, rate: 1, moving: true });
  recorder.sample({ at: 1_250, position: 900, rate: 1, moving: true });
  recorder.sample({ at: 1_500, position: 900.25, rate: 1, moving: false });
  assert.deepEqual(recorder.take(), [{ fromSeconds: 0, toSeconds: 1 }]);
});

test("a film that stands still counts nothing", () => {
  const recorder = createWatchRecorder();
  for (let at = 0; at < 60_000; at += 250) recorder.sample({ at, position: 30, rate: 1, moving: false });
  assert.deepEqual(recorder.take(), []);
});

test("after a silence longer than any timer's nobody can say what was played", () => {
  const recorder = createWatchRecorder();
  recorder.sample({ at: 0, position: 0, rate: 1, moving: true });
  recorder.sample({ at: 91_000, position: 91, rate: 1, moving: true });
  assert.deepEqual(recorder.take(), []);
});

test("the end of a film counts to the length that the server keeps", () => {
  const recorder = createWatchRecorder();
  play(recorder, { from: 50, to: 59.25 });
  recorder.ended(60);
  assert.deepEqual(recorder.take(), [{ fromSeconds: 50, toSeconds: 60 }]);
});

test("a film that ended far before its length is not taken for watched", () => {
  const recorder = createWatchRecorder();
  play(recorder, { from: 0, to: 10 });
  recorder.ended(3_600);
  assert.deepEqual(recorder.take(), [{ fromSeconds: 0, toSeconds: 10 }]);
});

test("a position that is no number is not listened to", () => {
  const recorder = createWatchRecorder();
  play(recorder, { from: 0, to: 5 });
  recorder.sample({ at: 6_000, position: NaN, rate: 1, moving: true });
  recorder.sample({ at: 6_250, position: -1, rate: 1, moving: true });
  assert.deepEqual(recorder.take(), [{ fromSeconds: 0, toSeconds: 5 }]);
});
