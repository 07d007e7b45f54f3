import assert from "node:assert/strict";
import test from "node:test";
import { documentFake, page, settled } from "../../support/browser.js";
import { fakeClock } from "../../support/clock.js";
import { dayOf } from "../../support/course.js";
import { createStore } from "../../../src/main/resources/static/js/app/store.js";
import { watchTime } from "../../../src/main/resources/static/js/course/time-watch.js";

const MINUTE = 60_000;
const locked = (inMillis) =>
  dayOf({ isUnlocked: false, opensAt: new Date(Date.now() + inMillis).toISOString(), scheduledAt: null });

async function watched(t, inMillis, more = {}) {
  const it = { clock: fakeClock(t), asked: [], ahead: 0 };
  it.began = Date.now();
  it.store = createStore({
    session: { status: "in" },
    route: { name: "course" },
    course: { status: "ready", days: [locked(inMillis)] },
    outline: { status: "idle", days: [] },
    now: 0,
    ...more,
  });
  const ask = () => it.asked.push(Date.now() - it.began);
  watchTime({ store: it.store, now: () => Date.now() + it.ahead, ask, spread: () => 0.5 });
  await settled();
  it.shown = () => it.store.get().now - it.began;
  return it;
}

test("the page's time goes on by minutes while much is left, and by seconds before the end", async (t) => {
  const it = await watched(t, 12 * MINUTE);
  let drawn = 0;
  it.store.subscribe(() => drawn++);
  await it.clock.advance(MINUTE);
  assert.equal(it.shown(), MINUTE);
  assert.ok(drawn <= 2, `${drawn}`);
  await it.clock.advance(9 * MINUTE);
  drawn = 0;
  await it.clock.advance(10_000);
  assert.equal(it.shown(), 10 * MINUTE + 10_000);
  assert.ok(drawn >= 9 && drawn <= 11, `${drawn}`);
});

test("nothing drifts: the time is read anew each time, however late a timer comes", async (t) => {
  const it = await watched(t, 5 * MINUTE);
  // As after a sleep: no timer ran, and the clock is three minutes on.
  it.ahead = 3 * MINUTE;
  documentFake.dispatchEvent(new Event("visibilitychange"));
  assert.equal(it.shown(), 3 * MINUTE);
  await it.clock.advance(2 * MINUTE + 3_000);
  assert.equal(it.asked.length, 1);
});

test("at its moment the portal is asked, soon but not by all at once, and again as long as the day stays locked", async (t) => {
  const it = await watched(t, MINUTE);
  await it.clock.advance(MINUTE);
  assert.deepEqual(it.asked, []);
  await it.clock.advance(2_500);
  assert.deepEqual(it.asked, [MINUTE + 2_500]);
  await it.clock.advance(3 * MINUTE);
  assert.ok(it.asked.length >= 4 && it.asked.length <= 8, `${it.asked}`);
  const gaps = it.asked.slice(1).map((at, i) => at - it.asked[i]);
  assert.ok(Math.max(...gaps) <= MINUTE + 1_000 && gaps[0] >= 4_000, `${gaps}`);
});

test("whoever was told live asks nothing", async (t) => {
  const it = await watched(t, MINUTE);
  await it.clock.advance(MINUTE);
  it.store.set({ course: { status: "ready", days: [dayOf({ opensAt: null })] } });
  await it.clock.advance(5 * MINUTE);
  assert.deepEqual(it.asked, []);
});

test("a clock set anew, and one of months ahead, are waited for without a timer that overflows", async (t) => {
  const it = await watched(t, 90 * 24 * 60 * MINUTE);
  await it.clock.advance(MINUTE);
  it.store.set({ course: { status: "ready", days: [locked(MINUTE)] } });
  await it.clock.advance(MINUTE + 2_500);
  assert.equal(it.asked.length, 1);
});

test("a visitor's outline opens by the clock too, and nobody asks while there is nothing to wait for", async (t) => {
  const it = await watched(t, 0, { session: { status: "out" }, course: { status: "idle", days: [] } });
  assert.equal(it.clock.waiting(), 0);
  it.store.set({ route: { name: "landing" }, outline: { status: "ready", days: [locked(MINUTE)] } });
  await it.clock.advance(MINUTE + 2_500);
  assert.equal(it.asked.length, 1);
  it.store.set({ route: { name: "sign-in" } });
  await it.clock.advance(10 * MINUTE);
  assert.equal(it.asked.length, 1);
});

test("a page in the background counts no seconds, and is right as soon as it is looked at", async (t) => {
  const it = await watched(t, 5 * MINUTE);
  documentFake.hidden = true;
  documentFake.dispatchEvent(new Event("visibilitychange"));
  let drawn = 0;
  it.store.subscribe(() => drawn++);
  await it.clock.advance(2 * MINUTE + 30_000);
  assert.ok(drawn <= 3, `${drawn}`);
  documentFake.hidden = false;
  documentFake.dispatchEvent(new Event("visibilitychange"));
  assert.equal(it.shown(), 2 * MINUTE + 30_000);
});

test("where nothing depends on the time, what happens on the page draws it once", async (t) => {
  const it = await watched(t, 0, { session: { status: "out" }, route: { name: "sign-in" }, course: { days: [] } });
  await it.clock.advance(5);
  let drawn = 0;
  it.store.subscribe(() => drawn++);
  it.store.set({ typedEmail: "a" });
  assert.equal(drawn, 1);
  assert.equal(it.clock.waiting(), 0);
});

test("whoever is online again, or comes back to the page, need not wait", async (t) => {
  const it = await watched(t, MINUTE);
  it.ahead = 10 * MINUTE;
  page.dispatchEvent(new Event("online"));
  await it.clock.advance(2_500);
  assert.equal(it.asked.length, 1);
});
