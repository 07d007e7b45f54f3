import assert from "node:assert/strict";
import test from "node:test";
import "../../support/browser.js";
import { dayOf, progressOf, recordingOf } from "../../support/course.js";
import { courseActions } from "../../../src/main/resources/static/js/course/actions.js";
import { createStore } from "../../../src/main/resources/static/js/app/store.js";

const [morning, noon] = [
  recordingOf("morning"),
  recordingOf("noon", { uploadedAt: "2026-03-03T12:00:00Z", title: "Noon" }),
];
const stopped = progressOf({ resumePositions: [{ recordingId: "morning", positionSeconds: 101 }] });

/** Someone on the page of day 1. */
function desk() {
  const day = dayOf({ recordings: [noon, morning], progress: stopped });
  const store = createStore({
    course: { status: "ready", days: [day] },
    day: { dayNumber: 1, status: "ready", detail: day },
    kept: [],
    goOn: null,
  });
  const actions = courseActions({ store, graphql: {}, course: {}, outbox: async () => null });
  return { store, actions };
}

test("whoever asked to go on begins there at once, and once", async () => {
  const { store, actions } = desk();
  actions.continueAt(1, "morning");
  const first = await actions.playback(morning);
  assert.equal(first.begin, true);
  assert.equal(first.resumeAt, 101);
  assert.equal(store.get().day.chosen, "morning");
  assert.equal((await actions.playback(morning)).begin, false);
});

test("who only opened the day is asked first, and so is who wanted another day", async () => {
  const { actions } = desk();
  assert.equal((await actions.playback(morning)).begin, false);
  actions.continueAt(2, "elsewhere");
  assert.equal((await actions.playback(morning)).begin, false);
  assert.equal((await actions.playback(morning)).begin, false);
});

test("at the end of a recording the one after it is at hand, and plays when it is asked for", async () => {
  const { store, actions } = desk();
  const next = (await actions.playback(morning)).next();
  assert.equal(next.title, "Noon");
  next.go();
  assert.equal(store.get().day.chosen, "noon");
  assert.equal((await actions.playback(noon)).begin, true);
  assert.equal((await actions.playback(noon)).next(), null);
});
