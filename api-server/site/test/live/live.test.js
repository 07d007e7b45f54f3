import assert from "node:assert/strict";
import test from "node:test";
import { navigatorFake, settled } from "../../support/browser.js";
import { fakeClock } from "../../support/clock.js";

const { createLive } = await import("../../../src/main/resources/static/js/live/live.js");

/** A way to listen whose connections end as the test says. */
function level(name) {
  const it = { name, opened: 0, open: () => new Promise((end) => (it.opened++, (it.end = end))) };
  return it;
}

/** A line with three ways, and what it does with the session. */
function line(t, more = {}) {
  const clock = fakeClock(t);
  const it = {
    clock,
    best: level("live"),
    next: level("live"),
    last: level("polling"),
    refreshed: 0,
    expired: 0,
    shown: [],
  };
  const keeper = {
    token: async () => "token",
    refresh: async () => void it.refreshed++,
    expire: () => it.expired++,
    ...more.keeper,
  };
  it.live = createLive({
    levels: [it.best, it.next, it.last],
    keeper,
    subscriptions: [],
    sync: async () => true,
    next: () => {},
    reachable: async () => more.reachable ?? true,
    show: (state) => it.shown.push(state),
  });
  t.after(() => it.live.stop());
  return it;
}

/** Ends the connection at hand and waits as long as the next attempt may take. */
async function end(it, which, code, wasOpen = false) {
  which.end({ wasOpen, code });
  await it.clock.advance(30_000);
}

test("a way that is blocked gives way to the next, and is tried again later", async (t) => {
  const it = line(t);
  it.live.start();
  await settled();
  await end(it, it.best, 1006);
  assert.equal(it.next.opened, 0, "once may be chance");
  await end(it, it.best, 1006);
  assert.deepEqual([it.next.opened, it.last.opened], [1, 0]);
  await it.clock.advance(300_000);
  await end(it, it.next, "ENDED", true);
  assert.equal(it.best.opened, 3);
});

test("a portal that is away is no reason to take a lesser way", async (t) => {
  const it = line(t, { reachable: false });
  it.live.start();
  await settled();
  for (let attempt = 0; attempt < 5; attempt++) await end(it, it.best, 1006);
  assert.equal(it.next.opened, 0);
});

test("a portal that is crowded is asked in the least costly way at once", async (t) => {
  const it = line(t);
  it.live.start();
  await settled();
  await end(it, it.best, 4429);
  assert.deepEqual([it.next.opened, it.last.opened], [0, 1]);
});

test("a token that is not known any more is exchanged; one that stays unknown ends the session", async (t) => {
  const it = line(t);
  it.live.start();
  await settled();
  await end(it, it.best, 4401);
  assert.deepEqual([it.refreshed, it.expired], [1, 0]);
  await end(it, it.best, 4401);
  assert.equal(it.expired, 1);
});

test("nobody listens once the session is over", async (t) => {
  const it = line(t, { keeper: { token: () => Promise.reject(Object.assign(new Error(), { code: "SIGNED_OUT" })) } });
  it.live.start();
  await it.clock.advance(600_000);
  assert.equal(it.best.opened, 0);
});

test("a line that is gone says so, and whether it is the network's fault", async (t) => {
  const it = line(t);
  it.live.start();
  await settled();
  navigatorFake.onLine = false;
  await end(it, it.best, 1006, true);
  navigatorFake.onLine = true;
  assert.deepEqual(it.shown, ["connecting", "offline"]);
});

test("a line that was stopped does not come back by itself", async (t) => {
  const it = line(t);
  it.live.start();
  await settled();
  it.live.stop();
  await end(it, it.best, 1006);
  assert.equal(it.best.opened, 1);
  assert.equal(it.live.running(), false);
});
