import assert from "node:assert/strict";
import test from "node:test";
import { dayOf, progressOf, recordingOf } from "../../support/course.js";
import { always } from "../../support/random.js";
import {
  admitted,
  withDay,
  withDays,
  withProgress,
  withRecording,
} from "../../../src/main/resources/static/js/course/merge.js";

test("a locked day is kept without anything that the lock hides", () => {
  const progress = progressOf({ resumePositions: [{ recordingId: "a", positionSeconds: 7 }] });
  const told = dayOf({
    isUnlocked: false,
    recordings: [recordingOf("a")],
    presentationUrl: "/slides",
    resourcesUrl: "https://files.example",
    resources: [{ resourceId: "r" }],
    progress,
  });
  const kept = admitted(told);
  assert.deepEqual(
    [kept.recordings, kept.presentationUrl, kept.resourcesUrl, kept.resources, kept.unlockedAt],
    [[], null, null, [], null],
  );
  assert.deepEqual(kept.progress, { ...progress, resumePositions: [] }, "what was done counts on");
  assert.equal(kept.title, told.title);
});

test("of two states of a day the newer one counts, in whatever order they arrive", () => {
  const older = dayOf({ revision: 10, title: "Old" });
  const newer = dayOf({ revision: 11, title: "New" });
  for (const order of [
    [older, newer],
    [newer, older],
  ]) {
    const [first, second] = order;
    assert.equal(withDay([first], second)[0].title, "New");
    assert.equal(withDays([first], [second])[0].title, "New");
  }
});

test("an answer that was under way when the day was locked does not open it again", () => {
  const locked = dayOf({ isUnlocked: false, revision: 11 });
  const late = dayOf({ revision: 10, recordings: [recordingOf("a")] });
  assert.deepEqual(withDay([locked], late)[0].recordings, []);
});

test("a day's progress has a revision of its own", () => {
  const known = dayOf({ revision: 10, progress: progressOf({ revision: 20, completionPercentage: 50 }) });
  const event = dayOf({ revision: 11, progress: undefined });
  assert.equal(withDay([known], event)[0].progress.completionPercentage, 50, "an event that says none takes none away");
  const late = dayOf({ revision: 9, progress: progressOf({ revision: 21, completionPercentage: 60 }) });
  assert.equal(withDay([known], late)[0].progress.completionPercentage, 60);
});

test("an event of a day that is not known changes nothing", () => {
  const known = [dayOf()];
  assert.equal(withDay(known, dayOf({ dayNumber: 7 })), known);
});

test("an answer that lists all days says which there are", () => {
  const days = withDays([dayOf({ dayNumber: 1 }), dayOf({ dayNumber: 2 })], [dayOf({ dayNumber: 2 })]);
  assert.deepEqual(
    days.map((day) => day.dayNumber),
    [2],
  );
});

test("a new recording stands first on its open day, once", () => {
  const added = recordingOf("b", { dayNumber: 1, revision: 11 });
  const known = [dayOf({ recordings: [recordingOf("a")] }), dayOf({ dayNumber: 2 })];
  const once = withRecording(known, added);
  assert.deepEqual(
    once[0].recordings.map((one) => one.recordingId),
    ["b", "a"],
  );
  assert.deepEqual(once[1].recordings, []);
  assert.deepEqual(withRecording(once, added), once);
});

test("a recording of a locked day, or one that the day knew and lost, does not appear", () => {
  const added = recordingOf("b", { dayNumber: 1, revision: 11 });
  assert.deepEqual(withRecording([dayOf({ isUnlocked: false })], added)[0].recordings, []);
  assert.deepEqual(withRecording([dayOf({ revision: 12 })], added)[0].recordings, []);
});

test("a recording of another cohort is not listed, one of the own and one of everyone's are", () => {
  const known = [dayOf({ cohortId: "b" })];
  const added = (cohortId) => withRecording(known, recordingOf("a", { dayNumber: 1, revision: 11, cohortId }));
  assert.deepEqual(
    [null, "b", "main"].map((cohortId) => added(cohortId)[0].recordings.length),
    [1, 1, 0],
  );
});

test("progress is taken when it is newer, by its day alone", () => {
  const known = [dayOf({ progress: progressOf({ revision: 12 }) }), dayOf({ dayNumber: 2 })];
  const told = { ...progressOf({ revision: 13, completionPercentage: 70 }), userId: "u", dayNumber: 1 };
  assert.equal(withProgress(known, told)[0].progress.completionPercentage, 70);
  assert.equal(withProgress(known, told)[1], known[1]);
  assert.equal(withProgress(known, { ...told, revision: 11 })[0], known[0]);
});

test("whatever comes in whatever order, the newest state remains and a lock holds", () =>
  always(({ below, listOf }) => {
    const states = listOf(6, () => below(20)).map((revision) =>
      // A revision is one state of the day, however often it is told.
      dayOf({ revision, isUnlocked: revision % 3 !== 0, title: `at ${revision}`, recordings: [recordingOf("a")] }),
    );
    const last = states.reduce((known, day) => withDay(known, day), [dayOf({ revision: 0, isUnlocked: false })])[0];
    assert.equal(last.revision, Math.max(0, ...states.map((day) => day.revision)));
    if (!last.isUnlocked) assert.deepEqual(last.recordings, []);
  }));
