import assert from "node:assert/strict";
import test from "node:test";
import { documentFake } from "../../support/browser.js";
import { fakeClock } from "../../support/clock.js";
import { createStore } from "../../../src/main/resources/static/js/app/store.js";
import { watchStaleness } from "../../../src/main/resources/static/js/course/stale-watch.js";

const NOON = "2026-11-30T12:00:00Z";

function watched(t, config = { courseTitle: "Course", known: true }) {
  const it = { clock: fakeClock(t), asked: 0, answer: { courseTitle: "Course", staleSince: null } };
  it.store = createStore({ config });
  const read = async () => {
    it.asked++;
    if (it.answer === null) throw new Error("nobody answers");
    return it.answer;
  };
  watchStaleness({ store: it.store, read });
  it.since = () => it.store.get().config.staleSince;
  return it;
}

test("a pause is told within a minute, and so is its end", async (t) => {
  const it = watched(t);
  it.answer = { staleSince: NOON };
  await it.clock.advance(60_000);
  assert.equal(it.since(), NOON);
  assert.equal(it.store.get().config.courseTitle, "Course");
  it.answer = { staleSince: null };
  await it.clock.advance(60_000);
  assert.equal(it.since(), null);
});

test("what was known stays while nobody answers", async (t) => {
  const it = watched(t, { known: true, staleSince: NOON });
  it.answer = null;
  await it.clock.advance(60_000);
  assert.equal(it.since(), NOON);
  assert.equal(it.asked, 1);
});

test("nothing is asked while nobody looks; whoever comes back need not wait", async (t) => {
  const it = watched(t);
  it.answer = { staleSince: NOON };
  documentFake.hidden = true;
  await it.clock.advance(120_000);
  assert.equal(it.asked, 0);
  documentFake.hidden = false;
  documentFake.dispatchEvent(new Event("visibilitychange"));
  await it.clock.advance(0);
  assert.equal(it.since(), NOON);
});
