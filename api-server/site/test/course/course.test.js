import assert from "node:assert/strict";
import test from "node:test";
import { settled } from "../../support/browser.js";
import { dayOf, recordingOf } from "../../support/course.js";
import { createStore } from "../../../src/main/resources/static/js/app/store.js";
import { createCourse, NOTHING } from "../../../src/main/resources/static/js/course/course.js";

const UNTIL = "2026-03-04T18:00:00Z";

/** A student's page with a course of two days; answers stand in `says`. */
async function student(days, { role = "STUDENT" } = {}) {
  const it = { asked: [], told: [], says: { TrainingDays: { trainingDays: days } } };
  it.store = createStore({ ...NOTHING, session: { status: "in", user: { userId: "asha", role } } });
  const graphql = {
    async ask(name) {
      it.asked.push(name);
      const answer = it.says[name];
      if (!answer) throw new Error(`${name} is not answered`);
      return answer;
    },
  };
  it.course = createCourse({ store: it.store, graphql, tell: (news) => it.told.push(...news.map((one) => one.kind)) });
  it.day = (n) => it.store.get().course.days.find((one) => one.dayNumber === n);
  await it.course.load();
  it.asked.length = 0;
  return it;
}

const change = (day, more = {}) => ({
  kind: "EDITED",
  day,
  revision: day.revision,
  cohortId: "main",
  userId: null,
  ...more,
});
const [first, second] = [dayOf(), dayOf({ dayNumber: 2, isUnlocked: false })];

test("an exception that begins and ends opens and closes the day at once", async () => {
  const it = await student([first, second]);
  it.course.dayChanged(change({ ...second, isUnlocked: true, revision: 11 }, { kind: "UNLOCKED", userId: "asha" }));
  assert.equal(it.day(2).isUnlocked, true);
  it.course.dayChanged(change({ ...second, revision: 12 }, { kind: "LOCKED", userId: "asha" }));
  assert.equal(it.day(2).isUnlocked, false);
  assert.deepEqual(it.told, ["unlocked", "locked"]);
  assert.deepEqual(it.asked, []);
});

test("whoever is moved to another cohort gets its course, read once, and is told what opened and closed", async () => {
  const it = await student([first, second]);
  const moved = [
    { ...first, isUnlocked: false, cohortId: "b", editVersion: 7, revision: 20 },
    { ...second, isUnlocked: true, cohortId: "b", editVersion: 9, revision: 20 },
  ];
  it.says.TrainingDays = { trainingDays: moved };
  for (const day of moved) it.course.dayChanged(change(day, { cohortId: "b", userId: "asha" }));
  await settled();
  assert.deepEqual(it.asked, ["TrainingDays"]);
  assert.deepEqual([it.day(1).isUnlocked, it.day(2).isUnlocked], [false, true]);
  assert.deepEqual(it.told.toSorted(), ["locked", "unlocked"]);
});

test("a day that is open in both cohorts is no news, whatever its other dates", async () => {
  const it = await student([first, second]);
  const moved = { ...first, cohortId: "b", editVersion: 7, scheduledAt: UNTIL, revision: 20 };
  it.says.TrainingDays = { trainingDays: [moved, { ...second, cohortId: "b", revision: 20 }] };
  it.course.dayChanged(change(moved, { cohortId: "b", userId: "asha" }));
  await settled();
  assert.deepEqual(it.told, []);
  assert.equal(it.day(1).scheduledAt, UNTIL);
});

test("a lock of the new cohort holds also where the course cannot be read at that moment", async () => {
  const it = await student([first, second]);
  it.says.TrainingDays = null;
  const shut = { ...first, isUnlocked: false, cohortId: "b", revision: 20 };
  it.course.dayChanged(change(shut, { kind: "LOCKED", cohortId: "b", userId: "asha" }));
  await settled();
  assert.equal(it.day(1).isUnlocked, false);
});

test("a trainer at the site sees one cohort; what happens in others is not shown as its own", async () => {
  const it = await student([first, second], { role: "ADMIN" });
  it.course.dayChanged(change({ ...first, isUnlocked: false, cohortId: "b", revision: 20 }, { cohortId: "b" }));
  it.course.recordingAdded(recordingOf("theirs", { dayNumber: 1, cohortId: "b", revision: 21 }));
  await settled();
  assert.equal(it.day(1).isUnlocked, true);
  assert.deepEqual(it.day(1).recordings, []);
  assert.deepEqual(it.asked, []);
});

test("what the clock opened is no news a second time when the portal has written it down", async () => {
  const it = await student([first, { ...second, opensAt: UNTIL }]);
  it.says.TrainingDays = { trainingDays: [first, { ...second, isUnlocked: true, unlockedAt: UNTIL, revision: 11 }] };
  await it.course.load();
  const written = { ...second, isUnlocked: true, unlockedAt: UNTIL, editVersion: 2, revision: 12 };
  it.course.dayChanged(change(written, { kind: "UNLOCKED" }));
  assert.deepEqual(it.told, ["unlocked"]);
  assert.equal(it.day(2).editVersion, 2);
});

test("a student on a day that is held back reads that, and until when, and no reason", async () => {
  const it = await student([first, second]);
  it.says.TrainingDay = { trainingDay: second };
  it.says.ExplainAccess = { explainAccess: { decidedBy: "HELD_BACK", changesAt: UNTIL } };
  await it.course.open(2);
  await settled();
  assert.deepEqual(it.store.get().day.held, { until: UNTIL });
  it.says.ExplainAccess = { explainAccess: { decidedBy: "LOCKED", changesAt: null } };
  it.course.dayChanged(change({ ...second, revision: 11 }, { userId: "asha" }));
  await settled();
  assert.equal(it.store.get().day.held, null);
});

test("a day that is held back while it is open shuts with that word", async () => {
  const it = await student([first, second]);
  it.says.TrainingDay = { trainingDay: { ...first, resources: [] } };
  await it.course.open(1);
  it.says.ExplainAccess = { explainAccess: { decidedBy: "HELD_BACK", changesAt: null } };
  it.course.dayChanged(change({ ...first, isUnlocked: false, revision: 11 }, { kind: "LOCKED", userId: "asha" }));
  await settled();
  const { status, held, relocked } = it.store.get().day;
  assert.deepEqual([status, held, relocked], ["locked", { until: null }, true]);
});

test("where nobody says why, the day is simply locked", async () => {
  const it = await student([first, second]);
  it.says.TrainingDay = { trainingDay: second };
  await it.course.open(2);
  await settled();
  assert.deepEqual([it.store.get().day.status, it.store.get().day.held ?? null], ["locked", null]);
});
