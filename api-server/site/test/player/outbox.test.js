import assert from "node:assert/strict";
import test from "node:test";
import { localStorageFake, navigatorFake, page, settled } from "../../support/browser.js";
import { fakeClock } from "../../support/clock.js";
import { always } from "../../support/random.js";
import { createOutbox, worthKeeping } from "../../../src/main/resources/static/js/player/outbox.js";

const KEY = "portal.outbox.ann";
const away = Object.assign(new Error("away"), { code: "UNREACHABLE", retryable: true });

function report(recordingId, from, to, more = {}) {
  const watched = to > from ? [{ fromSeconds: from, toSeconds: to }] : [];
  return { recordingId, positionSeconds: to, watched, at: "2026-03-02T18:00:00Z", ...more };
}

/** The server: keeps what it took; refuses as long as `problem` says why. */
function server() {
  const it = {
    taken: [],
    asked: 0,
    problem: null,
    async send(sent) {
      it.asked++;
      if (it.problem) throw it.problem;
      it.taken.push(sent);
    },
  };
  return it;
}

/** An outbox as long as the test lasts: an open one goes on listening. */
function open(t, userId, send) {
  const outbox = createOutbox(userId, send);
  t.after(() => outbox.close());
  return outbox;
}

test.beforeEach(() => {
  localStorageFake.empty();
  navigatorFake.onLine = true;
});

test("what waits since an earlier visit is sent at once, and forgotten when it has arrived", async (t) => {
  fakeClock(t);
  const { taken, send } = server();
  localStorageFake.setItem(KEY, JSON.stringify([report("a", 0, 30)]));
  const outbox = open(t, "ann", send);
  await settled();
  assert.deepEqual(taken, [report("a", 0, 30)]);
  assert.equal(outbox.size(), 0);
  assert.equal(localStorageFake.getItem(KEY), null);
});

test("nobody's reports are sent in someone else's name", async (t) => {
  fakeClock(t);
  const { taken, send } = server();
  localStorageFake.setItem(KEY, JSON.stringify([report("a", 0, 30)]));
  open(t, "ben", send);
  await settled();
  assert.deepEqual(taken, []);
  assert.notEqual(localStorageFake.getItem(KEY), null);
});

test("a report outlives the page", async (t) => {
  fakeClock(t);
  const portal = server();
  open(t, "ann", portal.send).add(report("a", 0, 30));
  assert.equal(open(t, "ann", portal.send).size(), 1);
});

const dice = Math.random;

/** Makes chance the same in each run. */
function chance(t, value) {
  Math.random = () => value;
  t.after(() => (Math.random = dice));
}

test("a report that meets a portal that is away is tried again after growing pauses of at most a minute", async (t) => {
  const clock = fakeClock(t);
  chance(t, 0.5);
  const portal = server();
  portal.problem = away;
  const outbox = open(t, "ann", portal.send);
  outbox.add(report("a", 0, 30));
  let asked = 0;
  for (const seconds of [5, 10, 20, 40, 60, 60, 60]) {
    await clock.advance(seconds * 1_000 - 1);
    assert.equal(portal.asked, asked, `not before ${seconds} s`);
    await clock.advance(1);
    assert.equal(portal.asked, ++asked, `after ${seconds} s`);
  }
  assert.equal(outbox.size(), 1);
  portal.problem = null;
  await clock.advance(60_000);
  assert.deepEqual(portal.taken, [report("a", 0, 30)]);
  assert.equal(clock.waiting(), 0, "nothing is tried once nothing waits");
});

test("a class that lost the portal at one moment does not come back at one moment", async (t) => {
  const clock = fakeClock(t);
  const portal = server();
  chance(t, 0);
  open(t, "ann", portal.send).add(report("a", 0, 30));
  chance(t, 1);
  open(t, "ben", portal.send).add(report("b", 0, 30));
  await clock.advance(3_750);
  assert.equal(portal.asked, 1);
  await clock.advance(2_499);
  assert.equal(portal.asked, 1);
  await clock.advance(1);
  assert.equal(portal.asked, 2);
});

test("the network's return is a reason to try at once", async (t) => {
  fakeClock(t);
  const portal = server();
  navigatorFake.onLine = false;
  const outbox = open(t, "ann", portal.send);
  outbox.add(report("a", 0, 30));
  page.dispatchEvent(new Event("online"));
  await settled();
  assert.equal(portal.taken.length, 1);
  assert.equal(outbox.size(), 0);
});

test("a portal that asks to be left alone is not asked again before, not even when the network returns", async (t) => {
  const clock = fakeClock(t);
  chance(t, 0.5);
  const portal = server();
  portal.problem = { code: "TOO_MANY_REQUESTS", retryable: true, retryAfter: 90 };
  const outbox = open(t, "ann", portal.send);
  outbox.add(report("a", 0, 30));
  await outbox.flush();
  assert.equal(outbox.resting(), true);
  page.dispatchEvent(new Event("online"));
  await outbox.flush();
  await clock.advance(90_000);
  assert.equal(portal.asked, 1);
  assert.equal(outbox.resting(), false);
  portal.problem = null;
  await clock.advance(60_000);
  assert.equal(portal.taken.length, 1);
});

test("where each recording was left is known while its report waits", async (t) => {
  fakeClock(t);
  const outbox = open(t, "ann", server().send);
  outbox.add(report("a", 0, 30));
  assert.deepEqual(outbox.positions(), [{ recordingId: "a", positionSeconds: 30, at: "2026-03-02T18:00:00Z" }]);
  await outbox.flush();
  assert.deepEqual(outbox.positions(), []);
});

test("a report that the portal will never take is dropped", async (t) => {
  fakeClock(t);
  const portal = server();
  portal.problem = Object.assign(new Error(), { code: "BAD_USER_INPUT", retryable: false });
  const outbox = open(t, "ann", portal.send);
  outbox.add(report("a", 0, 30));
  await outbox.flush();
  assert.equal(outbox.size(), 0);
});

test("a locked day's report waits, and those of other days need not", async (t) => {
  fakeClock(t);
  const taken = [];
  const outbox = open(t, "ann", async (sent) => {
    if (sent.recordingId === "locked") throw Object.assign(new Error(), { code: "DAY_LOCKED" });
    taken.push(sent.recordingId);
  });
  outbox.add(report("locked", 0, 30));
  outbox.add(report("open", 0, 30));
  await outbox.flush();
  assert.deepEqual(taken, ["open"]);
  assert.equal(outbox.size(), 1);
});

test("reports of one recording become one: the newest position, and all that was watched", async (t) => {
  fakeClock(t);
  const portal = server();
  portal.problem = away;
  const outbox = open(t, "ann", portal.send);
  outbox.add(report("a", 20, 40, { at: "2026-03-02T18:05:00Z" }));
  outbox.add(report("a", 0, 25, { at: "2026-03-02T18:01:00Z" }));
  assert.equal(outbox.size(), 1);
  portal.problem = null;
  await outbox.flush();
  const [sent] = portal.taken;
  assert.equal(sent.positionSeconds, 40, "the clocks decide, not the order of arrival");
  assert.deepEqual(sent.watched, [{ fromSeconds: 0, toSeconds: 40 }]);
});

test("what is added while its report is under way is not lost with it", async (t) => {
  fakeClock(t);
  let arrive;
  const outbox = open(t, "ann", () => new Promise((done) => (arrive = done)));
  outbox.add(report("a", 0, 30));
  const sending = outbox.flush();
  await settled();
  outbox.add(report("a", 30, 60, { at: "2026-03-02T18:01:00Z" }));
  arrive();
  await sending;
  assert.equal(outbox.size(), 1);
});

test("a report that arrived in another way is taken out", async (t) => {
  fakeClock(t);
  const outbox = open(t, "ann", server().send);
  outbox.add(report("a", 0, 30));
  outbox.delivered(report("a", 0, 30));
  assert.equal(outbox.size(), 0);
});

test("where there is no room, reports wait as long as the page lives", async (t) => {
  fakeClock(t);
  const portal = server();
  localStorageFake.full = true;
  const outbox = open(t, "ann", portal.send);
  outbox.add(report("a", 0, 30));
  assert.equal(outbox.size(), 1);
  await outbox.flush();
  assert.equal(portal.taken.length, 1);
});

test("a damaged store is an empty one", (t) => {
  fakeClock(t);
  for (const damage of ["{", "null", "7", '{"recordingId":"a"}', '[null,7,{"recordingId":"a"}]']) {
    localStorageFake.setItem(KEY, damage);
    assert.equal(open(t, "ann", server().send).size(), 0, damage);
  }
});

test("who listens is told how many wait", async (t) => {
  fakeClock(t);
  const counts = [];
  const outbox = open(t, "ann", server().send);
  const stop = outbox.onChange((waiting) => counts.push(waiting));
  outbox.add(report("a", 0, 30));
  outbox.add(report("b", 0, 30));
  await outbox.flush();
  stop();
  outbox.add(report("c", 0, 30));
  assert.deepEqual(counts, [1, 2, 1, 0]);
});

test("a closed outbox sends nothing and keeps everything", async (t) => {
  const clock = fakeClock(t);
  const portal = server();
  const outbox = open(t, "ann", portal.send);
  outbox.add(report("a", 0, 30));
  outbox.close();
  page.dispatchEvent(new Event("online"));
  await clock.advance(600_000);
  assert.equal(portal.asked, 0);
  assert.notEqual(localStorageFake.getItem(KEY), null);
});

test("every second that was watched has arrived or still waits, whatever fails", (t) => {
  fakeClock(t);
  const covered = (reports) => {
    const seconds = new Set();
    for (const { recordingId, watched } of reports) {
      for (const { fromSeconds, toSeconds } of watched) {
        for (let second = fromSeconds; second < toSeconds; second++) seconds.add(`${recordingId}/${second}`);
      }
    }
    return seconds;
  };
  return always(async ({ below }) => {
    localStorageFake.empty();
    localStorageFake.full = below(4) === 0;
    const portal = server();
    const outbox = open(t, "ann", portal.send);
    const all = [];
    for (let step = 0; step < 12; step++) {
      const from = below(50);
      const made = report(["a", "b", "c"][below(3)], from, from + below(20), {
        at: new Date(1_772_000_000_000 + below(1_000) * 1_000).toISOString(),
      });
      all.push(made);
      outbox.add(made);
      portal.problem = [null, away, { code: "DAY_LOCKED" }, { code: "STORAGE_FULL" }][below(4)];
      if (below(2)) await outbox.flush();
    }
    portal.problem = null;
    await outbox.flush();
    outbox.close();
    assert.deepEqual([...covered(portal.taken)].sort(), [...covered(all)].sort());
  }, 100);
});

test("only what may help later is worth keeping", () => {
  for (const code of ["STORAGE_FULL", "UNAUTHENTICATED", "PASSWORD_CHANGE_REQUIRED", "DAY_LOCKED"]) {
    assert.ok(worthKeeping({ code }), code);
  }
  assert.ok(worthKeeping({ code: "ANYTHING", retryable: true }));
  assert.ok(!worthKeeping({ code: "RECORDING_NOT_FOUND", retryable: false }));
  assert.ok(!worthKeeping(undefined));
});
