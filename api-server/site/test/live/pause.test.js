import assert from "node:assert/strict";
import test from "node:test";
import { documentFake, page, settled } from "../../support/browser.js";
import { fakeClock } from "../../support/clock.js";
import { backoff, pause, visible } from "../../../src/main/resources/static/js/live/pause.js";

/** Whether a promise is settled by now. */
async function over(promise) {
  const open = {};
  await settled();
  return (await Promise.race([promise, Promise.resolve(open)])) !== open;
}

const patient = () => new AbortController();

test("attempts come less and less often, at least every half a minute, and not all at once", () => {
  for (let attempt = 0; attempt < 40; attempt++) {
    const most = Math.min(30_000, 500 * 2 ** attempt);
    assert.equal(
      backoff(attempt, () => 0),
      most / 2,
    );
    assert.equal(
      backoff(attempt, () => 1),
      most,
    );
  }
});

test("a pause lasts as long as it is to", async (t) => {
  const clock = fakeClock(t);
  const waiting = pause(1_000, patient().signal);
  await clock.advance(999);
  assert.equal(await over(waiting), false);
  await clock.advance(1);
  assert.equal(await over(waiting), true);
});

test("it ends when the line is back, the page is looked at, or nobody needs it any more", async (t) => {
  const clock = fakeClock(t);
  const ends = {
    online: () => page.dispatchEvent(new Event("online")),
    looked: () => documentFake.dispatchEvent(new Event("visibilitychange")),
    aborted: (controller) => controller.abort(),
  };
  for (const [name, end] of Object.entries(ends)) {
    const controller = patient();
    const waiting = pause(1_000, controller.signal);
    end(controller);
    assert.equal(await over(waiting), true, name);
    assert.equal(clock.waiting(), 0, "its timer is gone");
  }
});

test("a page that is put away does not end it", async (t) => {
  fakeClock(t);
  const controller = patient();
  const waiting = pause(1_000, controller.signal);
  documentFake.hidden = true;
  documentFake.dispatchEvent(new Event("visibilitychange"));
  assert.equal(await over(waiting), false);
  documentFake.hidden = false;
  controller.abort();
});

test("who waits for someone to look waits until then", async (t) => {
  fakeClock(t);
  assert.equal(await over(visible(patient().signal)), true);
  documentFake.hidden = true;
  const waiting = visible(patient().signal);
  assert.equal(await over(waiting), false);
  documentFake.hidden = false;
  documentFake.dispatchEvent(new Event("visibilitychange"));
  assert.equal(await over(waiting), true);
});
