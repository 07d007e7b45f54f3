import assert from "node:assert/strict";
import test from "node:test";
import { documentFake, page } from "../../support/browser.js";
import { fakeClock } from "../../support/clock.js";
import { createStore } from "../../../src/main/resources/static/js/app/store.js";
import { watchOutline } from "../../../src/main/resources/static/js/course/outline-watch.js";

function watched(t, state = {}) {
  const it = { clock: fakeClock(t), asked: 0 };
  it.store = createStore({ route: { name: "landing" }, session: { status: "out" }, ...state });
  watchOutline({ store: it.store, load: () => it.asked++ });
  return it;
}

test("a visitor who looks at the landing page sees a day open within a quarter of a minute", async (t) => {
  const it = watched(t);
  await it.clock.advance(14_999);
  assert.equal(it.asked, 0);
  await it.clock.advance(1);
  assert.equal(it.asked, 1);
  await it.clock.advance(45_000);
  assert.equal(it.asked, 4);
});

test("nothing is asked while nobody looks, elsewhere, or for someone who is told live", async (t) => {
  const it = watched(t);
  documentFake.hidden = true;
  await it.clock.advance(60_000);
  documentFake.hidden = false;
  it.store.set({ route: { name: "register" } });
  await it.clock.advance(60_000);
  it.store.set({ route: { name: "landing" }, session: { status: "in" } });
  await it.clock.advance(60_000);
  assert.equal(it.asked, 0);
});

test("whoever comes back, or is online again, need not wait", async (t) => {
  const it = watched(t);
  documentFake.dispatchEvent(new Event("visibilitychange"));
  assert.equal(it.asked, 1);
  page.dispatchEvent(new Event("online"));
  assert.equal(it.asked, 2);
});
