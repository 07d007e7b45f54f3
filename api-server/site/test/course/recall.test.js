import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { dayOf, progressOf, recordingOf } from "../../support/course.js";
import { localStorageFake } from "../../support/browser.js";
import { forget, recall, remember } from "../../../src/main/resources/static/js/course/recall.js";

const course = (userId = "asha") => ({
  userId,
  courseTitle: "Power BI",
  days: [
    dayOf({ recordings: [recordingOf("secret")], progress: progressOf() }),
    dayOf({ dayNumber: 2, isUnlocked: false, title: "DAX" }),
  ],
});

beforeEach(() => {
  localStorageFake.empty();
  forget();
});

test("numbers, titles and descriptions are remembered, and nothing that a lock hides", () => {
  remember(course());
  assert.deepEqual(recall("asha"), {
    userId: "asha",
    courseTitle: "Power BI",
    days: [
      { dayNumber: 1, title: "Data model", description: "Stars and flakes." },
      { dayNumber: 2, title: "DAX", description: "Stars and flakes." },
    ],
  });
});

test("nobody gets what another person left", () => {
  remember(course());
  assert.equal(recall("ben"), null);
  assert.equal(recall(undefined), null);
});

test("what was forgotten is gone, and can be remembered again", () => {
  remember(course());
  forget();
  assert.equal(recall("asha"), null);
  remember(course());
  assert.equal(recall("asha")?.days.length, 2);
});

test("a browser that stores nothing, or something else, recalls nothing", () => {
  for (const text of ["nonsense", "7", '{"userId":"asha"}', '{"userId":"asha","days":3}']) {
    localStorageFake.setItem("portal.outline", text);
    assert.equal(recall("asha"), null, text);
  }
  localStorageFake.closed = true;
  remember(course());
  forget();
  assert.equal(recall("asha"), null);
});
