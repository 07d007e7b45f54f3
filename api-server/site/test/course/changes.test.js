import assert from "node:assert/strict";
import test from "node:test";
import { dayOf, progressOf, recordingOf } from "../../support/course.js";
import { changes } from "../../../src/main/resources/static/js/course/changes.js";

const kinds = (before, after) => changes([before], [after]).map((news) => news.kind);

test("an opened and a locked day are told, and their recordings are no news beside that", () => {
  const locked = dayOf({ isUnlocked: false });
  const open = dayOf({ recordings: [recordingOf("a")], editVersion: 2 });
  assert.deepEqual(changes([locked], [open]), [{ kind: "unlocked", dayNumber: 1, title: "Data model" }]);
  assert.deepEqual(kinds(open, locked), ["locked"]);
});

test("a new recording is told as such, also when the day was edited with it", () => {
  assert.deepEqual(kinds(dayOf(), dayOf({ recordings: [recordingOf("a")], editVersion: 2 })), ["recording"]);
});

test("news of a recording names the recording, of several the newest", () => {
  const older = recordingOf("a", { title: "Morning", uploadedAt: "2026-03-03T08:00:00Z" });
  const newer = recordingOf("b", { title: "Afternoon", uploadedAt: "2026-03-03T14:00:00Z" });
  assert.deepEqual(changes([dayOf()], [dayOf({ recordings: [older, newer] })]), [
    { kind: "recording", dayNumber: 1, title: "Data model", recording: "Afternoon" },
  ]);
  const known = dayOf({ recordings: [newer] });
  assert.equal(changes([known], [dayOf({ recordings: [newer, older] })])[0].recording, "Morning");
});

test("an edited day, a renamed recording and one that was taken away are updates", () => {
  const before = dayOf({ recordings: [recordingOf("a")] });
  assert.deepEqual(kinds(before, { ...before, title: "Other", editVersion: 2 }), ["edited"]);
  assert.deepEqual(kinds(before, { ...before, recordings: [recordingOf("a", { title: "Other" })] }), ["edited"]);
  assert.deepEqual(kinds(before, { ...before, recordings: [] }), ["edited"]);
});

test("a new date alone is not worth a word; with an edit it is", () => {
  const before = dayOf();
  const moved = { scheduledAt: "2026-03-05T18:30:00Z" };
  assert.deepEqual(kinds(before, { ...before, ...moved, editVersion: 2 }), []);
  assert.deepEqual(kinds(before, { ...before, ...moved, editVersion: 3 }), ["edited"]);
  for (const other of [
    { opensAt: "2026-03-05T20:30:00Z" },
    { joinUrl: "https://meet.example" },
    { sessionMinutes: 90 },
  ])
    assert.deepEqual(kinds(before, { ...before, ...other, editVersion: 2 }), []);
});

test("what stayed as it is, what the student did and what is seen first is no news", () => {
  assert.deepEqual(kinds(dayOf(), dayOf({ revision: 99, progress: progressOf() })), []);
  assert.deepEqual(changes([], [dayOf()]), []);
  assert.deepEqual(changes([dayOf()], []), []);
});
