import assert from "node:assert/strict";
import test from "node:test";
import "../../support/browser.js";
import { dayOf, progressOf, recordingOf } from "../../support/course.js";
import {
  following,
  goOn,
  inOrder,
  lengthOf,
  overall,
  percent,
  resumeAt,
  standing,
  toWatch,
  watchedTo,
  withKept,
} from "../../../src/main/resources/static/js/course/progress.js";

const stoppedAt = (recordingId, positionSeconds) => ({ resumePositions: [{ recordingId, positionSeconds }] });
const before = recordingOf("old", { uploadedAt: "2026-03-03T08:00:00Z" });
const after = recordingOf("new", { uploadedAt: "2026-03-05T08:00:00Z" });

test("a day stands as its lock and its student have it", () => {
  assert.equal(standing(dayOf({ isUnlocked: false, progress: progressOf({ completionPercentage: 100 }) })), "locked");
  assert.equal(standing(dayOf()), "open");
  assert.equal(standing(dayOf({ progress: progressOf({ lastAccessed: null }) })), "open");
  assert.equal(standing(dayOf({ progress: progressOf() })), "started");
  assert.equal(standing(dayOf({ progress: progressOf({ completionPercentage: 99.5 }) })), "done");
  assert.equal(standing(dayOf({ progress: progressOf({ completionPercentage: 99.4 }) })), "started");
});

test("a recording that came after the last visit renews a day, until it was played", () => {
  assert.equal(standing(dayOf({ recordings: [before], progress: progressOf() })), "started");
  assert.equal(standing(dayOf({ recordings: [after], progress: progressOf() })), "renewed");
  assert.equal(standing(dayOf({ recordings: [after], progress: progressOf(stoppedAt("new", 3)) })), "started");
});

test("a recording goes on where it was stopped, but not in its last seconds", () => {
  const recording = recordingOf("a", { durationSeconds: 100 });
  const at = (seconds) => resumeAt(dayOf({ progress: progressOf(stoppedAt("a", seconds)) }), recording);
  assert.deepEqual([at(50), at(85), at(86), at(100)], [50, 85, 0, 0]);
  assert.equal(resumeAt(dayOf(), recording), 0);
});

test("the course counts a day the same locked or open", () => {
  const days = [
    dayOf({ progress: progressOf({ completionPercentage: 100 }) }),
    dayOf({ isUnlocked: false, progress: progressOf({ completionPercentage: 50 }) }),
    dayOf({ isUnlocked: false }),
  ];
  assert.deepEqual(overall(days), { percent: 50, done: 1, open: 1, total: 3 });
  assert.deepEqual(overall([]), { percent: 0, done: 0, open: 0, total: 0 });
});

test("one goes on with the open day touched last", () => {
  const days = [
    dayOf({ dayNumber: 1, progress: progressOf({ lastAccessed: "2026-03-01T08:00:00Z" }) }),
    dayOf({ dayNumber: 2, progress: progressOf({ lastAccessed: "2026-03-09T08:00:00Z" }) }),
    dayOf({ dayNumber: 3, isUnlocked: false, progress: progressOf({ lastAccessed: "2026-03-10T08:00:00Z" }) }),
  ];
  assert.equal(goOn(days).day.dayNumber, 2);
});

test("one begins with the first open day that is not done", () => {
  const done = dayOf({ progress: progressOf({ completionPercentage: 100 }) });
  assert.equal(goOn([done, dayOf({ dayNumber: 2, isUnlocked: false }), dayOf({ dayNumber: 3 })]).day.dayNumber, 3);
  assert.equal(goOn([done]), null);
  assert.equal(goOn([]), null);
});

test("one goes on in the recording that was stopped, else with the new one", () => {
  const stopped = dayOf({ recordings: [after, before], progress: progressOf(stoppedAt("old", 60)) });
  assert.deepEqual([goOn([stopped]).recording.recordingId, goOn([stopped]).at], ["old", 60]);
  const renewed = dayOf({ recordings: [after], progress: progressOf() });
  assert.deepEqual([goOn([renewed]).recording.recordingId, goOn([renewed]).at], ["new", 0]);
  const gone = dayOf({ recordings: [before], progress: progressOf(stoppedAt("removed", 60)) });
  assert.deepEqual([goOn([gone]).recording, goOn([gone]).at], [null, 0]);
});

test("a percentage is whole, and a day is as long as its recordings", () => {
  assert.equal(percent(dayOf({ progress: progressOf({ completionPercentage: 33.5 }) })), 34);
  assert.equal(percent(dayOf()), 0);
  assert.equal(lengthOf(dayOf({ recordings: [before, after] })), 7200);
});

test("what waits in the browser counts as if it had arrived", () => {
  const kept = (positionSeconds, at) => [{ recordingId: "old", positionSeconds, at }];
  const told = dayOf({ recordings: [before], progress: progressOf(stoppedAt("old", 60)) });
  const at = (more) => resumeAt(withKept(told, more), before);
  assert.equal(at(kept(30, "2026-03-05T08:00:00Z")), 30, "left later than the portal knows of");
  assert.equal(at(kept(30, "2026-03-01T08:00:00Z")), 60, "perhaps left earlier: the farther one is the better guess");
  assert.equal(at(kept(90, "2026-03-01T08:00:00Z")), 90);
  assert.equal(withKept(told, []), told);
  const locked = dayOf({ isUnlocked: false, recordings: [before] });
  assert.equal(withKept(locked, kept(30, "2026-03-05T08:00:00Z")), locked);
  assert.equal(standing(withKept(dayOf({ recordings: [before] }), kept(30, "2026-03-05T08:00:00Z"))), "started");
});

const three = [
  recordingOf("late", { uploadedAt: "2026-03-05T08:00:00Z" }),
  recordingOf("early", { uploadedAt: "2026-03-03T08:00:00Z" }),
  recordingOf("middle", { uploadedAt: "2026-03-04T08:00:00Z" }),
];
const stoppedIn = (...places) =>
  dayOf({
    recordings: three,
    progress: progressOf({
      resumePositions: places.map(([recordingId, positionSeconds]) => ({ recordingId, positionSeconds })),
    }),
  });

test("recordings stand in the order in which they were made, and each knows what follows it", () => {
  assert.deepEqual(
    inOrder(three).map((one) => one.recordingId),
    ["early", "middle", "late"],
  );
  assert.equal(following(three, "early").recordingId, "middle");
  assert.equal(following(three, "late"), undefined);
  assert.equal(following(three, "unknown"), undefined);
});

test("a day begins with its first recording, then with the one stopped last, and goes on to the next at its end", () => {
  const shown = (day) => toWatch(day, three).recordingId;
  assert.equal(shown(dayOf({ recordings: three })), "early");
  assert.equal(shown(stoppedIn(["middle", 100], ["early", 3599])), "middle");
  assert.equal(shown(stoppedIn(["early", 3590])), "middle");
  assert.equal(shown(stoppedIn(["late", 3600])), "late");
  assert.equal(shown(stoppedIn(["gone", 50])), "early");
});

test("each recording says how far the student is in it", () => {
  const day = stoppedIn(["early", 900], ["middle", 3595], ["late", 0]);
  const told = inOrder(three).map((one) => watchedTo(day, one));
  assert.deepEqual(told, [
    { at: 900, percent: 25, over: false },
    { at: 3595, percent: 100, over: true },
    { at: 0, percent: 0, over: false },
  ]);
  assert.equal(watchedTo(stoppedIn(["early", 10]), recordingOf("early", { durationSeconds: 0 })).percent, 100);
});
