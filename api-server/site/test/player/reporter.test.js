import assert from "node:assert/strict";
import test from "node:test";
import { settled } from "../../support/browser.js";
import { fakeClock } from "../../support/clock.js";
import { createReporter } from "../../../src/main/resources/static/js/player/reporter.js";

/** A reporter with a recording that was watched as `watched` says, and what becomes of its reports. */
function reporter(more = {}) {
  const it = { watched: [], position: 0, sent: [], hidden: [], kept: [], refused: 0, resting: false };
  const outbox = {
    add: (one) => it.kept.push(one),
    delivered: (one) => it.kept.splice(it.kept.indexOf(one), 1),
    flush() {},
    resting: () => it.resting,
  };
  it.reporter = createReporter({
    recordingId: "a",
    recorder: { take: () => it.watched.splice(0) },
    position: () => it.position,
    report: async (input) => void it.sent.push(input),
    reportOnHide: async (input) => void it.hidden.push(input),
    outbox,
    onRefused: () => it.refused++,
    ...more,
  });
  return it;
}

const part = (fromSeconds, toSeconds) => ({ fromSeconds, toSeconds });

test("a report goes every ten seconds of a film that runs", async (t) => {
  const clock = fakeClock(t);
  const it = reporter();
  it.reporter.begin();
  for (let second = 1; second <= 25; second++) {
    await clock.advance(1_000);
    it.position = second;
    it.watched.push(part(second - 1, second));
    it.reporter.tick();
  }
  assert.deepEqual(
    it.sent.map((one) => [one.positionSeconds, one.watched]),
    [
      [10, [part(0, 10)]],
      [20, [part(10, 20)]],
    ],
  );
});

test("nothing is said twice, and nothing of a recording that nobody touched", async (t) => {
  fakeClock(t);
  const it = reporter();
  it.position = null;
  it.reporter.flush();
  it.position = 30;
  it.reporter.flush();
  await settled();
  it.reporter.flush();
  await settled();
  assert.equal(it.sent.length, 1);
});

test("what comes while a report is under way goes with the next", async (t) => {
  fakeClock(t);
  const arrivals = [];
  const sent = [];
  const it = reporter({
    report: (input) => new Promise((done) => (sent.push(input), arrivals.push(done))),
  });
  it.position = 10;
  it.reporter.flush();
  it.position = 20;
  it.watched.push(part(10, 20));
  it.reporter.flush();
  assert.equal(sent.length, 1);
  arrivals[0]();
  await settled();
  assert.deepEqual(sent[1].watched, [part(10, 20)]);
});

test("later reports are newer, also by a clock that is set back", async (t) => {
  fakeClock(t);
  const it = reporter();
  it.position = 10;
  it.reporter.flush();
  await settled();
  const now = Date.now();
  Date.now = () => now - 3_600_000;
  it.position = 20;
  it.reporter.flush();
  await settled();
  assert.ok(it.sent[1].at > it.sent[0].at);
});

test("a report that fails for now is kept, and the student is not alarmed", async (t) => {
  fakeClock(t);
  const it = reporter({ report: () => Promise.reject(Object.assign(new Error(), { retryable: true })) });
  it.position = 10;
  it.reporter.flush();
  await settled();
  assert.equal(it.kept.length, 1);
  assert.equal(it.refused, 0);
});

test("a report that is refused for good is told", async (t) => {
  fakeClock(t);
  const it = reporter({ report: () => Promise.reject(Object.assign(new Error(), { code: "BAD_USER_INPUT" })) });
  it.position = 10;
  it.reporter.flush();
  await settled();
  assert.equal(it.kept.length, 0);
  assert.equal(it.refused, 1);
});

test("a page that goes away says farewell once, and keeps it until it has arrived", async (t) => {
  fakeClock(t);
  const it = reporter();
  it.position = 10;
  it.watched.push(part(0, 10));
  it.reporter.hide();
  it.reporter.hide();
  assert.equal(it.kept.length, 1);
  await settled();
  assert.equal(it.hidden.length, 1);
  assert.equal(it.kept.length, 0);
});

test("while the portal wants to be left alone, reports wait with those that failed", async (t) => {
  fakeClock(t);
  const it = reporter();
  it.resting = true;
  it.position = 10;
  it.watched.push(part(0, 10));
  it.reporter.flush();
  await settled();
  assert.deepEqual(it.sent, []);
  assert.deepEqual(
    it.kept.map((one) => one.watched),
    [[part(0, 10)]],
  );
});
